import type { EditionTitles } from '../../catalog/compiled/edition.ts';
import type { Technology } from '../../model/answers.ts';
import type { Weights } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Comparison, Points } from '../../model/comparison.ts';
import type { Words } from '../../words/messages.ts';

export interface DiffInput {
  readonly comparison: Comparison;
  readonly texts: CatalogTexts;
  /** Names of what only the older checklists had; `null` where both sides share theirs. */
  readonly olderTitles: EditionTitles | null;
  readonly weights: Pick<Weights, 'tooManyUnknown'>;
  readonly words: Words;
  /** Of both files, the newer first: for the names beside their verdicts. */
  readonly technologies: readonly Technology[];
}

export const itemTitle = (id: string, { texts, olderTitles }: DiffInput): string =>
  texts.items[id]?.title ?? olderTitles?.items[id] ?? id;

export const checklistTitle = (id: string, { texts, olderTitles }: DiffInput): string =>
  texts.checklists[id]?.title ?? olderTitles?.checklists[id] ?? id;

export const sectionTitle = (checklist: string | null, id: string, input: DiffInput): string =>
  input.texts.checklists[checklist ?? '']?.sections[id] ?? input.olderTitles?.sections[id] ?? id;

export const routeTitle = (id: string, { texts, olderTitles }: DiffInput): string =>
  texts.routes[id] ?? olderTitles?.routes[id] ?? id;

export function technologyTitle(id: string, { technologies, words }: DiffInput): string {
  const name = technologies.find((t) => t.id === id)?.name ?? null;
  return name === null
    ? words.t('report.legal.title', { id })
    : words.t('report.legal.titleNamed', { id, name });
}

/** Points with their sign, one decimal: `+3.2`, `−1.0`, `±0`. */
export function signed(points: number): string {
  const text = Math.abs(points).toFixed(1);
  if (text === '0.0') return '±0';
  return `${points > 0 ? '+' : '−'}${text}`;
}

/** 「低い側 +3.2・高い側 −1.0」, one number where both moved alike, an end that did not move left out; `null` where neither moved. */
export function effectText(effect: Points | null, words: Words): string | null {
  if (effect === null) return null;
  if (signed(effect.low) === signed(effect.high)) {
    return signed(effect.low) === '±0' ? null : words.t('diff.bothBy', { points: signed(effect.low) });
  }
  const parts = (['low', 'high'] as const)
    .filter((end) => signed(effect[end]) !== '±0')
    .map((end) => words.t(`diff.${end}By`, { points: signed(effect[end]) }));
  return parts.length === 0 ? null : words.t('diff.effect', { parts });
}
