import type { CatalogTexts } from '../model/catalog-texts.ts';
import { joinSentences, type Words } from '../words/messages.ts';

/** What another company did about the same thing, or `null`. An example beside an action: never scored, never a duty. */
export function practiceText(practice: string | null, texts: CatalogTexts, words: Words): string | null {
  const found = practice === null ? undefined : texts.practices[practice];
  if (found === undefined) return null;
  const { title, edition, no, did, small, caution } = found;
  if (did.length === 0) return words.t('report.practice.titleOnly', { title, edition, no });
  const told = words.t('report.practice.body', { title, edition, no, did: joinSentences(did, words.lang) });
  return [told, caution, small].filter((part) => part !== null).join('\n');
}
