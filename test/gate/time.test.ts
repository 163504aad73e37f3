import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { hasContent, hasWords } from '../../src/text/has-words.ts';
import { catalog, examined, type Sample } from './sample.ts';

const codes = (sample: Sample, kind: string): readonly string[] =>
  examined(sample)
    .findings.filter((finding) => finding.kind === kind)
    .map(({ severity, code }) => `${severity} ${code}`);

const POLICY = 'ageDays: 180\nevidence: {severities: [critical, major, minor], maxAgeDays: 365}';
const seen = (entries: string): string =>
  `assessment: {date: 2026-11-20}\nanswers:\n  guidance.use-records: {answer: はい, evidence: [${entries}]}`;

describe('a day to come satisfies no limit on age', () => {
  it.each<[string, string, readonly string[]]>([
    ['today', 'assessment: {date: 2026-11-21}', []],
    ['tomorrow', 'assessment: {date: 2026-11-22}', ['error assessment-undated']],
    ['the end of time', 'assessment: {date: 9999-12-31}', ['error assessment-undated']],
    ['too old', 'assessment: {date: 2025-11-21}', ['error assessment-old']],
    ['evidence of today', seen('{what: 台帳, seen: 2026-11-21}'), []],
    ['evidence of the end of time', seen('{what: 台帳, seen: 9999-12-31}'), ['error evidence-old']],
    ['beside one that is fresh', seen('{what: 台帳, seen: 9999-12-31}, {what: 棚, seen: 2026-11-01}'), []],
    [
      'beside one that is old',
      seen('{what: 台帳, seen: 9999-12-31}, {what: 棚, seen: 2025-11-01}'),
      ['error evidence-old'],
    ],
    [
      'an empty entry with a fresh day',
      seen('{seen: 2026-11-01}, {what: 棚, seen: 2025-11-01}'),
      ['error evidence-old'],
    ],
    ['an entry that says nothing', seen('{what: "-"}'), ['error evidence-missing']],
  ])('%s', (_, answers, found) => {
    expect(codes({ answers, policy: POLICY }, 'policy')).toEqual(found);
  });

  it.each([
    ['2026-11-20', 'warning'],
    ['9999-12-31', 'error'],
    ['', 'error'],
  ])('the grace of a gap that came to light, in answers of %j', (date, severity) => {
    const day = (one: string): string => `assessment: {date: ${one === '' ? 'null' : one}}\n`;
    const before = `${day('2026-03-01')}profile: {exhibitions: no}`;
    const answers = `${day(date)}profile: {exhibitions: yes}`;
    expect(codes({ before, answers }, 'regression')).toContain(`${severity} gap-appeared`);
  });
});

const SILENT = ['"-"', '―', '...', '。、', '"\\u200b"', '"\\u3164"', '"\\u2800"', '"\\u00ad"', 'ー', '？！'];

describe('a due date is a day somebody at work can keep', () => {
  const OWNED = 'plan: {ownerFor: [critical]}';
  const OVERDUE = 'plan: {noOverdue: true}';
  const due = (day: string, policy: string, status = 'todo'): readonly string[] =>
    codes(
      {
        answers: `answers: {guidance.core-technology-list: いいえ}\nplan: {actions: {identify-core-technology: {owner: 製造部長, due: ${day}, status: ${status}}}}`,
        policy,
      },
      'policy',
    ).filter((code) => code.endsWith('due-too-far'));

  it.each<[string, string, string, boolean]>([
    ['on the last day of three years', '2029-11-21', OWNED, false],
    ['a day later', '2029-11-22', OWNED, true],
    ['never', '9999-12-31', OWNED, true],
    ['never, where nothing may be overdue', '9999-12-31', OVERDUE, true],
    ['never, where nobody asks', '9999-12-31', 'depth: quick', false],
    ['never, where other gaps need an owner', '9999-12-31', 'plan: {ownerFor: [minor]}', false],
  ])('%s', (_, day, policy, told) => {
    expect(due(day, policy)).toEqual(told ? ['error due-too-far'] : []);
  });

  it('what is done is not overdue, but closes no gap', () => {
    expect(due('9999-12-31', OVERDUE, 'done')).toEqual([]);
    expect(due('9999-12-31', OWNED, 'done')).toEqual(['error due-too-far']);
  });
});

describe('a reason says something', () => {
  it.each(SILENT)('%s is no reason to pass over, to accept or to leave out', (reason) => {
    const read = (text: string) => readAnswers(`wazamori: 1\n${text}`, catalog);
    const refused = { ok: false, findings: [{ code: 'missing-value', args: { key: 'reason' } }] };
    expect(read(`suppressed: [{code: gap-new, about: x, reason: ${reason}}]`)).toMatchObject(refused);
    const accepted = `accepted: [{item: guidance.use-records, reason: ${reason}, until: 2027-01-01, by: 代表取締役}]`;
    expect(read(accepted)).toMatchObject(refused);
    const left = `answers:\n  guidance.leaver-returns: {answer: 当てはまらない, reason: ${reason}}`;
    expect(codes({ answers: left }, 'xray')).toContain('warning not-applicable-refused');
  });

  it.each(SILENT)('%s is no basis of a verdict', (basis) => {
    const technology = (text: string): Sample => ({
      answers: `technologies:\n  - {id: t1, family: [none], familyAsOf: 2026-11-01, familyCheckedBy: 技術部長, informReceived: no, listControl: not-listed, familyBasis: ${text}}`,
      policy: 'legal: {notExpired: true}',
      today: '2028-01-01',
    });
    // What rests on nothing is not "not subject", so that nothing can expire.
    const expired = 'error not-subject-expired';
    const dated = (text: string): Sample => {
      const { answers = '', ...rest } = technology(text);
      return { ...rest, answers: `assessment: {date: 2026-11-20}\n${answers}` };
    };
    expect(codes(dated('告示のどの名前とも違う'), 'policy')).toEqual([expired]);
    expect(codes(dated(basis), 'policy')).toEqual([]);
  });

  it.each(['無', '春に決める', 'moved', '2026年に移した', '々木'])('%s says something', (text) => {
    expect(hasWords(text)).toBe(true);
  });

  it('a day is content, and no words', () => {
    expect([hasContent('2026-11-21'), hasWords('2026-11-21'), hasContent('-')]).toEqual([true, false, false]);
  });
});
