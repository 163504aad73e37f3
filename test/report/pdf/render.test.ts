import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/report/pdf/render.ts';
import { writable } from '../../../src/words/xml.ts';
import { type ReadPdf, readPdf } from '../../press/read-pdf.ts';
import { answered, type FixtureOptions, fixture, manyGaps, PEOPLE } from './fixture.ts';
import { QUESTIONS } from './questions.ts';

async function pdfOf(options: FixtureOptions = {}): Promise<ReadPdf> {
  return readPdf((await renderPdf(fixture(options))).bytes);
}
const allText = (pdf: ReadPdf): string => pdf.pages.map(({ text }) => text).join('');

describe('the whole document', async () => {
  const { bytes, missing } = await renderPdf(fixture());
  const pdf = await readPdf(bytes, { glyphs: true });

  it('is a tagged document in Japanese with a title', () => {
    expect(pdf).toMatchObject({
      title: '技術流出対策の行動計画　株式会社サンプル精機',
      lang: 'ja-JP',
      tagged: true,
    });
  });

  it('has a bookmark for each part and for each wave', () => {
    expect(pdf.outline.map(({ title }) => title)).toEqual([
      '現在地と次の一手',
      '見取り図',
      '行動計画',
      '施策カード',
      '聞いて確かめること',
      '省いたもの',
      '付録：答えと出どころ',
      'この計画のよりどころ',
    ]);
    expect(pdf.outline[1]?.items).toEqual(['分野ごとの答え', '漏れる道', '分野の形']);
    expect(pdf.outline[2]?.items.slice(0, 2)).toEqual([
      '直ちに（2週間）：2026年12月15日まで',
      '90日以内：2027年3月1日まで',
    ]);
  });

  it('tells its parts in order', () => {
    const text = allText(pdf);
    const places = [
      '危ない所3件と、はじめの一歩',
      '承認すると始まること',
      '先に確かめたいこと',
      '45問：はい19・一部6・いいえ8・わからない8・未回答4',
      '点数にすると35〜66点',
      '頼れる先',
      '承認は、この計画を進めることの承認です。回答の正しさや、法令を守れていることを保証しません。',
      'これは現在地を知り、次の一手を決めるための道具です。',
      '分野ごとの答え',
      '月に約3日を使える前提で組みました',
      '受け入れた課題',
      '計画に入れた',
      '会社の仕組みを確かめる質問です。個人の評価には使いません。分からなければそのまま返してください。',
      '聞く必要がないとした質問です',
      'すべての答え',
      '低い側：100×41÷117＝35.0→35点',
      '高い側：100×77÷117＝65.8→66点',
      '営業秘密秘密として管理している',
      `SHA-256：${'a3f1'.repeat(16)}`,
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('shows every question that was asked, its note, and why others were left out', () => {
    const text = allText(pdf);
    for (const { question } of QUESTIONS) expect(text).toContain(question);
    expect(text).toContain('㈱𠮷田製作所に出した治具の図面は、返してもらったかどうか営業に聞く必要がある。');
    expect(text).toContain('会社の事情により省いた（海外での生産はどの段階ですか）');
    expect(text).toContain('海外の工場に入れる人、海外の工場の見回り');
  });

  it('marks each page as confidential and numbers it', () => {
    pdf.pages.forEach(({ text }, i) => {
      expect(text).toContain('社外秘');
      expect(text).toContain(`${i + 1}/${pdf.pages.length}`);
      expect(text).toContain('2026年11月21日');
    });
  });

  it('draws no missing glyph: names with 﨑 and 𠮷 come from the fallback font', () => {
    for (const { glyphs } of pdf.pages) expect(glyphs).not.toContain(0);
    expect(missing).toEqual([]);
    const text = allText(pdf);
    for (const name of PEOPLE) expect(text).toContain(name);
  });

  it('names no person and no free text on the first page', () => {
    const first = pdf.pages[0]?.text ?? '';
    for (const name of PEOPLE) expect(first).not.toContain(name);
    expect(first).not.toContain('第2工場');
    expect(first).not.toContain('薄い部品を歪ませず');
  });

  it('prints only contacts that were checked', () => {
    expect(allText(pdf)).toContain('0570-082100（2026年11月2日に確認）');
    expect(allText(pdf)).not.toContain('0266-00-0000');
  });

  it('has headings, tables, lists and figures with their alternative texts in its structure', () => {
    const roles = pdf.pages.flatMap((page) => page.roles);
    for (const role of ['H1', 'H2', 'P', 'Lbl', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody', 'Figure']) {
      expect(roles).toContain(role);
    }
    const alts = pdf.pages.flatMap((page) => page.alts);
    expect(alts[0]).toBe('45問：はい19・一部6・いいえ8・わからない8・未回答4');
    expect(alts).toHaveLength(roles.filter((role) => role === 'Figure').length);
  });

  it('repeats the header of a table that goes on over the page', () => {
    const withAnswers = pdf.pages.filter(({ text }) => text.includes('出典と確かさ'));
    expect(withAnswers.length).toBeGreaterThan(1);
  });

  it('keeps all ink inside the printable page', () => {
    for (const { pieces } of pdf.pages) {
      for (const { x, width, y } of pieces) {
        expect(x).toBeGreaterThan(45);
        expect(x + width).toBeLessThan(595.28 - 45);
        expect(y).toBeGreaterThan(28);
        expect(y).toBeLessThan(841.89 - 28);
      }
    }
  });

  it('is the same to the byte, whatever was rendered before', async () => {
    await renderPdf(fixture({ questions: manyGaps(20), company: '株式会社髙﨑−‐製作所' }));
    expect(Buffer.compare((await renderPdf(fixture())).bytes, bytes)).toBe(0);
  });
});

describe('what the metadata say of the document', () => {
  // What a company may be called, and what XML gives back otherwise or cannot hold at all.
  const names = ['A&B <精機> ]]>', '"&amp;"', '𠮷田\u{e0100}\r\n工業', '\u0007音\ufffe\ud800響'] as const;
  it.each(names)('stays XML, and gives the name back: %j', async (company) => {
    const { bytes } = await renderPdf(fixture({ company, pages: 'president' }));
    const { title, stated } = await readPdf(bytes);
    const told = writable(company).replace(/[\r\n]+/g, ' ');
    expect(title).toContain(told);
    expect(stated).toEqual({ title, author: told });
  });
});

describe('parts of the document', () => {
  it('is one page for the president', async () => {
    expect((await pdfOf({ pages: 'president' })).pages).toHaveLength(1);
  });

  it('is the page for the president, the plan, the cards at hand and what it rests on where nobody says which', async () => {
    const { pages: _, ...input } = fixture();
    const pdf = await readPdf((await renderPdf(input)).bytes);
    expect(pdf.outline.map(({ title }) => title)).toEqual([
      '現在地と次の一手',
      '行動計画',
      '施策カード',
      'この計画のよりどころ',
    ]);
    expect(pdf.pages.at(-1)?.text).toContain('この計画のよりどころ');
  });

  it('leaves out gaps and appendix where only the plan is wanted', async () => {
    const pdf = await pdfOf({ pages: 'plan' });
    expect(pdf.outline.map(({ title }) => title)).toEqual(['現在地と次の一手', '見取り図', '行動計画']);
  });
});

describe('the president’s page stays one page', () => {
  const long = (text: string): string => text.repeat(8);
  const cases: readonly (readonly [string, FixtureOptions])[] = [
    ['with a very long name', { company: '株式会社サンプル精機ホールディングス'.repeat(9) }],
    ['without a name', { company: null }],
    ['in English', { lang: 'en' }],
    ['with 120 gaps', { questions: manyGaps(120) }],
    [
      'with gaps and questions of 200 characters',
      { questions: QUESTIONS.map((q) => ({ ...q, gap: long(q.gap), question: long(q.question) })) },
    ],
    ['with nothing answered', { questions: answered('unanswered') }],
    ['with nothing open', { questions: answered('yes'), bare: true }],
  ];
  it.each(cases)('%s', async (_, options) => {
    const pdf = await pdfOf({ ...options, pages: 'president' });
    expect(pdf.pages).toHaveLength(1);
    const approval = pdf.pages[0]?.pieces.find(({ text }) => text === '承認' || text === 'Approved');
    const lowest = (pdf.pages[0]?.pieces ?? []).filter(({ y }) => y < (approval?.y ?? 0) - 70);
    // Below the boxes stand the small print and the running foot only: nothing ran into them.
    for (const { size } of lowest) expect(size).toBeLessThan(7.1);
    expect(approval).toBeDefined();
  });
});

describe('what is said depends on what is known', () => {
  it('shows no number while too much is unknown', async () => {
    const text = allText(await pdfOf({ questions: answered('unknown'), pages: 'plan' }));
    expect(text).toContain('まだ見えていない所が多い段階です');
    expect(text).not.toContain('点数にすると');
    expect(text).toContain('点数なし');
  });

  it('says how many questions a quick check rests on', async () => {
    const text = allText(
      await pdfOf({ questions: QUESTIONS.slice(0, 12), depth: 'quick', pages: 'president' }),
    );
    expect(text).toContain('12問での現在地');
  });

  it('says that nothing has to be planned', async () => {
    const input = fixture({ questions: answered('yes'), bare: true });
    const plan = {
      ...input.assessment.plan,
      waves: input.assessment.plan.waves.map((w) => ({ ...w, tasks: [] })),
    };
    const headline = { dangers: [], toAsk: [], moves: [], pairs: [], legal: [], help: [] };
    const { bytes } = await renderPdf({
      ...input,
      assessment: { ...input.assessment, plan, headline, gaps: [] },
    });
    const text = allText(await readPdf(bytes));
    expect(text).toContain('今は、計画に入れることがありません');
    expect(text).not.toContain('施策カード');
  });

  it('puts 〓 for a character no font has, and names it', async () => {
    const { bytes, missing } = await renderPdf(fixture({ company: '株式会社😀精機', pages: 'president' }));
    expect(missing).toEqual(['😀']);
    const page = (await readPdf(bytes, { glyphs: true })).pages[0];
    expect(page?.text).toContain('株式会社〓精機');
    expect(page?.glyphs).not.toContain(0);
  });

  it('composes letters that came apart', async () => {
    const pdf = await pdfOf({ company: '株式会社か\u3099きく\u3099', pages: 'president' });
    expect(allText(pdf)).toContain('株式会社がきぐ');
  });

  it('calls a company what its register calls it: 福 (U+FA1B) is not 福, and both can be copied', async () => {
    const name = '株式会社福\uFA1B神\uFA19塚\uFA10都\uFA26';
    const { bytes, missing, plain } = await renderPdf(fixture({ company: name, pages: 'plan' }));
    expect(allText(await readPdf(bytes))).toContain(name);
    expect([missing, plain]).toEqual([[], []]);
  });

  it('keeps characters apart that share a shape, for who copies them', async () => {
    const name = '⾒本と見本ﾡㄱ製作所、⾦⾥';
    expect(allText(await pdfOf({ company: name, pages: 'plan' }))).toContain(name);
  });

  it('says which letters stand in their plain form', async () => {
    const { bytes, missing, plain } = await renderPdf(
      fixture({ company: '葛\u{E0100}城製作所', pages: 'plan' }),
    );
    expect(allText(await readPdf(bytes))).toContain('葛城製作所');
    expect([missing, plain]).toEqual([[], ['葛\u{E0100}']]);
  });

  it('names the desks the assessment chose, and no other', async () => {
    const input = fixture({ pages: 'president' });
    const headline = { ...input.assessment.headline, help: ['chamber'] };
    const { bytes } = await renderPdf({ ...input, assessment: { ...input.assessment, headline } });
    const text = allText(await readPdf(bytes));
    expect(text).toContain('商工会議所');
    expect(text).not.toContain('INPIT');
  });
});

describe('a row taller than a page', () => {
  it('goes on over the page, every sentence of it', async () => {
    const input = fixture();
    const note = Array.from({ length: 220 }, (_, i) => `棚番号${i}を数えました。`).join('');
    const id = 'guidance.marking';
    const answer = input.answers.answers.get(id);
    if (answer === undefined) throw new Error('the fixture has no such answer');
    const answers = {
      ...input.answers,
      answers: new Map([...input.answers.answers, [id, { ...answer, note }]]),
    };
    const pdf = await readPdf((await renderPdf({ ...input, answers })).bytes);
    const column = pdf.pages
      .flatMap(({ pieces }) => pieces)
      .filter(({ x, size, text }) => x < 200 && size === 8 && text !== '質問')
      .map(({ text }) => text);
    expect(column.join('').replace(/\s/g, '')).toContain(`メモ：${note}`);
  });
});
