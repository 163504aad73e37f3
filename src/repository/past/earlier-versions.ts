import type { Outcome } from '../../model/finding.ts';
import type { Aside, Target } from '../targets.ts';

/** Earlier versions of the files that are checked. */
export interface Baselines {
  /** The earlier version of a file, unless nobody can tell which it was; `null` = there was none. */
  readonly earlierOf: (target: Target) => Outcome<Earlier> | null;
  /** Answer files of the baseline that are there no more. */
  readonly gone: readonly string[];
  /** Others that are there no more, beyond the places that were given: a file may come from there. */
  readonly elsewhere: readonly string[];
  /** What a file of the baseline says, by its name there. */
  readonly bytesOf: (name: string) => Uint8Array | null;
  /** Files that were answer files in the baseline and are none now. */
  readonly lost: readonly Lost[];
  /** Submodules whose files of then are not here. */
  readonly closed: readonly string[];
  /** Everything there was then is known, so that a file it does not have is new. */
  readonly whole: boolean;
}

export interface Lost extends Aside {
  /** Its name in the baseline. */
  readonly was: string;
}

export interface Earlier {
  /** Its name in the baseline. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
