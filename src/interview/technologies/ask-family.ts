import { findFamilies } from '../../core/verdict/find-families.ts';
import type { Technology } from '../../model/answers.ts';
import type { DeterminationTexts } from '../../model/determination.ts';
import type { ChooseReply, Option } from '../face.ts';
import { digitFor, typedWords } from '../talk.ts';
import type { FieldMove } from './asked-field.ts';
import { proposalOf } from './earlier.ts';
import { type Subject, write } from './subject.ts';

const [ALL, NONE, UNKNOWN] = ['all', 'none', 'unknown'] as const;

/**
 * Which of the families a technology touches. Plain words find candidates, the person decides: a word is a hint and no
 * definition, and "none of these" is never concluded from words that were not found.
 */
export async function askFamily(
  subject: Subject,
  header: string,
  technology: Technology,
): Promise<FieldMove> {
  const { words, face, texts } = subject.talk;
  const prose = texts.determination;
  if (prose === undefined) return 'left';
  const given = technology.family.filter((id) => id !== UNKNOWN);
  if (given.length > 0) return choose(subject, header, prose, prose.families, given);
  const proposal = proposalOf(subject, technology, 'family');
  if (proposal !== null) {
    // One short line: below it stand fifteen families.
    const line = subject.talk.words.t('interview.family.before', { day: proposal.day });
    return choose(subject, header, prose, prose.families, proposal.values, [line]);
  }
  const reply = await face.write({
    header,
    title: words.t('interview.family.describe'),
    body: [words.t('interview.family.describe-help'), words.t('interview.family.describe-example')],
    initial: '',
    blank: null,
    wrong: () => null,
  });
  if (reply.kind !== 'written') return reply.kind;
  const found = findFamilies(`${technology.name ?? ''} ${reply.text}`, prose.families);
  const shown = Object.fromEntries(
    found.flatMap(({ family, words: matched }) => {
      const name = prose.families[family]?.name;
      return name === undefined ? [] : [[family, { name, matched }]];
    }),
  );
  return choose(subject, header, prose, shown, []);
}

type Shown = Readonly<{ [family: string]: { readonly name: string; readonly matched?: readonly string[] } }>;

async function choose(
  subject: Subject,
  header: string,
  prose: DeterminationTexts,
  shown: Shown,
  selected: readonly string[],
  before: readonly string[] = [],
): Promise<FieldMove> {
  const { words, face } = subject.talk;
  const several = Object.keys(shown).length;
  const whole = several === Object.keys(prose.families).length;
  const reply: ChooseReply = await face.choose({
    header,
    heading: null,
    title: words.t(`interview.family.${several === 0 ? 'nothing-found' : whole ? 'which-of-all' : 'which'}`),
    body: [...before, words.t(`interview.family.${several === 0 ? 'nothing-found-help' : 'which-help'}`)],
    options: optionsOf(subject, shown, whole),
    selected,
    commands: ['back', 'leave'],
    several: { least: 1, alone: [NONE, UNKNOWN] },
  });
  if (reply.kind === 'leave') return 'leave';
  if (reply.kind !== 'chosen') return 'back';
  const marked = reply.ids.filter((id) => id !== ALL);
  if (reply.ids.includes(ALL)) return choose(subject, header, prose, prose.families, marked);
  if (!(await write(subject, 'family', reply.ids))) return 'unsaved';
  const labels = reply.ids.map((id) => familyLabel(subject, prose, id));
  face.say(
    words.t('interview.log.words', {
      question: prose.fields['family']?.label ?? '',
      text: words.t('interview.log.list', { labels }),
    }),
  );
  if (!reply.ids.includes(UNKNOWN)) return 'answered';
  face.say(words.t('interview.family.who', { settle: prose.fields['family']?.settle ?? '' }));
  return 'left';
}

const familyLabel = ({ talk: { words } }: Subject, prose: DeterminationTexts, id: string): string => {
  const key = `interview.family.${id}`;
  return prose.families[id]?.name ?? (words.has(key) ? words.t(key) : id);
};

function optionsOf({ talk: { words } }: Subject, shown: Shown, whole: boolean): readonly Option[] {
  const families = Object.entries(shown).map(([id, { name, matched }]) => ({
    id,
    label:
      matched === undefined
        ? name
        : words.t('interview.family.matched', { name, matched: matched.slice(0, 4) }),
    typed: [],
  }));
  const others = whole ? [NONE, UNKNOWN] : [ALL, NONE, UNKNOWN];
  return [
    ...families,
    ...others.map((id) => ({
      id,
      ...digitFor(id),
      label: words.t(`interview.family.${id}`),
      typed: id === UNKNOWN ? typedWords(words, UNKNOWN) : [],
    })),
  ];
}
