import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerEdit, setAnswer } from '../../src/answers/edit.ts';
import { removeValue, setValue } from '../../src/text/yaml/edit.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';
import type { EditValue } from '../../src/text/yaml/render.ts';
import { type PlainValue, plainValue } from '../../src/text/yaml/tree.ts';
import { KEYS, laidOut } from './layouts.ts';

const WORDS = {
  yes: 'はい',
  partial: '一部',
  no: 'いいえ',
  unknown: 'わからない',
  notApplicable: '当てはまらない',
} as const;

const typed = fc.oneof(
  fc.constantFrom(
    '本社のみ',
    '担当：　総務',
    '課題 #12 の対応',
    '@総務',
    '[重要] 図面: 本社',
    '一行目\n二行目\n',
    '?',
    '{',
    "it's",
    '- x',
    '\u3000字下げ',
    'name: x',
    '辻\u{E0100}',
    '\u007F',
    '\u2028',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter((text) => !text.includes('注')),
);
const detail = fc.option(fc.oneof(typed, fc.constant(null)), { nil: undefined });
const change = fc.record({
  item: fc.constantFrom(...KEYS),
  value: fc.constantFrom('yes', 'partial', 'no', 'unknown', 'notApplicable'),
  details: fc
    .record({ reason: detail, note: detail, by: detail })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, part]) => part !== undefined))),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const mapOf = (value: PlainValue | undefined): { readonly [key: string]: PlainValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};

function plain(text: string): { readonly [key: string]: PlainValue } {
  const parsed = parseYaml(text);
  if (!parsed.ok) throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(parsed.findings)}`);
  return mapOf(plainValue(parsed.value));
}

/** An answer after a change, as its long form says it. */
function expectedAnswer(before: PlainValue | undefined, { value, details }: Change): PlainValue {
  const long = typeof before === 'object' && before !== null && !Array.isArray(before) ? mapOf(before) : {};
  const stale = long['answer'] === '当てはまらない' && value !== 'notApplicable' && !('reason' in details);
  const all = { ...long, ...(stale ? { reason: null } : {}), ...details, answer: WORDS[value] };
  return Object.fromEntries(
    Object.entries(all).filter(([key, part]) => !(key in details || key === 'reason') || part !== null),
  );
}

const longForm = (answer: PlainValue | undefined): PlainValue =>
  typeof answer === 'string' ? { answer } : (answer ?? null);

/** Everything but one item; sections that hold nothing count as not there. */
function others(text: string, item: string): PlainValue {
  const root = plain(text);
  const { [item]: _, ...answers } = mapOf(root['answers']);
  const rest = { ...root, answers: Object.keys(answers).length === 0 ? null : answers };
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
}

/** Each comment is still one: it stands behind a `#`, and no value holds it. */
function expectComments(text: string, comments: readonly string[]): void {
  for (const comment of comments) expect(text).toContain(comment);
  expect(JSON.stringify(plain(text))).not.toContain('注');
}

describe('any layout', () => {
  it('takes every answer, keeps every comment and changes nothing else', () => {
    fc.assert(
      fc.property(
        laidOut,
        fc.array(change, { minLength: 1, maxLength: 3 }),
        ({ text, comments }, changes) => {
          const sound = parseYaml(text).ok;
          let file = text;
          for (const { item, value, details } of changes) {
            const edit: AnswerEdit = { ...details, value };
            const result = setAnswer(file, item, edit, 'ja');
            // Only a file that cannot be read cannot be edited, and it says why.
            expect(result.ok).toBe(sound);
            if (!result.ok) {
              expect(result.findings[0]?.code).toMatch(/^yaml-/);
              return;
            }
            expect(longForm(mapOf(plain(result.value)['answers'])[item])).toEqual(
              expectedAnswer(mapOf(plain(file)['answers'])[item], { item, value, details }),
            );
            expect(others(result.value, item)).toEqual(others(file, item));
            expectComments(result.value, comments);
            if (text.includes('\r\n')) expect(result.value.replaceAll('\r\n', '')).not.toContain('\n');
            file = result.value;
          }
        },
      ),
      { numRuns: Number(process.env['LAYOUTS'] ?? 300) },
    );
  });

  const path = fc.oneof(
    fc.constantFrom(...KEYS).map((key) => ['answers', key]),
    fc
      .tuple(fc.constantFrom(...KEYS), fc.constantFrom('answer', 'note', 'evidence', 'reason'))
      .map(([key, part]) => ['answers', key, part]),
    fc.constantFrom(['company', 'name'], ['plan', 'actions', 'a', 'status'], ['answers'], ['wazamori']),
  );
  const value = fc.constantFrom<EditValue>(
    'いいえ',
    3,
    '',
    ['a', '担当：　総務'],
    { answer: '一部', note: 'x: #1' },
    '二行\nある',
  );

  it('takes any value anywhere, and gives it back', () => {
    fc.assert(
      fc.property(laidOut, path, fc.option(value), ({ text, comments }, at, to) => {
        fc.pre(parseYaml(text).ok);
        const result = to === null ? removeValue(text, at) : setValue(text, at, to);
        if (!result.ok) throw new Error(JSON.stringify(result.findings));
        let there: PlainValue | undefined = plain(result.value);
        for (const key of at) there = mapOf(there)[key];
        if (to === null) expect(there).toBeUndefined();
        else expect(there).toEqual(to);
        expectComments(result.value, comments);
      }),
      { numRuns: Number(process.env['LAYOUTS'] ?? 300) },
    );
  });
});
