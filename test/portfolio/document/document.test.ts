import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { portfolioDocument } from '../../../src/portfolio/document/build.ts';
import { portfolioInput } from '../../../src/portfolio/document/input.ts';
import { standingsOf } from '../../../src/portfolio/tables/standings.ts';
import type { Block, Figure } from '../../../src/report/document/model.ts';
import { catalog, newFolder, run, sampleFolder, texts, WORDS } from '../sample.ts';

const before = sampleFolder(40);
const after = sampleFolder(40, true);
rmSync(join(after, '000/000003-鍍金.yaml'));
const round = await run(after, { since: before });

function documentOf(lang: 'ja' | 'en', anonymous = false, made = round) {
  const results = {
    catalog,
    texts: texts(),
    words: WORDS[lang],
    rows: made.rows,
    header: made.header,
    out: newFolder(),
    min: null,
    anonymous,
  };
  const standings = standingsOf(results);
  return { standings, document: portfolioDocument(portfolioInput(results, standings)) };
}

const headings = (blocks: readonly Block[] = []): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? block.title : []));

const lastFigure = (blocks: readonly Block[] = []): Figure => {
  const found = blocks.findLast((block) => block.kind === 'figure');
  if (found?.kind !== 'figure') throw new Error('no figure');
  return found.figure;
};

describe('the portfolio as a document', () => {
  it('names what was left out, and who was held against a file that cannot be read, but never to strangers', async () => {
    const [then, now] = [newFolder(), newFolder()];
    writeFileSync(join(then, '甲.yaml'), 'wazamori: 1\nanswers: [\n');
    writeFileSync(join(now, '甲.yaml'), 'wazamori: 1\ncompany: {name: 甲社}\n');
    for (let i = 0; i < 41; i++) writeFileSync(join(now, `compose-${i}.yaml`), 'services: {}\n');
    const { document } = documentOf('ja', false, await run(now, { since: then }));
    const part = document.parts.find(({ id }) => id === 'left-out');
    const [table, more] = part?.blocks ?? [];
    const rows = table?.kind === 'table' ? table.rows.map((one) => JSON.stringify(one)) : [];
    expect(rows).toHaveLength(40);
    expect(rows[0]).toMatch(/compose-0\.yaml.*回答ファイルではない YAML/);
    expect(JSON.stringify(more)).toContain('ほか2件');
    rmSync(join(now, 'compose-0.yaml'));
    rmSync(join(now, 'compose-1.yaml'));
    const fewer = documentOf('ja', false, await run(now, { since: then })).document;
    expect(JSON.stringify(fewer.parts.find(({ id }) => id === 'left-out'))).toMatch(
      /甲\.yaml.*前の回の同じファイルが読めない/,
    );
    expect(
      documentOf('ja', true, await run(now, { since: then })).document.parts.map(({ id }) => id),
    ).toEqual([...['visits', 'all', 'changes', 'about']]);
  });

  it.each(['ja', 'en'] as const)('%s: whom to visit first, then all, changes, each client', (lang) => {
    const { document } = documentOf(lang);
    expect(document.president).toBeNull();
    expect(document.parts.map(({ id }) => id)).toEqual(['visits', 'all', 'changes', 'strips', 'about']);
  });

  it('puts legal dates before the order of visits', () => {
    expect(headings(documentOf('ja').document.parts[0]?.blocks)).toEqual([
      '法に関わる仕事の目安の日',
      '次に訪ねる順',
    ]);
  });

  it('names those who are missing before what changed', () => {
    const { document, standings } = documentOf('ja');
    expect(standings.gone).toMatchObject([{ path: '000/000003-鍍金.yaml', name: '株式会社みほん鍍金3' }]);
    expect(headings(document.parts[2]?.blocks)).toEqual([
      '前の回にはあり、今回はない会社',
      '変化と、その理由',
    ]);
    expect(document.parts[0]?.lead).toContain('今回はない回答ファイルが1件');
  });

  it('counts changes but tells of no client where nobody is named', () => {
    const { document } = documentOf('ja', true);
    expect(document.parts.map(({ id }) => id)).toEqual(['visits', 'all', 'changes', 'about']);
    expect(JSON.stringify(document)).not.toMatch(/みほん|\.yaml/);
  });
});

/** Each character as wide as its size. */
const MEASURE = {
  width: (text: string, { size }: { readonly size: number }): number => text.length * size,
  lines: (text: string): readonly string[] => [text],
};

describe('the strips of clients', () => {
  const { document, standings } = documentOf('ja');
  const strips = lastFigure(document.parts[3]?.blocks);
  const clients = (figure: Figure): number => [...figure.alt.matchAll(/株式会社みほん/g)].length;

  it('have a row for each client', () => {
    expect(clients(strips)).toBe(standings.totals.clients);
  });

  it('are told one client at a time, by name and with the fields', () => {
    const told = (strips.rows ?? []).flatMap(({ alt }) => alt ?? []);
    expect(told).toHaveLength(standings.totals.clients);
    for (const alt of told) expect(alt).toMatch(/^株式会社みほん.* (はい|一部|いいえ|わからない|未回答) \d/);
    const heights = (strips.rows ?? []).map(({ height }) => height);
    expect(heights.reduce((sum, height) => sum + height, 0)).toBe(strips.height(493, MEASURE));
  });

  it('are divided so that none is lost and neither page has but a row or two', () => {
    const heights = Array.from({ length: 60 }, (_, i) => 40 + i * 12);
    const parts = heights.flatMap((room) => {
      const divided = strips.split?.(room, 493, MEASURE) ?? null;
      return divided === null ? [] : [{ room, divided }];
    });
    expect(parts.length).toBeGreaterThan(20);
    for (const { room, divided } of parts) {
      const counts = divided.map(clients);
      expect(divided[0].height(493, MEASURE)).toBeLessThanOrEqual(room);
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(4);
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(standings.totals.clients);
      expect(divided.map(({ alt }) => alt).join(WORDS.ja.t('pdf.stop'))).toBe(strips.alt);
    }
  });
});
