import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/press/canvas/canvas.ts';
import { TYPE } from '../../src/press/look.ts';
import { clipped, labelColumn, rowHeight, rowName } from '../../src/report/document/figures/labels.ts';

/** Type in which every character is as wide as its size; lines are broken at spaces. */
const MEASURE: Measure = {
  width: (text, { size }) => text.length * size,
  lines: (text, width, { size }) => {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
      if (lines.length > 0 && longer.length * size <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  },
};
const size = TYPE.noteInk.size;

describe('names in charts', () => {
  it.each([
    ['the whole name where it fits', '図面の渡し先', 6, '図面の渡し先'],
    ['as much of it as fits, and …', '図面の渡し先を決める', 6, '図面の渡し…'],
    ['… alone where nothing fits', '図面', 1, '…'],
  ])('on one line: %s', (_, text, characters, shown) => {
    expect(clipped(MEASURE, text, characters * size, TYPE.noteInk)).toBe(shown);
  });

  it.each([
    ['Take stock', ['Take stock']],
    ['Head of engineering and design', ['Head of', 'engineering', 'and design']],
    [
      'Put use and onward transfer into every contract there is abroad',
      ['Put use and', 'onward', 'transfer', 'into every', 'contract…'],
    ],
  ])('on up to five lines: %s', (name, lines) => {
    expect(rowName(MEASURE, name, 11 * size)).toEqual(lines);
  });

  it('make their row higher, and an empty one as high as a line', () => {
    expect(rowHeight(0)).toBe(rowHeight(1));
    expect(rowHeight(3) - rowHeight(2)).toBe(rowHeight(2) - rowHeight(1));
  });

  it.each([
    ['a third and a little for short ones', ['人'], 0.36],
    ['as much as the longest needs', ['人', 'a'.repeat(20)], (20 * TYPE.table.size + 12) / 450],
    ['never more than half', ['a'.repeat(90)], 0.5],
  ])('have a column of their own: %s', (_, names, share) => {
    expect(labelColumn(MEASURE, names, 450)).toBeCloseTo(share * 450, 6);
  });
});
