import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameValue } from '../../../src/text/yaml/same-value.ts';
import type { PlainValue } from '../../../src/text/yaml/tree.ts';
import { runs } from '../../setup/random.ts';

describe('whether two values of YAML say the same', () => {
  it.each<[string, PlainValue, PlainValue, boolean]>([
    ['a text', 'はい', 'はい', true],
    ['a text and another', 'はい', 'いいえ', false],
    ['a text and its number', '48', 48, false],
    ['a text and its letters typed in two parts', 'が', 'か\u3099', false],
    ['no value', null, null, true],
    ['no value and no text', null, '', false],
    ['no value and no', null, false, false],
    ['not a number', Number.NaN, Number.NaN, true],
    ['zero from below', 0, -0, false],
    ['a day and its text, which is how a day is read', '2026-11-21', '2026-11-21', true],
    ['keys in another order', { answer: 'yes', note: '本社' }, { note: '本社', answer: 'yes' }, true],
    ['a key more', { answer: 'yes' }, { answer: 'yes', note: null }, false],
    ['a key of another name', { answer: 'yes' }, { note: 'yes' }, false],
    ['no value here, another key there', { answer: null }, { note: null }, false],
    ['a list in another order', ['設計', '製造'], ['製造', '設計'], false],
    ['a list that goes on', ['設計'], ['設計', null], false],
    ['a list that stops', ['設計', null], ['設計'], false],
    ['no list and no map', [], {}, false],
    ['no list and no value', [], null, false],
    ['a list and a map of its positions', ['設計'], { 0: '設計' }, false],
    ['maps in lists in maps', { t: [{ id: 't1' }] }, { t: [{ id: 't1' }] }, true],
    ['a difference far inside', { t: [{ id: 't1' }] }, { t: [{ id: 't2' }] }, false],
    ['a key all objects have', { toString: null }, { valueOf: null }, false],
    ['a key of its own called __proto__', JSON.parse('{"__proto__": {"a": 1}}'), {}, false],
    ['the same under it', JSON.parse('{"__proto__": {"a": 1}}'), JSON.parse('{"__proto__": {"a": 1}}'), true],
  ])('%s', (_, one, other, same) => {
    expect(sameValue(one, other)).toBe(same);
    expect(sameValue(other, one)).toBe(same);
  });

  it('says what node says, of any two', () => {
    // Few keys and few values, so that two of them are often the same, or nearly.
    const { value } = fc.letrec<{ value: PlainValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.constantFrom<PlainValue>(null, 0, -0, Number.NaN, true, '', '0', 'はい'),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('answer', 'note', '__proto__'), tie('value'), { maxKeys: 2 }),
      ),
    }));
    // As the reader makes maps: of the usual kind.
    const read = (v: PlainValue): PlainValue =>
      Array.isArray(v)
        ? v.map(read)
        : typeof v === 'object' && v !== null
          ? Object.fromEntries(Object.entries(v).map(([key, part]) => [key, read(part)]))
          : v;
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [a, b] = [read(one), read(other)];
        expect(sameValue(a, b)).toBe(isDeepStrictEqual(a, b));
        expect(sameValue(a, read(a))).toBe(true);
      }),
      runs(2000),
    );
  });
});
