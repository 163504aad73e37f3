import { type AnswerPart, meaningHash, partsThatDiffer } from '../../answers/meaning.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Comparison } from '../../model/comparison.ts';
import type { Sha256 } from '../../model/sha256.ts';
import type { IsoDate } from '../../model/text.ts';
import type { PrintRecord } from '../../report/pdf/record.ts';
import { compareFiles } from '../compare.ts';
import type { OpenedAnswers } from '../open.ts';
import { type Writing, writtenOtherwise } from './writing.ts';

/** What answers have to do with those a plan was printed from. */
export type Relation =
  /** They are those of the record. */
  | { readonly kind: 'same' }
  /** They say the same in another writing. */
  | { readonly kind: 'rewritten'; readonly writing: readonly Writing[] }
  /** Another file, of which only the paper can tell whether it says the same: a PDF of 0.1.0 without its answers. */
  | { readonly kind: 'untold' }
  /** Others. What differs is known where the plan carries its own. */
  | { readonly kind: 'other'; readonly differing: Differing | null };

/** What two files answer otherwise. */
export interface Differing {
  /** Questions whose state is another one. */
  readonly items: readonly Pick<Comparison['items'][number], 'item' | 'before' | 'after'>[];
  readonly parts: readonly AnswerPart[];
}

export interface AnswersInHand extends OpenedAnswers {
  readonly name: string;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
}

/** With what two files are held against each other where they say different things. */
export interface Telling {
  readonly catalog: Catalog;
  readonly today: IsoDate;
  readonly version: string;
  readonly sha256: Sha256;
}

/** `own`: the answers the plan carries, where they are those it was printed from. Pure. */
export function relationOf(
  file: AnswersInHand,
  own: AnswersInHand | null,
  record: Pick<PrintRecord, 'sha256' | 'meaning'>,
  by: Telling,
): Relation {
  if (file.sha256 === record.sha256) return { kind: 'same' };
  const writing = writtenOtherwise(file, record.sha256, by.sha256);
  const meaning = record.meaning ?? (own === null ? null : meaningHash(own.answers, by.sha256));
  if (meaning === null)
    return writing.includes('words') ? { kind: 'untold' } : { kind: 'rewritten', writing };
  if (meaning === meaningHash(file.answers, by.sha256)) return { kind: 'rewritten', writing };
  return { kind: 'other', differing: own === null ? null : differingIn(own, file, by) };
}

function differingIn(before: AnswersInHand, after: AnswersInHand, by: Telling): Differing {
  const { catalog, today, version } = by;
  const { items } = compareFiles({ file: before, catalog }, { file: after, catalog }, { today, version });
  return {
    items: items.filter(({ before: was, after: is }) => was?.state !== is?.state),
    parts: partsThatDiffer(before.answers, after.answers),
  };
}
