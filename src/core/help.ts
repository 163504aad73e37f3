import type { Answers } from '../model/answers.ts';
import type { Assessment, Gap } from '../model/assessment.ts';
import type { Catalog, Desk } from '../model/catalog.ts';
import type { Task } from '../model/plan.ts';
import { evaluate, type Facts } from './condition.ts';
import type { OpenAction } from './plan/actions.ts';

type Help = Assessment['help'];

const MOST = 2;

/** Whether a desk serves this company: its place, its aims, and whether it may be named to it at all. */
export function deskServes(catalog: Catalog, answers: Answers, facts: Facts): (desk: string) => boolean {
  const china = dealsWithChina(answers, facts);
  const desks = new Map(catalog.directory.map((desk) => [desk.id, desk]));
  return (id) => {
    const desk = desks.get(id);
    if (desk === undefined || (china && desk.hideForChina)) return false;
    return isNear(desk, answers.company.headquarters) && evaluate(desk.appliesWhen, facts) === 'true';
  };
}

/** Whom to ask about each open action: only desks that serve this company. */
export function helpOf(actions: readonly OpenAction[], serves: (desk: string) => boolean): Help {
  return actions.map(({ action }) => ({ action: action.id, desks: action.help.filter(serves) }));
}

/**
 * Two desks. What the law asks goes before all else, known by name only or not; then those for the next moves, and
 * where these name none for the largest gaps: one that can be reached before one known by name only.
 */
export function headlineHelp(
  { moves, dangers }: Pick<Assessment['headline'], 'moves' | 'dangers'>,
  waves: readonly { readonly tasks: readonly Pick<Task, 'id' | 'action'>[] }[],
  gaps: readonly Gap[],
  { help, legal }: { readonly help: Help; readonly legal: readonly string[] },
  catalog: Catalog,
): readonly string[] {
  const tasks = new Map(waves.flatMap((wave) => wave.tasks).map((task) => [task.id, task.action]));
  const actionOf = (item: string): string | undefined => gaps.find((gap) => gap.item === item)?.action;
  const actions = [
    ...moves.map((id) => tasks.get(id)),
    ...dangers.map(actionOf),
    ...gaps.map((gap) => gap.action),
  ];
  const desksOf = new Map(help.map((h) => [h.action, h.desks]));
  const named = new Set<string>();
  for (const id of actions) for (const desk of desksOf.get(id ?? '') ?? []) named.add(desk);
  const desks = [...named];
  const reachable = new Set(catalog.directory.filter((desk) => desk.reachable).map((desk) => desk.id));
  const others = [...desks.filter((id) => reachable.has(id)), ...desks.filter((id) => !reachable.has(id))];
  return [...new Set([...legal, ...others])].slice(0, MOST);
}

/** China in the profile or among the countries of a technology; not known counts as no, or nobody would be helped. */
export function dealsWithChina(answers: Answers, facts: Facts): boolean {
  const fact = facts.get('chinaInvolved');
  const said = fact?.kind === 'values' && fact.values.includes('yes');
  return said || answers.technologies.some(({ countries }) => countries.includes('CN'));
}

const isNear = ({ regions }: Desk, headquarters: string | null): boolean =>
  regions.length === 0 || (headquarters !== null && regions.some((region) => headquarters.includes(region)));
