import { weakest } from '../../core/judge.ts';
import type { Catalog, Confidence, Item, SourceRef } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { KeyBelow, Words } from '../../words/messages.ts';

/** What `?` shows: why it is asked, an example, what to keep, what to mind, whom to ask, and where it comes from. */
export function detailsOf(
  item: Item,
  catalog: Catalog,
  texts: CatalogTexts,
  words: Words,
): readonly string[] {
  const prose = texts.items[item.id];
  if (prose === undefined) return [];
  const line = (key: KeyBelow<'interview.details'>, text: string): string =>
    words.t(`interview.details.${key}`, { text });
  const expert = item.expert === 'none' ? [] : [words.t(`interview.details.expert.${item.expert}`)];
  return [
    prose.question,
    line('yes-means', prose.yesMeans),
    line('why', prose.why),
    line('example', prose.example),
    ...(prose.caution === null ? [] : [line('caution', prose.caution)]),
    ...expert,
    ...practiceLines(item, catalog, texts, words),
    line('evidence', prose.evidence),
    line('role', texts.roles[item.askRole]?.title ?? item.askRole),
    ...item.sources.map((source, i) => sourceLine(source, prose.locators[i] ?? '', texts, words)),
    words.t(`interview.details.confidence.${weakest(item)}`),
  ];
}

/** What another company did, where its story could be read. */
function practiceLines(item: Item, catalog: Catalog, texts: CatalogTexts, words: Words): readonly string[] {
  const id = catalog.actions.find((action) => action.id === item.action)?.practice ?? null;
  const practice = id === null ? undefined : texts.practices[id];
  const [did] = practice?.did ?? [];
  if (practice === undefined || did === undefined) return [];
  const { title, edition, no } = practice;
  return [words.t('interview.details.practice', { title, edition, no, did })];
}

function sourceLine(source: SourceRef, locator: string, texts: CatalogTexts, words: Words): string {
  const doc = texts.sources[source.doc];
  const title = doc === undefined ? source.doc : `${doc.title} ${doc.edition}`.trim();
  const publisher = doc?.publisher ?? '';
  const sure = confidenceLabel(source.confidence, words);
  return words.t('interview.details.source', { title, publisher, locator, sure });
}

const confidenceLabel = (confidence: Confidence, words: Words): string =>
  words.t(`interview.details.sure.${confidence}`);
