import type { Gap } from '../../../model/assessment.ts';
import type { Task } from '../../../model/plan.ts';
import type { Pair } from '../../../press/blocks/pair.ts';
import type { KeyBelow } from '../../../words/messages.ts';
import type { ReportInput } from '../input.ts';
import { type Card, type Part, pair, text } from '../model.ts';
import type { Sentences } from '../sentences.ts';

/** The short set has the cards of the work at hand: what begins within this many days. */
const AT_HAND_DAYS = 30;
/** And no more of them than are read, the first ones of the plan: fewer after ten questions, and where the law has its page. */
const MOST_AT_HAND = { quick: [2, 1, 0], full: [6, 4, 3], evidence: [6, 4, 3] } as const;
/** Beyond so many technologies the law takes the room of a card. */
const MANY_TECHNOLOGIES = 3;

/** One card for each action of the plan: all a person needs to begin, on a piece of paper. */
export function cardsPart(input: ReportInput, sentences: Sentences, short: boolean): Part | null {
  const { t } = sentences;
  const actions = plannedActions(input, short ? AT_HAND_DAYS : Number.POSITIVE_INFINITY);
  const shown = short ? actions.slice(0, mostAtHand(input)) : actions;
  const more = actions.length - shown.length;
  if (shown.length === 0) return null;
  const handouts = input.handouts === true;
  return {
    id: 'cards',
    title: t('pdf.cards.title'),
    freshSheet: handouts,
    close: short,
    lead: t(short ? 'pdf.cards.leadShort' : 'pdf.cards.lead', { n: shown.length }),
    blocks: [
      ...shown.flatMap((action, i) => [
        // Who is handed a card must not get those of others with it.
        ...(handouts && i > 0 ? [{ kind: 'sheet' as const }] : []),
        cardOf(input, sentences, action, i + 1, short),
      ]),
      ...(more === 0 ? [] : [text(t('pdf.cards.more', { n: more }))]),
    ],
  };
}

function mostAtHand({ assessment: { depth, verdicts }, lean }: ReportInput): number {
  if (lean === true) return 0;
  const law = verdicts.length === 0 ? 0 : verdicts.length <= MANY_TECHNOLOGIES ? 1 : 2;
  return MOST_AT_HAND[depth][law];
}

/** Actions that begin within so many days, be it with their first hour, in the order of the plan. */
function plannedActions({ assessment, catalog }: ReportInput, within: number): readonly string[] {
  const waves = new Set(catalog.weights.waves.filter(({ days }) => days <= within).map(({ id }) => id));
  const tasks = assessment.plan.waves.filter(({ id }) => waves.has(id)).flatMap((wave) => wave.tasks);
  return [...new Set(tasks.flatMap(({ action }) => action ?? []))];
}

function cardOf(input: ReportInput, sentences: Sentences, action: string, n: number, short: boolean): Card {
  const gaps = input.assessment.gaps.filter((gap) => gap.action === action);
  const title = sentences.action(action)?.title ?? action;
  return {
    kind: 'card',
    number: String(n),
    title,
    goesOn: sentences.t('pdf.goesOn', { title }),
    tag: tagOf(input, sentences, action),
    framed: [],
    bookmark: true,
    pairs: pairsOf(input, sentences, action, gaps, short),
  };
}

/** Who, until when, how much. */
function tagOf({ assessment, catalog }: ReportInput, sentences: Sentences, action: string): string {
  const { t, role, date, effort, cost, overdue } = sentences;
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
  { catalog, assessment }: ReportInput,
  sentences: Sentences,
  action: string,
  gaps: readonly Gap[],
  short: boolean,
): readonly Pair[] {
  const { t } = sentences;
  const own = sentences.action(action);
  // After ten questions a card is what is needed to begin, and no more.
  const quick = short && assessment.depth === 'quick';
  const label = (key: KeyBelow<'pdf.cards'>): string => t(`pdf.cards.${key}`);
  const cautions = new Set(
    [own?.caution, ...gaps.map((gap) => sentences.item(gap.item)?.caution)].flatMap((said) => said ?? []),
  );
  const concerned = new Set([action, ...gaps.map((gap) => gap.item)]);
  const experts = new Set(
    [...catalog.actions, ...catalog.items].filter(({ id }) => concerned.has(id)).map(({ expert }) => expert),
  );
  return [
    ...pair(
      label('gaps'),
      gaps.map((gap) => gapLine(gap, sentences)),
    ),
    ...(short ? [] : pair(label('why'), own?.why)),
    ...pair(label('firstStep'), own?.firstStep ?? action, 'strong'),
    ...pair(label('steps'), own?.steps, 'numbered'),
    ...(quick ? [] : pair(label('evidence'), own?.evidence, 'boxes')),
    ...pair(label('caution'), [...cautions]),
    ...pair(
      label('expert'),
      [...experts].flatMap((expert) => sentences.expert(expert) ?? []),
    ),
    ...(quick ? [] : pair(label('help'), helpLines(sentences, action))),
    ...(short ? [] : pair(label('practice'), sentences.practice(action))),
  ];
}

const gapLine = ({ item, conditional }: Gap, { t, gapSentence, askRole, askedOf }: Sentences): string =>
  conditional
    ? t('pdf.cards.openGap', { gap: gapSentence(item), ask: askedOf(askRole(item)) })
    : gapSentence(item);

const helpLines = (sentences: Sentences, action: string): readonly string[] =>
  sentences
    .helpers([action])
    .slice(0, 2)
    .map((entry) => [entry.name, ...sentences.contacts(entry).slice(0, 1)].join('　'));
