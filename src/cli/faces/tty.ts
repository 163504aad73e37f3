import type { Face } from '../../interview/face.ts';

/** The terminal as it is now: a person may resize it between two questions. */
export interface Terminal {
  readonly input: NodeJS.ReadStream | NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly columns: number;
  readonly rows: number;
  /** True where the cursor cannot be moved (`TERM=dumb`): plain lines instead of prompts. */
  readonly plain: boolean;
  readonly colour: boolean;
  /** Calls back at Ctrl-C where lines are read plainly; gives what ends that. Prompts see the key themselves. */
  readonly onInterrupt?: (leave: () => void) => () => void;
  /** Milliseconds from any origin, for keys that follow each other faster than a person reads. */
  readonly clock: () => number;
  /** Calls back so many milliseconds later unless cancelled, for keys that come in pieces; left out = the real time. */
  readonly later?: (milliseconds: number, run: () => void) => () => void;
}

/** A face that holds its terminal until it is closed. */
export interface OpenFace extends Face {
  readonly close: () => void;
}

/** Calls back so much later, but not before what has arrived meanwhile is read: a busy machine runs timers first. */
export function afterReading(milliseconds: number, run: () => void): () => void {
  let over = false;
  const timer = setTimeout(() => setImmediate(() => over || run()), milliseconds);
  return () => {
    over = true;
    clearTimeout(timer);
  };
}
