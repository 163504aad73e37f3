import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingOf } from '../../src/text/ending.ts';

describe('the ending of a file name', () => {
  it.each([
    ['行動計画.pdf', '.pdf'],
    ['clients/株式会社サンプル精機/plan.v2.HTML', '.HTML'],
    ['plan', ''],
    ['2026.11/plan', ''],
    ['.pdf', ''],
    ['out/.pdf', ''],
    ['..pdf', '.pdf'],
    ['plan.', '.'],
    ['.', ''],
    ['..', ''],
    ['...', '.'],
    ['plan.pdf/', '.pdf'],
    ['/', ''],
    ['', ''],
    ['C:\\2026.11\\plan', ''],
    ['C:\\結果\\plan.csv', '.csv'],
  ])('of %j is %j', (path, ending) => {
    expect(endingOf(path)).toBe(ending);
  });

  it('is what node says', () => {
    const letters = fc.constantFrom('.', '.', '/', 'a', '計', ' ');
    fc.assert(
      fc.property(fc.array(letters), (path) => {
        expect(endingOf(path.join(''))).toBe(posix.extname(path.join('')));
      }),
    );
  });
});
