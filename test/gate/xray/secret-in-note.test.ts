import { describe, expect, it } from 'vitest';
import { examined, placesOf } from '../sample.ts';

const noteOf = (note: string): string =>
  `answers:\n  guidance.use-records:\n    answer: 一部\n    note: "${note}"`;

const found = (note: string): readonly unknown[] =>
  examined({ answers: noteOf(note) })
    .findings.filter(({ code }) => code === 'secret-in-note')
    .map(({ args }) => args['what']);

describe('secret-in-note', () => {
  it.each([
    ['問い合わせは soumu@example.co.jp へ', 'mail-address'],
    ['ｓｏｕｍｕ＠example.co.jp', 'mail-address'],
    ['番号 123456789012', 'twelve-digits'],
    ['1234-5678-9012', 'twelve-digits'],
    ['１２３４ ５６７８ ９０１２', 'twelve-digits'],
    ['電話 03-1234-5678', 'phone-number'],
    ['０９０－１２３４－５６７８', 'phone-number'],
    ['09012345678', 'phone-number'],
    ['+81-90-1234-5678', 'phone-number'],
    ['(0463)12-3456', 'phone-number'],
    ['西脇さんに聞く', 'person-name'],
    ['担当は長谷川氏', 'person-name'],
  ])('%s is %s', (note, what) => {
    expect(found(note)).toEqual([what]);
  });

  it.each([
    '総務課長に聞く',
    '課長さんと確かめた',
    '業者さんの点検は毎月',
    'お客様の図面',
    '皆さんに配った',
    '職人さんの勘どころ',
    '氏名は書かない',
    '2026-11-21 に見た',
    '図番 1234567890123',
    '図番 12345678901',
    '3,000,000 円',
    '規程 第3版 2022-04-01 から',
    'A-12-3456-789',
    '型式 0123',
  ])('%s is nothing', (note) => {
    expect(found(note)).toEqual([]);
  });

  it('stands where it is written, wherever words can be written', () => {
    const answers = [
      'company: {strength: 西脇さんの勘}',
      'assessment: {by: 西脇さん}',
      'plan: {actions: {identify-core-technology: {owner: 西脇さん}}}',
      'accepted: [{item: guidance.exit-plan, reason: 西脇さん, until: 2027-03-31, by: 西脇さん}]',
      'answers:',
      '  guidance.use-records: {answer: はい, by: 西脇さん, evidence: [{what: 西脇さんの台帳, where: 西脇さんの机}]}',
    ].join('\n');
    expect(placesOf('secret-in-note', { answers })).toEqual([
      '2:21',
      '3:18',
      '4:52',
      '5:47',
      '5:76',
      '7:42',
      '7:66',
      '7:82',
    ]);
  });
});
