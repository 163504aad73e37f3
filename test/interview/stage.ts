import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { faceToFace } from '../../src/cli/faces/face-to-face.ts';
import type { Terminal } from '../../src/cli/faces/tty.ts';
import { type InterviewEnd, type InterviewInput, runInterview } from '../../src/interview/run.ts';

/** A terminal made of two streams: what a person types, and what they get to see. */
export interface Stage {
  readonly terminal: Terminal;
  /** Waits until `text` appears after what was waited for before. */
  readonly shows: (text: string) => Promise<void>;
  /** Types once `text` appears, in bytes as a keyboard sends them; then waits only for what comes afterwards. */
  readonly after: (text: string, keys: string) => Promise<void>;
  readonly close: () => void;
  /** All that was shown, without spaces, line breaks and the codes that move the cursor. */
  readonly seen: () => string;
  readonly raw: () => string;
}

export const KEY = {
  enter: '\r',
  down: '\u001b[B',
  escape: '\u001b',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const;

export function stage(plain = false): Stage {
  const input = new PassThrough();
  const output = new PassThrough();
  // Each prompt ends what it writes to when it is done; only a process's own stdout shrugs that off.
  output.end = () => output;
  // Whoever types here reads first.
  let seconds = 0;
  let raw = '';
  let seen = '';
  let mark = 0;
  let check = (): void => {};
  output.on('data', (chunk: Buffer) => {
    raw += chunk.toString();
    seen += stripVTControlCharacters(chunk.toString());
    check();
  });
  const appears = (text: string): Promise<void> =>
    new Promise((resolve) => {
      check = () => {
        const at = seen.indexOf(text, mark);
        if (at === -1) return;
        check = () => {};
        mark = at + text.length;
        resolve();
      };
      check();
    });
  return {
    terminal: {
      input,
      output,
      columns: 80,
      rows: 24,
      plain,
      colour: false,
      clock: () => {
        seconds += 1;
        return seconds * 1000;
      },
      // Whatever belongs together is typed together here.
      later: (_milliseconds, run) => {
        const turn = setImmediate(run);
        return () => clearImmediate(turn);
      },
    },
    shows: appears,
    after: async (text, keys) => {
      await appears(text);
      mark = seen.length;
      input.write(keys);
    },
    close: () => input.end(),
    seen: () => seen.replace(/\s+/g, ''),
    raw: () => raw,
  };
}

/** An interview with whoever types there, by the face the command line would give it. */
export const interviewAt = (
  { terminal }: Pick<Stage, 'terminal'>,
  input: Omit<InterviewInput, 'face'>,
): Promise<InterviewEnd> => faceToFace(terminal, input.words, (face) => runInterview({ ...input, face }));
