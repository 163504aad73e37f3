import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRow, rowIn } from '../../../src/portfolio/rows/row-line.ts';
import { readHeader } from '../../../src/portfolio/rows/rows-file.ts';
import { mergeRows } from '../../../src/portfolio/written/merge.ts';
import { newFolder, run, sampleFolder } from '../sample.ts';

const folder = sampleFolder(40);
const earlier = sampleFolder(40);
const whole = await run(folder, { since: earlier });
const lines = readFileSync(whole.rows, 'utf8').trimEnd().split('\n');
const [head = '', ...rows] = lines;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

/** The way to everything in a value, the value itself first. */
function* places(value: Json, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* places(part, [...path, key]);
}

function replaced(value: Json, [key, ...rest]: Path, by: Json): Json {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((part, i) => (String(i) === String(key) ? replaced(part, rest, by) : part));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === key ? replaced(part, rest, by) : part]),
  );
}

// What findings speak of is theirs: any words.
const isFree = (path: Path): boolean => path.includes('args');

describe('a row', () => {
  it('is one as it is written', () => {
    expect(rows).toHaveLength(whole.collected.progress.done);
    expect(rows.filter((row) => rowIn(row) === null)).toEqual([]);
    expect(readHeader(whole.rows)).not.toBeNull();
  });

  it('is none where any of its values is of another type', () => {
    const row: Json = JSON.parse(
      rows.reduce((longest, each) => (each.length > longest.length ? each : longest)),
    );
    const broken = [...places(row)].filter((path) => !isFree(path) && path[0] !== 'hash');
    expect(broken.length).toBeGreaterThan(40);
    for (const path of broken) {
      const text = JSON.stringify(replaced(row, path, { neither: true }));
      expect([path, path.at(-1) === 'args' || parseRow(text) === null]).toEqual([path, true]);
    }
  });

  it.each<[string, Path, Json]>([
    ['a name too long', ['client', 'name'], 'あ'.repeat(2001)],
    ['a letter that stands for nothing', ['client', 'states'], 'Z'],
    ['a question that is none', ['client', 'critical'], [100_000]],
    ['half a question', ['client', 'critical'], [0.5]],
    ['a day that is none', ['client', 'date'], '2026-02-30'],
    ['an unknown depth', ['client', 'depth'], 'deep'],
  ])('is none with %s', (_, path, value) => {
    const row: Json = JSON.parse(rows.find((each) => each.includes('"depth"')) ?? '');
    expect(parseRow(JSON.stringify(replaced(row, path, value)))).toBeNull();
  });
});

describe('a changed row', () => {
  const at = rows.findIndex((row) => /"low":\d/.test(row));
  const better = (rows[at] ?? '').replace(/"low":\d+(?:\.\d+)?/, '"low":99');
  const changed = `${[head, ...rows.slice(0, at), better, ...rows.slice(at + 1)].join('\n')}\n`;

  it('has the shape of one, and is none of ours, whatever of it was changed', () => {
    expect(parseRow(better)).not.toBeNull();
    expect(rowIn(better)).toBeNull();
    const row = rows[at] ?? '';
    for (const other of [
      row.replace('{"hash":"', '{"hash":"0'),
      row.replace(/^\{"hash":"[^"]*",/, '{'),
      row.replace(/^\{"hash":"(.)/, (_, digit) => `{"hash":"${digit === '0' ? '1' : '0'}`),
      `${row} `,
      row.replace('"path"', '"Path"'),
    ])
      expect([other, rowIn(other)]).toEqual([other, null]);
  });

  it('is assessed again by the next run', async () => {
    const cache = newFolder();
    const first = await run(folder, { cache, since: earlier });
    writeFileSync(first.rows, changed);
    const second = await run(folder, { cache, since: earlier });
    expect(second.collected.progress.reused).toBe(rows.length - 1);
    expect(readFileSync(second.rows, 'utf8')).toBe(`${lines.join('\n')}\n`);
  });

  it('is named where rows are merged', () => {
    const [part, out] = [newFolder(), newFolder()];
    writeFileSync(join(part, 'rows.jsonl'), changed);
    const outcome = mergeRows([{ name: '東', folder: part }], join(out, 'rows.jsonl'));
    expect(outcome.findings).toMatchObject([
      { code: 'batch-rows-broken', args: { path: '東', line: at + 2 } },
    ]);
  });
});

describe('a broken row', () => {
  const broken = `${[head, ...rows.slice(0, 3), '{"path":"x","client":{}}', ...rows.slice(4)].join('\n')}\n`;

  it('is assessed again by the next run', async () => {
    const cache = newFolder();
    const first = await run(folder, { cache, since: earlier });
    writeFileSync(first.rows, broken);
    const second = await run(folder, { cache, since: earlier });
    expect(second.collected.progress.reused).toBe(rows.length - 1);
    expect(readFileSync(second.rows, 'utf8')).toBe(`${lines.join('\n')}\n`);
  });

  it('is named where rows are merged, and nothing is written', () => {
    const [part, out] = [newFolder(), newFolder()];
    writeFileSync(join(part, 'rows.jsonl'), broken);
    const outcome = mergeRows([{ name: '東', folder: part }], join(out, 'rows.jsonl'));
    expect(outcome.findings).toMatchObject([{ code: 'batch-rows-broken', args: { path: '東', line: 5 } }]);
    expect(() => readFileSync(join(out, 'rows.jsonl'))).toThrow('ENOENT');
  });

  it('a broken first line means that there are no results', () => {
    const part = newFolder();
    for (const [key, value] of [
      ['lang', 'fr'],
      ['editions', null],
      ['asOf', 1],
      ['shares', [{ of: 0, parts: [] }]],
    ] as const) {
      writeFileSync(join(part, 'rows.jsonl'), `${JSON.stringify({ ...JSON.parse(head), [key]: value })}\n`);
      expect([key, readHeader(join(part, 'rows.jsonl'))]).toEqual([key, null]);
    }
  });
});
