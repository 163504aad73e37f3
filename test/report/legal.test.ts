import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { vectorTechnology } from '../../src/catalog/determination/vector-technology.ts';
import { assess } from '../../src/core/assess.ts';
import { verdictOf } from '../../src/core/verdict/verdict.ts';
import type { Technology } from '../../src/model/answers.ts';
import type { Hidden, ReportPages } from '../../src/model/report-pages.ts';
import type { Lang } from '../../src/model/text.ts';
import { describeFinding } from '../../src/report/finding.ts';
import { type LegalCard, legalCards, legalTaskTitle } from '../../src/report/legal.ts';
import { renderPdf } from '../../src/report/pdf/render.ts';
import { DETERMINATION, technology, VECTORS } from '../core/verdict/sample.ts';
import { readPdf } from '../press/read-pdf.ts';
import { catalog, texts } from '../setup/checklists.ts';
import { wordsOf } from '../setup/words.ts';
import { TOOLS } from './pdf/fixture.ts';

const TODAY = '2026-11-21';

function card(over: Partial<Technology>, lang: Lang = 'ja'): LegalCard {
  const one = technology(over);
  const [found] = legalCards({
    assessment: { verdicts: [verdictOf(one, DETERMINATION, TODAY)], asOf: TODAY },
    texts: texts[lang],
    words: wordsOf(lang),
    technologies: [one],
  });
  if (found === undefined) throw new Error('no card');
  return found;
}

const away = {
  definitionCheck: 'does-not-meet',
  definitionCheckedOn: '2026-11-02',
  definitionBasis: '組成が定義の外',
} as const;

// biome-ignore format: a table is read by its lines
const LINES: readonly (readonly [string, Partial<Technology>, string, string])[] = [
  ['a report', {}, '事前報告：対象となる見込み', '輸出許可：未確認。リスト規制には当たらないとの回答。キャッチオールの確認が残ります'],
  ['to be confirmed', { definitionCheck: 'not-checked' }, '事前報告：可能性あり・要確認', '輸出許可：未確認。リスト規制には当たらないとの回答。キャッチオールの確認が残ります'],
  ['not needed', { ...away, listControl: 'not-done' }, '事前報告：不要の見込み（2027年1月31日まで。根拠：定義と照らし合わせた日・定義に当たらない根拠）', '輸出許可：未確認。渡す前に該非判定'],
  ['not needed any more', { ...away, definitionCheckedOn: '2026-06-20' }, '事前報告：要確認（見立ての期限 2026年9月18日 が過ぎています。いまの告示でやり直してください）', '輸出許可：未確認。リスト規制には当たらないとの回答。キャッチオールの確認が残ります'],
  ['not classified', { listControl: 'not-done' }, '事前報告：リスト規制を先に確認（その後は「対象となる見込み」）', '輸出許可：未確認。渡す前に該非判定'],
  ['listed', { listControl: 'listed' }, '事前報告：リスト規制を先に確認', '輸出許可：リスト規制に当たる技術です。渡す前に許可の要否を確認'],
  ['stopped', { informReceived: 'yes' }, '事前報告：停止（許可が要る）', '輸出許可：許可が要ります。許可が出るまで渡せません'],
];

describe('two lines for a technology', () => {
  it.each(LINES)('%s', (_, over, report, licence) => {
    expect(card(over)).toMatchObject({ report, licence, title: '技術 t1　誘電体シートの成形条件' });
  });

  it('in English', () => {
    expect(card({ listControl: 'not-done' }, 'en')).toMatchObject({
      report: 'Prior report: check list control first (after that: “likely to be due”)',
      licence: 'Export licence: not settled. Classify it before handing it over',
      missing: [{ label: 'Classification against the control list' }],
    });
  });

  it('the target is a date of ours, never one of the law, and is silent once it is late', () => {
    expect(card({ decisionDate: '2027-03-31' }).dates).toEqual([
      '社内の目標日：2027年3月1日までに報告。法律の期限ではありません。',
    ]);
    expect(card({ decisionDate: '2026-12-01' }).dates.join()).toContain('過ぎています');
    expect(card({ decisionDate: '2027-03-31', stage: 'signed' })).toMatchObject({
      dates: [],
      flags: [expect.stringContaining('今日、弁護士と経産省の窓口へ'), expect.any(String)],
    });
  });

  it('every example has its sentences in both languages: no id is left standing, no 対象外', () => {
    for (const lang of ['ja', 'en'] as const) {
      for (const vector of VECTORS) {
        const shown = card({ ...vectorTechnology(vector), name: null }, lang);
        const said = JSON.stringify({ ...shown, technology: '', title: '' });
        expect(said, vector.name).not.toMatch(/report\.legal|対象外|list-control|definitionC|undefined|"R\d/);
        expect(shown.missing.every(({ label, settle }) => label !== '' && settle !== '')).toBe(true);
      }
    }
  });
});

it('a task and a finding about it are told in words', () => {
  expect(legalTaskTitle({ id: 'legal:stop:t1' }, texts.ja)).toContain('技術 t1 を渡すのを止め');
  expect(legalTaskTitle({ id: 'legal:other:t1' }, texts.ja)).toBe('legal:other:t1');
  const args = { task: 'legal:report:t1', due: TODAY };
  const finding = { severity: 'warning', code: 'legal-does-not-fit', args, location: null } as const;
  expect(describeFinding(finding, texts.en, wordsOf('en'))).toContain(
    'Prepare the prior report on technology t1',
  );
});

async function pdfText(
  yaml: string,
  pages: ReportPages = 'plan',
  hide: readonly Hidden[] = [],
): Promise<string> {
  const read = readAnswers(yaml, catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const assessment = assess({ catalog, answers: read.value, today: TODAY, version: '0.1.0' });
  const words = wordsOf('ja');
  const input = {
    assessment,
    catalog,
    texts: texts.ja,
    answers: read.value,
    words,
    pages,
    hide,
    ...TOOLS,
  };
  return (await readPdf((await renderPdf(input)).bytes)).pages.map(({ text }) => text).join('');
}

const FILE = `wazamori: 1
company: {name: 株式会社サンプル精機, employees: 48}
technologies:
  - id: t1
    name: 誘電体シートの成形条件
    family: [mlcc]
    countries: [VN]
    consultedOn: 2026-11-02
`;

describe('the page 「法令の確認」', () => {
  it('stands before the plan, with the warning, the official entrance and what to gather', async () => {
    const text = await pdfText(FILE);
    const places = [
      '法令の確認',
      '2026年6月16日にも改正されました',
      '技術t1誘電体シートの成形条件',
      '事前報告：リスト規制を先に確認',
      '輸出許可：未確認。渡す前に該非判定',
      '積層セラミックコンデンサ',
      'リスト規制・キャッチオールは別の確認です',
      'https://www.meti.go.jp/policy/anpo/anpo08.html',
      '相談や報告の前にそろえること',
      '行動計画いつまでに',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).not.toContain('国外に持ち出さない');
    // No record of consultations on paper: it may travel.
    expect(text).not.toContain('2026年11月2日');
  });

  it('with China among the countries, asks to keep the paper in Japan', async () => {
    expect(await pdfText(FILE.replace('VN', 'CN'))).toContain('国外に持ち出さないでください');
  });

  it('is told by the name of the technology on the page of the president, before any danger', async () => {
    const text = await pdfText(FILE, 'president');
    expect(text).toContain('誘電体シートの成形条件（t1）：リスト規制を先に確認');
    // Nothing else goes with this page: it says the gist itself.
    expect(text).toContain('輸出許可：未確認。渡す前に該非判定');
    expect(text).toContain('リスト規制・キャッチオールは別の確認です');
  });

  it('is told by the id where the copy hides the names, on both pages that have them', async () => {
    const text = await pdfText(FILE, 'standard', ['technologies']);
    expect(text).toContain('技術t1：リスト規制を先に確認');
    expect(text).not.toContain('誘電体シートの成形条件');
    expect(text).toContain('この印刷物では、技術の名前を省いています');
    expect((await pdfText(FILE, 'standard')).split('誘電体シートの成形条件')).toHaveLength(3);
  });

  it('does not call expired what the president reads first "not needed"', async () => {
    const old = FILE.replace(
      'countries: [VN]',
      'definitionCheck: does-not-meet\n    definitionCheckedOn: 2026-06-20',
    );
    const text = await pdfText(
      `${old}    definitionBasis: 組成が定義の外\n    informReceived: いいえ\n`,
      'president',
    );
    expect(text).toContain('誘電体シートの成形条件（t1）：可能性あり・要確認');
    expect(text).not.toContain('不要の見込み');
  });

  it('leaves the page of the president one page, however many technologies there are', async () => {
    const many = Array.from({ length: 40 }, (_, i) => `  - {id: 技術番号${i}, family: [mlcc]}\n`).join('');
    expect(await pdfText(`${FILE}${many}`, 'president')).toContain('1/1');
  });

  it('is not there where no technology is listed', async () => {
    expect(await pdfText(FILE.slice(0, FILE.indexOf('technologies')))).not.toContain('法令の確認');
  });
});
