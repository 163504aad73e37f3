import type { Progress } from '../portfolio/work/collect.ts';
import { ink } from '../words/ink.ts';
import { displayWidth } from '../words/width.ts';
import type { Context } from './context.ts';

/** A line on stderr that says how far a long run is; where nobody watches it says nothing. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Wipes the line: what follows stands at the left margin. */
  readonly clear: () => void;
}

/** To the left margin, and wipe what follows (CHA and EL of ECMA-48). */
const MARGIN = ink(1, 'G');
const REST = ink(0, 'K');
const BAR = 20;
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
      const line = progressText(progress, now - started, ctx);
      ctx.io.err(`${MARGIN}${clipColumns(line, (process.stderr.columns ?? 80) - 1)}${REST}`);
    },
    clear: () => {
      if (shown) ctx.io.err(`${MARGIN}${REST}`);
    },
  };
}

/** `██████····  1,240/5,000社  980社/秒  残り4秒  読めない 2` */
function progressText({ done, of, failed }: Progress, elapsed: number, { words, io }: Context): string {
  const { t } = words;
  const plain = io.env['TERM'] === 'dumb';
  const filled = of === 0 ? BAR : Math.floor((BAR * done) / of);
  const bar = (plain ? '#' : '█').repeat(filled) + (plain ? '.' : '·').repeat(BAR - filled);
  const rate = elapsed > 0 ? (1000 * done) / elapsed : 0;
  const seconds = rate > 0 ? Math.ceil((of - done) / rate) : 0;
  const left =
    seconds < 90
      ? t('cli.batch.secondsLeft', { n: seconds })
      : t('cli.batch.minutesLeft', { n: Math.ceil(seconds / 60) });
  const parts = [
    bar,
    t('cli.batch.count', { done, of }),
    t('cli.batch.rate', { rate: Math.round(rate) }),
    left,
  ];
  return [...parts, ...(failed === 0 ? [] : [t('cli.batch.failing', { n: failed })])].join('  ');
}

/** A line that wrapped could not be wiped again. */
function clipColumns(line: string, columns: number): string {
  let out = '';
  for (const char of line) {
    if (displayWidth(out + char) > columns) break;
    out += char;
  }
  return out;
}
