import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ResultsInput, standingsOf } from '../../src/portfolio/tables/standings.ts';
import { mergeRows } from '../../src/portfolio/written/merge.ts';
import { writeTables } from '../../src/portfolio/written/results.ts';
import { catalog, newFolder, put, run, texts, WORDS } from './sample.ts';

/** Forty invented clients, each visited in 2025 and 2026, with everything that ever made two clients of one, or one of two. */
interface Visit {
  /** Which client it is, whatever its file says. */
  readonly client: number;
  readonly year: 2025 | 2026;
  /** What its file is called. */
  readonly file: string;
  readonly text: string;
}

interface Written {
  readonly name?: string;
  readonly number?: string;
  readonly more?: string;
  readonly file?: string;
  readonly ending?: string;
}

/** A valid 法人番号 of a made company: the check digit as the National Tax Agency counts it. */
function numberOf(n: number): string {
  const body = String(990_000_000_000 + n);
  const sum = [...body].reverse().reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return `${9 - (sum % 9)}${body}`;
}

const TRADE = ['精機', '鍍金', '樹脂', '食品', '機械'];
const nameOf = (n: number): string => `株式会社みほん${TRADE[n % 5]}${n}`;

function visit(client: number, year: 2025 | 2026, written: Written = {}): Visit {
  const { name = nameOf(client), number = numberOf(client), more = '', ending = 'yaml' } = written;
  const lines = [
    'wazamori: 1',
    'company:',
    `  name: ${name}`,
    ...(number === '' ? [] : [`  corporateNumber: "${number}"`]),
    ...(more === '' ? [] : [more]),
    `assessment: {date: ${year}-10-01, depth: quick}`,
    `answers: {guidance.core-technology-list: ${year === 2025 ? 'いいえ' : 'はい'}}`,
  ];
  const file = `${written.file ?? `みほんが${client}`}.${ending}`;
  return { client, year, file, text: `${lines.join('\n')}\n` };
}

const site = (name: string): string => `  site: ${name}`;

const VISITS: readonly Visit[] = [
  // 1 and 2: somebody copied the file of the one as a template for the other.
  ...[visit(1, 2025), visit(1, 2026)],
  ...[visit(2, 2025, { number: numberOf(1) }), visit(2, 2026, { number: numberOf(1) })],
  // 3: renamed, and says so.
  ...[visit(3, 2025), visit(3, 2026, { name: '株式会社あたらしい', more: `  formerNames: [${nameOf(3)}]` })],
  // 4: no number; its name is written in two ways.
  ...[visit(4, 2025, { number: '' }), visit(4, 2026, { number: '', name: '㈱みほん 機械4' })],
  // 5 and 6: one name, no number, two prefectures.
  ...([2025, 2026] as const).flatMap((year) => [
    visit(5, year, {
      name: '株式会社おなじ',
      number: '',
      more: '  headquarters: 福岡県',
      file: 'おなじ福岡',
    }),
    visit(6, year, {
      name: '株式会社おなじ',
      number: '',
      more: '  headquarters: 大阪府',
      file: 'おなじ大阪',
    }),
  ]),
  // 7: its number is known since this year.
  ...[visit(7, 2025, { number: '' }), visit(7, 2026)],
  // 8: a copy lies beside the file.
  ...[visit(8, 2025), visit(8, 2026), visit(8, 2026, { file: 'みほん8のコピー' })],
  // 9: its file got another name; 10 came through a Mac; 11 and 12 changed their endings.
  ...[visit(9, 2025), visit(9, 2026, { file: '新しい名前' })],
  ...[visit(10, 2025), visit(10, 2026, { file: 'みほんが10'.normalize('NFD') })],
  ...[visit(11, 2025), visit(11, 2026, { ending: 'yml' })],
  ...[visit(12, 2025), visit(12, 2026, { ending: 'YAML' })],
  // 13 left; 14 has come, and its file is called as that of 13 was.
  ...[visit(13, 2025, { file: '十三' }), visit(14, 2026, { file: '十三' })],
  // 15 and 16: two sites each, one of them visited in one year alone.
  ...[visit(15, 2025, { more: site('本社'), file: '十五本社' })],
  ...[visit(15, 2026, { more: site('本社'), file: '十五本社' })],
  ...[visit(15, 2026, { more: site('第二工場'), file: '十五工場' })],
  ...[visit(16, 2025, { more: site('本社'), file: '十六本社' })],
  ...[visit(16, 2026, { more: site('本社'), file: '十六本社' })],
  ...[visit(16, 2025, { more: site('研究所'), file: '十六研究所' })],
  ...[visit(16, 2026, { more: site('研 究 所'), file: '十六研究所' })],
  // 17: no number beside two companies of its name that have one.
  ...[visit(17, 2026, { name: '株式会社ふたつ', number: '', file: 'ふたつ番号なし' })],
  ...[visit(18, 2026, { name: '株式会社ふたつ', file: 'ふたつ甲' })],
  ...[visit(19, 2026, { name: '株式会社ふたつ', file: 'ふたつ乙' })],
  // 20 to 40: as it should be.
  ...Array.from({ length: 21 }, (_, i) => [visit(20 + i, 2025), visit(20 + i, 2026)]).flat(),
];

type Layout = (visit: Visit) => string;

/** A folder a year, a folder a client, all in one. In one folder the year stands in the name, as people do. */
const LAYOUTS: Readonly<Record<string, Layout>> = {
  'a folder a year': ({ year, file }) => `${year}/${file}`,
  'a folder a client': ({ client, year, file }) => `顧客${client}/${year} ${file}`,
  'all in one folder': ({ year, file }) => `${file.replace(/\.(\w+)$/, ` ${year}.$1`)}`,
};

function folderOf(visits: readonly Visit[], layout: Layout): string {
  const folder = newFolder();
  put(folder, Object.fromEntries(visits.map((each) => [layout(each), each.text])));
  return folder;
}

async function resultsOf(folder: string, since?: string) {
  const ran = await run(folder, since === undefined ? {} : { since });
  const out = newFolder();
  const input: ResultsInput = {
    catalog,
    texts: texts(),
    words: WORDS.ja,
    rows: ran.rows,
    header: ran.header,
    out,
    min: null,
    anonymous: false,
  };
  const standings = standingsOf(input);
  for (const file of writeTables(input, standings)) file.commit();
  const errors = readFileSync(join(out, 'errors.csv'), 'utf8').trim().split('\r\n').slice(1);
  return {
    standings,
    summary: JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')),
    /** Codes by file. */
    told: errors.map((line) => [line.split(',')[1] ?? '', line.split(',')[5] ?? ''] as const),
  };
}

interface Counted {
  readonly path: string;
  readonly compared: string | null;
}

describe.each(Object.entries(LAYOUTS))('forty clients, %s', (name, layout) => {
  const whoseFile = new Map(VISITS.map((each) => [layout(each), each.client]));
  const both = folderOf(VISITS, layout);

  it('are counted alike, each with its last visit', async () => {
    const { summary, standings } = await resultsOf(both);
    // 13 left and 14 came: both are clients of the folder. 1 to 40 each once.
    expect(summary.totals.clients).toBe(40);
    expect(standings.files).toMatchObject({
      read: VISITS.length,
      failed: 0,
      sites: 42,
      byName: 4,
      uncounted: { copy: 1, older: 36, 'same-day': 0 },
      doubts: { 'number-shared': 4, 'identity-unclear': 5 },
    });
    for (const client of summary.clients) {
      const files: readonly Counted[] = [...client.sites, ...client.history];
      expect(new Set(files.map(({ path }) => whoseFile.get(path))).size).toBe(1);
      const newest = Math.max(...files.map(({ path }) => Number(/202[56]/.exec(path)?.[0])));
      for (const { path } of client.sites) expect(path).toContain(String(newest));
    }
  });

  it('say in which files there is a doubt, and why one does not count', async () => {
    const { told } = await resultsOf(both);
    const clientsOf = (code: string): readonly number[] =>
      [...new Set(told.flatMap(([file, own]) => (own === code ? (whoseFile.get(file) ?? 0) : [])))].sort(
        (a, b) => a - b,
      );
    expect(clientsOf('number-shared')).toEqual([1, 2]);
    expect(clientsOf('identity-unclear')).toEqual([5, 6, 17]);
    expect(clientsOf('identity-renamed')).toEqual([3]);
    expect(clientsOf('identity-by-name')).toEqual([4, 5, 6, 7]);
    expect(clientsOf('batch-copy')).toEqual([8]);
    expect(clientsOf('batch-older-visit')).toHaveLength(36 - 1);
    expect(new Set(told.map(([, code]) => code)).size).toBe(6);
  });

  it('are held against their own visit of the year before, and against no other', async () => {
    // Where files lie by year, the year's own folder is what is typed.
    const byYear = name === 'a folder a year';
    const place: Layout = (each) => (byYear ? each.file : layout(each));
    const yearOf = (year: number): readonly Visit[] => VISITS.filter((each) => each.year === year);
    const [was, is] = [2025, 2026].map(
      (year) => new Map(yearOf(year).map((each) => [place(each), each.client])),
    );
    const { summary, told } = await resultsOf(folderOf(yearOf(2026), place), folderOf(yearOf(2025), place));
    const pairs = summary.clients.flatMap(({ sites }: { readonly sites: readonly Counted[] }) =>
      sites.map(({ path, compared }) => [is?.get(path), compared && was?.get(compared)]),
    );
    for (const [now, then] of pairs) expect([now, null]).toContain(then);
    const fresh = pairs.flatMap(([now, then]: readonly (number | null)[]) => (then === null ? now : []));
    expect(fresh.sort((a: number, b: number) => a - b)).toEqual([14, 15, 17, 18, 19]);
    expect(summary.gone.map(({ name: gone }: { readonly name: string }) => gone)).toEqual([nameOf(13)]);
    // Only where files lie by year does one meet another company's file of its own name.
    const met = told.flatMap(([file, code]) => (code === 'since-other-company' ? is?.get(file) : []));
    expect(met).toEqual(byYear ? [14] : []);
    expect(summary.totals.change).toMatchObject({ worse: 0, fresh: 4 });
  });

  it('are the same in shards, and after an interruption', async () => {
    const before = folderOf(
      VISITS.filter(({ year }) => year === 2025),
      layout,
    );
    const whole = readFileSync((await run(both, { since: before })).rows, 'utf8');
    const parts = [];
    for (const part of [1, 2, 3]) {
      const folder = newFolder();
      const { rows } = await run(both, { since: before, shard: { part, of: 3 } });
      put(folder, { 'rows.jsonl': readFileSync(rows) });
      parts.push({ name: folder, folder });
    }
    const target = join(newFolder(), 'rows.jsonl');
    expect(mergeRows(parts, target).ok).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe(whole);
    const cache = newFolder();
    expect((await run(both, { since: before, cache, stopAt: 1 })).collected.kind).toBe('stopped');
    const again = await run(both, { since: before, cache });
    expect(readFileSync(again.rows, 'utf8')).toBe(whole);
  });
});

describe('the round before', () => {
  it('is looked at again when a file there says something else', async () => {
    const after = folderOf([visit(20, 2026)], ({ file }) => file);
    const before = folderOf([visit(20, 2025)], ({ file }) => file);
    const cache = newFolder();
    await run(after, { since: before, cache });
    expect((await run(after, { since: before, cache })).collected.progress.reused).toBe(1);
    // Now it is another company's.
    put(before, { [visit(20, 2025).file]: visit(21, 2025).text });
    const { rows } = await run(after, { since: before, cache });
    expect(readFileSync(rows, 'utf8')).toContain('since-other-company');
  });
});
