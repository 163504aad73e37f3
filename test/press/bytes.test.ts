import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, joined, lastPlaceOf, placeOf, sameBytes, textOf } from '../../src/press/bytes.ts';
import { runs } from '../setup/random.ts';

const bytes = fc.uint8Array({ maxLength: 60 });
const long = fc.uint8Array({ minLength: 8_000, maxLength: 20_000 });
/** Of few different bytes, so that beginnings of what is looked for are met everywhere. */
const repetitive = fc.array(fc.constantFrom('a', 'b', '\xff'), { maxLength: 40 }).map((all) => all.join(''));
const wanted = fc
  .array(fc.constantFrom('a', 'b', '\xff'), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(''));

describe('text of which each character is a byte', () => {
  it('is what node calls latin1, there and back', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, long), (given) => {
        const text = Buffer.from(given).toString('latin1');
        expect(textOf(given, 0, given.length)).toBe(text);
        expect(sameBytes(bytesOf(text), given)).toBe(true);
      }),
      runs(60),
    );
  });

  it('is cut as a slice is, and ends where the bytes do', () => {
    fc.assert(
      fc.property(bytes, fc.nat(70), fc.nat(70), (given, from, to) => {
        expect(textOf(given, from, to)).toBe(Buffer.from(given.slice(from, to)).toString('latin1'));
      }),
      runs(200),
    );
  });

  it('keeps the lowest byte of what is no byte, as node does', () => {
    expect([...bytesOf('技A')]).toEqual([...Buffer.from('技A', 'latin1')]);
  });
});

describe('places', () => {
  it('are the first and the last, as node finds them', () => {
    fc.assert(
      fc.property(repetitive, wanted, fc.nat(45), (text, piece, from) => {
        const given = bytesOf(text);
        expect(placeOf(given, piece, from)).toBe(text.indexOf(piece, from));
        expect(lastPlaceOf(given, piece)).toBe(text.lastIndexOf(piece));
      }),
      runs(500),
    );
  });
});

it('parts are joined in their order', () => {
  fc.assert(
    fc.property(fc.array(bytes), (parts) => {
      expect(sameBytes(joined(parts), Buffer.concat(parts))).toBe(true);
    }),
    runs(100),
  );
});

it.each([
  [[1, 2, 3], [1, 2, 3], true],
  [[1, 2, 3], [1, 2, 4], false],
  [[1, 2], [1, 2, 3], false],
  [[], [], true],
])('%j and %j are the same: %s', (a, b, same) => {
  expect(sameBytes(Uint8Array.from(a), Uint8Array.from(b))).toBe(same);
});
