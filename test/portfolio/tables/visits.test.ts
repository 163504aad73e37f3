import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreOfStates } from '../../../src/portfolio/rows/states.ts';
import { changeText, reasonText } from '../../../src/portfolio/tables/client-sentences.ts';
import type { Client } from '../../../src/portfolio/tables/clients.ts';
import { errorLines, summaryLine } from '../../../src/portfolio/tables/csv.ts';
import { createQueue, reasonsOf, turnOf } from '../../../src/portfolio/tables/visits.ts';
import { catalog, TODAY, texts, WORDS } from '../sample.ts';

const input = { catalog, texts: texts(), words: WORDS.ja };

/** A client whose items all stand alike, but for the first ones. */
function client(name: string, states: string, more: Partial<Client> = {}): Client {
  const all = (states + 'Y'.repeat(catalog.items.length)).slice(0, catalog.items.length);
  return {
    path: `${name}.yaml`,
    name,
    corporateNumber: null,
    industry: null,
    employees: 12,
    date: TODAY,
    sites: [{ path: `${name}.yaml`, site: null, report: null, compared: null, change: null }],
    history: [],
    keepUntil: null,
    states: all,
    score: scoreOfStates(all, catalog),
    critical: [],
    legal: [],
    ...more,
  };
}

const task = 'legal:consult:t1';
const CLIENTS = [
  client('株式会社あさひ精機', ''),
  client('株式会社いずみ鍍金', 'U'.repeat(80)),
  client('株式会社うえだ食品', 'N', { critical: [0] }),
  client('株式会社えびす機械', 'NN', { critical: [0, 1] }),
  client('株式会社おおば電子', '', { legal: [{ task, due: '2027-03-01', late: false, passed: null }] }),
  client('株式会社かもめ樹脂', 'NN', {
    critical: [0, 1],
    legal: [{ task, due: '2027-02-01', late: false, passed: null }],
  }),
  client('株式会社きりん繊維', '', { date: '2025-04-01' }),
];

describe('the order of visits', () => {
  it('is legal dates by their day, the gravest gaps, the unknown, the old, and then the others', () => {
    const queue = createQueue();
    CLIENTS.forEach((each, row) => {
      queue.add(row, turnOf(reasonsOf(each, catalog, TODAY), each));
    });
    const turns = [...queue.inOrder()].map((row) => CLIENTS[row]?.name?.slice(4));
    expect(turns).toEqual([
      'かもめ樹脂',
      'おおば電子',
      'えびす機械',
      'うえだ食品',
      'いずみ鍍金',
      'きりん繊維',
      'あさひ精機',
    ]);
  });

  it('says every reason in words, in Japanese and in English', () => {
    const told = CLIENTS.map((each) => reasonText(reasonsOf(each, catalog, TODAY), input));
    expect(told[0]).toBe('急ぐ理由は見当たりません。いつもの予定で訪ねます。');
    expect(told[1]).toMatch(/^148問のうち80問がまだ見えていません。/);
    expect(told[3]).toMatch(/^特に重い「.+」・「.+」がまだです。$/);
    expect(told[5]).toMatch(/^目安は2027年2月1日まで：/);
    for (const each of CLIENTS) {
      const text = reasonText(reasonsOf(each, catalog, TODAY), { ...input, words: WORDS.en });
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(/[{}]/);
    }
  });
});

describe('a change', () => {
  const change = {
    points: { low: 12.4, high: -3.6 },
    causes: [
      { cause: 'profile' as const, effect: { low: -2, high: -2 } },
      { cause: 'answers' as const, effect: { low: 14.4, high: -1.6 } },
    ],
    closed: [0, 1, 2],
    opened: [3],
    left: [4, 5],
    comparable: 0.9,
  };

  it('is told with its causes, and what is no longer asked is no progress', () => {
    const sites = [{ path: 'a.yaml', site: null, report: null, compared: null, change }];
    expect(changeText({ sites }, input)).toMatch(
      /^低い側\+12点・高い側−4点。うち会社の事情が変わった分は、低い側−2点・高い側−2点。できるようになった：.+のほか1件。新しく課題になった：.+。聞かなくなった質問が2件/,
    );
  });

  it('names the sites of a client that has several', () => {
    const site = (name: string) => ({
      path: `${name}.yaml`,
      site: name,
      report: null,
      compared: null,
      change: null,
    });
    expect(changeText({ sites: [site('本社'), site('第二工場')] }, input)).toBe(
      '本社：前の回のファイルがありません。第二工場：前の回のファイルがありません。',
    );
  });
});

describe('tables for a spreadsheet', () => {
  it('run no formula that stands in an answer file', () => {
    const evil = client('=HYPERLINK("http://example.com")', '', { industry: '@SUM(A1)' });
    const line = summaryLine(evil, 1, [{ code: 'steady' }], false, input);
    expect(line).toContain(`"'=HYPERLINK(""http://example.com"")"`);
    expect(line).toContain(",'@SUM(A1),");
  });

  it('give the place of an error as file:line:column', () => {
    const finding = {
      severity: 'error' as const,
      code: 'yaml-tab' as const,
      args: {},
      location: { line: 3, column: 1 },
    };
    const row = { path: '東京/青木精機.yaml', sha256: null, before: null, report: null, client: null };
    expect(errorLines({ ...row, findings: [finding] }, input)).toMatch(
      /^東京\/青木精機\.yaml:3:1,東京\/青木精機\.yaml,3,1,誤り,yaml-tab,.*タブ.*\r\n$/,
    );
  });
});

describe('messages of the portfolio', () => {
  const room = new URL('../../../src/portfolio/', import.meta.url);
  const sources = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, room), 'utf8'));
  const keys = new Set(
    sources.flatMap((text) => [...text.matchAll(/t\('(portfolio\.[\w.-]+)'/g)].map((m) => m[1] ?? '')),
  );

  it.each([...keys])('%s', (key) => {
    expect([WORDS.ja.has(key), WORDS.en.has(key)]).toEqual([true, true]);
  });
});
