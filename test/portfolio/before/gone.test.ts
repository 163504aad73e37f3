import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goneIn, withGone } from '../../../src/portfolio/before/gone.ts';
import { findInputs } from '../../../src/portfolio/work/inputs.ts';
import { mergeRows } from '../../../src/portfolio/written/merge.ts';
import { newFolder, put, run, sampleFolder } from '../sample.ts';

describe('who is missing', () => {
  const cwd = newFolder();
  put(cwd, {
    '2025/東/青木精機.yaml': '',
    '2025/東/板橋鍍金.yaml': '',
    '2025/西/上田食品.yaml': '',
    '2026/東/青木精機.yaml': '',
    '2026/東/千葉化成.yaml': '',
  });
  const missing = (...given: readonly string[]): readonly string[] =>
    [...withGone(findInputs(cwd, given, []), join(cwd, '2025'))].flatMap(({ path, gone }) =>
      gone ? path : [],
    );

  it('is every file of the folder before that this one has not', () => {
    expect(missing('2026')).toEqual(['東/板橋鍍金.yaml', '西/上田食品.yaml'].sort());
  });

  it.each([[['2026/東/青木精機.yaml']], [['2026/*/*.yaml']], [['2026/東', '2026']]])(
    'is not asked of %j: it may be left out on purpose',
    (given) => {
      expect(missing(...given)).toEqual([]);
    },
  );

  it('is nobody of a place that could not be looked into', () => {
    const inputs = findInputs(cwd, ['2026'], []);
    const dark = (path: string) =>
      [
        ...withGone(
          {
            ...inputs,
            entries: [
              {
                path,
                source: 0,
                problem: {
                  severity: 'error',
                  code: 'file-unreadable',
                  args: { path, reason: 'EACCES' },
                  location: null,
                } as const,
              },
            ],
          },
          join(cwd, '2025'),
        ),
      ].flatMap((entry) => (entry.gone ? entry.path : []));
    expect(dark('東')).toEqual(['西/上田食品.yaml']);
    expect(dark('.')).toEqual([]);
  });
});

describe('rows of those who are missing', async () => {
  const before = sampleFolder(60);
  const after = sampleFolder(60, true);
  for (const path of ['000/000003-鍍金.yaml', '000/000009-食品.yaml']) rmSync(join(after, path));
  const whole = await run(after, { since: before });

  it('count as no client and as no failure', () => {
    const { done, failed } = whole.collected.progress;
    const rows = readFileSync(whole.rows, 'utf8').trim().split('\n').slice(1);
    expect(rows).toHaveLength(done);
    expect(failed).toBe(rows.filter((row) => row.endsWith('"client":null}')).length);
    expect(goneIn(whole.rows).map(({ name }) => name)).toEqual([
      '株式会社みほん鍍金3',
      '株式会社みほん食品9',
    ]);
  });

  it('come from the cache when the file before is the same', async () => {
    const again = await run(after, { since: before, cache: whole.cache });
    expect(again.collected.progress).toMatchObject({ reused: again.collected.progress.done });
    expect(goneIn(again.rows)).toHaveLength(2);
    writeFileSync(join(before, '000/000003-鍍金.yaml'), 'wazamori: 1\ncompany:\n  name: 株式会社みほん新\n');
    const changed = await run(after, { since: before, cache: whole.cache });
    expect(goneIn(changed.rows).map(({ name }) => name)).toContain('株式会社みほん新');
  });

  it('merge like all others', async () => {
    const [one, two] = [
      await run(after, { since: before, shard: { part: 1, of: 2 } }),
      await run(after, { since: before, shard: { part: 2, of: 2 } }),
    ];
    const parts = [one, two].map(({ rows }) => {
      const folder = newFolder();
      writeFileSync(join(folder, 'rows.jsonl'), readFileSync(rows));
      return { name: folder, folder };
    });
    const target = join(newFolder(), 'rows.jsonl');
    expect(mergeRows(parts, target).ok).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe(
      readFileSync((await run(after, { since: before })).rows, 'utf8'),
    );
  });
});
