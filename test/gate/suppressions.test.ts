import { describe, expect, it } from 'vitest';
import { examined, policyOf } from './sample.ts';

const MAIL = '、問い合わせは info@example.co.jp';
const two = `answers:
  guidance.use-records: {answer: はい, note: 台帳あり${MAIL}}
  guidance.take-out-rules: {answer: はい, note: 規程あり${MAIL}}
`;
const NOTE = 'answers.guidance.use-records.note';
const OTHER = 'answers.guidance.take-out-rules.note';

/** `code subject` of what is left, for the code and about the suppressions. */
const left = (answers: string, policy = ''): readonly string[] =>
  examined({ answers, policy })
    .findings.filter(({ code }) => code === 'secret-in-note' || code.startsWith('suppress'))
    .map(({ code, subject }) => `${code} ${subject}`)
    .sort();
const line = (more = '', reason = '公開している宛先'): string =>
  `  - {code: secret-in-note, reason: ${reason}${more}}\n`;
const withReasons = (...lines: readonly string[]): string => `${two}suppressed:\n${lines.join('')}`;
const BOTH = [`secret-in-note ${OTHER}`, `secret-in-note ${NOTE}`];
const WIDE = 'suppression-too-wide secret-in-note';

describe('one reason lifts one finding', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['none', [], BOTH],
    ['one that names nothing, of two findings', [line()], [...BOTH, WIDE]],
    ['one that names one', [line(`, about: ${NOTE}`)], [`secret-in-note ${OTHER}`]],
    ['one each', [line(`, about: ${NOTE}`), line(`, about: ${OTHER}`)], []],
    ['one named, and the other is the only one left', [line(`, about: ${NOTE}`), line()], []],
    ['as many as findings', [line(), line()], []],
    [
      'the same twice',
      [line(`, about: ${NOTE}`), line(`, about: ${NOTE}`)],
      [`secret-in-note ${OTHER}`, 'suppression-unused secret-in-note'],
    ],
    ['its last day', [line(`, about: ${NOTE}, until: 2026-11-21`)], [`secret-in-note ${OTHER}`]],
    [
      'ended yesterday',
      [line(`, about: ${NOTE}, until: 2026-11-20`)],
      [...BOTH, 'suppression-expired secret-in-note'],
    ],
  ])('%s', (_, lines, found) => {
    expect(left(withReasons(...lines))).toEqual(found);
  });
});

describe('what a policy says of suppressions and acceptances', () => {
  const one = (more = '') => withReasons(line(`, about: ${NOTE}${more}`));
  it.each<[string, string, string, readonly string[]]>([
    ['most', 'suppressed: {most: 1}', one(), []],
    ['too many', 'suppressed: {most: 0}', one(), ['too-many-suppressed 5']],
    ['ended ones do not count', 'suppressed: {most: 0}', one(', until: 2026-11-20'), []],
    ['by nobody', 'suppressed: {approvers: [情報管理の責任者]}', one(), ['suppressed-without-approver 6']],
    [
      'by another',
      'suppressed: {approvers: [情報管理の責任者]}',
      one(', by: 担当'),
      ['suppressed-without-approver 6'],
    ],
    ['by one who may', 'suppressed: {approvers: [情報管理の責任者]}', one(', by: 情報管理の責任者'), []],
    ['no end', 'suppressed: {maxDays: 90}', one(), ['suppressed-too-long 6']],
    ['the last day there may be', 'suppressed: {maxDays: 90}', one(', until: 2027-02-19'), []],
    ['a day more', 'suppressed: {maxDays: 90}', one(', until: 2027-02-20'), ['suppressed-too-long 6']],
    ['the end of time', 'suppressed: {maxDays: 90}', one(', until: 9999-12-31'), ['suppressed-too-long 6']],
  ])('%s', (_, policy, answers, found) => {
    const { findings } = examined({ answers, policy });
    expect(
      findings
        .filter(({ kind }) => kind === 'policy')
        .map(({ code, location }) => `${code} ${location.line}`),
    ).toEqual(found);
  });

  it.each([
    ['2027-02-19', []],
    ['2027-02-20', ['accepted-too-long guidance.use-records 3']],
    ['9999-12-31', ['accepted-too-long guidance.use-records 3']],
  ])('an acceptance until %s, of 90 days', (until, found) => {
    const answers = `accepted:\n  - {item: guidance.use-records, reason: 春に決める, until: ${until}, by: 代表取締役}`;
    const { findings } = examined({ answers, policy: 'accepted: {maxDays: 90}' });
    expect(
      findings
        .filter(({ kind }) => kind === 'policy')
        .map(({ code, subject, location }) => `${code} ${subject} ${location.line}`),
    ).toEqual(found);
  });

  it('asks for nothing by itself', () => {
    expect(policyOf('').suppressed).toEqual({ most: null, approvers: [], maxDays: null });
  });
});
