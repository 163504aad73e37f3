import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarDate,
  corporateNumber,
  isCorporateNumber,
  isRounded,
  positiveNumber,
  wholeNumber,
} from '../../src/answers/values.ts';

describe('calendarDate', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['2028-02-29', '2028-02-29'],
    ['２０２６－１１－２１', '2026-11-21'],
    [' 2026-11-21 ', '2026-11-21'],
    ['2026-02-29', null],
    ['2026-02-30', null],
    ['2100-02-29', null],
    ['2026-13-01', null],
    ['2026-00-10', null],
    ['2026-1-1', null],
    ['2026/11/21', null],
    ['令和8年11月21日', null],
    ['0050-01-01', null],
    ['2026-11-21T00:00', null],
  ])('%s → %s', (text, date) => {
    expect(calendarDate(text)).toBe(date);
  });
});

describe('法人番号', () => {
  it.each([
    ['7000012050002', true], // 国税庁, the example of its own rule
    ['7000012050003', false],
    ['7000012050020', false],
    ['700001205000', false],
    ['0000012050002', false],
    ['T7000012050002', false],
  ])('%s: %s', (digits, valid) => {
    expect(isCorporateNumber(digits)).toBe(valid);
  });

  it('reads hyphens, spaces and full-width digits', () => {
    expect(corporateNumber('７-0000-1205-0002')).toBe('7000012050002');
  });

  it('reads a cell of our own tables, and knows what a spreadsheet has rounded', () => {
    expect(corporateNumber('="7000012050002"')).toBe('7000012050002');
    expect(corporateNumber('="7000012050003"')).toBeNull();
    expect(['7.00001E+12', '７.0Ｅ＋12', '7E+12'].filter(isRounded)).toHaveLength(3);
    expect(['7000012050002', '="7000012050002"', 'E12', ''].filter(isRounded)).toEqual([]);
  });

  it('notices any one wrong digit, except 9 for 0 in the body, which the rule cannot see', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(9), (at, digit) => {
        const right = '7000012050002';
        const wrong = right.slice(0, at) + digit + right.slice(at + 1);
        const unseen = at > 0 && Math.abs(Number(right[at]) - digit) === 9;
        expect(isCorporateNumber(wrong)).toBe(wrong === right || unseen);
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    ['48', 48],
    ['４８', 48],
    ['48名', 48],
    ['48 人', null],
    ['0', 0],
    [0, 0],
    [48, 48],
    [48.5, null],
    [-1, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    ['約50', null],
    ['-3', null],
  ])('people: %s → %s', (given, expected) => {
    expect(wholeNumber(given)).toBe(expected);
  });

  it.each([
    ['0.5', 0.5],
    ['３', 3],
    [1.25, 1.25],
    [-1, null],
    ['3人日', null],
  ])('person-days: %s → %s', (given, expected) => {
    expect(positiveNumber(given)).toBe(expected);
  });
});
