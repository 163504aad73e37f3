import type { SourceRef } from '../../model/catalog.ts';
import type { SourceRefSource } from '../source/schema.ts';

/** The rules' half of a reference: where to look in the document is prose and stands in the texts. */
export const sourceRefOf = ({ doc, confidence }: SourceRefSource): SourceRef => ({ doc, confidence });
