import type { Gap, Task } from '../../../model/assessment.ts';
import type { ReportInput } from '../input.ts';
import { type Card, type Pair, type Part, pair } from '../model.ts';
import type { Phrases } from '../phrases.ts';

/** Cards are for the work at hand: what begins within this many days. Later work gets its card with a later check. */
const AT_HAND_DAYS = 90;

/** One card for each action of the first waves: all a person needs to begin, on a piece of paper. */
export function cardsPart(input: ReportInput, phrases: Phrases): Part | null {
  const { t } = phrases;
  const actions = actionsAtHand(input);
  if (actions.length === 0) return null;
  return {
    ...{ id: 'cards', title: t('pdf.cards.title'), freshSheet: false },
    lead: t('pdf.cards.lead', { n: actions.length }),
    blocks: actions.map((action, i) => cardOf(input, phrases, action, i + 1)),
  };
}

/** Actions that begin in the first waves, be it with their first hour, in the order of the plan. */
function actionsAtHand({ assessment, catalog }: ReportInput): readonly string[] {
  const atHand = new Set(
    catalog.weights.waves.filter(({ days }) => days <= AT_HAND_DAYS).map(({ id }) => id),
  );
  const tasks = assessment.plan.waves.filter(({ id }) => atHand.has(id)).flatMap((wave) => wave.tasks);
  return [...new Set(tasks.flatMap(({ action }) => action ?? []))];
}

function cardOf(input: ReportInput, phrases: Phrases, action: string, n: number): Card {
  const gaps = input.assessment.gaps.filter((gap) => gap.action === action);
  const title = phrases.action(action)?.title ?? action;
  return {
    ...{ kind: 'card', number: String(n), title, goesOn: phrases.t('pdf.goesOn', { title }) },
    ...{ tag: tagOf(input, phrases, action), framed: [], bookmark: true },
    pairs: pairsOf(input, phrases, action, gaps),
  };
}

/** Who, until when, how much. */
function tagOf({ assessment, catalog }: ReportInput, phrases: Phrases, action: string): string {
  const { t, role, date, effort, cost, overdue } = phrases;
  const tasks = assessment.plan.waves.flatMap((wave) => wave.tasks).filter((one) => one.action === action);
  const whole = tasks.find(({ kind }) => kind === 'action');
  if (whole !== undefined) {
    const parts = [role(whole.role), t('pdf.cards.until', { date: date(whole.due) })];
    const late = overdue(whole) ? [t('pdf.plan.overdue')] : [];
    return [...parts, ...late, effort(whole.effort), cost(whole)].join(t('pdf.dot'));
  }
  const begun: Task | undefined = tasks[0];
  const who = begun?.role ?? catalog.actions.find(({ id }) => id === action)?.role ?? '';
  return [role(who), t('pdf.cards.beyond')].join(t('pdf.dot'));
}

function pairsOf(
  { catalog }: ReportInput,
  phrases: Phrases,
  action: string,
  gaps: readonly Gap[],
): readonly Pair[] {
  const { t } = phrases;
  const own = phrases.action(action);
  const label = (key: string): string => t(`pdf.cards.${key}`);
  const cautions = new Set(
    [own?.caution, ...gaps.map((gap) => phrases.item(gap.item)?.caution)].flatMap((said) => said ?? []),
  );
  const concerned = new Set([action, ...gaps.map((gap) => gap.item)]);
  const experts = new Set(
    [...catalog.actions, ...catalog.items].filter(({ id }) => concerned.has(id)).map(({ expert }) => expert),
  );
  return [
    ...pair(
      label('gaps'),
      gaps.map((gap) => gapLine(gap, phrases)),
    ),
    ...pair(label('why'), own?.why),
    ...pair(label('firstStep'), own?.firstStep ?? action, 'strong'),
    ...pair(label('steps'), own?.steps, 'numbered'),
    ...pair(label('evidence'), own?.evidence, 'boxes'),
    ...pair(label('caution'), [...cautions]),
    ...pair(
      label('expert'),
      [...experts].flatMap((expert) => phrases.expert(expert) ?? []),
    ),
    ...pair(label('help'), helpLines(phrases, action)),
    ...pair(label('practice'), phrases.practice(action)),
  ];
}

const gapLine = ({ item, conditional }: Gap, { t, gapSentence, askRole }: Phrases): string =>
  conditional ? t('pdf.cards.openGap', { gap: gapSentence(item), role: askRole(item) }) : gapSentence(item);

const helpLines = (phrases: Phrases, action: string): readonly string[] =>
  phrases
    .helpers([action])
    .slice(0, 2)
    .map((entry) => [entry.name, ...phrases.contacts(entry).slice(0, 1)].join('　'));
