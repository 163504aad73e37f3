import { describe, expect, it } from 'vitest';
import { meaningHash } from '../../../src/answers/meaning.ts';
import { type AnswersInHand, relationOf } from '../../../src/engine/verify/relation.ts';
import { contentHash } from '../../../src/files/content-hash.ts';
import { catalog, opened, SHOP, TODAY } from '../sample.ts';

const inHand = (text: string): AnswersInHand => ({
  ...opened(text),
  name: '回答.yaml',
  sha256: contentHash(text),
});

const PRINTED = inHand(SHOP);
const RECORD = { sha256: PRINTED.sha256, meaning: meaningHash(PRINTED.answers, contentHash) };
const OLD_RECORD = { ...RECORD, meaning: null };
const by = { catalog, today: TODAY, version: 'test', sha256: contentHash };

const REMARKED = inHand(`# 印刷した後のひとこと\n${SHOP}`);
const CHANGED = inHand(SHOP.replace('guidance.slip-lessons: はい', 'guidance.slip-lessons: いいえ'));
const RENAMED = inHand(SHOP.replace(/name: .*/, 'name: 株式会社べつの架空'));

describe('answers beside a printed plan', () => {
  it.each([
    ['are those it was printed from', PRINTED, null, RECORD, { kind: 'same' }],
    ['say the same in another writing', REMARKED, null, RECORD, { kind: 'rewritten', writing: ['words'] }],
    [
      'as the plan’s own answers tell',
      REMARKED,
      PRINTED,
      OLD_RECORD,
      { kind: 'rewritten', writing: ['words'] },
    ],
    [
      'end their lines otherwise, which needs no meaning',
      inHand(SHOP.replaceAll('\n', '\r\n')),
      null,
      OLD_RECORD,
      { kind: 'rewritten', writing: ['lineEnds'] },
    ],
    ['cannot be told without a meaning', REMARKED, null, OLD_RECORD, { kind: 'untold' }],
    ['are others, nobody knows in what', CHANGED, null, RECORD, { kind: 'other', differing: null }],
  ])('%s', (_, file, own, record, relation) => {
    expect(relationOf(file, own, record, by)).toEqual(relation);
  });

  it('are others in a question', () => {
    const relation = relationOf(CHANGED, PRINTED, RECORD, by);
    const differing = relation.kind === 'other' ? relation.differing : null;
    expect(differing?.items.map(({ item, before, after }) => [item, before?.state, after?.state])).toEqual([
      ['guidance.slip-lessons', 'yes', 'no'],
    ]);
    expect(differing?.parts).toEqual(['answers']);
  });

  it('are others in a part that no question asks', () => {
    const relation = relationOf(RENAMED, PRINTED, RECORD, by);
    expect(relation).toEqual({ kind: 'other', differing: { items: [], parts: ['company'] } });
  });
});
