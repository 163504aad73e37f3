import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = `${ROOT}bin/wazamori.js`;
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

/** Runs the built program in a folder, with every outgoing connection refused. */
export function runCli(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  { encoding = 'utf8', bin = BIN }: RunOptions = {},
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', REFUSE, bin, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], TZ: 'Asia/Tokyo', LANG: 'C.UTF-8', ...env },
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
