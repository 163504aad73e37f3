import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Terminal } from '../../src/cli/faces/tty.ts';
import type { InterviewInput } from '../../src/interview/run.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { CatalogTexts } from '../../src/model/catalog-texts.ts';
import type { PaceLearnt } from '../../src/model/pace.ts';
import type { MessageKey } from '../../src/words/messages.ts';
import { answer, answers } from '../core/sample.ts';
import { CATALOG, EMPTY, JA, memoryFile, textsOf } from './sample.ts';
import { interviewAt, KEY, type Stage, stage } from './stage.ts';

const HOME = { overseasProduction: ['none'], exhibitions: ['no'] };
const QUICK = answers({ depth: 'quick', profile: HOME, goals: ['tics'] });

function start(from: Answers, at: Stage, over: Partial<InterviewInput> = {}) {
  const file = memoryFile(from);
  const end = interviewAt(at, {
    catalog: CATALOG,
    texts: textsOf(CATALOG),
    words: JA,
    today: '2026-11-21',
    file,
    summary: (now) => `結果：${now.answers.size}問に答えました`,
    verdict: () => null,
    only: null,
    command: 'wazamori score answers.yaml',
    from: null,
    pace: { before: null, keep: () => {} },
    clock: () => 0,
    ...over,
  });
  return { file, end };
}

describe('a whole interview', () => {
  it('goes from the strength to the result and on to the full check, saving every answer before the next question', async () => {
    const at = stage();
    const { file, end } = start(EMPTY, at);
    await at.after('強みは何ですか', `薄肉部品の加工条件${KEY.enter}`);
    await at.after('会社の名前', `株式会社サンプル精機${KEY.enter}`);
    await at.after('事実 employees', `４８人${KEY.enter}`);
    await at.after('事実 overseasProduction', '1');
    await at.after('事実 exhibitions', '3');
    await at.after('事実 goals', 'いい');
    await at.after('問い guidance.marking', 'は');
    await at.after('問い guidance.list', '0');
    await at.after('結果：2問に答えました', KEY.enter);
    await at.after('次はどうしますか', '3');
    await at.after('問い guidance.pledges', '6');
    await at.after('当てはまらない理由', `役員だけの会社${KEY.enter}`);
    await at.after('結果：3問に答えました', KEY.enter);
    await at.after('次はどうしますか', '1');
    await expect(end).resolves.toBe('finished');
    expect(file.edits).toEqual([
      { kind: 'value', path: ['company', 'strength'], value: '薄肉部品の加工条件' },
      { kind: 'value', path: ['company', 'name'], value: '株式会社サンプル精機' },
      { kind: 'fact', fact: 'employees', values: ['48'] },
      { kind: 'fact', fact: 'overseasProduction', values: ['none'] },
      { kind: 'fact', fact: 'exhibitions', values: ['no'] },
      { kind: 'fact', fact: 'goals', values: [] },
      { kind: 'answer', item: 'guidance.marking', answer: { value: 'yes' } },
      { kind: 'answer', item: 'guidance.list', answer: { value: 'unknown' } },
      { kind: 'value', path: ['assessment', 'depth'], value: 'full' },
      {
        kind: 'answer',
        item: 'guidance.pledges',
        answer: { value: 'notApplicable', reason: '役員だけの会社' },
      },
    ]);
    expect(at.seen()).toContain('「ない」なので、1問を省きました');
    expect(at.seen()).toContain('役production-headが知っていそうです');
    expect(at.seen()).toContain('教えてください。問いguidance.listをしていますか。');
    expect(at.seen()).toContain('結果：3問に答えました');
    expect(at.seen()).toContain('題guidance.pledges：当てはまらない（役員だけの会社）');
  });

  it('keeps everything at Ctrl-C in the middle, and goes on there', async () => {
    const at = stage();
    const { file, end } = start(QUICK, at);
    await at.after('問い guidance.marking', '2');
    await at.after('問い guidance.list', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect([...file.read().answers.keys()]).toEqual(['guidance.marking']);
    expect(at.seen()).toContain('ここまで保存しました（3問のうち1問）');
    expect(at.seen()).toContain('あなたの会社に関わる3問を聞きます');
    expect(at.seen()).toContain('会社に関わらない1問は省きました');
    expect(at.seen()).toContain('認証でも法律の助言でもありません');
    const next = stage();
    const resumed = start(file.read(), next);
    await next.after('問い guidance.list', 'q');
    await expect(resumed.end).resolves.toBe('left');
    expect(next.seen()).toContain('3問のうち1問に答え済みです');
    expect(next.seen()).not.toContain('問いguidance.marking');
    expect(next.seen()).not.toContain('あなたの会社に関わる');
    expect(next.seen()).not.toContain('認証でも法律の助言でもありません');
  });

  it.each([
    ['Ctrl-D', KEY.ctrlD],
    ['q', 'q'],
  ])('leaves at %s', async (_, key) => {
    const at = stage();
    const { end } = start(QUICK, at);
    await at.after('問い guidance.marking', key);
    await expect(end).resolves.toBe('left');
  });

  it('leaves when the terminal goes away', async () => {
    const at = stage();
    const { end } = start(QUICK, at);
    await at.after('問い guidance.marking', '1');
    await at.shows('問い guidance.list');
    at.close();
    await expect(end).resolves.toBe('left');
  });

  it('keeps the end of a word out of the line it leads to', async () => {
    const at = stage();
    const { file, end } = start(QUICK, { ...at, terminal: { ...at.terminal, clock: () => 0 } });
    await at.after('問い guidance.marking', 'あて');
    await at.after('理由を1行で', `はまらない役員だけの会社${KEY.enter}`);
    await at.after('問い guidance.list', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.edits.at(-1)).toMatchObject({ answer: { reason: '役員だけの会社' } });
  });

  it('does not promise more questions to whoever leaves after the last', async () => {
    const at = stage();
    const given = { 'guidance.marking': 'yes', 'guidance.list': 'yes', 'tics.storage': 'yes' } as const;
    const { end } = start(answers({ depth: 'quick', goals: ['tics'], profile: HOME, answers: given }), at);
    await at.after('結果：', 'q');
    await expect(end).resolves.toBe('left');
    expect(at.seen()).toContain('保存しました（3問すべて）。次に開くと、結果から始まります。');
  });

  it('goes back across facts and questions, with the answer given before under the cursor', async () => {
    const at = stage();
    const { file, end } = start(QUICK, at);
    await at.after('問い guidance.marking', '3');
    await at.after('問い guidance.list', 'b');
    await at.after('>  3 いいえ', '1');
    await at.after('問い guidance.list', 'b');
    await at.after('問い guidance.marking', 'b');
    await at.after('事実 goals', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().answers.get('guidance.marking')?.value).toBe('yes');
  });

  it('says so at the first question, and stays there', async () => {
    const at = stage();
    const { end } = start(EMPTY, at);
    await at.after('強みは何ですか', KEY.escape);
    await at.shows('ここが最初の質問です');
    await at.after('強みは何ですか', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
  });

  it('explains at ? and comes back to the question', async () => {
    const at = stage();
    const { end } = start(QUICK, at);
    await at.after('問い guidance.marking', '?');
    await at.shows('なぜ聞くか：あとで言った言わない');
    await at.after('出典：技術流出対策ガイダンス 第1版', KEY.enter);
    await at.after('答え:', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
  });

  it('saves a note with its answer, and beside an answer at once', async () => {
    const at = stage();
    const { file, end } = start(QUICK, at);
    await at.after('問い guidance.marking', 'n');
    await at.after('この質問のメモ', `本社だけ${KEY.enter}`);
    await at.after('メモ：本社だけ', '2');
    await at.after('問い guidance.list', 'b');
    await at.after('メモ：本社だけ', 'n');
    await at.after('この質問のメモ', `。第二は来月${KEY.enter}`);
    await at.after('メモ：本社だけ。第二は来月', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.edits).toEqual([
      { kind: 'answer', item: 'guidance.marking', answer: { value: 'partial', note: '本社だけ' } },
      {
        kind: 'answer',
        item: 'guidance.marking',
        answer: { value: 'partial', note: '本社だけ。第二は来月' },
      },
    ]);
  });

  it('says that a note without an answer is not kept', async () => {
    const at = stage();
    const { file, end } = start(QUICK, at);
    await at.after('問い guidance.marking', 'n');
    await at.after('この質問のメモ', `本社だけ${KEY.enter}`);
    await at.after('メモ：本社だけ', 'q');
    await expect(end).resolves.toBe('left');
    expect(at.seen()).toContain('書きかけのメモは');
    expect(file.edits).toEqual([]);
  });

  it('wants a reason for 当てはまらない, and lets a person think again', async () => {
    const at = stage();
    const { file, end } = start(QUICK, at);
    await at.after('問い guidance.marking', '6');
    await at.after('当てはまらない理由', KEY.enter);
    await at.after('理由を書いてください。', KEY.escape);
    await at.after('問い guidance.marking', '5');
    await at.after('問い guidance.list', '6');
    await at.after('そのキーは使えません。画面に並んだ番号で', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.edits).toEqual([]);
  });

  it('dates a dated answer anew when it changes, and leaves the rest alone', async () => {
    const at = stage();
    const old = answer('no', { on: '2026-04-01', by: '総務課長', note: '来期' });
    const { file, end } = start(
      answers({
        depth: 'quick',
        profile: HOME,
        goals: ['tics'],
        answers: { 'guidance.marking': old },
      }),
      at,
    );
    await at.after('問い guidance.list', 'b');
    await at.after('問い guidance.marking', '1');
    await at.after('問い guidance.list', KEY.ctrlC);
    await end;
    expect(file.edits).toEqual([
      { kind: 'answer', item: 'guidance.marking', answer: { value: 'yes', on: '2026-11-21' } },
    ]);
  });

  it('proposes いいえ after a related いいえ, and asks all the same', async () => {
    const at = stage();
    const { file, end } = start(
      answers({
        profile: HOME,
        goals: ['tics'],
        answers: { 'guidance.list': 'yes', 'guidance.marking': 'no' },
      }),
      at,
    );
    await at.after('似た質問に「いいえ」', KEY.enter);
    await at.after('問い tics.storage', KEY.ctrlC);
    await end;
    expect(file.read().answers.get('guidance.pledges')?.value).toBe('no');
  });

  it('comes back to 後で and わからない at the end', async () => {
    const at = stage();
    const { file, end } = start(
      answers({ depth: 'quick', profile: HOME, goals: ['tics'], answers: { 'tics.storage': 'yes' } }),
      at,
    );
    await at.after('問い guidance.marking', '5');
    await at.after('問い guidance.list', '0');
    await at.after('結果：2問に', KEY.enter);
    await at.after('まだ答えていない1問', '2');
    await at.after('問い guidance.marking', '1');
    await at.after('結果：3問に', KEY.enter);
    await at.after('「わからない」の1問', '2');
    await at.after('問い guidance.list', '3');
    await at.after('結果：3問に', KEY.enter);
    await at.after('次はどうしますか', '1');
    await expect(end).resolves.toBe('finished');
    expect([...file.read().answers].map(([id, a]) => `${id} ${a.value}`)).toEqual([
      'tics.storage yes',
      'guidance.list no',
      'guidance.marking yes',
    ]);
  });
});

describe('what the facts leave out', () => {
  it('is said with the answer, and of several with what was not chosen', async () => {
    const at = stage();
    const catalog: InterviewInput['catalog'] = {
      ...CATALOG,
      items: CATALOG.items.map((one) =>
        one.id === 'guidance.export-check'
          ? { ...one, appliesWhen: { fact: 'overseasForm', in: ['joint-venture'] } }
          : one,
      ),
      facts: CATALOG.facts.map((fact) => (fact.id === 'overseasForm' ? { ...fact, kind: 'choices' } : fact)),
    };
    const { end } = start(answers({ depth: 'quick', profile: { overseasProduction: ['operating'] } }), at, {
      catalog,
    });
    await at.after('事実 overseasForm', `1${KEY.enter}`);
    await at.shows('選ばなかったことに関わる1問を省きました');
    await at.after('事実 exhibitions', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
  });
});

describe('the menu of sections', () => {
  it('shows how far each is, leads there, and through all of one that is answered', async () => {
    const at = stage();
    const { file, end } = start(
      answers({
        profile: HOME,
        goals: ['tics'],
        answers: { 'guidance.list': 'yes', 'guidance.marking': 'no' },
      }),
      at,
    );
    await at.after('似た質問に「いいえ」', 'm');
    await at.after('2 会社のこと（6/6）', '5');
    await at.after('問い tics.storage', 'm');
    await at.after('3 章 foundation（2/2）', '3');
    await at.after('問い guidance.list', '3');
    await at.after('問い guidance.marking', KEY.enter);
    await at.after('問い guidance.pledges', 'm');
    await at.after('1 いまの質問に戻る', '1');
    await at.after('問い guidance.pledges', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().answers.get('guidance.list')?.value).toBe('no');
  });

  it('shows at quick depth each section that is asked about, and goes on with the one chosen', async () => {
    const at = stage();
    const abroad = { overseasProduction: ['operating'], overseasForm: ['own-plant'], exhibitions: ['no'] };
    const { file, end } = start(
      answers({ depth: 'quick', profile: abroad, goals: ['tics'], answers: { 'guidance.marking': 'yes' } }),
      at,
    );
    await at.after('問い guidance.list', 'm');
    await at.shows('いまの点検で聞く章だけです');
    await at.shows('3 章 foundation（1/2）');
    await at.after('4 章 people-prevention（0/1）', '4');
    await at.after('問い guidance.export-check', '1');
    await at.after('問い guidance.list', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().answers.get('guidance.export-check')?.value).toBe('yes');
  });

  it('changes what is known of the company later: answers out of scope stay, and come back', async () => {
    const at = stage();
    const abroad = { overseasProduction: ['operating'], overseasForm: ['own-plant'], exhibitions: ['no'] };
    const { file, end } = start(
      answers({
        profile: abroad,
        goals: ['tics'],
        answers: { 'guidance.export-check': 'no', 'guidance.list': 'yes' },
      }),
      at,
    );
    await at.after('問い guidance.marking', 'm');
    await at.after('会社のこと', '2');
    await at.after('強みは何ですか', KEY.enter);
    await at.after('会社の名前', KEY.enter);
    await at.after('事実 employees', KEY.enter);
    await at.after('事実 overseasProduction', '1');
    await at.shows('1問を省きました');
    await at.after('事実 exhibitions', '3');
    await at.after('事実 goals', '1');
    await at.after('問い guidance.marking', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().profile.get('overseasProduction')).toEqual(['none']);
    expect(file.read().answers.get('guidance.export-check')?.value).toBe('no');
  });
});

describe('a section at full depth', () => {
  const marked = (id: string, question: string): CatalogTexts => {
    const texts = textsOf(CATALOG);
    const prose = texts.items[id];
    if (prose === undefined) throw new Error(id);
    return { ...texts, items: { ...texts.items, [id]: { ...prose, question } } };
  };
  const inScene = (scene: string | null): InterviewInput['catalog'] => ({
    ...CATALOG,
    items: CATALOG.items.map((one) => (one.id === 'guidance.marking' ? { ...one, scene } : one)),
  });
  const full = answers({ profile: HOME, goals: ['tics'], answers: { 'guidance.list': 'unknown' } });

  it('ends with two lines: how many are answered, and how', async () => {
    const at = stage();
    const { end } = start(full, at);
    await at.after('問い guidance.marking', '2');
    await at.shows('「章 foundation」は2問のうち2問に答えました。保存済みです。');
    await at.shows('  「一部」1問・「わからない」1問でした。');
    await at.shows('【章 people-prevention】 1問');
    await at.after('問い guidance.pledges', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
  });

  it.each([
    [
      'the scene stands above a question, once',
      'overseas-partner',
      '〈海外〉印を付けていますか',
      '海外へ技術を渡す話がある時',
    ],
    ['a mark without a scene is the heading itself', null, '〈取引先〉印を付けていますか', '取引先'],
    ['in English too', null, '[Trading partners] 印を付けていますか', 'Trading partners'],
    ['neither leaves the question as it is', null, '印を付けていますか', '保存済み'],
  ])('%s', async (_, scene, question, heading) => {
    const at = stage();
    const catalog = inScene(scene);
    const { end } = start(full, at, { catalog, texts: marked('guidance.marking', question) });
    await at.after('印を付けていますか', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    const lines = stripVTControlCharacters(at.raw())
      .split('\n')
      .map((line) => line.trim());
    const asked = lines.indexOf('印を付けていますか');
    const above =
      lines
        .slice(0, asked)
        .filter((line) => line !== '')
        .at(-1) ?? '';
    expect(above.endsWith(heading)).toBe(true);
    expect(at.seen()).not.toContain('〈');
  });
});

describe('one section or question alone', () => {
  it('asks that again and ends', async () => {
    const at = stage();
    const only = { keys: new Set(['item:guidance.list']), only: true };
    const { file, end } = start(
      answers({ profile: HOME, goals: ['tics'], answers: { 'guidance.list': 'yes' } }),
      at,
      {
        only,
      },
    );
    await at.after('問い guidance.list', '2');
    await at.shows('すべて保存しました');
    await expect(end).resolves.toBe('finished');
    expect(file.read().answers.get('guidance.list')?.value).toBe('partial');
  });

  it('says so where it is not asked of this company', async () => {
    const at = stage();
    const only = { keys: new Set(['item:guidance.export-check']), only: true };
    const { end } = start(QUICK, at, { only });
    await at.shows('聞くことがありません');
    await expect(end).resolves.toBe('finished');
  });
});

describe('the answers of last year', () => {
  it('come up one by one: Enter confirms, another key changes, nothing is copied by itself', async () => {
    const at = stage();
    const from = answers({
      profile: HOME,
      answers: {
        'guidance.marking': answer('partial', { on: '2025-11-20', note: '本社だけ' }),
        'guidance.list': answer('no'),
        'tics.storage': answer('yes'),
      },
    });
    const { file, end } = start(answers({ depth: 'quick', profile: {}, goals: ['tics'] }), at, { from });
    await at.after('>  1 ない', KEY.enter);
    await at.after('>  3 いいえ', KEY.enter);
    await at.shows('前の回（2025年11月20日）：一部、本社だけ');
    await at.after('>  2 一部', KEY.enter);
    await at.after('前の回', '1');
    await at.after('問い tics.storage', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect([...file.read().answers].map(([id, { value }]) => `${id} ${value}`)).toEqual([
      'guidance.marking partial',
      'guidance.list yes',
    ]);
    expect(file.read().profile.get('overseasProduction')).toEqual(['none']);
  });
});

describe('what is known of the company since last year', () => {
  it('stands ready to be confirmed: strength, name and number', async () => {
    const at = stage();
    const base = answers({ employees: 48 });
    const company = { ...base.company, name: '株式会社サンプル精機', strength: '薄肉の加工' };
    const { file, end } = start(EMPTY, at, { from: { ...base, company } });
    await at.shows('前の回の答えを1問ずつ出します');
    await at.after('> 薄肉の加工', KEY.enter);
    await at.after('> 株式会社サンプル精機', KEY.enter);
    await at.after('> 48', `0${KEY.enter}`);
    await at.after('事実 overseasProduction', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().company).toMatchObject({
      strength: '薄肉の加工',
      name: '株式会社サンプル精機',
      employees: 480,
    });
  });
});

describe('the pace', () => {
  it('begins where it was, and is kept after each answer, never after a question that was left', async () => {
    const at = stage();
    let now = 0;
    const kept: PaceLearnt[] = [];
    const { end } = start(QUICK, at, {
      pace: { before: { milliseconds: 600_000, work: 10 }, keep: (learnt) => kept.push(learnt) },
      clock: () => {
        now += 30_000;
        return now;
      },
    });
    // (3 × 45 s + 10 × 60 s) ÷ 13 = 56.5 s for each of the three questions.
    await at.shows('あと約3分');
    await at.after('問い guidance.marking', '1');
    await at.after('問い guidance.list', 'b');
    await at.after('問い guidance.marking', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(kept).toEqual([{ milliseconds: 630_000, work: 11 }]);
  });
});

describe('checklists of a new edition', () => {
  it('are announced to whoever answered an older one', async () => {
    const at = stage();
    const base = answers({ profile: HOME, goals: ['tics'], answers: { 'guidance.list': 'yes' } });
    const editions = { guidance: '2020.1', tics: '2020.1' };
    const { end } = start({ ...base, assessment: { ...base.assessment, editions } }, at);
    await at.shows('「一覧 guidance」の質問は、前に答えた時（2020.1 の版）から変わりました');
    await at.after('問い guidance.marking', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(at.seen()).not.toContain('「一覧tics」の質問は');
  });
});

describe('evidence', () => {
  it('is what, where and when, a line each; none is a step over it', async () => {
    const at = stage();
    const { file, end } = start(
      answers({
        depth: 'evidence',
        profile: HOME,
        goals: ['tics'],
        answers: {
          'guidance.list': 'yes',
          'guidance.marking': 'partial',
          'guidance.pledges': 'no',
          'tics.storage': 'unknown',
        },
      }),
      at,
    );
    await at.after('何が証拠になりますか', `情報管理規程 第3版${KEY.enter}`);
    await at.after('どこにありますか', KEY.escape);
    await at.after('> 情報管理規程 第3版', KEY.enter);
    await at.after('どこにありますか', `総務の書庫${KEY.enter}`);
    await at.after('> 2026-11-21', `${'\u007f'.repeat(10)}2026/4/1${KEY.enter}`);
    await at.after('何が証拠になりますか', KEY.enter);
    await at.after('結果：4問', KEY.enter);
    await at.after('次はどうしますか', '1');
    await expect(end).resolves.toBe('finished');
    expect(file.edits).toEqual([
      {
        kind: 'answer',
        item: 'guidance.list',
        answer: {
          value: 'yes',
          evidence: [
            { what: '情報管理規程 第3版', where: '総務の書庫', file: null, sha256: null, seen: '2026-04-01' },
          ],
        },
      },
    ]);
  });
});

describe('a file that cannot be written', () => {
  const locked = {
    ok: false as const,
    findings: [
      {
        severity: 'error' as const,
        code: 'file-not-writable' as const,
        args: { path: 'answers.yaml', reason: 'EACCES' },
        location: null,
      },
    ],
  };
  const words = {
    ...JA,
    t: (key: MessageKey, args?: Record<string, unknown>) =>
      key.startsWith('finding.') ? `書けません ${key}` : JA.t(key, args),
  };

  it('is said at once; the person tries again or leaves, and the answer is asked for again', async () => {
    const at = stage();
    const file = memoryFile(QUICK);
    let failures = 1;
    const { end } = start(QUICK, at, {
      words,
      file: { read: file.read, apply: async (edit) => (failures-- > 0 ? locked : file.apply(edit)) },
    });
    await at.after('問い guidance.marking', '1');
    await at.after('保存できませんでした', '1');
    await at.after('問い guidance.list', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().answers.get('guidance.marking')?.value).toBe('yes');
  });

  it('ends unsaved where the person gives up', async () => {
    const at = stage();
    const { end } = start(QUICK, at, { words, file: { read: () => QUICK, apply: async () => locked } });
    await at.after('問い guidance.marking', '1');
    await at.shows('書けません finding.file-not-writable');
    await at.after('保存できませんでした', '2');
    await expect(end).resolves.toBe('unsaved');
  });

  it.each([
    [true, '次にこの質問を開いた時にメモの欄へ出します：本社のみ'],
    [false, '消えないように写してください：本社のみ'],
  ])('does not lose what was typed (drafts kept: %s)', async (can, shown) => {
    const at = stage();
    const kept: Record<string, string>[] = [];
    const drafts = {
      before: new Map<string, string>(),
      keep: (notes: ReadonlyMap<string, string>) => {
        kept.push(Object.fromEntries(notes));
        return can;
      },
    };
    const from = answers({
      depth: 'quick',
      profile: HOME,
      goals: ['tics'],
      answers: { 'guidance.marking': answer('yes') },
    });
    const file = { read: () => from, apply: async () => locked };
    const { end } = start(from, at, { words, file, drafts });
    await at.after('問い guidance.list', 'b');
    await at.after('問い guidance.marking', 'n');
    await at.after('この質問のメモ', `本社のみ${KEY.enter}`);
    await at.after('保存できませんでした', '2');
    await expect(end).resolves.toBe('unsaved');
    expect(at.seen()).toContain(shown);
    expect(kept.at(-1)).toEqual({ 'guidance.marking': '本社のみ' });
  });
});

describe('words being written when somebody leaves', () => {
  it.each([
    ['the strength', EMPTY, '強みは何ですか', '薄肉の', ['company', 'strength']],
    ['the name', EMPTY, '会社の名前', '株式会社サ', ['company', 'name']],
  ] as const)('are saved: %s', async (_, from, shows, typed, path) => {
    const at = stage();
    const { file, end } = start(from, at);
    if (path[1] === 'name') await at.after('強みは何ですか', KEY.enter);
    await at.after(shows, typed);
    await at.after(`> ${typed}`, KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.edits).toEqual([{ kind: 'value', path, value: typed }]);
    expect(at.seen()).toContain('ここまで保存しました');
  });

  it('are not, where they cannot be read', async () => {
    const at = stage();
    const { file, end } = start(answers({ employees: 48 }), at);
    await at.after('事実 overseasProduction', 'b');
    await at.after('事実 employees', '番目');
    await at.after('> 48番目', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.edits).toEqual([]);
  });

  it('are evidence from the first line on', async () => {
    const at = stage();
    const given = { 'guidance.marking': 'yes' } as const;
    const { file, end } = start(
      answers({ depth: 'quick', goals: ['tics'], profile: HOME, answers: given }),
      at,
    );
    await at.after('問い guidance.list', 'b');
    await at.after('問い guidance.marking', 'e');
    await at.after('何が証拠になりますか', `規程 第3版${KEY.enter}`);
    await at.after('どこにありますか', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().answers.get('guidance.marking')?.evidence).toMatchObject([{ what: '規程 第3版' }]);
  });

  it('wait with the note of a question that has no answer, and move to its answer', async () => {
    const at = stage();
    const kept: Record<string, string>[] = [];
    const drafts = (before: Record<string, string>) => ({
      before: new Map(Object.entries(before)),
      keep: (notes: ReadonlyMap<string, string>) => {
        kept.push(Object.fromEntries(notes));
        return true;
      },
    });
    const { file, end } = start(QUICK, at, { drafts: drafts({}) });
    await at.after('問い guidance.marking', 'n');
    await at.after('この質問のメモ', '本社だけ');
    await at.after('> 本社だけ', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.edits).toEqual([]);
    expect(kept.at(-1)).toEqual({ 'guidance.marking': '本社だけ' });
    expect(at.seen()).toContain('下書きで残しました');
    const next = stage();
    const resumed = start(QUICK, next, { drafts: drafts(kept.at(-1) ?? {}) });
    await next.after('メモ：本社だけ', '1');
    await next.after('問い guidance.list', 'q');
    await expect(resumed.end).resolves.toBe('left');
    expect(resumed.file.edits).toEqual([
      { kind: 'answer', item: 'guidance.marking', answer: { value: 'yes', note: '本社だけ' } },
    ]);
    expect(kept.at(-1)).toEqual({});
  });

  it('are said to be lost where they cannot be kept', async () => {
    const at = stage();
    const { end } = start(QUICK, at, { drafts: { before: new Map(), keep: () => false } });
    await at.after('問い guidance.marking', 'n');
    await at.after('この質問のメモ', `本社だけ${KEY.enter}`);
    await at.after('メモ：本社だけ', 'q');
    await expect(end).resolves.toBe('left');
    expect(at.seen()).toContain('保存していません');
  });
});

describe('plain lines, where the cursor cannot move', () => {
  it('asks the same with numbers, words and commands', async () => {
    const at = stage(true);
    const { file, end } = start(EMPTY, at);
    await at.after('強みは何ですか', '\n');
    await at.after('会社の名前', '/b\n');
    await at.after('強みは何ですか', '薄肉部品\n');
    await at.after('会社の名前', '\n');
    await at.after('事実 employees', '多め\n');
    await at.after('数字だけで', '４８\n');
    await at.after('事実 overseasProduction', '3\n');
    await at.after('事実 overseasForm', '1 2\n');
    await at.after('事実 exhibitions', 'いいえ\n');
    await at.after('事実 goals', 'いいえ\n');
    await at.after('問い guidance.marking', '?\n');
    await at.shows('なぜ聞くか');
    await at.after('答え:', 'い\n');
    await at.after('その答えは読めませんでした', 'いち\n');
    await at.after('問い guidance.list', 'n\n');
    await at.after('この質問のメモ', '本社だけ\n');
    await at.after('メモ：本社だけ', 'わからない\n');
    await at.after('問い guidance.export-check', 'q\n');
    await expect(end).resolves.toBe('left');
    expect(file.edits.slice(1)).toEqual([
      { kind: 'fact', fact: 'employees', values: ['48'] },
      { kind: 'fact', fact: 'overseasProduction', values: ['operating'] },
      { kind: 'fact', fact: 'overseasForm', values: ['own-plant', 'joint-venture'] },
      { kind: 'fact', fact: 'exhibitions', values: ['no'] },
      { kind: 'fact', fact: 'goals', values: [] },
      { kind: 'answer', item: 'guidance.marking', answer: { value: 'partial' } },
      { kind: 'answer', item: 'guidance.list', answer: { value: 'unknown', note: '本社だけ' } },
    ]);
  });

  it('empties a filled line, and leaves at Ctrl-C', async () => {
    const at = stage(true);
    let interrupt = (): void => {};
    const terminal: Terminal = {
      ...at.terminal,
      onInterrupt: (leave) => {
        interrupt = leave;
        return () => {};
      },
    };
    const { file, end } = start(answers({ employees: 48 }), { ...at, terminal });
    await at.after('事実 overseasProduction', 'b\n');
    await at.after('/d と打ってEnter', '/d\n');
    await at.shows('強みは何ですか');
    interrupt();
    await expect(end).resolves.toBe('left');
    expect(file.edits).toContainEqual({ kind: 'value', path: ['company', 'employees'], value: null });
  });

  it('moves no cursor and colours nothing', async () => {
    const at = stage(true);
    const { end } = start(QUICK, at);
    await at.after('問い guidance.marking', '1\n');
    await at.shows('問い guidance.list');
    at.close();
    await expect(end).resolves.toBe('left');
    expect(at.raw()).not.toContain('\u001b');
  });
});
