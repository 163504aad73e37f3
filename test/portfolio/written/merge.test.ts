import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRow, rowLine } from '../../../src/portfolio/rows/row-line.ts';
import { inShard } from '../../../src/portfolio/rows/shard.ts';
import { mergeRows } from '../../../src/portfolio/written/merge.ts';
import { newFolder, run, sampleFolder } from '../sample.ts';

const folder = sampleFolder(120);
const whole = readFileSync((await run(folder)).rows, 'utf8');

const NONE = { path: '?', sha256: null, before: null, report: null, findings: [], client: null };

/** A folder of results as a shard leaves it. */
function partOf(rows: string): { readonly name: string; readonly folder: string } {
  const out = newFolder();
  writeFileSync(join(out, 'rows.jsonl'), rows);
  return { name: out, folder: out };
}

async function shards(of: number) {
  const made = [];
  for (let part = 1; part <= of; part++) {
    made.push(partOf(readFileSync((await run(folder, { shard: { part, of } })).rows, 'utf8')));
  }
  return made;
}

function merged(parts: readonly { readonly name: string; readonly folder: string }[]) {
  const out = newFolder();
  const target = join(out, 'rows.jsonl');
  const outcome = mergeRows(parts, target);
  return { outcome, part: { name: out, folder: out }, text: outcome.ok ? readFileSync(target, 'utf8') : '' };
}

describe('shards', () => {
  it.each([1, 2, 5, 8])('%i of them, merged, are one run byte for byte', async (of) => {
    expect(merged(await shards(of)).text).toBe(whole);
  });

  it('join in any order and grouping, also twice', async () => {
    const parts = await shards(4);
    const pair = (i: number, k: number) => merged(parts.filter((_, at) => at === i || at === k)).part;
    const pairs = [pair(3, 0), pair(2, 1)];
    expect(merged(pairs).text).toBe(whole);
    expect(merged([...pairs, ...parts].reverse()).text).toBe(whole);
  });

  it('share every path out once, whatever the paths', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (path, of) => {
        const parts = Array.from({ length: of }, (_, i) => i + 1);
        expect(parts.filter((part) => inShard(path, { part, of }))).toHaveLength(1);
      }),
    );
  });
});

describe('what cannot be merged', () => {
  it('a folder without results', () => {
    const empty = newFolder();
    mkdirSync(join(empty, 'reports'));
    const { outcome } = merged([partOf(whole), { name: '空', folder: empty }]);
    expect(outcome.findings).toMatchObject([{ code: 'batch-no-rows', args: { path: '空' } }]);
  });

  it('results of another day or other options', async () => {
    const other = await run(folder, { since: newFolder() });
    const { outcome } = merged([partOf(whole), partOf(readFileSync(other.rows, 'utf8'))]);
    expect(outcome.findings).toMatchObject([{ code: 'batch-rows-differ' }]);
  });

  it('two different results for one file', () => {
    const other = whole
      .split('\n')
      .map((line) => {
        const changed = line.replace('"name":"株式会社みほん', '"name":"株式会社べつの');
        return changed === line ? line : rowLine(parseRow(changed.replace(/"hash":"[^"]*",/, '')) ?? NONE);
      })
      .join('\n');
    const { outcome } = merged([partOf(whole), partOf(other)]);
    expect(outcome.findings).toMatchObject([{ code: 'batch-rows-conflict' }]);
  });
});
