import type { Answers, PlannedAction } from '../model/answers.ts';
import type { Gap, ItemResult } from '../model/assessment.ts';
import type { Action, Catalog, Severity, Size, Weights } from '../model/catalog.ts';
import { compareIds, compareSeverity } from './gaps.ts';

/** An action with the open gaps it would close, weighed for this company. */
export interface OpenAction {
  readonly action: Action;
  /** Ids of the items it closes, heaviest gap first. */
  readonly closes: readonly string[];
  /** Σ points of its gaps. */
  readonly benefit: number;
  /** Points of its heaviest gap: how urgent it is, whatever it costs. */
  readonly largestGap: number;
  readonly severity: Severity;
  /** Person-days for a company of this size; `null` = a choice of management. */
  readonly effort: number | null;
  /** benefit ÷ effort; 0 for a choice of management. */
  readonly priority: number;
  /** Only unknown or unanswered items: asking may close it. */
  readonly conditional: boolean;
  /** Points of its heaviest critical gap that is known to be open; what nobody knows yet is asked first. */
  readonly criticalGap: number;
  /** Every gap it closes is of a list the company only wishes for, beside the one everybody answers (TICS). */
  readonly optional: boolean;
  readonly planned: PlannedAction;
}

const NOT_PLANNED: PlannedAction = { owner: null, due: null, status: 'todo', location: null };

/** The actions that close the gaps, by priority; ties by severity, then id (`docs/scoring.md` §6). */
export function openActions(
  gaps: readonly Gap[],
  items: readonly Pick<ItemResult, 'id' | 'severity' | 'checklist'>[],
  catalog: Catalog,
  answers: Answers,
): readonly OpenAction[] {
  const size = sizeOf(answers.company.employees, catalog.weights);
  const wished = new Set(catalog.checklists.flatMap((c) => (c.appliesWhen === null ? [] : [c.id])));
  const severities = new Map(items.map((item) => [item.id, item.severity]));
  const optional = new Set(items.filter((item) => wished.has(item.checklist)).map((item) => item.id));
  const byAction = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const list = byAction.get(gap.action);
    if (list === undefined) byAction.set(gap.action, [gap]);
    else list.push(gap);
  }
  const open: OpenAction[] = [];
  for (const action of catalog.actions) {
    const list = byAction.get(action.id);
    if (list === undefined) continue;
    const planned = answers.plan.actions.get(action.id) ?? NOT_PLANNED;
    open.push({
      ...weigh(action, list, severities, size),
      optional: list.every((gap) => optional.has(gap.item)),
      planned,
    });
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

function weigh(
  action: Action,
  gaps: readonly Gap[],
  severities: ReadonlyMap<string, Severity>,
  size: Size,
): Omit<OpenAction, 'optional' | 'planned'> {
  const benefit = gaps.reduce((sum, gap) => sum + gap.points, 0);
  const effort = action.effort?.[size] ?? null;
  const severityOf = (gap: Gap): Severity => severities.get(gap.item) ?? 'minor';
  return {
    action,
    closes: gaps.map((gap) => gap.item),
    benefit,
    largestGap: Math.max(...gaps.map((gap) => gap.points)),
    severity: gaps.map(severityOf).sort(compareSeverity)[0] ?? 'minor',
    effort,
    priority: effort === null ? 0 : benefit / effort,
    conditional: gaps.every((gap) => gap.conditional),
    criticalGap: Math.max(
      0,
      ...gaps.filter((gap) => severityOf(gap) === 'critical' && !gap.conditional).map((gap) => gap.points),
    ),
  };
}
