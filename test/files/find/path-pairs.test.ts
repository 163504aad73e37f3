import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairPaths, pathKey } from '../../../src/files/find/path-pairs.ts';

const NFC = 'がく製作所.yaml'.normalize('NFC');
const NFD = NFC.normalize('NFD');

type Row = [
  now: readonly string[],
  then: readonly string[],
  pairs: readonly (readonly [string, string])[],
  left: readonly string[],
  unclear?: readonly (readonly [string, readonly string[]])[],
];

describe('files of now and of then', () => {
  it.each<Row>([
    [['a.yaml'], ['a.yaml'], [['a.yaml', 'a.yaml']], []],
    [[NFC], [NFD], [[NFC, NFD]], []],
    [[NFD], [NFC], [[NFD, NFC]], []],
    [['a.yaml'], ['a.yml'], [['a.yaml', 'a.yml']], []],
    [['c.yaml'], ['C.YML'], [['c.yaml', 'C.YML']], []],
    [['東京/C.yaml'], ['東京/c.yaml'], [['東京/C.yaml', '東京/c.yaml']], []],
    [['a.yaml'], ['b.yaml'], [], ['b.yaml']],
    [['東京/a.yaml'], ['大阪/a.yaml'], [], ['大阪/a.yaml']],
    // The surest first: what is there under its very name is not taken for another.
    [['a.yaml', 'a.yml'], ['a.yml'], [['a.yml', 'a.yml']], []],
    [
      ['a.yaml', 'A.yml'],
      ['a.yaml', 'a.yml'],
      [
        ['a.yaml', 'a.yaml'],
        ['A.yml', 'a.yml'],
      ],
      [],
    ],
    [['a.yaml'], ['A.yaml', 'a.yml'], [['a.yaml', 'a.yml']], ['A.yaml']],
    [['B.yaml', 'b.yml'], ['b.yaml'], [['b.yml', 'b.yaml']], []],
    // Nobody can tell.
    [['x.yaml'], ['X.yaml', 'X.yml'], [], [], [['x.yaml', ['X.yaml', 'X.yml']]]],
    [
      ['XX.yaml', 'xX.yml'],
      ['xx.yaml'],
      [],
      [],
      [
        ['XX.yaml', ['xx.yaml']],
        ['xX.yml', ['xx.yaml']],
      ],
    ],
  ])('%j and %j', (now, then, pairs, left, unclear = []) => {
    const found = pairPaths(now, then);
    expect([[...found.pairs], found.left, [...found.unclear]]).toEqual([pairs, left, unclear]);
  });

  it('go together one to one, and none is lost', () => {
    const name = fc
      .tuple(fc.constantFrom('a', 'A', 'か\u3099', 'が'), fc.constantFrom('.yaml', '.yml', '.YAML'))
      .map((parts) => parts.join(''));
    const names = fc.uniqueArray(name);
    fc.assert(
      fc.property(names, names, (now, then) => {
        const { pairs, unclear, left } = pairPaths(now, then);
        expect(new Set(pairs.values()).size).toBe(pairs.size);
        for (const [one, other] of pairs) expect(pathKey(one)).toBe(pathKey(other));
        for (const one of now) if (then.includes(one)) expect(pairs.get(one)).toBe(one);
        const told = new Set([...pairs.values(), ...left, ...[...unclear.values()].flat()]);
        expect(told).toEqual(new Set(then));
        const fresh = now.filter((one) => !pairs.has(one) && !unclear.has(one)).map(pathKey);
        expect(left.map(pathKey).filter((key) => fresh.includes(key))).toEqual([]);
      }),
    );
  });
});
