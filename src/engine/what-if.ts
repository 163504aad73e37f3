import { assign, assignedName } from '../answers/assignments.ts';
import type { Gap } from '../model/assessment.ts';
import type { Catalog } from '../model/catalog.ts';
import type { FileOutcome } from '../model/finding.ts';
import { type OpenedAnswers, openText } from './open.ts';

/**
 * Answers as they would be with some answers, facts or actions set otherwise; nothing is written. Supposing an action
 * done supposes what it is for: the gaps it closes are closed. `gaps` as the answers have them now.
 */
export function whatIf(
  { name, decoded }: Pick<OpenedAnswers, 'decoded'> & { readonly name: string },
  gaps: readonly Pick<Gap, 'action' | 'item'>[],
  assignments: readonly string[],
  catalog: Catalog,
): FileOutcome<OpenedAnswers> {
  const named = new Set(assignments.map(assignedName));
  const done = new Set(assignments.filter((given) => /[=＝]\s*done\s*$/.test(given)).map(assignedName));
  // What is said of a question itself goes before what an action does for it.
  const closed = gaps
    .filter(({ action, item }) => done.has(action) && !named.has(item))
    .map(({ item }) => `${item}=yes`);
  const edited = assign({ catalog }, decoded.text, [...closed, ...assignments]);
  if (!edited.ok) return { ...edited, file: null };
  const opened = openText(edited.value, catalog);
  return opened.ok ? opened : { ...opened, file: name };
}
