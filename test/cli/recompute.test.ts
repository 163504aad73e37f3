import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Edition, editionFile, editionName } from '../../src/catalog/compiled/edition.ts';
import {
  EDITIONS_FOLDER,
  EDITIONS_INDEX,
  type EditionsIndex,
} from '../../src/catalog/compiled/shipped-editions.ts';
import { pressTools } from '../../src/files/shipped/press-tools.ts';
import {
  assess,
  fontsFolder,
  readAnswers,
  renderPdf,
  shippedCatalog,
  shippedWords,
} from '../../src/index.ts';
import type { Assessment, ItemResult, Score } from '../../src/model/assessment.ts';
import type { Comparison, Points, ScoreChange } from '../../src/model/comparison.ts';
import { assessmentSchema } from '../../src/report/json/schema.ts';
import { comparisonSchema } from '../../src/report/json/schema-comparison.ts';
import { PACKAGE } from '../setup/package.ts';
import { ROOT, type Started, startCli } from './run-cli.ts';

/**
 * The promise of docs/scoring.md: whoever has only the printed JSON can do every sum again. The numbers are taken from
 * the program's output, the arithmetic is this file's own.
 */
const SAMPLES = readdirSync(join(ROOT, 'templates/samples'));
const TODAY = ['--today', '2027-05-15'];

/** A copy of the built package that ships an earlier edition beside the present one. */
let bench = '';
beforeAll(() => {
  bench = mkdtempSync(join(tmpdir(), 'wazamori-recompute-'));
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(PACKAGE, part), join(bench, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(bench, 'node_modules'));
  const catalog = join(bench, 'dist/catalog');
  const index: EditionsIndex = JSON.parse(readFileSync(join(catalog, EDITIONS_INDEX), 'utf8'));
  const present: Edition = JSON.parse(
    readFileSync(join(catalog, EDITIONS_FOLDER, index.at(-1)?.file ?? ''), 'utf8'),
  );
  const earlier = earlierThan(present);
  const file = editionName(earlier.editions);
  writeFileSync(join(catalog, EDITIONS_FOLDER, file), editionFile(earlier));
  writeFileSync(
    join(catalog, EDITIONS_INDEX),
    JSON.stringify([{ file, editions: earlier.editions }, ...index]),
  );
  for (const name of SAMPLES) {
    const sample = readFileSync(join(ROOT, 'templates/samples', name), 'utf8');
    const was = asItWas(sample);
    const files = { [name]: sample, [`was-${name}`]: was, [`turned-${name}`]: turned(sample) };
    files[`paused-${name}`] = was.replace(/overseasProduction: \w+/, 'overseasProduction: 休んでいる');
    files[`was-turned-${name}`] = turned(was);
    for (const [path, text] of Object.entries(files)) writeFileSync(join(bench, path), text);
  }
});
afterAll(() => rmSync(bench, { recursive: true, force: true }));

/** Two questions fewer, one that is gone since, two weighed otherwise, another weight for all: an invented 2025. */
function earlierThan(present: Edition): Edition {
  const since = present.items.filter(
    ({ id }) => id !== 'guidance.device-updates' && id !== 'guidance.use-records',
  );
  const [gone] = since;
  const as2025 = (list: Edition['checklists'][number]) =>
    list.id === 'guidance' ? { ...list, edition: '2025.1' } : list;
  return {
    ...present,
    editions: { ...present.editions, guidance: '2025.1' },
    checklists: present.checklists.map(as2025),
    items: [
      ...since.map((item) =>
        item.id === 'guidance.secrecy-training' ? { ...item, severity: 'critical' as const } : item,
      ),
      ...(gone === undefined ? [] : [{ ...gone, id: 'guidance.locked-cabinet', severity: 'major' as const }]),
    ],
    facts: present.facts.map((fact) =>
      fact.id === 'overseasProduction'
        ? { ...fact, values: [...fact.values, { id: 'paused', words: ['休んでいる'] }] }
        : fact,
    ),
    weights: { ...present.weights, severity: { ...present.weights.severity, minor: 2 } },
    titles: {
      ja: {
        ...present.titles.ja,
        items: { ...present.titles.ja.items, 'guidance.locked-cabinet': '鍵のかかる棚' },
      },
      en: {
        ...present.titles.en,
        items: { ...present.titles.en.items, 'guidance.locked-cabinet': 'Locked cabinet' },
      },
    },
  };
}

/** A sample as it was: answered under the earlier edition, elsewhere in the world, with other answers. */
function asItWas(sample: string): string {
  return sample
    .replace(/editions: \{.*\}/, 'editions: {guidance: "2025.1"}')
    .replace(/date: .*/, 'date: 2025-11-20')
    .replace(/customerDrawings: yes/, 'customerDrawings: no')
    .replace(/outsourcing: .*/, 'outsourcing: unknown')
    .replace(/(guidance\.secrecy-training): .*/, '$1: はい')
    .replace(/(guidance\.outside-offer-reports): (いいえ|わからない).*/, '$1: 一部')
    .replace(/^ {2}guidance\.(device-updates|use-records):.*\n(?: {4}.*\n)*/gm, '')
    .replace(/^answers:\n/m, 'answers:\n  guidance.locked-cabinet: はい\n');
}

/** Two processes with the copied package, either side of the date line, in two languages. */
const SIDES = {
  east: { TZ: 'Pacific/Kiritimati', LANG: 'ja_JP.UTF-8' },
  west: { TZ: 'Pacific/Pago_Pago', LANG: 'C' },
} as const;
type Side = keyof typeof SIDES;

let processes: Readonly<Record<Side, Started>> | null = null;
beforeAll(() => {
  processes = { east: startCli(bench, SIDES.east), west: startCli(bench, SIDES.west) };
});
afterAll(() => Promise.all(Object.values(processes ?? {}).map(({ stop }) => stop())));

const printed = new Map<string, Promise<string>>();

/** What the copied package prints, with nothing to complain about. The files stay as they are: one line is run once. */
function inPackage(args: readonly string[], side: Side = 'east'): Promise<string> {
  const line = JSON.stringify([args, side]);
  const known = printed.get(line) ?? run(args, side);
  printed.set(line, known);
  return known;
}

async function run(args: readonly string[], side: Side): Promise<string> {
  const ran = await processes?.[side].run(args);
  expect({ status: ran?.status, stderr: ran?.stderr }).toEqual({ status: 0, stderr: '' });
  return ran?.stdout ?? '';
}

const units = (points: number): number => Math.round(points * 1e4);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function expectScore(score: Score, items: readonly ItemResult[]): void {
  const counted = items.filter((item) => item.low !== null);
  const weight = sum(counted.map((item) => item.weight));
  expect(score.weight).toBe(weight);
  const low = sum(counted.map((item) => item.weight * (item.low ?? 0)));
  const high = sum(counted.map((item) => item.weight * (item.high ?? 0)));
  expect([score.sumLow, score.sumHigh]).toEqual([low, high]);
  if (weight === 0) {
    expect([score.low, score.high]).toEqual([null, null]);
    return;
  }
  expect(units(score.low ?? -1)).toBe(units((100 * low) / weight));
  expect(units(score.high ?? -1)).toBe(units((100 * high) / weight));
}

const ends = (points: Points | null): readonly number[] => [
  units(points?.low ?? NaN),
  units(points?.high ?? NaN),
];
const total = (effects: readonly (Points | null)[]): readonly number[] => [
  sum(effects.map((effect) => units(effect?.low ?? NaN))),
  sum(effects.map((effect) => units(effect?.high ?? NaN))),
];

function expectToAddUp({ before, after, change, causes, kinds, byAnswers, byScope }: ScoreChange): void {
  if (change === null) return;
  for (const { effect, items } of causes) expect(total(items.map((row) => row.effect))).toEqual(ends(effect));
  expect(total(causes.map(({ effect }) => effect))).toEqual(ends(change));
  expect(total(kinds.map(({ effect }) => effect))).toEqual(ends(change));
  expect(total([byAnswers, byScope])).toEqual(ends(change));
  expect(total([before, change])).toEqual(ends(after));
}

describe.each(SAMPLES)('%s, from the printed JSON alone', (name) => {
  it('every score is the sum of its questions', async () => {
    const result: Assessment = JSON.parse(await inPackage(['score', name, '--format', 'json', ...TODAY]));
    assessmentSchema.parse(result);
    const { items } = result;
    expectScore(
      result.score,
      items.filter((item) => item.inOverall),
    );
    for (const { id, score, sections } of result.checklists) {
      if (score !== null)
        expectScore(
          score,
          items.filter((item) => item.checklist === id),
        );
      for (const section of sections) {
        expectScore(
          section.score,
          items.filter((item) => item.checklist === id && item.section === section.id),
        );
      }
    }
    for (const { id, score } of result.routes) {
      expectScore(
        score,
        items.filter((item) => item.inOverall && item.routes.includes(id)),
      );
    }
  });

  it('every change is the sum of its causes, with checklists, company and answers all different', async () => {
    const result: Comparison = JSON.parse(
      await inPackage(['diff', `was-${name}`, name, '--format', 'json', ...TODAY]),
    );
    comparisonSchema.parse(result);
    const [overall] = result.scores;
    expect(overall?.causes.map(({ cause }) => cause)).toEqual(['catalog', 'profile', 'answers']);
    expect(overall?.change).not.toBeNull();
    expect(result.scores.length).toBeGreaterThan(15);
    for (const score of result.scores) expectToAddUp(score);
    expect(result.catalog).toEqual({
      status: 'changed',
      editions: [{ checklist: 'guidance', before: '2025.1', after: '2026.1' }],
      added: ['guidance.device-updates', 'guidance.use-records'],
      removed: ['guidance.locked-cabinet'],
    });
    const now: Assessment = JSON.parse(await inPackage(['score', name, '--format', 'json', ...TODAY]));
    expect(overall?.after).toEqual({ low: now.score.low, high: now.score.high });
  });

  it('a word that has gone since is read as it was meant', async () => {
    const result: Comparison = JSON.parse(
      await inPackage(['diff', `paused-${name}`, name, '--format', 'json', ...TODAY]),
    );
    expect(result.before.editions['guidance']).toBe('2025.1');
    expect(result.facts.find(({ fact }) => fact === 'overseasProduction')).toMatchObject({
      before: { values: ['paused'] },
    });
    for (const score of result.scores) expectToAddUp(score);
  });

  it('what has gone is told by its name', async () => {
    const text = await inPackage(['diff', `was-${name}`, name, ...TODAY, '--verbose']);
    expect(text).toContain('鍵のかかる棚');
    expect(text).toContain('2025.1 の版 → 2026.1 の版');
  });
});

describe.each(SAMPLES)('%s gives the same bytes', (name) => {
  const twice = async (args: readonly string[]): Promise<readonly [string, string]> => [
    await inPackage([...args, ...TODAY], 'east'),
    await inPackage([...args, ...TODAY], 'west'),
  ];

  it('in two processes and two time zones', async () => {
    for (const args of [
      ['score', name, '--format', 'json'],
      ['diff', `was-${name}`, name, '--format', 'json'],
      ['diff', `was-${name}`, name, '--format', 'md', '--lang', 'ja'],
    ]) {
      const [east, west] = await twice(args);
      expect(west).toBe(east);
    }
  });

  it('whatever the order of its keys', async () => {
    const [straight, round] = await Promise.all(
      [name, `turned-${name}`].map((file) => inPackage(['score', file, '--format', 'json', ...TODAY])),
    );
    expect(withoutPlaces(round ?? '')).toBe(withoutPlaces(straight ?? ''));
    const [there, turnedThere] = await Promise.all([
      inPackage(['diff', `was-${name}`, name, '--format', 'json', ...TODAY]),
      inPackage(['diff', `was-turned-${name}`, `turned-${name}`, '--format', 'json', ...TODAY]),
    ]);
    expect(withoutPlaces(turnedThere ?? '')).toBe(withoutPlaces(there ?? ''));
  });
});

describe('the report', () => {
  const name = 'parts-maker.yaml';
  const sample = readFileSync(join(ROOT, 'templates/samples', name), 'utf8');

  it('is the same bytes in two processes and two time zones', async () => {
    const made = (['east', 'west'] as const).map(async (side) => {
      const args = ['report', name, '-o', `${side}.pdf`, ...TODAY];
      expect((await processes?.[side].run(args))?.status).toBe(0);
      return readFileSync(join(bench, `${side}.pdf`));
    });
    const [east, west] = await Promise.all(made);
    expect(west?.equals(east ?? Buffer.alloc(0))).toBe(true);
  });

  // The paper names the hash of its file, which two orders do not share: here both are given the same one.
  it('is the same bytes whatever the order of the keys', async () => {
    const { catalog, texts } = shippedCatalog('ja');
    const made = [sample, turned(sample)].map(async (text) => {
      const read = readAnswers(text, catalog);
      if (!read.ok) throw new Error('the sample does not read');
      const source = { file: name, sha256: '0'.repeat(64) };
      const assessment = assess({ catalog, answers: read.value, today: '2027-05-15', version: '0', source });
      const words = shippedWords('ja');
      const input = {
        assessment,
        catalog,
        texts: texts(),
        answers: read.value,
        words,
        pages: 'full',
      } as const;
      return Buffer.from((await renderPdf({ ...input, ...pressTools(fontsFolder) })).bytes);
    });
    const [straight, round] = await Promise.all(made);
    expect(round?.equals(straight ?? Buffer.alloc(0))).toBe(true);
  });
});

/** The same facts and answers, the last one first. Entries are parted at lines indented by two. */
function turned(sample: string): string {
  return sample.replace(/^(profile|answers):\n((?: {2}.*\n|\n)+)/gm, (_, section: string, body: string) => {
    const lines = body.split('\n').filter((line) => !/^ {2}#/.test(line) && line.trim() !== '');
    const entries: string[][] = [];
    for (const line of lines) {
      if (/^ {2}\S/.test(line)) entries.push([line]);
      else entries.at(-1)?.push(line);
    }
    return `${section}:\n${entries.reverse().flat().join('\n')}\n`;
  });
}

/** A result without what speaks of the file rather than of the company: its name, its hash, places in it. */
function withoutPlaces(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (key, value) => (['location', 'source', 'sha256', 'file'].includes(key) ? null : value)),
  );
}
