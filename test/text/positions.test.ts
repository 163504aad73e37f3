import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexLines, locate } from '../../src/text/positions.ts';

describe('locate', () => {
  it.each([
    ['a: 1\nb: 2', 0, 1, 1],
    ['a: 1\nb: 2', 4, 1, 5],
    ['a: 1\nb: 2', 5, 2, 1],
    ['a: 1\r\nb: 2', 6, 2, 1],
    ['a: 1\rb: 2', 5, 2, 1],
    ['技: 𠮷x', 5, 1, 6],
    ['a: 1\n', 99, 2, 95],
  ])('%j offset %i is %i:%i', (text, offset, line, column) => {
    expect(locate(indexLines(text), offset)).toEqual({ line, column });
  });

  it('agrees with counting the lines before it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '技', '\n', '\r\n', ' ') }),
        fc.nat(200),
        (text, at) => {
          // Never between the two halves of a CRLF.
          const offset = Math.min(at, text.length);
          fc.pre(!(text[offset - 1] === '\r' && text[offset] === '\n'));
          const before = text.slice(0, offset).split(/\r\n|\n|\r/);
          expect(locate(indexLines(text), offset)).toEqual({
            line: before.length,
            column: (before.at(-1) ?? '').length + 1,
          });
        },
      ),
    );
  });
});
