import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamLines } from '../../../src/portfolio/work/stream.ts';

async function linesOf(
  blocks: readonly string[],
  limit = 100,
): Promise<readonly (readonly [number, string | null])[]> {
  const source = async function* () {
    for (const block of blocks) yield Buffer.from(block, 'latin1');
  };
  const found: (readonly [number, string | null])[] = [];
  for await (const { number, bytes } of streamLines(source(), limit)) {
    found.push([number, bytes === null ? null : Buffer.from(bytes).toString('latin1')]);
  }
  return found;
}

describe('lines of a stream', () => {
  it.each([
    [
      'whole blocks',
      ['a\nb\n'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'a line over several blocks',
      ['a', 'b', 'c\nd'],
      [
        [1, 'abc'],
        [2, 'd'],
      ],
    ],
    [
      'blank lines are counted and passed over',
      ['a\n\n \r\nb'],
      [
        [1, 'a'],
        [4, 'b'],
      ],
    ],
    ['nothing', [], []],
    [
      'too long a line, and the one behind it',
      ['x'.repeat(60), 'x'.repeat(60), '\nok\n'],
      [
        [1, null],
        [2, 'ok'],
      ],
    ],
  ])('%s', async (_, blocks, lines) => {
    expect(await linesOf(blocks)).toEqual(lines);
  });

  it('are the same however the bytes come', async () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n', 'xyz'), { maxLength: 60 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (whole, size) => {
        const blocks = whole.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
        expect(await linesOf(blocks)).toEqual(await linesOf([whole]));
      }),
    );
  });
});
