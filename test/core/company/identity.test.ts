import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { industryLetter, nameKey, siteKey } from '../../../src/core/company/company-names.ts';
import {
  companiesAmong,
  filesOfSameCompany,
  type Identity,
  identityKeys,
  sameCompany,
} from '../../../src/core/company/identity.ts';
import { runs } from '../../setup/random.ts';

const NUMBER = '7000012050002';
const OTHER = '5000099000012';

/** What a file says of whose it is, in short: the name, then whatever else it states. */
const file = (name: string | null, more: Partial<Identity> = {}): Identity => ({
  name,
  formerNames: [],
  corporateNumber: null,
  site: null,
  headquarters: null,
  industry: null,
  ...more,
});

describe('names', () => {
  it.each([
    ['株式会社サンプル精機', '（株）サンプル精機'],
    ['株式会社サンプル精機', '㈱サンプル 精機'],
    ['株式会社サンプル精機', 'ｻﾝﾌﾟﾙ精機'],
    ['有限会社みほん', '㈲みほん'],
    ['Sample Seiki Co., Ltd.', 'ＳＡＭＰＬＥ　ＳＥＩＫＩ'],
    ['がく製作所', 'がく製作所'.normalize('NFD')],
  ])('%s and %s are alike', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ['株式会社サンプル精機', '株式会社サンプル精工'],
    ['株式会社', '有限会社'],
  ])('%s and %s are two', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it('of sites and trades', () => {
    expect(siteKey('本社 工場')).toBe(siteKey('本社工場'));
    expect(siteKey(null)).toBe('');
    expect(['E 製造業', 'Ｅ２４ 金属製品', 'IT', '製造業', null].map(industryLetter)).toEqual([
      ...['E', 'E', null, null, null],
    ]);
  });
});

/** `[company of each file, what is told of each file]`. */
const told = (...files: readonly Identity[]) => {
  const placed = companiesAmong(files);
  return [placed.map(({ company }) => company), placed.map(({ doubt }) => doubt?.code ?? null)] as const;
};

const NOTHING = [null, null];
const UNCLEAR = ['identity-unclear', 'identity-unclear'];

describe('who is who', () => {
  it.each<[string, readonly Identity[], readonly number[], readonly (string | null)[]]>([
    [
      'one number, names alike: one',
      [file('株式会社甲', { corporateNumber: NUMBER }), file('㈱甲', { corporateNumber: NUMBER })],
      [0, 0],
      NOTHING,
    ],
    [
      'one number, two names: two, and both are told',
      [file('甲社', { corporateNumber: NUMBER }), file('乙社', { corporateNumber: NUMBER })],
      [0, 1],
      ['number-shared', 'number-shared'],
    ],
    [
      'one number, a former name: one, renamed',
      [
        file('甲社', { corporateNumber: NUMBER }),
        file('乙社', { corporateNumber: NUMBER, formerNames: ['甲社'] }),
      ],
      [0, 0],
      NOTHING,
    ],
    [
      'two numbers, one name: two',
      [file('甲社', { corporateNumber: NUMBER }), file('甲社', { corporateNumber: OTHER })],
      [0, 1],
      NOTHING,
    ],
    ['no number, one name, one site: one', [file('甲社'), file('甲社')], [0, 0], NOTHING],
    [
      'two prefectures: two, and told',
      [file('甲社', { headquarters: '福岡県' }), file('甲社', { headquarters: '大阪府' })],
      [0, 1],
      UNCLEAR,
    ],
    [
      'one prefecture, the other one unsaid: one',
      [file('甲社', { headquarters: '福岡県' }), file('甲社')],
      [0, 0],
      NOTHING,
    ],
    [
      'two trades: two, and told',
      [file('甲社', { industry: 'E 製造業' }), file('甲社', { industry: 'I 卸売業' })],
      [0, 1],
      UNCLEAR,
    ],
    ['a 株式会社 and a 有限会社: two, and told', [file('株式会社甲'), file('有限会社甲')], [0, 1], UNCLEAR],
    [
      'two sites and no number: two, and told',
      [file('甲社', { site: '本社' }), file('甲社', { site: '工場' })],
      [0, 1],
      UNCLEAR,
    ],
    [
      'a number beside no number: one',
      [file('甲社'), file('甲社', { corporateNumber: NUMBER })],
      [0, 0],
      NOTHING,
    ],
    [
      'two numbers beside no number: alone, and told',
      [file('甲社'), file('甲社', { corporateNumber: NUMBER }), file('甲社', { corporateNumber: OTHER })],
      [0, 1, 2],
      ['identity-unclear', null, null],
    ],
    [
      'two numbers, one of them in another prefecture: with the one that is left',
      [
        file('甲社', { headquarters: '福岡県' }),
        file('甲社', { corporateNumber: NUMBER, headquarters: '大阪府' }),
        file('甲社', { corporateNumber: OTHER }),
      ],
      [0, 1, 0],
      [null, null, null],
    ],
    [
      'a number in another prefecture: alone, and told',
      [
        file('甲社', { headquarters: '福岡県' }),
        file('甲社', { corporateNumber: NUMBER, headquarters: '大阪府' }),
      ],
      [0, 1],
      ['identity-unclear', null],
    ],
    ['no name and no number: nobody knows, two', [file(null), file(null)], [0, 1], NOTHING],
    [
      'a number without a name: with the only name of that number',
      [file(null, { corporateNumber: NUMBER }), file('甲社', { corporateNumber: NUMBER })],
      [0, 0],
      NOTHING,
    ],
    [
      'a number without a name beside two names of it: alone, and told',
      [
        file('甲社', { corporateNumber: NUMBER }),
        file('乙社', { corporateNumber: NUMBER }),
        file(null, { corporateNumber: NUMBER }),
      ],
      [0, 1, 2],
      ['number-shared', 'number-shared', 'identity-unclear'],
    ],
    [
      'a prefecture unsaid beside two of them: alone',
      [file('甲社', { headquarters: '福岡県' }), file('甲社', { headquarters: '大阪府' }), file('甲社')],
      [0, 1, 2],
      ['identity-unclear', 'identity-unclear', 'identity-unclear'],
    ],
  ])('%s', (_, files, companies, doubts) => {
    expect(told(...files)).toEqual([companies, doubts]);
  });

  it('says by what files were joined, and of which other file there is a doubt', () => {
    expect(companiesAmong([file('甲社'), file('㈱甲社'), file('乙社', { formerNames: ['甲社'] })])).toEqual([
      { company: 0, by: null, doubt: null },
      { company: 0, by: 'name', doubt: null },
      { company: 0, by: 'name', doubt: null },
    ]);
    const [, copy] = companiesAmong([
      file('甲社', { corporateNumber: NUMBER }),
      file('乙社', { corporateNumber: NUMBER }),
    ]);
    expect(copy?.doubt).toEqual({ code: 'number-shared', other: 0 });
  });
});

describe('two rounds', () => {
  it('finds the files of one company among those of the round before', () => {
    const before = [file('乙社'), file('甲社', { site: '本社' }), file('甲社', { site: '工場' })];
    expect(filesOfSameCompany(file('㈱甲社', { site: '工場' }), before)).toEqual([2]);
    expect(filesOfSameCompany(file('甲社', { corporateNumber: NUMBER, site: '工場' }), before)).toEqual([
      1, 2,
    ]);
  });

  it.each([
    ['甲社 and 甲社', file('甲社'), file('（株）甲社'), 'same'],
    ['甲社 and 乙社', file('甲社'), file('乙社'), 'other'],
    ['甲社 and no name', file('甲社'), file(null), 'unknown'],
    [
      'two numbers, no names',
      file(null, { corporateNumber: NUMBER }),
      file(null, { corporateNumber: OTHER }),
      'other',
    ],
    ['two sites of one name', file('甲社', { site: '本社' }), file('甲社', { site: '工場' }), 'same'],
  ])('%s', (_, one, other, verdict) => {
    expect(sameCompany(one, other)).toBe(verdict);
    expect(sameCompany(other, one)).toBe(verdict);
  });
});

describe('any files', () => {
  const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });
  const anyFile = fc.record({
    name: maybe('甲社', '株式会社甲社', '有限会社甲社', '乙社', '丙社'),
    formerNames: fc.subarray(['甲社', '乙社'], { maxLength: 1 }),
    corporateNumber: maybe(NUMBER, OTHER),
    site: maybe('本社', '工場'),
    headquarters: maybe('福岡県', '大阪府'),
    industry: maybe('E 製造業', 'I 卸売業'),
  });

  it('stand with a company led by its first file, and share a key with somebody in it', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 12 }), (files) => {
        const placed = companiesAmong(files);
        placed.forEach(({ company, by }, at) => {
          expect(company).toBeLessThanOrEqual(at);
          expect(placed[company]?.company).toBe(company);
          expect(by === null).toBe(company === at);
          const keys = identityKeys(files[at] ?? file(null));
          const mates = files.filter((_, k) => k !== at && placed[k]?.company === company);
          if (mates.length > 0)
            expect(mates.some((mate) => identityKeys(mate).some((key) => keys.includes(key)))).toBe(true);
        });
      }),
      runs(300),
    );
  });

  it('never have two numbers, nor two names without a former one, in one company', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 12 }), (files) => {
        const placed = companiesAmong(files);
        for (const lead of new Set(placed.map(({ company }) => company))) {
          const own = files.filter((_, at) => placed[at]?.company === lead);
          const numbers = new Set(own.flatMap(({ corporateNumber }) => corporateNumber ?? []));
          expect(numbers.size).toBeLessThanOrEqual(1);
          const names = new Set(own.flatMap(({ name }) => (name === null ? [] : nameKey(name))));
          if (names.size > 1) expect(own.some(({ formerNames }) => formerNames.length > 0)).toBe(true);
        }
      }),
      runs(300),
    );
  });
});
