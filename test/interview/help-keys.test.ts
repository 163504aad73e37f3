import { describe, expect, it } from 'vitest';
import { JA } from './sample.ts';
import { interviewAt, KEY, type Stage, stage } from './stage.ts';
import { SHIPPED, SHIPPED_TEXTS, textFile } from './text-file.ts';

/** Every key a prompt names in its help does what it says, wherever it is named, and no other is named. */

const COMPANY = 'wazamori: 1\ncompany: {name: 株式会社サンプル精機, employees: 48, strength: 薄肉の加工}\n';
const HOME = `${COMPANY}profile:
  {overseasProduction: none, technologyAbroad: none, customerDrawings: no, outsourcing: no,
   jointDevelopment: no, exhibitions: no, foreignInvestment: no}
`;
const FIRST = '自社の強みになる技術を';
const SECOND = '大事な図面や条件表に';
const TECHNOLOGY = 'technologies:\n  - {id: t1, name: 焼成, family: [mlcc]}\n';

function open(at: Stage, text: string, only: 'technologies' | null) {
  return interviewAt(at, {
    catalog: SHIPPED,
    texts: SHIPPED_TEXTS,
    words: JA,
    today: '2026-11-21',
    file: textFile(text),
    summary: () => '点数のまとめ',
    verdict: () => ({ report: '事前報告：要確認', licence: '', reason: '', flags: [], dates: [] }),
    only,
    command: 'wazamori score a.yaml',
    from: null,
    pace: { before: null, keep: () => {} },
    clock: () => 0,
  });
}

interface Prompt {
  readonly file: string;
  readonly only?: 'technologies';
  /** What is seen and typed until the prompt is there. */
  readonly way: readonly (readonly [string, string])[];
  readonly shows: string;
  /** By key: what is seen next; `null` = the interview ends, everything saved. */
  readonly keys: Readonly<Record<string, string | null>>;
}

const LEAVE = { q: null };
const MENU = { m: 'どこへ進みますか' };
const quick = (answers: string): string => `${HOME}assessment: {depth: quick}\n${answers}`;

const PROMPTS: Readonly<Record<string, Prompt>> = {
  'a fact with one value': {
    file: COMPANY,
    way: [],
    shows: 'いまどの段階ですか',
    keys: { b: '働く人は何人ですか', ...MENU, ...LEAVE },
  },
  'a fact with several': {
    file: `${COMPANY}profile: {overseasProduction: planning}\n`,
    way: [],
    shows: 'どの形ですか',
    keys: { b: 'いまどの段階ですか', ...MENU, ...LEAVE },
  },
  'a wish': {
    file: `${HOME}assessment: {depth: full}\n`,
    way: [['同業で働かない約束', '3']],
    shows: 'TICS（技術情報管理認証）の準備',
    keys: { b: '同業で働かない約束', ...MENU, ...LEAVE },
  },
  'a question': {
    file: quick(''),
    way: [],
    shows: FIRST,
    keys: { '?': 'なぜ聞くか', b: '出資・買収の話', n: 'この質問のメモ', ...MENU, ...LEAVE },
  },
  'a question that has its answer': {
    file: quick('answers: {guidance.core-technology-list: はい, guidance.confidential-marking: はい}\n'),
    way: [['必要な人だけが', 'b']],
    shows: SECOND,
    keys: { '?': 'なぜ聞くか', b: FIRST, n: 'この質問のメモ', e: '何が証拠になりますか', ...MENU, ...LEAVE },
  },
  'the menu of sections': {
    file: quick(''),
    way: [[FIRST, 'm']],
    shows: 'どこへ進みますか',
    keys: { b: FIRST, ...LEAVE },
  },
  'the list of technologies': {
    file: `${HOME}${TECHNOLOGY}`,
    only: 'technologies',
    way: [],
    shows: '技術はここまで',
    keys: LEAVE,
  },
  'one technology': {
    file: `${HOME}${TECHNOLOGY}`,
    only: 'technologies',
    way: [['1 焼成', '1']],
    shows: '続きを答える',
    keys: { b: '技術はここまで', ...LEAVE },
  },
  'which answer to put right': {
    file: `${HOME}${TECHNOLOGY}`,
    only: 'technologies',
    way: [
      ['1 焼成', '1'],
      ['答えを1つ直す', '3'],
    ],
    shows: 'どの答えを直しますか',
    keys: { b: '答えを1つ直す', ...LEAVE },
  },
  'a field of a technology': {
    file: `${HOME}${TECHNOLOGY}`,
    only: 'technologies',
    way: [
      ['1 焼成', '1'],
      ['続きを答える', '2'],
    ],
    shows: '何の技術ですか',
    keys: { '?': '知っていそうな人', b: '続きを答える', ...LEAVE },
  },
  'the families': {
    file: `${HOME}${TECHNOLOGY}`,
    only: 'technologies',
    way: [
      ['1 焼成', '1'],
      ['答えを1つ直す', '3'],
      ['どの答えを直しますか', '1'],
    ],
    shows: '触れるのはどれですか',
    keys: { b: '答えを1つ直す', ...LEAVE },
  },
};

async function arrive(at: Stage, { way, shows }: Prompt): Promise<void> {
  for (const [text, keys] of way) await at.after(text, keys);
  await at.shows(shows);
  await at.shows(':');
}

const HELP =
  /Enter(?:で決める)?((?:\?くわしく|b戻る|nメモ|e証拠|m一覧|q保存して終わる)+)(?:答え|Enterで決定):/gu;
const namedKeys = (at: Stage): readonly string[] =>
  [...([...at.seen().matchAll(HELP)].at(-1)?.[1] ?? '').matchAll(/[?bnemq]/g)].map(([key]) => key);

describe.each(Object.entries(PROMPTS))('%s', (_, prompt) => {
  const { file, only = null, keys } = prompt;

  it('names the keys it has', async () => {
    const at = stage();
    const end = open(at, file, only);
    await arrive(at, prompt);
    await at.after('', KEY.ctrlC);
    await end;
    const alsoEnds = prompt.shows === '技術はここまで' ? ['b'] : [];
    expect(namedKeys(at)).toEqual([...alsoEnds, ...Object.keys(keys)]);
  });

  it.each(Object.entries(keys))('%s', async (key, next) => {
    const at = stage();
    const end = open(at, file, only);
    await arrive(at, prompt);
    await at.after('', key);
    if (next !== null) await at.after(next, KEY.ctrlC);
    await expect(end).resolves.toBe('left');
  });
});

describe('a line to write', () => {
  const NUMBER = `wazamori: 1\ncompany: {name: 株式会社サンプル精機, strength: 薄肉の加工}\n`;
  it.each([
    ['Enter goes on', KEY.enter, 'いまどの段階ですか'],
    ['Esc goes back', KEY.escape, '会社の名前'],
    ['Ctrl+C leaves', KEY.ctrlC, null],
  ])('%s', async (_, key, next) => {
    const at = stage();
    const end = open(at, NUMBER, null);
    await at.shows('働く人は何人ですか');
    await at.after('Enter 決定  Esc 戻る  Ctrl+C 保存して終わる', key);
    if (next !== null) await at.after(next, KEY.ctrlC);
    await expect(end).resolves.toBe('left');
  });
});
