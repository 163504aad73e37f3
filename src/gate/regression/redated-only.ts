import type { Answer, Answers, Technology } from '../../model/answers.ts';
import type { IsoDate } from '../../model/text.ts';
import type { Path } from '../places.ts';
import { type Examined, regressionRule } from '../rule.ts';

/** One thing that bears days: what it says beside them, and the days, each with its place. */
interface Dated {
  readonly id: string;
  readonly says: unknown;
  readonly days: readonly (readonly [Path, IsoDate | null])[];
}

/**
 * Days moved on while what they vouch for stayed word for word the same: one finding per file, at the first of them. A
 * day that is new, or moved back, or moved with a changed text is none. A warning: who looks again and finds all as it
 * was moves the day in good faith.
 */
export const redatedOnly = regressionRule({
  code: 'redated-only',
  severity: 'warning',
  find: (examined) => {
    const moved = redated(examined);
    const [place] = moved;
    return place === undefined ? [] : [{ args: { count: moved.length }, place, subject: 'dates' }];
  },
});

function redated({ answers, baseline }: Examined): readonly Path[] {
  if (baseline?.answers === undefined) return [];
  const before = new Map(datedIn(baseline.answers).map((one) => [one.id, one]));
  return datedIn(answers).flatMap((now): readonly Path[] => {
    const was = before.get(now.id);
    if (was === undefined || said(was.says) !== said(now.says)) return [];
    return now.days.flatMap(([place, day], i) => {
      const then = was.days[i]?.[1] ?? null;
      return day !== null && then !== null && day > then ? [place] : [];
    });
  });
}

function datedIn(answers: Answers): readonly Dated[] {
  const parts = [
    ...[...answers.answers].map(([id, answer]) => datedAnswer(id, answer)),
    ...answers.technologies.map(datedTechnology),
    ...[...answers.plan.actions].map(
      ([id, { owner, due, status }]): Dated => ({
        id: `plan.${id}`,
        says: [owner, status],
        days: [[['plan', 'actions', id, 'due'], due]],
      }),
    ),
    ...answers.accepted.map(
      ({ item, reason, by, until }, i): Dated => ({
        id: `accepted.${item}`,
        says: [reason, by],
        days: [[['accepted', i, 'until'], until]],
      }),
    ),
  ];
  return [datedFile(answers, parts), ...parts];
}

/** The day of the answers vouches for every one of them: any change but of days is a reason to move it. */
function datedFile({ assessment, ...rest }: Answers, parts: readonly Dated[]): Dated {
  const { date, keepUntil: _, ...how } = assessment;
  const beside = parts.map(({ id, says }) => [id, says]);
  return {
    id: 'file',
    says: [how, rest.profile, rest.company, beside],
    days: [[['assessment', 'date'], date]],
  };
}

function datedAnswer(id: string, { on, evidence, location: _, ...says }: Answer): Dated {
  return {
    id: `answers.${id}`,
    says: [says, evidence.map(({ seen: _seen, ...one }) => one)],
    days: [
      [['answers', id, 'on'], on],
      ...evidence.map(({ seen }, i) => [['answers', id, 'evidence', i, 'seen'], seen] as const),
    ],
  };
}

function datedTechnology(technology: Technology, i: number): Dated {
  const { familyAsOf, definitionCheckedOn, consultedOn, reportedOn, location: _, ...says } = technology;
  const days = { familyAsOf, definitionCheckedOn, consultedOn, reportedOn };
  return {
    id: `technologies.${technology.id}`,
    says,
    days: Object.entries(days).map(([key, day]) => [['technologies', i, key], day] as const),
  };
}

/** Maps as lists, so that they compare. */
const said = (value: unknown): string =>
  JSON.stringify(value, (_, held: unknown) => (held instanceof Map ? [...held] : held));
