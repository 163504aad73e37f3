import type { Answers } from '../model/answers.ts';
import type { Accepted, Gap } from '../model/assessment.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Diagnostic } from '../model/finding.ts';
import type { IsoDate } from '../model/text.ts';
import type { OpenAction } from './plan/actions.ts';
import { daysBetween } from './plan/calendar.ts';
import type { Standing } from './score/standing.ts';

export interface DiagnoseInput {
  readonly catalog: Catalog;
  readonly answers: Answers;
  readonly standing: ReadonlyMap<string, Standing>;
  readonly gaps: readonly Gap[];
  readonly accepted: readonly Accepted[];
  readonly unknownFacts: readonly string[];
  readonly actions: readonly OpenAction[];
  readonly today: IsoDate;
}

/** What the assessment itself noticed about the answers, in a fixed order: the file, facts, items, waivers, plan, editions. */
export function diagnose(input: DiagnoseInput): readonly Diagnostic[] {
  return [
    ...kept(input),
    ...openFacts(input),
    ...items(input),
    ...waivers(input),
    ...doneActions(input),
    ...editions(input),
    ...age(input),
  ];
}

/** First of all, so that nothing can crowd it out: a file that should be gone is a map of weak places nobody minds. */
function kept({ answers, today }: DiagnoseInput): readonly Diagnostic[] {
  const until = answers.assessment.keepUntil;
  if (until === null || until >= today) return [];
  return [{ severity: 'warning', code: 'keep-until-passed', args: { until }, location: null }];
}

function openFacts({ unknownFacts, standing }: DiagnoseInput): readonly Diagnostic[] {
  if (unknownFacts.length === 0) return [];
  const waiting = [...standing.values()].flatMap((s) =>
    s.reason?.code === 'fact-unknown' ? [s.reason.facts] : [],
  );
  return unknownFacts
    .map((fact) => ({ fact, items: waiting.filter((ids) => ids.includes(fact)).length }))
    .map((args) => ({
      severity: args.items > 0 ? 'warning' : 'info',
      code: 'fact-unknown',
      args,
      location: null,
    }));
}

function items({ standing }: DiagnoseInput): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { item, state, reason, answer } of standing.values()) {
    const location = answer?.location ?? null;
    if (reason?.code === 'not-applicable-refused') {
      const args = { item: item.id, why: reason.why };
      found.push({ severity: 'warning', code: reason.code, args, location });
    } else if (state === 'outOfScope' && answer !== null) {
      found.push({ severity: 'info', code: 'answer-out-of-scope', args: { item: item.id }, location });
    }
  }
  return found;
}

function waivers({ accepted, answers, gaps, standing }: DiagnoseInput): readonly Diagnostic[] {
  const places = new Map(answers.accepted.map((a) => [a.item, a.location]));
  const open = new Set(gaps.map((gap) => gap.item));
  return accepted.flatMap(({ item, until, expired }): readonly Diagnostic[] => {
    const location = places.get(item) ?? null;
    if (expired && open.has(item))
      return [{ severity: 'warning', code: 'accepted-expired', args: { item, until }, location }];
    const state = standing.get(item)?.state;
    if (state === 'yes' || state === 'notApplicable' || state === 'outOfScope') {
      return [{ severity: 'info', code: 'accepted-not-a-gap', args: { item }, location }];
    }
    return [];
  });
}

/** An action said to be done whose items still answer no is a contradiction: it is shown, never counted. */
function doneActions({ actions, gaps }: DiagnoseInput): readonly Diagnostic[] {
  const conditional = new Map(gaps.map((gap) => [gap.item, gap.conditional]));
  return actions
    .filter((open) => open.planned.status === 'done')
    .flatMap((open) =>
      open.closes
        .filter((item) => conditional.get(item) === false)
        .map(
          (item): Diagnostic => ({
            severity: 'warning',
            code: 'done-action-open-item',
            args: { action: open.action.id, item },
            location: open.planned.location,
          }),
        ),
    );
}

function editions({ catalog, answers }: DiagnoseInput): readonly Diagnostic[] {
  return catalog.checklists.flatMap((checklist): readonly Diagnostic[] => {
    const answered = answers.assessment.editions[checklist.id];
    if (answered === undefined || answered === checklist.edition) return [];
    const args = { checklist: checklist.id, answered, current: checklist.edition };
    return [{ severity: 'warning', code: 'edition-differs', args, location: null }];
  });
}

/** Half a year: people, rooms and machines change faster than files. */
const OLD_AFTER_DAYS = 180;

function age({ answers, today }: DiagnoseInput): readonly Diagnostic[] {
  const { date } = answers.assessment;
  if (date === null) return [];
  const days = daysBetween(date, today);
  return days > OLD_AFTER_DAYS
    ? [{ severity: 'warning', code: 'answers-old', args: { date, days }, location: null }]
    : [];
}
