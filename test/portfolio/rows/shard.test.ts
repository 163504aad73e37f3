import { describe, expect, it } from 'vitest';
import { joinShares, missingShares, type Shares } from '../../../src/portfolio/rows/shard.ts';

const of3 = (...parts: readonly number[]): readonly Shares[] => [{ of: 3, parts }];

describe('shares of one split', () => {
  it.each<[string, readonly (readonly Shares[] | undefined)[], readonly Shares[] | undefined]>([
    ['one alone', [of3(2)], of3(2)],
    ['in any order, one twice', [of3(3), of3(1), of3(3)], of3(1, 3)],
    ['all of them', [of3(3), of3(1), of3(2)], undefined],
    ['what was joined before', [of3(1, 3), of3(2)], undefined],
    ['a run that was not split', [undefined, of3(1)], undefined],
    ['of another split', [of3(1), [{ of: 2, parts: [1] }]], [{ of: 2, parts: [1] }, ...of3(1)]],
    ['of another split, which is whole', [of3(1), [{ of: 2, parts: [1] }], [{ of: 2, parts: [2] }]], of3(1)],
    ['none', [], undefined],
  ])('%s', (_, all, joint) => {
    expect(joinShares(all)).toEqual(joint);
  });

  it('name those to come', () => {
    expect(missingShares([{ of: 2, parts: [1] }, ...of3(2)])).toEqual(['2/2', '1/3', '3/3']);
  });
});
