import type { Context } from '../context.ts';
import { wantsColour } from '../io.ts';
import type { Terminal } from './tty.ts';

/** The terminal as it is at each moment: people resize windows in the middle of an interview. */
export function liveTerminal(ctx: Pick<Context, 'io' | 'noColor'>): Terminal {
  return {
    input: process.stdin,
    output: process.stdout,
    get columns() {
      return process.stdout.columns ?? ctx.io.columns;
    },
    get rows() {
      return process.stdout.rows ?? ctx.io.rows;
    },
    plain: ctx.io.env['TERM'] === 'dumb',
    colour: wantsColour(ctx.io, ctx.noColor),
    clock: () => performance.now(),
    onInterrupt: (leave: () => void) => {
      process.once('SIGINT', leave);
      return () => process.off('SIGINT', leave);
    },
  };
}
