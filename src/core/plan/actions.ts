import type { Answers, PlannedAction } from '../../model/answers.ts';
import type { Gap, ItemResult } from '../../model/assessment.ts';
import type { Action, Catalog, Severity, Size, Weights } from '../../model/catalog.ts';
import { compareIds, compareSeverity } from '../gaps.ts';

/** An action with the open gaps it would close, weighed for this company. */
export interface OpenAction {
  readonly action: Action;
  /** Ids of the items it closes, heaviest gap first. */
  readonly closes: readonly string[];
  /** Σ points of its gaps. */
  readonly benefit: number;
  readonly severity: Severity;
  /** Person-days for a company of this size; `null` = a choice of management. */
  readonly effort: number | null;
  /** benefit ÷ effort; 0 for a choice of management. */
  readonly priority: number;
  /** Only unknown or unanswered items: asking may close it. */
  readonly conditional: boolean;
  /**
   * The gravest of its gaps answered no or partial: severity of the worst, points of the heaviest. `null` = conditional.
   */
  readonly known: { readonly severity: Severity; readonly points: number } | null;
  readonly planned: PlannedAction;
}

const NOT_PLANNED: PlannedAction = { owner: null, due: null, status: 'todo', location: null };

type GapItem = Pick<ItemResult, 'id' | 'severity'>;

/** The actions that close the gaps, by priority; ties by severity, then id (`docs/scoring.md` §6). */
export function openActions(
  gaps: readonly Gap[],
  items: readonly GapItem[],
  catalog: Catalog,
  answers: Answers,
): readonly OpenAction[] {
  const size = sizeOf(answers.company.employees, catalog.weights);
  const byId = new Map(items.map((item) => [item.id, item]));
  const byAction = new Map<string, WeighedGap[]>();
  for (const gap of gaps) {
    const item = byId.get(gap.item);
    if (item === undefined) continue;
    const weighed = { gap, severity: item.severity };
    const list = byAction.get(gap.action);
    if (list === undefined) byAction.set(gap.action, [weighed]);
    else list.push(weighed);
  }
  const open: OpenAction[] = [];
  for (const action of catalog.actions) {
    const list = byAction.get(action.id);
    if (list === undefined) continue;
    open.push(weigh(action, list, size, answers.plan.actions.get(action.id) ?? NOT_PLANNED));
  }
  return open.sort(compareActions);
}

export function compareActions(a: OpenAction, b: OpenAction): number {
  return (
    b.priority - a.priority || compareSeverity(a.severity, b.severity) || compareIds(a.action.id, b.action.id)
  );
}

/** Size class by number of people; unknown counts as small, the class that is asked to do least. */
export function sizeOf(employees: number | null, weights: Weights): Size {
  const people = employees ?? 0;
  return weights.sizes.find((s) => s.upTo === null || people <= s.upTo)?.size ?? 'small';
}

/** Person-days a month a company of this size can give; an unknown number of people counts as ≤ 20. */
export function capacityBySize(employees: number | null, weights: Weights): number {
  const people = employees ?? 20;
  return weights.capacity.find((c) => c.upTo === null || people <= c.upTo)?.perMonth ?? 1;
}

interface WeighedGap {
  readonly gap: Gap;
  readonly severity: Severity;
}

function weigh(action: Action, gaps: readonly WeighedGap[], size: Size, planned: PlannedAction): OpenAction {
  const benefit = gaps.reduce((sum, { gap }) => sum + gap.points, 0);
  const effort = action.effort?.[size] ?? null;
  const known = gaps.filter(({ gap }) => !gap.conditional);
  return {
    action,
    closes: gaps.map(({ gap }) => gap.item),
    benefit,
    severity: gravest(gaps),
    effort,
    priority: effort === null ? 0 : benefit / effort,
    conditional: known.length === 0,
    known: known.length === 0 ? null : { severity: gravest(known), points: heaviest(known) },
    planned,
  };
}

const gravest = (gaps: readonly WeighedGap[]): Severity =>
  gaps.map(({ severity }) => severity).sort(compareSeverity)[0] ?? 'minor';

const heaviest = (gaps: readonly WeighedGap[]): number =>
  gaps.reduce((most, { gap }) => Math.max(most, gap.points), 0);
