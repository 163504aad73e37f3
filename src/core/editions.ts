import type { Answers } from '../model/answers.ts';
import type { Catalog } from '../model/catalog.ts';
import type { IsoDate } from '../model/text.ts';
import { factValues } from './facts.ts';
import { standings } from './score/standing.ts';
import { openFields } from './verdict/open-fields.ts';

/** `2026.2` before `2026.10`: editions are numbers between dots. */
export function isEarlierEdition(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Whether a file names an earlier edition of a checklist than the present one, or none. */
const isBehind = (written: string | undefined, now: string): boolean =>
  written === undefined || isEarlierEdition(written, now);

/**
 * The editions a file has come up to, of the lists just answered: every question the present list asks this company at
 * this depth has an answer, and of technologies nothing is open. One answer alone does not make a file a new one: until
 * the rest follows, it keeps the edition it was answered under, and is compared as that.
 */
export function editionsReached(
  catalog: Catalog,
  answers: Answers,
  today: IsoDate,
  answered: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const behind = catalog.checklists.filter(
    ({ id, edition }) => answered.has(id) && isBehind(answers.assessment.editions[id], edition),
  );
  if (behind.length === 0) return {};
  const open = openLists(catalog, answers, today);
  return Object.fromEntries(behind.flatMap(({ id, edition }) => (open.has(id) ? [] : [[id, edition]])));
}

function openLists(catalog: Catalog, answers: Answers, today: IsoDate): ReadonlySet<string> {
  const { determination } = catalog;
  const unanswered = [...standings(catalog, answers, factValues(catalog, answers)).values()].filter(
    ({ state }) => state === 'unanswered',
  );
  const unread =
    determination !== undefined &&
    answers.technologies.some((one) => openFields(one, determination, today, new Set()).length > 0);
  return new Set([
    ...unanswered.map(({ item }) => item.checklist),
    ...(unread ? [determination.checklist] : []),
  ]);
}
