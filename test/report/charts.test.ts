import { expect, it } from 'vitest';
import type { Coverage } from '../../src/model/assessment.ts';
import { countStrip } from '../../src/report/document/figures/charts.ts';

/** A pen that notes the numbers it is given. */
function notingPen() {
  const numbers: number[] = [];
  const note = (...args: readonly unknown[]): void => {
    numbers.push(...args.filter((arg) => typeof arg === 'number'));
  };
  return { numbers, pen: { fill: note, box: note, hatch: note, line: note, text: note, width: () => 5 } };
}

const NONE: Coverage = {
  asked: 1,
  yes: 0,
  partial: 0,
  no: 0,
  unknown: 0,
  unanswered: 0,
  notApplicable: 1,
  notAsked: 0,
  outOfScope: 0,
};

it.each<[string, Coverage]>([
  ['a section all of whose questions do not apply', NONE],
  ['a section without a question', { ...NONE, asked: 0, notApplicable: 0 }],
  ['an ordinary one', { ...NONE, asked: 4, yes: 2, no: 1, unknown: 1 }],
])('%s is drawn with numbers that are numbers', (_, coverage) => {
  const { numbers, pen } = notingPen();
  // Only what the strip uses of a pen.
  countStrip(pen as never, coverage, { x: 10, y: 20, width: 300, height: 12 }, true);
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.every(Number.isFinite)).toBe(true);
});
