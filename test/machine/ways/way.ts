import type { Repository } from './repository.ts';

/** One way to get past the gate, and what comes of it. */
export interface Way {
  /** What somebody does, in Japanese: a row of the table in docs/ways.md. */
  readonly does: string;
  readonly play: (repo: Repository) => void;
  /** Arguments behind `check`; without them all clients against what was before the change. */
  readonly args?: readonly string[];
  readonly env?: (repo: Repository) => Readonly<Record<string, string>>;
  /**
   * Caught by a finding of this code (exit 1, or 2 where it cannot be read), or before any finding by a refusal of these
   * words (exit 2). `allowed` says in Japanese why nothing is held against it; then the exit is 0, and `noted` is the
   * code that tells of it all the same.
   */
  readonly caught?: string | RegExp;
  readonly allowed?: string;
  readonly noted?: string;
}

export interface Kind {
  readonly name: string;
  readonly ways: readonly Way[];
}
