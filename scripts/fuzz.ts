import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Io } from '../src/cli/io.ts';
import { main } from '../src/cli/main.ts';

/**
 * Answer files broken in every way we could think of, through the whole of `wazamori check`: each has to end with 0, 1
 * or 2 within a second of computing, without a stack trace, its file untouched. `tsx scripts/fuzz.ts [COUNT] [SEED]`.
 */

const ROOT = resolve(import.meta.dirname, '..');
const SAMPLES = ['machining-shop', 'materials-maker', 'parts-maker'].map((name) =>
  readFileSync(join(ROOT, `templates/samples/${name}.yaml`), 'utf8'),
);
const SUPPRESSED = 'suppressed:\n  - {code: gap-new, about: guidance.exit-plan, reason: 撤退しない}\n';

/** A generator anybody can run again: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const whole = (random: Random, below: number): number => Math.floor(random() * below);
const oneOf = <T>(random: Random, values: readonly [T, ...T[]]): T =>
  values[whole(random, values.length)] ?? values[0];

const HOSTILE = [
  '&a [*a]',
  '!!js/function "function () {}"',
  '__proto__: {polluted: true}',
  '? {a: 1}',
  '- - - -',
  '"\\ud800"',
  '2026-02-30',
  '99999999999999999999',
  '.nan',
  '{{{{{{{{{{',
  "'",
  '|2-',
  '---',
  '%YAML 1.1',
  'はい：',
  '\u0000',
  '\u202e\u200b',
  '1e400',
  '0x1F',
  '~',
  '[]',
  '{}',
  '<<: *x',
  '@',
  '`',
  '\t',
  'constructor: 1',
  '田中さん@example.invalid 090-0000-0000',
  'x'.repeat(5000),
  '['.repeat(200),
  '- '.repeat(200),
] as const;

type Mutation = (text: string, random: Random) => string | Uint8Array;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  truncated: (text, random) => text.slice(0, whole(random, text.length)),
  'line gone': (text, random) => {
    const lines = text.split('\n');
    lines.splice(whole(random, lines.length), 1 + whole(random, 3));
    return lines.join('\n');
  },
  'lines twice': (text, random) => {
    const lines = text.split('\n');
    const at = whole(random, lines.length);
    lines.splice(at, 0, ...lines.slice(at, at + 1 + whole(random, 5)));
    return lines.join('\n');
  },
  'wrong type': (text, random) =>
    eachValue(text, random, () =>
      oneOf(random, ['[]', '{}', '1', 'true', 'null', '[1, 2]', '{a: {b: c}}', '"x"', '']),
    ),
  'hostile value': (text, random) => eachValue(text, random, () => oneOf(random, HOSTILE)),
  'hostile line': (text, random) => {
    const lines = text.split('\n');
    lines.splice(whole(random, lines.length), 0, `${' '.repeat(whole(random, 6))}${oneOf(random, HOSTILE)}`);
    return lines.join('\n');
  },
  indentation: (text, random) =>
    text.replace(/^ */gm, (spaces) => (random() < 0.05 ? ' '.repeat(whole(random, 8)) : spaces)),
  'characters swapped': (text, random) => {
    const at = whole(random, text.length - 1);
    return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  },
  'random bytes': (_, random) => Uint8Array.from({ length: whole(random, 4000) }, () => whole(random, 256)),
  'bytes flipped': (text, random) => {
    const bytes = new TextEncoder().encode(text);
    for (let i = 0; i < 1 + whole(random, 20); i++) bytes[whole(random, bytes.length)] = whole(random, 256);
    return bytes;
  },
  huge: (text, random) =>
    text +
    oneOf(random, ['# x\n', 'a: 1\n', '  guidance.x: はい\n', '- ', '[', '\n']).repeat(
      20_000 + whole(random, 60_000),
    ),
  deep: (text, random) =>
    `${text}deep: ${oneOf(random, ['[', '{a: ', '- '] as const).repeat(whole(random, 5000))}`,
  'CRLF and BOM': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  'another file': (_, random) =>
    oneOf(random, [
      '',
      '# nothing\n',
      '[]',
      '"text"',
      '{"a": 1}',
      '- はい\n',
      'policy: 1\n',
      '\n\n\n',
      'wazamori: 1',
      'wazamori: 2\n',
    ]),
};

/** Some values of `key: value` lines replaced. */
function eachValue(text: string, random: Random, value: () => string): string {
  return text.replace(/: +(\S.*)$/gm, (whole_, given: string) =>
    random() < 0.04 ? `: ${value()}` : whole_ || given,
  );
}

export interface FuzzResult {
  readonly count: number;
  /** How often each exit code came. */
  readonly exits: Readonly<Record<string, number>>;
  /** Milliseconds of computing for the slowest file, and its mutation. */
  readonly slowest: { readonly ms: number; readonly by: string };
  readonly failures: readonly string[];
}

/** Runs `count` mutated files; the same seed gives the same files. */
export async function fuzz(count: number, seed: number): Promise<FuzzResult> {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'wazamori-fuzz-'));
  const path = join(folder, 'a.yaml');
  writeFileSync(join(folder, 'before.yaml'), `${SAMPLES[0]}${SUPPRESSED}`);
  const exits: Record<string, number> = {};
  const failures: string[] = [];
  let slowest = { ms: 0, by: '' };
  const names = Object.keys(MUTATIONS);
  try {
    for (let i = 0; i < count; i++) {
      const by = names[whole(random, names.length)] ?? '';
      const bytes = mutated(by, random);
      writeFileSync(path, bytes);
      const format = oneOf(random, ['text', 'json', 'sarif', 'junit', 'github', 'md']);
      const args = [
        'check',
        'a.yaml',
        '--policy',
        oneOf(random, ['for-customers', 'small-start']),
        '--format',
        format,
        '--today',
        '2026-11-21',
      ];
      if (random() < 0.3) args.push('--baseline', 'before.yaml');
      const ran = await runHere(args, folder);
      exits[ran.code] = (exits[ran.code] ?? 0) + 1;
      if (ran.ms > slowest.ms) slowest = { ms: ran.ms, by };
      const problem = problemOf(ran, Buffer.from(bytes).equals(readFileSync(path)));
      if (problem !== null) failures.push(`#${i} seed ${seed}, ${by}: ${problem}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { count, exits, slowest, failures };
}

function mutated(by: string, random: Random): Uint8Array {
  const sample = `${oneOf(random, [SAMPLES[0] ?? '', ...SAMPLES])}${random() < 0.5 ? SUPPRESSED : ''}`;
  const first = MUTATIONS[by]?.(sample, random) ?? sample;
  // A second slip on top of the first finds what neither finds alone.
  const again =
    typeof first === 'string' && random() < 0.3 ? MUTATIONS['hostile line']?.(first, random) : undefined;
  const text = again ?? first;
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

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
    ...{ cwd, env: {}, script: null, columns: 80, rows: 24, stdinIsTerminal: false, stdoutIsTerminal: false },
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
  const code = await main(args, io);
  const { user, system } = process.cpuUsage(before);
  return { code, ms: (user + system) / 1000, out, err };
}

function problemOf({ code, ms, out, err }: Ran, untouched: boolean): string | null {
  if (code !== 0 && code !== 1 && code !== 2) return `exit ${code}: ${err.slice(0, 300)}`;
  if (/\n\s+at .+\(.+:\d+:\d+\)|\b(?:TypeError|RangeError|ReferenceError)\b/.test(out + err))
    return 'a stack trace';
  if (ms > 1000) return `${Math.round(ms)} ms`;
  if (!untouched) return 'the file was changed';
  return Object.hasOwn(Object.prototype, 'polluted') ? 'a prototype was polluted' : null;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [count = 10_000, seed = 20261121] = process.argv.slice(2).map(Number);
  const started = performance.now();
  const { exits, slowest, failures } = await fuzz(count, seed);
  const seconds = Math.round((performance.now() - started) / 1000);
  const codes = Object.entries(exits).map(([code, n]) => `exit ${code}: ${n}`);
  process.stdout.write(
    `${count} files, seed ${seed}, ${seconds} s — ${codes.join(', ')}; slowest ${slowest.ms.toFixed(0)} ms (${slowest.by})\n`,
  );
  for (const failure of failures.slice(0, 50)) process.stdout.write(`${failure}\n`);
  process.stdout.write(`${failures.length} failures\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
