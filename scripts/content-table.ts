import { readFileSync } from 'node:fs';
import { readAnswers } from '../src/answers/read.ts';
import { buildCatalog } from '../src/catalog/built/build.ts';
import { askedFacts, factValues } from '../src/core/facts.ts';
import { weakest } from '../src/core/judge.ts';
import { isAsked, standings } from '../src/core/score/standing.ts';
import { readChecklists } from '../src/files/shipped/checklists.ts';
import { EXPECTED, WORK } from '../src/interview/way/pace.ts';
import type { Answers } from '../src/model/answers.ts';
import type { Catalog, Depth, Item } from '../src/model/catalog.ts';

const SAMPLES = {
  'machining-shop': '8人の町工場（国内だけ）',
  'parts-maker': '48人の部品メーカー（タイに工場を計画）',
  'materials-maker': '260人の素材メーカー（中国に合弁）',
};

/** How much each sample company is asked, and how long that takes at the pace the interview starts from. */
function askedTable(catalog: Catalog): string {
  const rows = Object.entries(SAMPLES).map(([sample, who]) => {
    const read = readAnswers(
      readFileSync(new URL(`../templates/samples/${sample}.yaml`, import.meta.url), 'utf8'),
      catalog,
    );
    if (!read.ok) throw new Error(`templates/samples/${sample}.yaml does not read`);
    return [who, ...DEPTHS.map((depth) => askedAt(catalog, read.value, depth))];
  });
  return `${table(['会社', 'quick', 'full', 'evidence'], rows)}\n1問${EXPECTED / 1000}秒、会社のことは1つ${(EXPECTED * WORK.fact) / 1000}秒として数えた見込みです。人で測った数ではありません。\n`;
}

const DEPTHS = ['quick', 'full', 'evidence'] as const;

function askedAt(catalog: Catalog, given: Answers, depth: Depth): string {
  const answers = { ...given, answers: new Map(), assessment: { ...given.assessment, depth } };
  const facts = factValues(catalog, answers);
  const items = [...standings(catalog, answers, facts).values()].filter((s) => isAsked(s.state)).length;
  const asked = askedFacts(catalog, answers, facts).length;
  const minutes = ((items * WORK.item + asked * WORK.fact) * EXPECTED) / 60_000;
  return `会社のこと${asked}・質問${items}（約${Math.ceil(minutes)}分）`;
}

/** The computed tables of docs/content.md: how many questions, how sure, in which languages, from which documents. */
export function coverageTables(): Readonly<Record<string, string>> {
  const loaded = buildCatalog(readChecklists(new URL('../checklists', import.meta.url).pathname));
  if (!loaded.ok) throw new Error('the checklists do not load; run `wazamori catalog lint`');
  const { catalog, texts } = loaded.value;
  const rows = catalog.checklists.flatMap((list) =>
    list.sections.map((section) => {
      const items = catalog.items.filter((i) => i.checklist === list.id && i.section === section.id);
      return [texts.ja.checklists[list.id]?.sections[section.id] ?? section.id, ...counts(items)];
    }),
  );
  const total = ['**合計**', ...counts(catalog.items)];
  const head = [
    '分野',
    '質問',
    'とても大事',
    '大事',
    '気を配る',
    'quick',
    'full',
    'evidence',
    '公式資料',
    '二次資料',
    '本ツールの推定',
  ];
  const prose = (lang: 'ja' | 'en'): number =>
    Object.values(texts[lang].items)
      .flatMap((t) => Object.values(t))
      .filter((t) => typeof t === 'string' && t !== '').length;
  const same = catalog.items.filter((i) => i.sameAs !== null).length;
  const proposed = catalog.items.filter((i) => i.proposes !== null).length;
  return {
    coverage: `${table(head, [...rows, total])}\n言い回しを含めた確かさは、話題・言い回し・重さの3つのうち最も弱いものを数えています。話題だけなら、公式資料 ${topics(catalog.items, 'official')}問・二次資料 ${topics(catalog.items, 'secondary')}問・本ツールの推定 ${topics(catalog.items, 'inferred')}問です。\n\n打つ手 ${catalog.actions.length}件。質問の文は、日本語 ${prose('ja')}・英語 ${prose('en')}。\n\n${same}問は、ほかのリストと同じ行いを聞くので、1度答えれば済みます。${proposed}問は、近い質問の「いいえ」を答えの案に出します（「はい」は写しません）。\n`,
    asked: askedTable(catalog),
    sources: table(
      ['資料', '発行', '版・日付', '読めたところ・読めなかったところ'],
      Object.values(texts.ja.sources).map((s) => [
        s.title,
        s.publisher,
        [s.edition, s.date].filter((x) => x !== '' && x !== '—').join('・'),
        s.note ?? '',
      ]),
    ),
  };
}

function counts(items: readonly Item[]): readonly string[] {
  const count = (wanted: (item: Item) => boolean): string => String(items.filter(wanted).length);
  return [
    String(items.length),
    ...(['critical', 'major', 'minor'] as const).map((severity) => count((i) => i.severity === severity)),
    ...(['quick', 'full', 'evidence'] as const).map((depth) => count((i) => i.depth === depth)),
    ...(['official', 'secondary', 'inferred'] as const).map((confidence) =>
      count((i) => weakest(i) === confidence),
    ),
  ];
}

const topics = (items: readonly Item[], confidence: string): number =>
  items.filter((i) => i.confidence.topic === confidence).length;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((c) => c.replaceAll('|', '／').replaceAll('\n', ' ')).join(' | ')} |\n`;
  return `${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`;
}
