import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { Finding } from '../model/finding.ts';
import type { Lang } from '../model/text.ts';
import { showDate } from '../words/dates.ts';
import { findingText, type Words } from '../words/messages.ts';
import { legalTaskTitle } from './legal.ts';

/**
 * A finding as a person reads it: ids told by their titles, for nobody knows ids by heart and paper cannot look them up,
 * and dates as they are written.
 */
export function describeFinding(finding: Finding, texts: CatalogTexts | null, words: Words): string {
  if (texts === null) return findingText(finding, words);
  const args = Object.fromEntries(
    Object.entries(finding.args).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? (titleOf(texts, key, value) ?? dateOf(key, value, words.lang) ?? value)
        : value,
    ]),
  );
  return findingText({ ...finding, args } as Finding, words);
}

/** Days in findings; what somebody wrote (`given`) is shown as it stands. */
const DAYS = new Set(['due', 'until', 'date', 'before', 'after']);

const dateOf = (key: string, value: string, lang: Lang): string | undefined =>
  DAYS.has(key) && /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDate(value, lang) : undefined;

function titleOf(texts: CatalogTexts, key: string, id: string): string | undefined {
  if (key === 'item') return texts.items[id]?.title;
  if (key === 'action') return texts.actions[id]?.title;
  if (key === 'fact') return texts.facts[id]?.question;
  if (key === 'task') return legalTaskTitle({ id }, texts);
  if (key === 'checklist') return texts.checklists[id]?.title;
  return undefined;
}
