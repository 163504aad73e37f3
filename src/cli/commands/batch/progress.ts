import { clipColumns, progressText } from '../../../portfolio/told/progress.ts';
import type { Progress } from '../../../portfolio/work/collect.ts';
import { ink } from '../../../words/ink.ts';
import type { Context } from '../../context.ts';

/** A line on stderr that says how far a long run is; where nobody watches it says nothing. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Wipes the line: what follows stands at the left margin. */
  readonly clear: () => void;
}

/** To the left margin, and wipe what follows (CHA and EL of ECMA-48). */
const MARGIN = ink(1, 'G');
const REST = ink(0, 'K');
/** Ten times a second is as fast as anybody reads. */
const EVERY_MS = 100;

export function progressLine(ctx: Context, quiet: boolean): ProgressLine {
  if (quiet || process.stderr.isTTY !== true) return { show: () => {}, clear: () => {} };
  const started = ctx.io.now().getTime();
  let last = 0;
  let shown = false;
  return {
    show: (progress) => {
      const now = ctx.io.now().getTime();
      if (now - last < EVERY_MS && progress.done < progress.of) return;
      last = now;
      shown = true;
      const line = progressText(progress, now - started, ctx.words, ctx.io.env['TERM'] === 'dumb');
      ctx.io.err(`${MARGIN}${clipColumns(line, (process.stderr.columns ?? 80) - 1)}${REST}`);
    },
    clear: () => {
      if (shown) ctx.io.err(`${MARGIN}${REST}`);
    },
  };
}
