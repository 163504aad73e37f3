import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { compare } from '../../src/core/compare/compare.ts';
import { shippedCatalog } from '../../src/index.ts';
import type { Comparison } from '../../src/model/comparison.ts';
import type { DiffInput } from '../../src/report/diff/input.ts';
import { effectText, signed } from '../../src/report/diff/input.ts';
import { ledgerOf } from '../../src/report/diff/ledger.ts';
import { diffMarkdown } from '../../src/report/diff/markdown.ts';
import { comparisonJsonSchema, comparisonSchema } from '../../src/report/json/schema-comparison.ts';
import { answer, answers, catalog, item, TODAY, WEIGHTS, type Written } from '../core/sample.ts';
import { wordsOf } from '../setup/words.ts';

const words = wordsOf('ja');
const ITEMS = [
  item('guidance.core-technology-list', { severity: 'critical' }),
  item('guidance.information-rules', { severity: 'major' }),
  item('guidance.secrecy-training', { severity: 'minor' }),
];
const is = catalog({ items: ITEMS });

function input(before: Written, after: Written): DiffInput {
  const comparison = compare(
    { catalog: is, answers: answers(before) },
    { catalog: is, answers: answers(after) },
    { today: TODAY, version: '0' },
  );
  const texts = shippedCatalog('ja').texts();
  return { comparison, texts, olderTitles: null, weights: WEIGHTS, words, technologies: [] };
}

const all = (value: 'yes' | 'partial' | 'no' | 'unknown') =>
  Object.fromEntries(ITEMS.map(({ id }) => [id, value]));

describe('the published shape', () => {
  it('is the type the program works with', () => {
    expectTypeOf<Comparison>().toExtend<Readonlys<z.infer<typeof comparisonSchema>>>();
    expectTypeOf<z.infer<typeof comparisonSchema>['gaps']>().toExtend<Comparison['gaps']>();
    expectTypeOf<z.infer<typeof comparisonSchema>['scores']>().toExtend<Comparison['scores']>();
    expectTypeOf<z.infer<typeof comparisonSchema>['withdrawn']>().toExtend<Comparison['withdrawn']>();
    const { comparison } = input({ answers: all('no') }, { answers: all('yes') });
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
  });

  it('is a JSON Schema that lets nothing else in', () => {
    expect(comparisonJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
    const { comparison } = input({}, {});
    expect(comparisonSchema.safeParse({ ...comparison, verdict: 'good' }).success).toBe(false);
  });
});

/** Lists of a schema are mutable; those of the program are not, and may be read as either. */
type Readonlys<T> = T extends readonly (infer E)[]
  ? readonly Readonlys<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Readonlys<T[K]> }
    : T;

describe('points people see', () => {
  it.each([
    [3.24, '+3.2'],
    [-0.96, '−1.0'],
    [0.04, '±0'],
    [-0.04, '±0'],
  ])('%f reads %s', (points, text) => {
    expect(signed(points)).toBe(text);
  });

  it.each([
    [{ low: 1.4, high: 1.4 }, '両側とも +1.4'],
    [{ low: 1.4, high: 0 }, '低い側 +1.4'],
    [{ low: 1.4, high: -2 }, '低い側 +1.4・高い側 −2.0'],
    [{ low: 0, high: 0 }, null],
    [null, null],
  ])('%o reads %s', (effect, text) => {
    expect(effectText(effect, words)).toBe(text);
  });

  it('the account adds up in whole points', () => {
    // 0.5 of 9 → 5.5 of 9: 5.5556 → 61.1111, shown as 6 → 61.
    const before = { ...all('no'), 'guidance.secrecy-training': 'partial' } as const;
    const ledger = ledgerOf(
      input({ answers: before }, { answers: { ...before, 'guidance.core-technology-list': 'yes' } }),
    );
    expect(ledger).toEqual({
      before: { low: 6, high: 6 },
      rows: [{ label: '答え', by: { low: 55, high: 55 } }],
      after: { low: 61, high: 61 },
      scope: null,
    });
  });

  it('are kept back while too much is unknown', () => {
    expect(ledgerOf(input({ answers: all('unknown') }, { answers: all('yes') }))).toBeNull();
    const text = diffMarkdown(input({ answers: all('unknown') }, { answers: all('yes') }));
    expect(text).toContain('点数では比べません');
    expect(text).not.toMatch(/[+−]\d/);
  });
});

describe('Markdown', () => {
  it('takes free text as text: no link, picture or markup of a file comes through', () => {
    const reason = 'なし ![x](http://example.com/a.png) <img src=x> **太字**\n# 見出し';
    const text = diffMarkdown(
      input(
        { answers: all('no') },
        { answers: { ...all('no'), 'guidance.information-rules': answer('notApplicable', { reason }) } },
      ),
    );
    expect(text).toContain('\\!\\[x\\]');
    expect(text).toContain('\\<img src=x\\>');
    expect(text).not.toContain('\n# 見出し');
  });

  it('says so where nothing changed, and nothing more', () => {
    const text = diffMarkdown(input({ answers: all('no') }, { answers: all('no') }));
    expect(text).toContain('変わったことはありません。');
    expect(text).not.toContain('##');
  });
});
