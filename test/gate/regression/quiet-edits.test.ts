import { describe, expect, it } from 'vitest';
import { assessed, examined } from '../sample.ts';

/** `severity code subject line` of what the quiet edits raise. */
const QUIET = new Set([
  'evidence-removed',
  'evidence-hash-changed',
  'basis-fell',
  'verdict-softer',
  'redated-only',
]);

const raised = (before: string, answers: string): readonly string[] =>
  examined({ answers, before, policy: 'rules: 2027.1\n' })
    .findings.filter(({ code }) => QUIET.has(code))
    .map(({ severity, code, subject, location }) => `${severity} ${code} ${subject} ${location.line}`);

type Row = readonly [string, string, string, readonly string[]];

const ledger = (entries: string, answer = 'はい', more = ''): string =>
  `answers:\n  guidance.use-records: {answer: ${answer}${more}, evidence: [${entries}]}`;
const OLD_FILE = '{what: 台帳, file: kitei/a.pdf, sha256: AA11, seen: 2026-10-01}';

const EVIDENCE: readonly Row[] = [
  ['as it was', ledger(OLD_FILE), ledger(OLD_FILE), []],
  [
    'taken out',
    ledger('{what: 台帳}'),
    'answers:\n  guidance.use-records: はい',
    ['error evidence-removed guidance.use-records 3'],
  ],
  [
    'one of two',
    ledger('{what: 台帳}, {what: 棚}'),
    ledger('{what: 台帳}'),
    ['error evidence-removed guidance.use-records 3'],
  ],
  [
    'padded with an empty entry',
    ledger('{what: 台帳}'),
    ledger('{seen: 2026-11-01}'),
    ['error evidence-removed guidance.use-records 3'],
  ],
  [
    'padded with a zero-width space',
    ledger('{what: 台帳}'),
    ledger('{what: "\\u200b"}'),
    ['error evidence-removed guidance.use-records 3'],
  ],
  [
    'a file replaced by words',
    ledger(OLD_FILE),
    ledger('{what: 台帳}'),
    ['error evidence-removed guidance.use-records 3'],
  ],
  [
    'a hashed file replaced by one without',
    ledger(OLD_FILE),
    ledger('{what: 別の紙, file: kitei/b.pdf}'),
    ['error evidence-removed guidance.use-records 3'],
  ],
  [
    'still said to be there in part',
    ledger('{what: 台帳}'),
    'answers:\n  guidance.use-records: 一部',
    ['error evidence-removed guidance.use-records 3'],
  ],
  [
    'a file without a hash replaced by words',
    ledger('{what: 台帳, file: kitei/a.pdf}'),
    ledger('{what: 台帳}'),
    ['error evidence-removed guidance.use-records 3'],
  ],
  ['a file moved', ledger(OLD_FILE), ledger(OLD_FILE.replace('kitei/a', 'kitei/2026/a')), []],
  [
    'a newer document',
    ledger(OLD_FILE),
    ledger(OLD_FILE.replace('a.pdf', 'b.pdf').replace('AA11', 'BB22')),
    [],
  ],
  ['a hash newly added', ledger('{file: kitei/a.pdf}'), ledger('{file: kitei/a.pdf, sha256: AA11}'), []],
  ['another piece added', ledger('{what: 台帳}'), ledger('{what: 台帳}, {what: 棚}'), []],
  ['the order changed', ledger('{what: 台帳}, {what: 棚}'), ledger('{what: 棚}, {what: 台帳}'), []],
  ['nothing is claimed any more', ledger('{what: 台帳}'), 'answers:\n  guidance.use-records: いいえ', []],
  ['the answer is gone, which has a rule', ledger('{what: 台帳}'), 'answers: {}', []],
  ['it was evidence of a no', ledger('{what: 台帳}', 'いいえ'), 'answers:\n  guidance.use-records: はい', []],
  [
    'another hash',
    ledger(OLD_FILE),
    ledger(OLD_FILE.replace('AA11', 'BB22')),
    ['warning evidence-hash-changed guidance.use-records 3'],
  ],
  [
    'another hash and an earlier day',
    ledger(OLD_FILE),
    ledger(OLD_FILE.replace('AA11, seen: 2026-10', 'BB22, seen: 2026-09')),
    ['warning evidence-hash-changed guidance.use-records 3'],
  ],
  [
    'another hash, seen again',
    ledger(OLD_FILE),
    ledger(OLD_FILE.replace('AA11, seen: 2026-10', 'BB22, seen: 2026-11')),
    [],
  ],
  ['the same hash in small letters', ledger(OLD_FILE), ledger(OLD_FILE.replace('AA11', 'aa11')), []],
  [
    'the hash taken off',
    ledger(OLD_FILE),
    ledger(OLD_FILE.replace('sha256: AA11, ', '')),
    ['error evidence-hash-changed guidance.use-records 3'],
  ],
  [
    'the hash taken off, seen again',
    ledger(OLD_FILE),
    ledger('{what: 台帳, file: kitei/a.pdf, seen: 2026-11-01}'),
    ['error evidence-hash-changed guidance.use-records 3'],
  ],
];

const based = (basis: string, answer = 'はい'): string =>
  `answers:\n  guidance.use-records: {answer: ${answer}${basis === '' ? '' : `, basis: ${basis}`}}`;
const FELL = ['error basis-fell guidance.use-records 3'];

const BASIS: readonly Row[] = [
  ['現物 → 書面', based('現物'), based('書面'), FELL],
  ['現物 → 聞き取り', based('現物'), based('聞き取り'), FELL],
  ['書面 → 聞き取り', based('書面'), based('聞き取り'), FELL],
  ['聞き取り → nothing', based('聞き取り'), based(''), FELL],
  ['and the answer with it', based('現物'), based('聞き取り', '一部'), FELL],
  ['the same', based('書面'), based('書面'), []],
  ['stronger', based('聞き取り'), based('現物'), []],
  ['newly said', based(''), based('聞き取り'), []],
  ['nothing is claimed any more', based('現物'), based('聞き取り', 'いいえ'), []],
];

const DUTY = {
  id: 't1',
  family: '[mlcc]',
  listControl: 'not-listed',
  kind: 'manufacture',
  definitionCheck: 'meets',
  destination: 'non-group-a',
  trigger: 'subsidiary',
  exclusion: 'none',
  informReceived: 'no',
} as const;
type Fields = Readonly<Record<string, string>>;
const technology = (...fields: readonly Fields[]): string =>
  `technologies:\n${fields
    .map(
      (one) =>
        `  - {${Object.entries(one)
          .map(([key, value]) => `${key}: ${value}`)
          .join(', ')}}`,
    )
    .join('\n')}`;
const CHECKED = { definitionCheckedOn: '2026-11-01', definitionBasis: '今の告示と照らした' };
const SOFTER = ['error verdict-softer t1 3'];
const softened = (change: Fields): readonly [string, string] => [
  technology(DUTY),
  technology({ ...DUTY, ...change }),
];

const VERDICTS: readonly Row[] = [
  ['two fields of which one would do', ...softened({ kind: 'goods-only', trigger: 'goods-sale' }), SOFTER],
  [
    'softer in one field, heavier in all',
    ...softened({ definitionCheck: 'does-not-meet', informReceived: 'yes' }),
    [],
  ],
  [
    'what stands behind list control first',
    technology({ ...DUTY, listControl: 'not-done' }),
    technology({ ...DUTY, listControl: 'not-done', exclusion: 'public-domain-all' }),
    SOFTER,
  ],
  ['the same', ...softened({}), []],
  ['meets → does-not-meet', ...softened({ definitionCheck: 'does-not-meet' }), SOFTER],
  ['with a basis for it', ...softened({ definitionCheck: 'does-not-meet', ...CHECKED }), SOFTER],
  ['meets → not-checked', ...softened({ definitionCheck: 'not-checked' }), SOFTER],
  ['a family → none', ...softened({ family: '[none]' }), SOFTER],
  ['a family → unknown', ...softened({ family: '[unknown]' }), SOFTER],
  ['kind → goods-only', ...softened({ kind: 'goods-only' }), SOFTER],
  ['the destination', ...softened({ destination: 'group-a-only' }), SOFTER],
  [
    'countries beside it say otherwise',
    technology({ ...DUTY, countries: '[VN]' }),
    technology({ ...DUTY, countries: '[US]', destination: 'group-a-only' }),
    SOFTER,
  ],
  ['an exclusion', ...softened({ exclusion: 'public-domain-all' }), SOFTER],
  [
    'listed → not-listed',
    technology({ ...DUTY, listControl: 'listed', definitionCheck: 'not-checked' }),
    technology({ ...DUTY, definitionCheck: 'not-checked' }),
    SOFTER,
  ],
  ['an inform notice taken back', technology({ ...DUTY, informReceived: 'yes' }), technology(DUTY), SOFTER],
  [
    'first half of two steps: the verdict stays',
    technology({ ...DUTY, kind: 'unknown' }),
    technology({ ...DUTY, kind: 'unknown', definitionCheck: 'does-not-meet' }),
    SOFTER,
  ],
  [
    'behind list control first',
    technology({ ...DUTY, listControl: 'not-done' }),
    technology({ ...DUTY, listControl: 'not-done', definitionCheck: 'does-not-meet', ...CHECKED }),
    SOFTER,
  ],
  [
    'one technology of two',
    technology(DUTY, { ...DUTY, id: 't2' }),
    technology({ ...DUTY, id: 't2' }, { ...DUTY, definitionCheck: 'does-not-meet' }),
    ['error verdict-softer t1 4'],
  ],
  [
    'what was open is found out',
    technology({ ...DUTY, definitionCheck: 'not-checked' }),
    technology({ ...DUTY, definitionCheck: 'does-not-meet', ...CHECKED }),
    [],
  ],
  [
    'an unknown family is none',
    technology({ ...DUTY, family: '[unknown]' }),
    technology({ ...DUTY, family: '[none]' }),
    [],
  ],
  [
    'checked again on a later day',
    technology({
      ...DUTY,
      definitionCheck: 'does-not-meet',
      definitionCheckedOn: '2026-05-01',
      definitionBasis: '告示',
    }),
    technology({ ...DUTY, definitionCheck: 'does-not-meet', ...CHECKED }),
    [],
  ],
  [
    'heavier, which has a rule',
    technology({ ...DUTY, definitionCheck: 'does-not-meet', ...CHECKED }),
    technology(DUTY),
    [],
  ],
  ['a name', technology({ ...DUTY, name: '焼成' }), technology({ ...DUTY, name: '焼成条件' }), []],
  ['gone, which has a rule', technology(DUTY, { ...DUTY, id: 't2' }), technology(DUTY), []],
  ['new', technology(DUTY), technology(DUTY, { ...DUTY, id: 't2', definitionCheck: 'does-not-meet' }), []],
];

const dated = (date: string, more = ''): string =>
  `assessment: {date: ${date}}\nanswers:\n  guidance.use-records: はい${more}`;
const MOVED = (line: number): readonly string[] => [`warning redated-only dates ${line}`];

const DATES: readonly Row[] = [
  ['the day of the answers', dated('2026-03-01'), dated('2026-11-20'), MOVED(2)],
  ['it did not move', dated('2026-03-01'), dated('2026-03-01'), []],
  ['it moved back', dated('2026-11-20'), dated('2026-03-01'), []],
  [
    'an answer changed too',
    dated('2026-03-01'),
    dated('2026-11-20', '\n  guidance.take-out-rules: いいえ'),
    [],
  ],
  [
    'a day of another part moved too',
    dated('2026-03-01', '\nplan: {actions: {visitor-route: {owner: 総務課長, due: 2026-10-01}}}'),
    dated('2026-11-20', '\nplan: {actions: {visitor-route: {owner: 総務課長, due: 2027-10-01}}}'),
    MOVED(2),
  ],
  [
    'another edition',
    'assessment: {date: 2026-03-01, editions: {guidance: "2025.1"}}',
    'assessment: {date: 2026-11-20, editions: {guidance: "2026.1"}}',
    [],
  ],
  ['a first day', 'answers:\n  guidance.use-records: はい', dated('2026-11-20'), []],
  ['evidence', ledger('{what: 台帳, seen: 2025-01-01}'), ledger('{what: 台帳, seen: 2026-11-01}'), MOVED(3)],
  [
    'evidence, and a word of who looked',
    ledger('{what: 台帳, seen: 2025-01-01}'),
    ledger('{what: 台帳, seen: 2026-11-01}', 'はい', ', by: 総務課長'),
    [],
  ],
  ['a day newly written', ledger('{what: 台帳}'), ledger('{what: 台帳, seen: 2026-11-01}'), []],
  [
    'an acceptance',
    'accepted:\n  - {item: guidance.use-records, reason: 春に決める, until: 2026-10-01, by: 代表取締役}',
    'accepted:\n  - {item: guidance.use-records, reason: 春に決める, until: 2027-10-01, by: 代表取締役}',
    MOVED(3),
  ],
  [
    'an acceptance with a new reason',
    'accepted:\n  - {item: guidance.use-records, reason: 春に決める, until: 2026-10-01, by: 代表取締役}',
    'accepted:\n  - {item: guidance.use-records, reason: 計画が秋に延びた, until: 2027-10-01, by: 代表取締役}',
    [],
  ],
  [
    'a check of a technology',
    technology({ ...DUTY, definitionCheckedOn: '2026-07-01' }),
    technology({ ...DUTY, definitionCheckedOn: '2026-11-01' }),
    MOVED(3),
  ],
];

describe.each([
  ['evidence', EVIDENCE],
  ['basis', BASIS],
  ['verdicts', VERDICTS],
  ['dates', DATES],
] as const)('quiet edits of %s', (_, rows) => {
  it.each(rows)('%s', (_name, before, now, found) => {
    expect(raised(before, now)).toEqual(found);
  });
});

describe('quiet edits', () => {
  it('name every day that moved, and the first of them', () => {
    const before = ledger('{what: 台帳, seen: 2025-01-01}, {what: 棚, seen: 2025-01-01}');
    const { findings } = examined({ before, answers: before.replaceAll('2025', '2026') });
    expect(findings.find(({ code }) => code === 'redated-only')?.args).toEqual({ count: 2 });
  });

  it('name the fields that softened the verdict, and no others', () => {
    const [before, answers] = softened({
      definitionCheck: 'does-not-meet',
      stage: 'negotiating',
      name: '焼成',
    });
    const { findings } = examined({ before, answers });
    expect(findings.find(({ code }) => code === 'verdict-softer')?.args).toEqual({
      technology: 't1',
      was: 'report-required',
      now: 'confirm',
      key: 'definitionCheck',
    });
  });

  it('are not seen against a saved result, which does not hold the answers', () => {
    const before = assessed(ledger('{what: 台帳}'));
    const { findings } = examined({ before, answers: 'answers:\n  guidance.use-records: はい' });
    expect(findings.filter(({ code }) => QUIET.has(code))).toEqual([]);
  });

  it('do not explain a score that fell', () => {
    const before = `profile: {exhibitions: no}\n${ledger('{what: 台帳}')}`;
    const answers = `profile: {exhibitions: yes}\nanswers:\n  guidance.use-records: はい\n  guidance.exhibition-review: いいえ\nsuppressed:\n  - {code: evidence-removed, about: guidance.use-records, reason: 台帳を作り直している}`;
    const codes = examined({ before, answers }).findings.map(({ code }) => code);
    expect(codes).toContain('score-fell');
    expect(codes).not.toContain('evidence-removed');
  });
});

describe('a rule newer than the policy', () => {
  const before = ledger('{what: 台帳}');
  const answers = 'answers:\n  guidance.use-records: はい';
  const severities = (policy: string): readonly string[] =>
    examined({ answers, before, policy }).findings.flatMap(({ code, severity }) =>
      code === 'evidence-removed' ? [severity] : [],
    );

  it.each([
    ['', ['warning']],
    ['rules: 2027.1\n', ['error']],
    ['rules: "2027.1"\n', ['error']],
    ['rules: {edition: 2027.1}\n', ['error']],
    ['rules: {gap-new: error}\n', ['warning']],
    ['rules: {evidence-removed: error}\n', ['error']],
    ['rules: {edition: 2027.1, evidence-removed: "off"}\n', []],
  ])('%j', (policy, told) => {
    expect(severities(policy)).toEqual(told);
  });
});
