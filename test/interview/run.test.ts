import { describe, expect, it } from 'vitest';
import { type InterviewInput, runInterview } from '../../src/interview/run.ts';
import type { Answers } from '../../src/model/answers.ts';
import { answer, answers } from '../core/sample.ts';
import { CATALOG, EMPTY, JA, memoryFile, textsOf } from './sample.ts';
import { KEY, type Stage, stage } from './stage.ts';

const HOME = { overseasProduction: ['none'], exhibitions: ['no'] };
const QUICK = answers({ depth: 'quick', profile: HOME, goals: ['tics'] });

function start(from: Answers, at: Stage, over: Partial<InterviewInput> = {}) {
  const file = memoryFile(from);
  const end = runInterview({
    catalog: CATALOG,
    texts: textsOf(CATALOG),
    words: JA,
    today: '2026-11-21',
    file,
    summary: (now) => `結果：${now.answers.size}問に答えました`,
    terminal: at.terminal,
    verdict: () => null,
    only: null,
    command: 'wazamori score answers.yaml',
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
    await at.after('事実 exhibitions', '2');
    await at.after('事実 goals', 'いい');
    await at.after('問い guidance.marking', 'は');
    await at.after('問い guidance.list', '4');
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
    await at.after('そのキーは使えません。1から5', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.edits).toEqual([]);
  });

  it('dates a dated answer anew when it changes, and leaves the rest alone', async () => {
    const at = stage();
    const old = answer('no', { on: '2026-04-01', by: '総務課長', note: '来期' });
    const { file, end } = start(
      answers({
        ...{ depth: 'quick', profile: HOME, goals: ['tics'] },
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
    await at.after('問い guidance.list', '4');
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
    t: (key: string, args?: Record<string, unknown>) =>
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
});

describe('plain lines, where the cursor cannot move', () => {
  it('asks the same with numbers, words and commands', async () => {
    const at = stage(true);
    const { file, end } = start(EMPTY, at);
    await at.after('強みは何ですか', '\n');
    await at.after('会社の名前', '/b\n');
    await at.after('強みは何ですか', '薄肉部品\n');
    await at.after('会社の名前', '\n');
    await at.after('事実 employees', '四十八\n');
    await at.after('数字だけで', '４８\n');
    await at.after('事実 overseasProduction', '3\n');
    await at.after('事実 overseasForm', '1 2\n');
    await at.after('事実 exhibitions', 'いいえ\n');
    await at.after('事実 goals', 'いいえ\n');
    await at.after('問い guidance.marking', '?\n');
    await at.after('なぜ聞くか', 'い\n');
    await at.after('そのキーは使えません', 'いち\n');
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
      { kind: 'answer', item: 'guidance.marking', answer: { value: 'partial' } },
      { kind: 'answer', item: 'guidance.list', answer: { value: 'unknown', note: '本社だけ' } },
    ]);
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
