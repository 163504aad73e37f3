import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/answers/read.ts';
import { assess } from '../../../src/core/assess.ts';
import type { Task } from '../../../src/model/plan.ts';
import type { Lang } from '../../../src/model/text.ts';
import { reportDocument } from '../../../src/report/document/build.ts';
import { isPost } from '../../../src/report/document/filler.ts';
import type { ReportInput } from '../../../src/report/document/input.ts';
import type { PresidentPage } from '../../../src/report/document/model.ts';
import { catalog, texts } from '../../setup/checklists.ts';
import { messagesOf, wordsOf } from '../../setup/words.ts';
import { fixture } from '../pdf/fixture.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SAMPLES = ['machining-shop', 'parts-maker', 'materials-maker'] as const;

function sample(name: string, change = (yaml: string): string => yaml, lang: Lang = 'ja'): ReportInput {
  const yaml = change(readFileSync(join(ROOT, 'templates/samples', `${name}.yaml`), 'utf8'));
  const read = readAnswers(yaml, catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const assessment = assess({ catalog, answers: read.value, today: '2026-11-21', version: '0.2.0' });
  const words = wordsOf(lang);
  return { assessment, catalog, texts: texts[lang], answers: read.value, words };
}

function pageOf(input: ReportInput): PresidentPage {
  const { president } = reportDocument(input);
  if (president === null) throw new Error('no page for the president');
  return president;
}

const tasksOf = ({ assessment }: ReportInput): readonly Task[] =>
  assessment.plan.waves.flatMap(({ tasks }) => tasks);

describe('page 1 and the plan', () => {
  it.each(SAMPLES)(
    '%s: each danger stands beside a move that the plan has, with its day and who does it',
    (name) => {
      const input = sample(name);
      const { headline } = input.assessment;
      const plan = JSON.stringify(reportDocument(input).parts.find(({ id }) => id === 'plan'));
      const numbered = pageOf(input).steps.rows.filter(({ number }) => number !== null);
      expect(numbered).toHaveLength(3);
      headline.pairs.forEach(({ danger, move }, i) => {
        const task = tasksOf(input).find(({ id }) => id === move);
        const row = numbered[i];
        expect(row?.what).toContain(input.texts.items[danger]?.gap);
        expect(row?.step).toBe(input.texts.actions[task?.action ?? '']?.firstStep);
        expect(row?.who).toBe(input.texts.roles[task?.role ?? '']?.title);
        expect(row?.due).toBe(`2026年12月${Number(task?.due.slice(8))}日`);
        expect(plan).toContain(row?.step);
      });
    },
  );

  it('puts the law first, without a number, the gravest at the top', () => {
    const { rows } = pageOf(sample('materials-maker')).steps;
    expect(rows.map(({ number }) => number)).toEqual([null, null, '1', '2', '3']);
    expect(rows[0]).toMatchObject({
      what: '全固体電池に使う粉の、混ぜ方と焼き方（t2）：停止（許可が要る）',
      step: '技術 t2 を渡すのを止め、許可について経済産業省と弁護士に相談する',
      who: '社長',
      due: '2026年11月21日',
    });
  });

  it('says what an approval sets going, and who has to be asked how much', () => {
    const { lines } = pageOf(sample('parts-maker')).starts;
    expect(lines[0]).toBe('上の3件で約3時間・費用なし。');
    expect(lines[1]).toMatch(/^3か月で約[\d.]+人日。/);
    expect(lines[2]).toBe('先に確かめたいこと9件（社長4・総務の担当1・営業の責任者2・海外の担当2）。');
  });

  it('says what is so: a part is in place, or nothing is', () => {
    const input = sample('parts-maker');
    const id = 'guidance.need-to-know-access';
    const items = input.assessment.items.map((item) =>
      item.id === id ? { ...item, state: 'partial' as const } : item,
    );
    const partly = { ...input, assessment: { ...input.assessment, items } };
    const of = (one: ReportInput) => pageOf(one).steps.rows.find(({ what }) => what.includes('見られる人'));
    expect(of(input)).toMatchObject({
      what: '大事な図面やデータを見られる人が、絞りきれていません',
      whatNote: expect.stringContaining('答えは「いいえ」'),
    });
    expect(of(partly)).toMatchObject({
      what: '一部はできていますが、大事な図面やデータを見られる人が、絞りきれていません',
      whatNote: expect.stringContaining('答えは「一部」'),
    });
  });

  it('tells the gist of the law only where no other page goes with it', () => {
    expect(pageOf(sample('parts-maker')).gist).toBeNull();
    const alone = pageOf({ ...sample('parts-maker'), pages: 'president' }).gist;
    expect(alone?.lines).toHaveLength(3);
    expect(alone?.lines[0]?.whole).toContain('キャッチオールの確認が残ります');
  });
});

describe('who fills in', () => {
  it.each<[string, boolean]>([
    ['社長', true],
    ['総務課長', true],
    ['知的財産部', true],
    ['経営企画室長', true],
    ['製造・品質の責任者', true],
    ['Head of production', true],
    ['山田部長', false],
    ['山田', false],
    ['総務 佐藤', false],
    ['Taro, president', false],
    ['', false],
  ])('「%s」 is a post: %s', (by, post) => {
    expect(isPost(by)).toBe(post);
  });

  it('stands on the page by post, never by name', () => {
    const by = (who: string): string =>
      pageOf(sample('parts-maker', (yaml) => yaml.replace('by: 総務課長', `by: ${who}`))).facts.join();
    expect(by('総務課長')).toContain('記入：総務課長');
    expect(by('山田部長')).not.toContain('山田');
  });

  it('is sent to nobody where they hold the role themselves, and asks everybody else', () => {
    const own = sample('machining-shop');
    expect(own.answers.assessment.by).toBe('社長');
    const other = sample('machining-shop', (yaml) => yaml.replace('by: 社長', 'by: 総務課長'));
    const said = (input: ReportInput): string => JSON.stringify(reportDocument({ ...input, pages: 'full' }));
    const asked = other.assessment.askList.some(({ role }) => role === 'owner-president');
    expect(asked).toBe(true);
    expect(said(other)).toContain('社長に、');
    expect(said(other)).toContain('総務課長');
    expect(said(own)).not.toContain('社長に聞く');
    expect(said(own)).not.toContain('社長に、');
    expect(said(own)).toContain('自分で');
  });
});

describe('the last page', () => {
  it.each(['standard', 'full'] as const)(
    'of the %s set says in five lines what the plan rests on',
    (pages) => {
      const input = { ...sample('machining-shop'), pages };
      const last = reportDocument(input).parts.at(-1);
      const lines = (last?.blocks ?? []).map((block) => (block.kind === 'text' ? block.text : ''));
      const { coverage } = input.assessment.score;
      expect(last?.title).toBe('この計画のよりどころ');
      expect(lines).toHaveLength(5);
      expect(lines[0]).toContain('技術流出対策の点検 2026.1');
      expect(lines[1]).toMatch(/^\d+問の確かさ：公式資料\d+問、二次資料\d+問、本ツールの推定\d+問/);
      expect(lines[2]).toBe(
        `省いた質問${coverage.outOfScope}問・「当てはまらない」${coverage.notApplicable}問・まだ聞いていない質問${coverage.notAsked}問。`,
      );
      expect(lines[3]).toMatch(/wazamori .*2026年11月21日/);
      expect(lines[4]).toContain(pages === 'full' ? 'これは全部のページです' : '--pages full');
    },
  );

  it('adds up: every question asked has its certainty', () => {
    const input = sample('materials-maker');
    const line = JSON.stringify(reportDocument(input).parts.at(-1));
    const [all, ...shares] = (
      line.match(/(\d+)問の確かさ：公式資料(\d+)問、二次資料(\d+)問、本ツールの推定(\d+)問/) ?? []
    ).slice(1);
    expect(shares.reduce((sum, n) => sum + Number(n), 0)).toBe(Number(all));
    expect(Number(all)).toBe(input.assessment.score.coverage.asked);
  });
});

describe('what is beyond the year', () => {
  it('is one sentence on the plan, and a list in the full set alone', () => {
    const n = sample('parts-maker').assessment.plan.beyond.length;
    expect(n).toBeGreaterThan(0);
    const said = (pages: 'standard' | 'plan' | 'full'): string =>
      JSON.stringify(reportDocument({ ...sample('parts-maker'), pages }).parts);
    for (const pages of ['standard', 'plan'] as const) {
      expect(said(pages)).toContain(`ほかに${n}件あります。`);
      expect(said(pages)).not.toContain('1年に入りきらないこと');
    }
    expect(said('full')).toContain('1年に入りきらないこと');
  });

  it('says so where three months are not enough, and who decides', () => {
    const input = sample('parts-maker');
    expect(input.assessment.plan.overfull).toBe(true);
    const plan = JSON.stringify(reportDocument(input).parts);
    expect(plan).toContain(
      '3か月では足りません。人を足す・外に頼む・ほかを延ばす、のどれかを社長が決めてください。',
    );
    expect(JSON.stringify(reportDocument(sample('materials-maker')).parts)).not.toContain(
      '3か月では足りません',
    );
  });
});

it('no more than nine are counted with つ', () => {
  const wrong = Object.entries(messagesOf('ja')).filter(([, said]) => /\{\w+\}つ/.test(said));
  expect(wrong).toEqual([]);
});

it('prints no note of the answers but in the full set', () => {
  const LONG = '第2工場の共有棚';
  for (const pages of ['standard', 'plan', 'president'] as const) {
    expect(JSON.stringify(reportDocument({ ...fixture(), pages, handouts: true }))).not.toContain(LONG);
  }
  expect(JSON.stringify(reportDocument({ ...fixture(), pages: 'full' }))).toContain(LONG);
});
