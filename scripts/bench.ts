import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAnswers } from '../src/answers/read.ts';
import { readCompiledCatalog } from '../src/catalog/compiled/compile.ts';
import { assess } from '../src/core/assess.ts';
import { textsIn } from '../src/files/shipped/texts-in.ts';
import type { Catalog } from '../src/model/catalog.ts';
import { benchPdf } from './bench-pdf.ts';

/**
 * `npm run bench`: how fast, as ratios to bare `node -e 0` in the same run, because machines differ and drift. Each
 * round runs every command once, in turn, so that a slow minute slows all of them. Exit 1 when a bar is broken.
 */

const ROOT = new URL('..', import.meta.url).pathname;
const BIN = join(ROOT, 'bin/wazamori.js');
const ROUNDS = Number(process.argv[2] ?? 15);
const TODAY = '2026-11-21';

const cwd = mkdtempSync(join(tmpdir(), 'wazamori-bench-'));
const { catalog } = readCompiledCatalog(textsIn(join(ROOT, 'dist/catalog')), 'ja');
let broken = 0;

/** A bar in milliseconds of a machine where bare node takes 50, as so many times bare node. */
const inNode = (ms: number): number => ms / 50;

try {
  const bare = coldStarts();
  gateOverMany(bare);
  await inProcess(bare);
} finally {
  rmSync(cwd, { recursive: true, force: true });
}
process.exitCode = broken > 0 ? 1 : 0;

/** Milliseconds of bare node, which all other times are told in. */
function coldStarts(): number {
  const answers = fullAnswers(catalog);
  writeFileSync(join(cwd, 'full.yaml'), answers);
  for (const [name, sample] of [
    ['parts.yaml', 'parts-maker'],
    ['shop.yaml', 'machining-shop'],
  ] as const)
    writeFileSync(join(cwd, name), readFileSync(join(ROOT, `templates/samples/${sample}.yaml`)));
  const commands: readonly [string, readonly string[], number | null][] = [
    ['node -e 0', ['-e', '0'], null],
    ['--version', [BIN, '--version'], 1.5],
    ['--help', [BIN, '--help'], 1.5],
    [
      `score, ${catalog.items.length} answers → JSON`,
      [BIN, 'score', 'full.yaml', '--format', 'json', '--today', TODAY],
      2.5,
    ],
    ['score, sample → text', [BIN, 'score', 'parts.yaml', '--today', TODAY], null],
    ['check, a clean file', [BIN, 'check', 'shop.yaml', '--policy', 'small-start', '--today', TODAY], 2.5],
    ['report, sample → PDF', [BIN, 'report', 'parts.yaml', '--today', TODAY], inNode(500)],
  ];
  const times = commands.map(() => [] as number[]);
  for (let round = -1; round < ROUNDS; round++) {
    commands.forEach(([name, args], i) => {
      const start = performance.now();
      const ran = spawnSync(process.execPath, args, { cwd, stdio: 'ignore' });
      if (ran.status !== 0) throw new Error(`${name} ended with ${ran.status}`);
      if (round >= 0) times[i]?.push(performance.now() - start);
    });
  }
  const bare = median(times[0] ?? []);
  console.log(
    `cold starts, median of ${ROUNDS} (${Buffer.byteLength(answers) >> 10} KB answer file, ${process.version})`,
  );
  commands.forEach(([name, , bar], i) => {
    const ms = median(times[i] ?? []);
    row(name, `${ms.toFixed(0)} ms`, ms / bare, bar, '× node');
  });
  return bare;
}

/** A head office with many clients: each file read, judged and compared with its place of every finding. */
function gateOverMany(bare: number): void {
  const files = 200;
  const folder = join(cwd, 'clients');
  mkdirSync(folder);
  const samples = ['machining-shop', 'materials-maker', 'parts-maker'].map((name) =>
    readFileSync(join(ROOT, `templates/samples/${name}.yaml`), 'utf8'),
  );
  for (let i = 0; i < files; i++) {
    writeFileSync(join(folder, `c${String(i).padStart(3, '0')}.yaml`), samples[i % samples.length] ?? '');
  }
  const args = [BIN, 'check', 'clients', '--policy', 'standard', '--format', 'json', '--today', TODAY];
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    const ran = spawnSync(process.execPath, args, { cwd, stdio: 'ignore' });
    if (ran.status !== 1) throw new Error(`check ended with ${ran.status}`);
    times.push(performance.now() - start);
  }
  const ms = median(times);
  row(`check, ${files} files, with places`, `${ms.toFixed(0)} ms`, ms / bare, inNode(1200), '× node');
}

async function inProcess(bare: number): Promise<void> {
  console.log('\nwarm');
  const load = timed(20, () => readCompiledCatalog(textsIn(join(ROOT, 'dist/catalog')), 'ja').texts());
  row('catalogue load, rules and prose', `${load.toFixed(2)} ms`, load / bare, inNode(20), '× node');
  const text = fullAnswers(catalog);
  const read = timed(200, () => readAnswers(text, catalog));
  row(`readAnswers, ${catalog.items.length} answers`, `${read.toFixed(2)} ms`, read / bare, null, '× node');
  const outcome = readAnswers(text, catalog);
  if (!outcome.ok) throw new Error('the bench file does not read');
  const answers = outcome.value;
  const score = timed(500, () => assess({ catalog, answers, today: TODAY, version: 'bench' }));
  row('assess', `${score.toFixed(3)} ms`, score / bare, inNode(1), '× node');
  const assessment = assess({ catalog, answers, today: TODAY, version: 'bench' });
  const pdf = await benchPdf(join(cwd, 'full.yaml'));
  const named = `${assessment.gaps.length} gaps`;
  row(`PDF warm, ${named}`, `${pdf.ms.toFixed(0)} ms`, pdf.ms / bare, inNode(50), '× node');
  row('  its words through text()', `${pdf.plainMs.toFixed(0)} ms`, pdf.ms / pdf.plainMs, 1, '× plain');
  row(`PDF size, tagged, ${named}`, `${(pdf.bytes / 1000).toFixed(0)} kB`, pdf.bytes / 1000, 250, 'kB');
  row(
    '  its words, untagged',
    `${(pdf.plainBytes / 1000).toFixed(0)} kB`,
    pdf.bytes / pdf.plainBytes,
    null,
    '× plain',
  );
}

/** A file that answers every question there is, with notes and comments as long as people write them: 13 KB and more. */
function fullAnswers(rules: Catalog): string {
  const words = ['はい', '一部', 'いいえ', 'わからない'];
  const answers = rules.items.map(({ id }, i) =>
    i % 2 === 0
      ? `  ${id}:\n    answer: ${words[i % 4]}\n    note: 本社のみ。現場の共有棚は来月に見直す。製造部の条件表はまだ写していない\n    by: 総務課長\n    on: 2026-11-20\n`
      : `  ${id}: ${words[i % 4]} # 総務に確かめた。次は春の棚卸しの時に見る\n`,
  );
  // A company everything concerns: nearly every question is asked.
  const profile = rules.facts
    .filter((f) => f.place === 'profile')
    .map(({ id, kind, values }) => {
      const real = values.map((value) => value.id).filter((value) => value !== 'none');
      return `  ${id}: ${kind === 'choices' ? `[${real.join(', ')}]` : (real[1] ?? real[0] ?? 'unknown')}\n`;
    });
  return `wazamori: 1\ncompany:\n  name: 株式会社サンプル精機\n  employees: 48\nassessment:\n  depth: evidence\n  goals: [tics]\nprofile:\n${profile.join('')}answers:\n${answers.join('')}`;
}

function timed(runs: number, run: () => unknown): number {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return median(times.slice(Math.floor(runs / 4)));
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

function row(name: string, shown: string, value: number, bar: number | null, unit: string): void {
  const over = bar !== null && value > bar;
  if (over) broken += 1;
  const ratio = unit === 'kB' ? '' : `${value.toFixed(value < 1 ? 3 : 2)} ${unit}`;
  const limit = bar === null ? '' : `bar ${bar} ${unit}${over ? '  BROKEN' : ''}`;
  console.log(`  ${name.padEnd(34)} ${shown.padStart(10)}  ${ratio.padStart(12)}  ${limit}`);
}
