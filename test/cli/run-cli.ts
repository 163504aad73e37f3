import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.ts';
import { BIN } from '../setup/package.ts';

export { ROOT } from '../setup/package.ts';

const REFUSE = new URL('../setup/refuse-connections.mjs', import.meta.url).href;

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export interface RunOptions {
  /** Of stdout: `latin1` keeps the bytes of a PDF. */
  readonly encoding?: 'utf8' | 'latin1';
  /** Another copy of the program. */
  readonly bin?: string;
}

/** The clock of every run in this process: what is tried tomorrow, or at midnight, must come out as today. */
const NOON = new Date('2026-11-30T12:00:00+09:00');

type Env = Readonly<Record<string, string>>;

const environment = (env: Env): Record<string, string | undefined> => ({
  PATH: process.env['PATH'],
  TMPDIR: process.env['TMPDIR'],
  TZ: 'Asia/Tokyo',
  LANG: 'C.UTF-8',
  ...env,
});

/**
 * Runs a command line in a folder, inside this process: what the program does without the start of node around it. A
 * thousand runs share one reading of the checklists. What only a process can show (exit codes of `bin/`, streams,
 * signals, other zones) is tried with {@link launchCli}.
 */
export async function runCli(
  args: readonly string[],
  cwd: string,
  env: Env = {},
  { encoding = 'utf8' }: RunOptions = {},
): Promise<Ran> {
  const written = { out: [] as Uint8Array[], err: '' };
  const status = await main(args, {
    cwd,
    env: environment(env),
    out: (result) => void written.out.push(Buffer.from(result)),
    err: (text) => {
      written.err += text;
    },
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    columns: 80,
    rows: 24,
    now: () => NOON,
    script: BIN,
  });
  return { stdout: Buffer.concat(written.out).toString(encoding), stderr: written.err, status };
}

/** Runs the built program as its users do, in a process of its own, with every outgoing connection refused. */
export function launchCli(
  args: readonly string[],
  cwd: string,
  env: Env = {},
  { encoding = 'utf8', bin = BIN }: RunOptions = {},
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', REFUSE, bin, ...args], {
      cwd,
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding(encoding).on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', fail);
    child.on('close', (status) => done({ stdout, stderr, status }));
  });
}

const ANSWERING = fileURLToPath(new URL('answering-program.mjs', import.meta.url));

/** A built package in a process of its own, which runs the command lines it is given, one after another. */
export interface Started {
  readonly run: (args: readonly string[]) => Promise<Ran>;
  readonly stop: () => Promise<unknown>;
}

/**
 * Starts a package as {@link launchCli} does, for many command lines: where another package or two processes are the
 * point, and not that each line has one of its own.
 */
export function startCli(folder: string, env: Env): Started {
  const child = fork(ANSWERING, [join(folder, 'dist/cli.js')], {
    cwd: folder,
    env: environment(env),
    execArgv: ['--import', REFUSE],
  });
  const waiting: ((ran: Ran) => void)[] = [];
  child.on('message', (ran: Ran) => waiting.shift()?.(ran));
  const ended = once(child, 'exit');
  const run = (args: readonly string[]): Promise<Ran> =>
    new Promise((done, fail) => {
      waiting.push(done);
      child.send(args);
      ended.then(() => fail(new Error(`the process ended before ${args.join(' ')}`)), fail);
    });
  const stop = (): Promise<unknown> => {
    child.disconnect();
    return ended;
  };
  return { run, stop };
}
