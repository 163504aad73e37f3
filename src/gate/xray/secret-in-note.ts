import type { Answers } from '../../model/answers.ts';
import type { GateArgs } from '../../model/gate.ts';
import type { Path } from '../places.ts';
import { xrayRule } from '../rule.ts';

type Kind = GateArgs['secret-in-note']['what'];

/** Runs of kanji before さん or 氏 that name a role or a relation, not a person. */
const ROLE = /(?:長|者|人|員|屋|家|客|手|店|社|主|師|任|当|務|父|母|奥|弟|妹|兄|姉|皆|課|部|係|役|方|生)$/;

// Each begins where its characters begin and nowhere within them: a text of one long run is looked at once.
const PATTERNS: readonly (readonly [Kind, RegExp])[] = [
  ['mail-address', /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/],
  // Not within a longer number: a corporate number has 13 digits, a drawing number any.
  ['twelve-digits', /(?<![\d-])(?:\d{12}|\d{4}[- ]\d{4}[- ]\d{4})(?![\d-])/],
  [
    'phone-number',
    /(?<![\d-])(?:\(0\d{1,4}\)\d{1,4}-\d{3,4}|0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}|0[5789]0\d{8}|\+81[-\d]{9,13})(?![\d-])/,
  ],
];

/** What is written down beside an answer travels with the file: addresses, numbers and names of people do not belong there. */
export const secretInNote = xrayRule({
  code: 'secret-in-note',
  find: ({ answers }) =>
    freeTexts(answers).flatMap(([place, text]) => {
      const what = text === null ? null : secretIn(text);
      return what === null ? [] : [{ args: { what }, place, subject: place.join('.') }];
    }),
});

/** What of a person such a text gives away, if anything. */
export function secretIn(text: string): Kind | null {
  const folded = text.normalize('NFKC').replace(/[‐‑–−ー](?=\d)/g, '-');
  const found = PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0];
  if (found !== undefined) return found;
  // 「田中さん」: two to four kanji straight before the title of respect.
  const named = [...folded.matchAll(/(?<!\p{Script=Han})(\p{Script=Han}+)(?:さん|氏)(?!名)/gu)].some(
    ([, name = '']) => name.length >= 2 && name.length <= 4 && !ROLE.test(name),
  );
  return named ? 'person-name' : null;
}

function freeTexts(answers: Answers): readonly (readonly [Path, string | null])[] {
  return [
    [['company', 'strength'], answers.company.strength],
    [['assessment', 'by'], answers.assessment.by],
    ...[...answers.answers].flatMap(([id, { note, reason, by, evidence }]) => [
      [['answers', id, 'note'], note] as const,
      [['answers', id, 'reason'], reason] as const,
      [['answers', id, 'by'], by] as const,
      ...evidence.flatMap(({ what, where }, i) => [
        [['answers', id, 'evidence', i, 'what'], what] as const,
        [['answers', id, 'evidence', i, 'where'], where] as const,
      ]),
    ]),
    ...[...answers.plan.actions].map(([id, { owner }]) => [['plan', 'actions', id, 'owner'], owner] as const),
    ...answers.accepted.flatMap(({ reason, by }, i) => [
      [['accepted', i, 'reason'], reason] as const,
      [['accepted', i, 'by'], by] as const,
    ]),
  ];
}
