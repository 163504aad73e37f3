import { describe, expect, it } from 'vitest';
import { answerValueOf, factWords, foldWord, writtenAnswer } from '../../src/answers/words.ts';
import type { AnswerValue } from '../../src/model/answers.ts';
import { SMALL_CATALOG } from './small-catalog.ts';

describe('answer words', () => {
  it.each<[AnswerValue, readonly string[]]>([
    ['yes', ['yes', 'はい', '実施', '済', '○', 'YES', 'ｙｅｓ', ' はい　', '◯', '〇']],
    ['partial', ['partial', '一部', '△', 'Ｐartial']],
    ['no', ['no', 'いいえ', '未実施', '×', 'NO', 'ｎｏ', '✕']],
    ['unknown', ['unknown', 'わからない', '不明', '?', '？', '分からない']],
    [
      'notApplicable',
      ['n/a', 'N/A', 'ｎ／ａ', '当てはまらない', '対象外', '該当なし', '－', '-', '−', 'notApplicable'],
    ],
  ])('%s', (value, words) => {
    for (const word of words) expect([word, answerValueOf(word)]).toEqual([word, value]);
  });

  it.each(['', 'はいはい', 'たぶん', 'true', '1', 'constructor', '__proto__'])('%j is none', (word) => {
    expect(answerValueOf(word)).toBeNull();
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
