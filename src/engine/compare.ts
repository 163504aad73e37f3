import { type CompareOptions, compare } from '../core/compare/compare.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Comparison } from '../model/comparison.ts';
import type { OpenedAnswers } from './open.ts';

/** A file that was opened, and the checklists it is seen with. */
export interface ComparedFile<Known = Catalog> {
  readonly file: Pick<OpenedAnswers, 'answers'> & { readonly name: string; readonly sha256: string };
  /** `null` = nobody knows those it was answered under. */
  readonly catalog: Known;
}

/** What changed from one file to another, and which files they were. */
export const compareFiles = (
  older: ComparedFile<Catalog | null>,
  newer: ComparedFile,
  options: CompareOptions,
): Comparison => compare(sideOf(older), sideOf(newer), options);

const sideOf = <Known>({ file: { answers, name, sha256 }, catalog }: ComparedFile<Known>) => ({
  answers,
  catalog,
  source: { file: name, sha256 },
});
