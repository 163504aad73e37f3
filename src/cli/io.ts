import { fstatSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { codeOf } from '../files/disk-problem.ts';
import type { Terminal } from '../report/terminal/page.ts';
import { paintIn } from '../words/ink.ts';
import { type Shell, typed } from '../words/typed.ts';
import { onScreen, unspoken } from '../words/visible.ts';

/** Everything a command takes from the outside world; tests hand in their own. */
export interface Io {
  readonly cwd: string;
  /** The program as it was started; `null` = by no file. */
  readonly script: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The result of a command, and nothing else. */
  readonly out: (result: string | Uint8Array) => void;
  /** Progress, hints and problems. */
  readonly err: (text: string) => void;
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly now: () => Date;
}

/** The process itself. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    script: process.argv[1] ?? null,
    env: process.env,
    out: writeOut,
    err: (text) => process.stderr.write(text),
    stdinIsTerminal: process.stdin.isTTY === true,
    stdoutIsTerminal: process.stdout.isTTY === true,
    columns: process.stdout.columns ?? 80,
    rows: process.stdout.rows ?? 24,
    now: () => new Date(),
  };
}

/**
 * Writes to standard output, all of it or it throws `{ output: 'ENOSPC' }`. Where that is a file, node's own stream
 * writes once and takes no notice of a disk that took only a part of it.
 */
function writeOut(result: string | Uint8Array): void {
  if (!isKept()) {
    process.stdout.write(result);
    return;
  }
  try {
    writeFileSync(STDOUT, result);
  } catch (error) {
    // A screen that is gone is nobody's loss; without a code of the disk nobody takes it for a trouble with a file of ours.
    if (codeOf(error) === 'EIO') return;
    throw Object.assign(new Error('stdout'), { output: codeOf(error) ?? String(error) });
  }
}

const STDOUT = 1;

/** Whether standard output is a file or a device, which take bytes at once; pipes and screens take them in their time. */
function isKept(): boolean {
  if (process.stdout.isTTY) return false;
  try {
    const stats = fstatSync(STDOUT);
    return stats.isFile() || stats.isCharacterDevice();
  } catch {
    return false;
  }
}

/** Whether to colour: never against NO_COLOR, `--no-color` or TERM=dumb, always with FORCE_COLOR, else in a terminal. */
export function wantsColour(io: Io, noColor: boolean): boolean {
  if (noColor || (io.env['NO_COLOR'] ?? '') !== '' || io.env['TERM'] === 'dumb') return false;
  if ((io.env['FORCE_COLOR'] ?? '0') !== '0') return true;
  return io.stdoutIsTerminal;
}

/** How to draw on stdout. */
export const terminalOf = (io: Io, noColor: boolean): Terminal => ({
  columns: io.columns,
  paint: paintIn(wantsColour(io, noColor)),
});

/** The same, with all text let out by the one way: nothing a file or an argument holds can act on a terminal. */
export const wayOut = (io: Io): Io => ({
  ...io,
  out: (result) => io.out(typeof result === 'string' ? onScreen(result) : result),
  err: (text) => io.err(unspoken(onScreen(text))),
});

/**
 * How this program is called here: hints must be lines a person can type as they stand. Never through `npx`, which
 * would ask the registry for the name where nothing is installed: there it could be anybody's.
 */
export function programName({ cwd, script }: Pick<Io, 'cwd' | 'script'>): string {
  if (script === join(cwd, 'bin', 'wazamori.js')) return 'node bin/wazamori.js';
  const installed = join(cwd, 'node_modules') + sep;
  return script?.startsWith(installed) ? join('node_modules', '.bin', 'wazamori') : 'wazamori';
}

/** The shell commands are suggested for. */
export const SHELL: Shell = process.platform === 'win32' ? 'windows' : 'posix';

/** A word as it can be typed here. */
export const typable = (word: string): string => typed(word, SHELL);
