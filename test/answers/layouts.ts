import fc from 'fast-check';

/**
 * Answer files as different hands write them: tabs, `? key`, braces over several lines, keys without a value, quotes,
 * block texts with a comment behind their mark, full-width prose. `§` stands for a comment of its own number.
 */
const VALUES = [
  ' はい',
  '\tはい',
  ' \t"yes"',
  ' はい§',
  ' はい\u3000',
  '\t本社のみ\u00a0§',
  ' {answer: はい\u3000, note: 本社\u2028}§',
  '\n    answer: はい\u3000\n    note: 本社\u2028§',
  '\tはい§',
  " 'n/a'§",
  '',
  '§',
  ' ~§',
  ' {answer: 一部, note: "本社, タイ"}§',
  '\t{answer: はい}',
  '\t{answer: はい, note: 図面：金庫}§',
  ' {answer: 一部,§\n      note: 本社§\n    }',
  ' {answer: 当てはまらない, reason: 予定なし,§\n      by: 社長}§',
  ' {"answer": はい, note}',
  '§\n    はい§',
  '§\n    {answer: はい, note: 担当：　総務}§',
  '\n    answer: はい§\n    note: |§\n      一行目\n      二行目 #ではない',
  '\n    answer: 当てはまらない§\n    reason: >-§\n      折り\n      返し\n    §',
  '\n    §\n    answer:\tはい§\n    §\n    note:§\n      前の文\n      担当：　金庫\n    by: 総務課長§',
  '§\n    ? answer\n    : いいえ§\n    ? note§\n    : |§\n      メモ',
  '\n    "answer": はい\n    evidence:§\n      - {what: 規程, seen: 2026-04-01}§\n      - what: 台帳§\n        where: 棚',
  '\n    answer: はい\n    note: 長い文が\n      つづく：　ここまで',
  '\n      answer: 0123§\n      note: "折り\n        返し"§',
  ' [a,§\n     b]§',
  '\n    - a§\n    -\tb',
] as const;

/** Refused by the reader: an edit must say so, too. */
const REFUSED = [' &a はい', ' *a', ' !!str はい', ' ?', '\t&a {answer: はい}', ' {answer: はい'] as const;

export const KEYS = ['g.a', 'g.b', 'g.c', 'g.d', 'g.e', 'g.f'] as const;

const entry = fc.record({
  key: fc.constantFrom(...KEYS),
  quote: fc.constantFrom('', '', '', '"', "'"),
  mark: fc.constantFrom<'' | '? '>('', '', '', '? '),
  value: fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 1, arbitrary: fc.constantFrom(...REFUSED) },
  ),
  before: fc.constantFrom('', '', '  §\n', '§\n', '\n', '   §\n'),
});

type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

const entries = fc.uniqueArray(entry, { selector: ({ key }) => key, maxLength: 5 });

function inLines({ key, quote, mark, value, before }: Entry): string {
  const name = `${quote}${key}${quote}`;
  if (mark === '') return `${before}  ${name}:${value}\n`;
  // `? key` alone, or with its value behind a colon of its own.
  return value === '' ? `${before}  ? ${name}§\n` : `${before}  ? ${name}§\n  :${value}\n`;
}

const FLOW_VALUES = [
  '',
  ': はい',
  ': "yes"',
  ': {answer: 一部, note: 本社}',
  ': {answer: はい,§\n   by}',
  ':\tはい',
  ': [a]',
] as const;

const flowAnswers = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom(...KEYS),
      value: fc.constantFrom(...FLOW_VALUES),
      end: fc.constantFrom('', '§\n '),
    }),
    {
      selector: ({ key }) => key,
      maxLength: 4,
    },
  )
  .map((all) => `{${all.map(({ key, value, end }) => `${key}${value}${end}`).join(', ')}}`);

const HEADS = [
  '',
  '§\n',
  'wazamori: 1§\n',
  '§\nwazamori:\t1\ncompany:\n  name: 甲社§\n',
  '---\nwazamori: 1\n',
  '---§\n§\nwazamori: 1\n',
  '\n\n',
] as const;
const TAILS = [
  '',
  'plan: {}§\n',
  '§',
  '\n\n',
  'plan:\n  capacity: 3§',
  'company: {name: 甲社}\n§\n',
  '    §\n',
] as const;

const blockFile = fc
  .tuple(
    fc.constantFrom(...HEADS),
    entries,
    fc.constantFrom(...TAILS),
    fc.constantFrom('answers:\n', 'answers:§\n', '"answers":\n', '? answers§\n:\n'),
  )
  .map(([head, all, tail, open]) => `${head}${open}${all.map(inLines).join('')}${tail}`);

const flowFile = fc
  .tuple(
    fc.constantFrom('', '§\n', '--- ', '---§\n'),
    fc.option(flowAnswers, { nil: null }),
    fc.constantFrom('', ', company', ', company: {name: 甲社}§\n', ',§\n plan: {capacity: 3}'),
    fc.constantFrom('', '§', '\n§\n'),
  )
  .map(
    ([head, all, more, tail]) =>
      `${head}{wazamori: 1, answers${all === null ? '' : `: ${all}`}${more}}${tail}`,
  );

const flowSection = fc
  .tuple(fc.constantFrom(...HEADS), flowAnswers, fc.constantFrom(...TAILS))
  .map(([head, all, tail]) => `${head}answers: ${all}\n${tail}`);

const noSection = fc
  .tuple(fc.constantFrom(...HEADS), fc.constantFrom(...TAILS))
  .map(([head, tail]) => head + tail);

export interface LaidOut {
  readonly text: string;
  readonly comments: readonly string[];
}

/** A file with its line ends, with or without one at its end, and the comments it holds. */
export const laidOut: fc.Arbitrary<LaidOut> = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: blockFile },
      { weight: 2, arbitrary: flowFile },
      { weight: 2, arbitrary: flowSection },
      { weight: 1, arbitrary: noSection },
    ),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([drawn, eol, whole]) => {
    const comments: string[] = [];
    const numbered = drawn.replace(/(^|\n|[ \t])?§/g, (_, before: string | undefined) => {
      const comment = `# 注${comments.length + 1}。`;
      comments.push(comment);
      return before === undefined ? ` ${comment}` : `${before}${comment}`;
    });
    const text = whole ? numbered : numbered.trimEnd();
    return { text: text.replaceAll('\n', eol), comments };
  });
