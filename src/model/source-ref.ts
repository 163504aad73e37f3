import type { Confidence } from './vocabulary.ts';

/** What an item or a rule rests on, without its prose: where to look in it stands in the texts. */
export interface SourceRef {
  /** Id of a document in `sources.yaml`. */
  readonly doc: string;
  /** Of the source's own statement, not of our item. */
  readonly confidence: Confidence;
}
