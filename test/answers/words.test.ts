import { describe, expect, it } from 'vitest';
import {
  ANSWER_WORDS,
  answerValueOf,
  factWords,
  foldWord,
  perhaps,
  STATUS_WORDS,
  TRI_WORDS,
  writtenAnswer,
} from '../../src/answers/words.ts';
import type { AnswerValue } from '../../src/model/answers.ts';
import { SMALL_CATALOG } from './small-catalog.ts';

describe('answer words', () => {
  it.each<[AnswerValue, readonly string[]]>([
    ['yes', ['yes', 'はい', '実施', '済', '○', 'YES', 'ｙｅｓ', ' はい　', '◯', '〇', 'ﾊｲ', 'Ｙ']],
    ['yes', ['◎', '⭕', '✓', '✔', '✔️', '☑', '☑️', '✅', '済み', '実施済み']],
    ['partial', ['partial', '一部', '△', 'Ｐartial', '一部実施', '一部済み']],
    ['no', ['no', 'いいえ', '未実施', '×', 'NO', 'ｎｏ', '✕', '✗', '✖️', '❌', 'n', '未', 'イイエ']],
    ['unknown', ['unknown', 'わからない', '不明', '?', '？', '分からない']],
    [
      'notApplicable',
      ['n/a', 'N/A', 'ｎ／ａ', '当てはまらない', '対象外', '該当なし', '－', '-', '−', 'notApplicable'],
    ],
  ])('%s', (value, words) => {
    for (const word of words) expect([word, answerValueOf(word)]).toEqual([word, value]);
  });

  it.each([
    '',
    'はいはい',
    'たぶん',
    'true',
    '1',
    'constructor',
    '__proto__',
    '●',
    'レ',
    'x',
    '☒',
    '実施中',
    'あり',
    'なし',
  ])('%j is none', (word) => {
    expect(answerValueOf(word)).toBeNull();
  });

  it.each([
    ...[
      ['●', 'はい'],
      ['レ', 'はい'],
      ['o', 'はい'],
      ['あり', 'はい'],
      ['OK', 'はい'],
      ['１', 'はい'],
    ],
    ...[
      ['▲', '一部'],
      ['実施中', '一部'],
      ['2', '一部'],
    ],
    ...[
      ['x', 'いいえ'],
      ['Ｘ', 'いいえ'],
      ['☒', 'いいえ'],
      ['なし', 'いいえ'],
      ['検討中', 'いいえ'],
      ['0', 'いいえ'],
    ],
    ...[
      ['不要', '当てはまらない'],
      ['はい。', 'はい'],
    ],
  ])('%s is asked back: %s', (word, meant) => {
    expect(answerValueOf(word)).toBeNull();
    expect(perhaps(word, ANSWER_WORDS)).toBe(meant);
  });

  it('no word that is asked back is read somewhere in the same table', () => {
    for (const { meaning, doubtful } of [ANSWER_WORDS, TRI_WORDS])
      expect([...doubtful.keys()].filter((word) => meaning.has(word))).toEqual([]);
  });

  it('what is written is read as what was meant', () => {
    for (const value of ['yes', 'partial', 'no', 'unknown', 'notApplicable'] as const) {
      for (const lang of ['ja', 'en'] as const) expect(answerValueOf(writtenAnswer(value, lang))).toBe(value);
    }
  });
});

describe('words of a fact', () => {
  it.each([
    ['planning', 'planning'],
    ['計画している', 'planning'],
    ['Planning', 'planning'],
    ['なし', 'none'],
    ['わからない', 'unknown'],
    ['？', 'unknown'],
    ['売却', undefined],
  ])('%s → %s', (word, id) => {
    const fact = SMALL_CATALOG.facts.find(({ id }) => id === 'overseasProduction');
    expect(fact && factWords(fact).meaning.get(foldWord(word))).toBe(id);
  });
});

describe('words of an action', () => {
  it.each([
    ['todo', '未着手'],
    ['doing', '対応中'],
    ['done', '完了'],
    ['done', '済み'],
    ['done', '✓'],
    ['doing', 'Doing'],
  ])('%s: %s', (status, word) => {
    expect(STATUS_WORDS.meaning.get(foldWord(word))).toBe(status);
  });
});

describe('a fact that asks for yes or no', () => {
  const fact = {
    values: [
      { id: 'yes', words: ['ある'] },
      { id: 'no', words: ['ない'] },
    ],
  };
  it.each([
    ['○', 'yes'],
    ['◎', 'yes'],
    ['済み', 'yes'],
    ['ある', 'yes'],
    ['×', 'no'],
    ['ない', 'no'],
    ['?', 'unknown'],
  ])('%s → %s', (word, id) => {
    expect(factWords(fact).meaning.get(foldWord(word))).toBe(id);
  });
});
