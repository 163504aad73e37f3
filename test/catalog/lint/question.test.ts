import { describe, expect, test } from 'vitest';
import { lintCatalog } from '../../../src/catalog/lint.ts';
import { sampleFiles } from '../sample.ts';

/** What the lint says to a question put in the place of one of the sample's. */
function codesFor(question: string): readonly string[] {
  const path = 'guidance/people.yaml';
  const text = sampleFiles().get(path) ?? '';
  const files = new Map(sampleFiles()).set(
    path,
    text.replace(/(?<=id: guidance\.pledges[^?]*question: \{ja: )[^,]*/, question),
  );
  return lintCatalog(files).map(({ code }) => code);
}

describe('a question is left alone', () => {
  test.each([
    '海外へ渡す話を決める前に、外為法の手続を確かめていますか',
    'お客様から余分な図面を求められた時、決める人がいますか',
    '図面またはデータを、必要な人だけが見られますか',
    '競業避止の約束は、人と期間を絞り、代わりの手当がありますか',
    '決まりのない持ち出しを、その日のうちに止められますか',
    '競業避止の約束をしていますか？',
    `${'あ'.repeat(38)}すか`,
    `${'あ'.repeat(19)} ${'い'.repeat(19)}すか`,
  ])('%s', (question) => {
    expect(codesFor(question)).toEqual([]);
  });
});

describe('a question is sent back', () => {
  test.each([
    [`${'あ'.repeat(39)}すか`, 'question-too-long'],
    ['図面および金型を棚にしまっていますか', 'question-of-two-things'],
    ['図面及び金型を棚にしまっていますか', 'question-of-two-things'],
    ['図面並びに金型を棚にしまっていますか', 'question-of-two-things'],
    ['図面に印を付け、かつ棚にしまっていますか', 'question-of-two-things'],
    ['図面に印を付けるとともに棚にしまっていますか', 'question-of-two-things'],
    ['図面に印を付けた上で棚にしまっていますか', 'question-of-two-things'],
    ['図面に印を付けていますか。棚にしまっていますか', 'question-of-two-things'],
    ['図面を棚にしまうこと', 'question-without-ka'],
    ['図面を棚に出したままにしていませんか', 'question-negative'],
    ['図面を棚に出す人はいないですか', 'question-negative'],
    ['図面を見ないことはないと決めていますか', 'double-negative'],
    ['図面がないとは限らない棚を見ていますか', 'double-negative'],
    ['図面を渡さざるを得ない時を決めていますか', 'double-negative'],
    ['約束なしに渡さずにはいられない時を決めていますか', 'double-negative'],
    ['断りなく持ち出さない決まりがありますか', 'double-negative'],
  ])('%s', (question, code) => {
    expect(codesFor(question)).toEqual([code]);
  });
});
