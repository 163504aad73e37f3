import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Io } from '../src/cli/io.ts';
import { main } from '../src/cli/main.ts';
import { furnish, KINDS, type Kind, PREPARING } from './fuzz/kinds.ts';
import { randomFrom } from './fuzz/random.ts';

/**
 * Files from others broken in every way we could think of, through the commands that read them: each has to end with 0,
 * 1 or 2 within a second of computing, without a stack trace, the file untouched.
 * `tsx scripts/fuzz.ts [COUNT] [SEED]`; one of them again, its folder kept: `tsx scripts/fuzz.ts COUNT SEED NUMBER`.
 */

export interface KindResult {
  readonly count: number;
  /** How often each exit code came. */
  readonly exits: Readonly<Record<string, number>>;
  /** Milliseconds of computing for the slowest file, and its mutation. */
  readonly slowest: { readonly ms: number; readonly by: string };
}

export interface FuzzResult {
  readonly kinds: Readonly<Record<string, KindResult>>;
  readonly failures: readonly string[];
}

/** Runs `count` mutated files; the same seed gives the same files, whichever of them are run. */
export async function fuzz(
  count: number,
  seed: number,
  only: number | null = null,
  told: (line: string) => void = () => {},
): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'wazamori-fuzz-'));
  const kinds: Record<string, KindResult> = {};
  const failures: string[] = [];
  try {
    furnish(folder);
    for (const args of PREPARING) {
      const { code, err } = await runHere(args, folder);
      if (code !== 0) throw new Error(`${args.join(' ')}: ${err}`);
    }
    for (let i = only ?? 0; i < (only === null ? count : only + 1); i++) {
      const kind = kindOf(i, count);
      const { ran, by, problem, line } = await runOne(kind, randomFrom(seed + 7919 * i), folder);
      kinds[kind.name] = withRun(kinds[kind.name], ran, by);
      if (problem !== null || only !== null) {
        failures.push(`#${i} seed ${seed}, ${kind.name}, ${by}, ${line}: ${problem ?? `exit ${ran.code}`}`);
        told(failures.at(-1) ?? '');
      }
      if (only !== null || i + 1 === count || kindOf(i + 1, count) !== kind) told(kindLine(kind.name, kinds));
    }
  } finally {
    if (only === null) rmSync(folder, { recursive: true, force: true });
    else process.stdout.write(`${folder}\n`);
  }
  return { kinds, failures };
}

/** Kinds follow each other in their shares. */
function kindOf(i: number, count: number): Kind {
  let at = (i * 100) / count;
  const found = KINDS.find(({ share }) => {
    at -= share;
    return at < 0;
  });
  if (found === undefined) throw new Error('the shares are no hundred');
  return found;
}

async function runOne(kind: Kind, random: () => number, folder: string) {
  const { bytes, by, path, args } = kind.make(random, folder);
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  const ran = await runHere(args, folder);
  const untouched = kind.rewritten === true || Buffer.from(bytes).equals(readFileSync(file));
  return { ran, by, problem: problemOf(ran, untouched), line: args.join(' ') };
}

function kindLine(name: string, kinds: Readonly<Record<string, KindResult>>): string {
  const { count, exits, slowest } = kinds[name] ?? NONE;
  const codes = Object.entries(exits).map(([code, n]) => `exit ${code}: ${n}`);
  return `${name}: ${count} files — ${codes.join(', ')}; slowest ${slowest.ms.toFixed(0)} ms (${slowest.by})`;
}

const NONE: KindResult = { count: 0, exits: {}, slowest: { ms: 0, by: '' } };

function withRun(before: KindResult = NONE, { code, ms }: Ran, by: string): KindResult {
  const { count, exits, slowest } = before;
  return {
    count: count + 1,
    exits: { ...exits, [code]: (exits[code] ?? 0) + 1 },
    slowest: ms > slowest.ms ? { ms, by } : slowest,
  };
}

/** CPU time no file may take, in ms. */
const SLOW = 1000;

interface Ran {
  readonly code: number;
  readonly ms: number;
  readonly out: string;
  readonly err: string;
}

async function runHere(args: readonly string[], cwd: string): Promise<Ran> {
  let out = '';
  let err = '';
  const io: Io = {
    cwd,
    env: {},
    script: null,
    columns: 80,
    rows: 24,
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    now: () => new Date('2026-11-21T00:00:00Z'),
  };
  // Time of this process alone: on a busy machine the clock also counts the work of others.
  const before = process.cpuUsage();
  const code = await main([...args, '--today', '2026-11-21'], io);
  const { user, system } = process.cpuUsage(before);
  return { code, ms: (user + system) / 1000, out, err };
}

function problemOf({ code, out, err }: Ran, untouched: boolean): string | null {
  if (code !== 0 && code !== 1 && code !== 2) return `exit ${code}: ${err.slice(0, 300)}`;
  if (/\n\s+at .+\(.+:\d+:\d+\)|\b(?:TypeError|RangeError|ReferenceError)\b/.test(out + err))
    return 'a stack trace';
  if (!untouched) return 'the file was changed';
  return Object.hasOwn(Object.prototype, 'polluted') ? 'a prototype was polluted' : null;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [count = 10_000, seed = 20261121, only = null] = process.argv.slice(2).map(Number);
  process.stdout.write(`${count} files, seed ${seed}\n`);
  const { kinds, failures } = await fuzz(count, seed, only, (line) => process.stdout.write(`${line}\n`));
  // Said here alone: a test that looks at the time fails on a busy machine.
  const slow = Object.values(kinds).filter(({ slowest }) => slowest.ms > SLOW);
  for (const { slowest } of slow) process.stdout.write(`over ${SLOW} ms: ${slowest.by}\n`);
  process.stdout.write(`${failures.length + slow.length} ${only === null ? 'failures' : 'told'}\n`);
  process.exitCode = failures.length > 0 && only === null ? 1 : 0;
}
