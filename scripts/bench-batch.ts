import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readAnswers } from '../src/answers/read.ts';
import { fontsFolder, shippedCatalog, shippedWords } from '../src/cli/assets.ts';
import { assess } from '../src/core/assess.ts';
import { judge } from '../src/core/judge.ts';
import { contentHash } from '../src/files/content-hash.ts';
import { pressTools } from '../src/files/shipped/press-tools.ts';
import type { Answers } from '../src/model/answers.ts';
import { clientFacts } from '../src/portfolio/rows/row.ts';
import { renderPdf } from '../src/report/pdf/render.ts';
import { decodeText } from '../src/text/decode.ts';
import { sampleFiles } from './sample-files.ts';

/**
 * `npm run bench:batch -- [FILES] [MANY]`: a batch beside the plain loop in one thread, as ratios, because machines
 * differ and drift. FILES (2,000) are scored once and again, MANY (10,000) for the rate and memory, and 200
 * reports are made. Exit 1 when
 * a bar is broken.
 */
const ROOT = new URL('..', import.meta.url).pathname;
const BIN = join(ROOT, 'bin/wazamori.js');
const FILES = Number(process.argv[2] ?? 2000);
const MANY = Number(process.argv[3] ?? 10_000);
/** As many clients as an adviser may have: of a few dozen, most of the time is starting up. */
const REPORTS = 200;
const TODAY = '2026-11-21';
/** 中小企業 in Japan: what the tool would have to carry if every one of them used it. */
const ALL_COMPANIES = 3_360_000;

// The program itself is not touched: this runs in its process and tells what it used.
const TELL = `process.on("exit",()=>{const u=process.resourceUsage();writeSync(2,"\\n"+JSON.stringify([u.userCPUTime+u.systemCPUTime,u.maxRSS]))})`;
const USAGE = `data:text/javascript,import{writeSync}from"node:fs";${TELL}`;

/** Milliseconds of the processor that bare node takes on the machine the bars are meant for. */
const BARE = 50;

const { catalog, texts } = shippedCatalog('ja');
const cwd = mkdtempSync(join(tmpdir(), 'wazamori-bench-batch-'));
const bare = bareNode();
let broken = 0;

try {
  console.log(`${availableParallelism()} cores, ${process.version}, bare node ${bare.toFixed(0)} ms`);
  scoring();
  await reports();
  handful();
  memory();
} finally {
  rmSync(cwd, { recursive: true, force: true });
}
process.exitCode = broken > 0 ? 1 : 0;

/** Clients in a folder of their own; its name, and how much a file weighs. */
function clients(count: number): { readonly folder: string; readonly bytes: number } {
  const folder = join(cwd, `clients-${count}`);
  let bytes = 0;
  for (const file of sampleFiles({ catalog, count, seed: 1, later: false, full: true, broken: false })) {
    mkdirSync(dirname(join(folder, file.path)), { recursive: true });
    writeFileSync(join(folder, file.path), file.bytes);
    bytes += file.bytes.length;
  }
  return { folder, bytes: bytes / count };
}

interface Ran {
  /** Of all its threads together: what it costs, however busy the machine is with other things. */
  readonly cpu: number;
  /** Highest resident memory, in KB. */
  readonly peak: number;
}

function batch(folder: string, ...more: readonly string[]): Ran {
  for (const old of ['out', 'out.cache']) rmSync(join(cwd, old), { recursive: true, force: true });
  return again(folder, ...more);
}

function again(folder: string, ...more: readonly string[]): Ran {
  return run(['--import', USAGE, BIN, 'batch', folder, '--out', 'out', '--today', TODAY, '--quiet', ...more]);
}

function run(args: readonly string[]): Ran {
  const ran = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${args.at(-1)} ended with ${ran.status}: ${ran.stderr}`);
  const [cpu, peak] = JSON.parse(ran.stderr.trim().split('\n').at(-1) ?? '[]') as [number, number];
  return { cpu: cpu / 1e6, peak };
}

/** The plain loop: read, decode, judge, keep a row; nothing written, nothing summed. CPU seconds. */
function loop(folder: string, count: number): number {
  const start = process.cpuUsage();
  for (const answers of readAll(folder, count)) {
    JSON.stringify(
      clientFacts(judge({ catalog, answers, today: TODAY }), answers, { catalog, today: TODAY }, null),
    );
  }
  return secondsSince(start);
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function* readAll(folder: string, count: number): Generator<Answers> {
  for (const { path } of sampleFiles({ catalog, count, seed: 1, later: false, full: true, broken: false })) {
    const bytes = readFileSync(join(folder, path));
    contentHash(bytes);
    const decoded = decodeText(bytes);
    const read = decoded.ok ? readAnswers(decoded.value.text, catalog) : decoded;
    if (read.ok) yield read.value;
  }
}

function scoring(): void {
  const { folder, bytes } = clients(FILES);
  loop(folder, Math.min(FILES, 300));
  const single = loop(folder, FILES);
  const ran = batch(folder);
  const second = again(folder);
  console.log(`\nscoring, ${FILES} files of ${(bytes / 1024).toFixed(1)} KB`);
  row('one thread, plain loop', `${(FILES / single).toFixed(0)} /CPU s`, 1, null);
  row('batch, with all its outputs', `${(FILES / ran.cpu).toFixed(0)} /CPU s`, single / ran.cpu, null);
  row('again, nothing changed', `${(FILES / second.cpu).toFixed(0)} /CPU s`, single / second.cpu, null);
}

async function reports(): Promise<void> {
  const { folder } = clients(REPORTS);
  const words = shippedWords('ja');
  const input = { catalog, texts: texts(), words, pages: 'standard', ...pressTools(fontsFolder) } as const;
  const all = [...readAll(folder, REPORTS)];
  const start = process.cpuUsage();
  for (const answers of all) {
    const assessment = assess({ catalog, answers, today: TODAY, version: 'bench' });
    await renderPdf({ ...input, assessment, answers });
  }
  const single = secondsSince(start);
  const ran = batch(folder, '--reports', 'pdf');
  console.log(`\nreports, ${REPORTS} clients`);
  row('one thread, plain loop', `${(REPORTS / single).toFixed(1)} /CPU s`, 1, null);
  row('batch --reports pdf', `${(REPORTS / ran.cpu).toFixed(1)} /CPU s`, single / ran.cpu, null);
  rate('reports', REPORTS / ran.cpu, 30);
}

/**
 * How many a second on all cores of a machine on which bare node takes {@link BARE} ms and that does nothing else:
 * machines differ and drift, and what starts up in the same minute tells by how much.
 */
function rate(what: string, aCpuSecond: number, least: number): number {
  const here = aCpuSecond * availableParallelism();
  const scaled = here * (bare / BARE);
  if (scaled < least) broken += 1;
  const verdict = scaled < least ? 'BROKEN' : '';
  console.log(
    `  ${what} a second: ${here.toFixed(1)} here, ${scaled.toFixed(1)} where bare node takes ${BARE} ms; bar ≥ ${least} ${verdict}`,
  );
  return scaled;
}

/** Milliseconds of the processor that bare node takes: the median of nine. */
function bareNode(): number {
  const script = `const{writeSync}=require("node:fs");${TELL}`;
  return median(Array.from({ length: 9 }, () => run(['-e', script]).cpu * 1000));
}

function handful(): void {
  const one = clients(1).folder;
  const ten = clients(10).folder;
  batch(one);
  const times = [0, 1, 2, 3, 4].map(() => [batch(one).cpu, batch(ten).cpu] as const);
  console.log('\na handful');
  row('1 file', `${(1000 * median(times.map(([a]) => a))).toFixed(0)} CPU ms`, 1, null);
  const ratio = median(times.map(([a, b]) => b / a));
  row('10 files', `${(1000 * median(times.map(([, b]) => b))).toFixed(0)} CPU ms`, ratio, 1.5);
}

function memory(): void {
  const few = batch(clients(1000).folder);
  const many = batch(clients(MANY).folder);
  console.log('\npeak memory');
  row('1,000 files', `${(few.peak / 1024).toFixed(0)} MB`, 1, null);
  const name = `${MANY.toLocaleString('en-US')} files`;
  row(name, `${(many.peak / 1024).toFixed(0)} MB`, many.peak / few.peak, 1.2);
  // What each of the others took: threads that start and code that is slow until V8 knows it are in both runs, and are
  // nothing beside millions of files.
  const steady = rate('files', (MANY - 1000) / (many.cpu - few.cpu), 1000);
  const minutes = ALL_COMPANIES / steady / 60;
  const companies = ALL_COMPANIES.toLocaleString('en-US');
  console.log(`  all ${companies} small and mid-sized companies: ${minutes.toFixed(0)} minutes`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function row(name: string, shown: string, ratio: number, most: number | null): void {
  const over = most !== null && ratio > most;
  if (over) broken += 1;
  const limit = most === null ? '' : `bar ≤ ${most} ×${over ? '  BROKEN' : ''}`;
  console.log(`  ${name.padEnd(30)} ${shown.padStart(14)}  ${ratio.toFixed(2).padStart(6)} ×  ${limit}`);
}
