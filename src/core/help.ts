import type { Answers } from '../model/answers.ts';
import type { Assessment, Gap, Task } from '../model/assessment.ts';
import type { Catalog, Desk } from '../model/catalog.ts';
import type { OpenAction } from './actions.ts';
import type { Facts } from './condition.ts';

type Help = Assessment['help'];

const MOST = 2;

/** Whom to ask about each open action: only desks that serve this company and may be named to it. */
export function helpOf(
  actions: readonly OpenAction[],
  catalog: Catalog,
  answers: Answers,
  facts: Facts,
): Help {
  const china = dealsWithChina(answers, facts);
  const desks = new Map(catalog.directory.map((desk) => [desk.id, desk]));
  const serves = (id: string): boolean => {
    const desk = desks.get(id);
    return desk !== undefined && !(china && desk.hideForChina) && isNear(desk, answers.company.headquarters);
  };
  return actions.map(({ action }) => ({ action: action.id, desks: action.help.filter(serves) }));
}

/**
 * Two desks for the next moves; where those name none, for the largest gaps. One that can be reached comes before one
 * known by name only.
 */
export function headlineHelp(
  { moves, dangers }: Pick<Assessment['headline'], 'moves' | 'dangers'>,
  waves: readonly { readonly tasks: readonly Pick<Task, 'id' | 'action'>[] }[],
  gaps: readonly Gap[],
  help: Help,
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
  const named = actions.flatMap((id) => desksOf.get(id ?? '') ?? []);
  const desks = [...new Set(named)];
  const reachable = new Set(catalog.directory.filter((desk) => desk.reachable).map((desk) => desk.id));
  return [...desks.filter((id) => reachable.has(id)), ...desks.filter((id) => !reachable.has(id))].slice(
    0,
    MOST,
  );
}

/** China in the profile or among the countries of a technology; not known counts as no, or nobody would be helped. */
export function dealsWithChina(answers: Answers, facts: Facts): boolean {
  const fact = facts.get('chinaInvolved');
  const said = fact?.kind === 'values' && fact.values.includes('yes');
  return said || answers.technologies.some(({ countries }) => countries.includes('CN'));
}

const isNear = ({ regions }: Desk, headquarters: string | null): boolean =>
  regions.length === 0 || (headquarters !== null && regions.some((region) => headquarters.includes(region)));
