import type { Evidence } from '../model/answers.ts';
import { hasContent } from '../text/has-words.ts';

/** An entry that names nothing shows nothing. */
export const shownEvidence = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.filter(({ what, where, file }) => [what, where, file].some(hasContent));
