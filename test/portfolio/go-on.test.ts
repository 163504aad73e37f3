import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRow, rowIn, rowLine } from '../../src/portfolio/rows/row-line.ts';
import { cacheAt, settle } from '../../src/portfolio/work/cache.ts';
import { findInputs } from '../../src/portfolio/work/inputs.ts';
import { cacheOf } from '../../src/portfolio/written/output.ts';
import { newFolder, run, sampleFolder } from './sample.ts';

const folder = sampleFolder(160);
const whole = await run(folder);
const bytes = (path: string): string => readFileSync(path, 'utf8');

describe('a run that was stopped', () => {
  it('keeps what is done, and the next one goes on to the same bytes', async () => {
    const cache = newFolder();
    const first = await run(folder, { cache, stopAt: 40 });
    expect(first.collected.kind).toBe('stopped');
    expect(existsSync(first.rows)).toBe(false);
    const second = await run(folder, { cache, stopAt: 120 });
    expect(second.collected).toMatchObject({ kind: 'stopped', progress: { reused: 50 } });
    const third = await run(folder, { cache });
    expect(third.collected).toMatchObject({ kind: 'done', progress: { done: 160, reused: 150 } });
    expect(bytes(third.rows)).toBe(bytes(whole.rows));
    expect(existsSync(third.partial)).toBe(false);
  });

  it('is not harmed by a line that was being written when the power went', async () => {
    const cache = newFolder();
    const first = await run(folder, { cache, stopAt: 40 });
    appendFileSync(first.partial, '{"path":"000/0000');
    const second = await run(folder, { cache });
    expect(second.collected.progress.reused).toBe(50);
    expect(bytes(second.rows)).toBe(bytes(whole.rows));
  });

  it('stopped earlier than the time before, loses nothing of that time', async () => {
    const cache = newFolder();
    await run(folder, { cache, stopAt: 120 });
    await run(folder, { cache, stopAt: 40 });
    const third = await run(folder, { cache });
    expect(third.collected.progress.reused).toBe(150);
    expect(bytes(third.rows)).toBe(bytes(whole.rows));
  });
});

it('joins rows of a stopped run to those before it: of one path the newer row stands, once', () => {
  const cache = cacheAt(newFolder());
  const head = JSON.stringify(whole.header);
  const row = (path: string, made: 'old' | 'new'): string => {
    const sha256 = (made === 'old' ? 'a' : 'b').repeat(64);
    return rowLine({ path, sha256, before: null, report: null, findings: [], client: null });
  };
  writeFileSync(cache.rows, [head, row('a', 'old'), row('c', 'old'), row('d', 'old'), ''].join('\n'));
  writeFileSync(cache.partial, [head, row('b', 'new'), row('c', 'new'), '{"path":"d'].join('\n'));
  settle(cache, whole.header);
  const joined = [head, row('a', 'old'), row('b', 'new'), row('c', 'new'), row('d', 'old'), ''].join('\n');
  expect(bytes(cache.rows)).toBe(joined);
  expect(existsSync(cache.partial)).toBe(false);
});

describe('a second run', () => {
  it('assesses only what has changed', async () => {
    const own = sampleFolder(20);
    const cache = newFolder();
    await run(own, { cache });
    const path = join(own, [...findInputs('/', [own], []).entries][3]?.path ?? '');
    writeFileSync(path, `${bytes(path)}# a word more\n`);
    const again = await run(own, { cache });
    expect(again.collected.progress).toEqual({ done: 20, of: 20, reused: 19, failed: 0 });
    // New rows and kept ones stand where they stand in a run that knew nothing.
    expect(bytes(again.rows)).toBe(bytes((await run(own)).rows));
  });

  it('takes nothing from rows of another day', async () => {
    const cache = newFolder();
    const first = await run(folder, { cache });
    writeFileSync(first.rows, bytes(first.rows).replace(first.header.key, '0'.repeat(64)));
    const second = await run(folder, { cache });
    expect(second.collected.progress.reused).toBe(0);
    expect(bytes(second.rows)).toBe(bytes(whole.rows));
  });

  it('works everything out again where the cache was deleted or spoilt', async () => {
    const cache = newFolder();
    const first = await run(folder, { cache });
    writeFileSync(first.rows, 'not ours\n');
    const second = await run(folder, { cache });
    expect(second.collected.progress.reused).toBe(0);
    expect(bytes(second.rows)).toBe(bytes(whole.rows));
  });
});

it('keeps its cache beside the output, never in it', () => {
  expect(cacheOf('/home/adviser/結果').folder).toBe('/home/adviser/結果.cache');
});

it('reads a line that is no row as none', () => {
  for (const text of ['', '{', '[]', 'null', '{"wazamoriRows":1}'])
    expect([parseRow(text), rowIn(text)]).toEqual([null, null]);
});
