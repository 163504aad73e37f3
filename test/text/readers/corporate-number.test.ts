import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCorporateNumber, readCorporateNumber } from '../../../src/text/readers/corporate-number.ts';

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

  it.each([
    ...[
      '7000012050002',
      'T7000012050002',
      'Ｔ７００００１２０５０００２',
      't-7000012050002',
      '７-0000-1205-0002',
    ],
    ...['7 0000 1205 0002', '7ー0000ー1205ー0002', '="7000012050002"', "'7000012050002", '7000012050002.0'],
  ])('reads %s', (text) => {
    expect(readCorporateNumber(text)).toEqual({ ok: true, value: '7000012050002' });
  });

  it.each(['7.00001E+12', '７.0Ｅ＋12', '7E+12', '1,23457E+12'])(
    'knows %s as what a spreadsheet has rounded',
    (text) => {
      expect(readCorporateNumber(text)).toEqual({ ok: false, why: 'rounded', could: [] });
    },
  );

  it.each(['7000012050003', '="7000012050003"', 'T123', 'E12', ''])('refuses %j', (text) => {
    expect(readCorporateNumber(text)).toEqual({ ok: false, why: 'no-number', could: [] });
  });

  it('offers the number behind the twelve digits of the register', () => {
    expect(readCorporateNumber('0000-12-050002')).toEqual({
      ok: false,
      why: 'no-number',
      could: ['7000012050002'],
    });
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
