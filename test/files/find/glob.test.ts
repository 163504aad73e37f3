import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matcherOf } from '../../../src/files/find/glob.ts';
import { fixedPart, patternsIn, plainPlace } from '../../../src/files/find/patterns.ts';

const NFC = 'がく製作所'.normalize('NFC');
const NFD = NFC.normalize('NFD');

describe('a pattern', () => {
  it.each([
    ['*.yaml', 'a.yaml', true],
    ['*.yaml', 'b/a.yaml', false],
    ['**/*.yaml', 'a.yaml', true],
    ['**/*.yaml', 'c/b/a.yaml', true],
    ['clients/**', 'clients/a.yaml', true],
    ['clients/**', 'clients/2026/東京/a.yaml', true],
    ['clients/**', 'other/a.yaml', false],
    ['clients/*', 'clients/東京/青木精機.yaml', true],
    ['clients/202?', 'clients/2026/a.yaml', true],
    ['?.yaml', '技.yaml', true],
    ['?.yaml', '𠮷.yaml', true],
    ['[ab].yaml', 'c.yaml', false],
    ['[!ab].yaml', 'c.yaml', true],
    ['[あ-お].yaml', 'う.yaml', true],
    ['a(1).yaml', 'a(1).yaml', true],
    ['青木(株) (*).yaml', '青木(株) (2).yaml', true],
    ['a|b*', 'a|b.yaml', true],
    ['a|b*', 'b.yaml', false],
    ['!(a)*', '!(a).yaml', true],
    ['+1$^*', '+1$^.yaml', true],
    ['{a,b}/x.yaml', 'b/x.yaml', true],
    ['c{8..11}.yaml', 'c10.yaml', true],
    ['c{08..11}.yaml', 'c09.yaml', true],
    ['c{08..11}.yaml', 'c9.yaml', false],
    ['c{3..1}.yaml', 'c2.yaml', true],
    ['{a..c}.yaml', 'b.yaml', true],
    ['../clients/*.yaml', '../clients/a.yaml', true],
    [`${NFC}*`, `${NFD}.yaml`, true],
    [`${NFD}*`, `${NFC}.yaml`, true],
  ])('%s and %s: %s', (pattern, path, matches) => {
    expect(matcherOf(pattern)(path)).toBe(matches);
  });

  it('does not tell capitals from small letters where the system does not', () => {
    expect([matcherOf('A*.yaml', true)('a1.yaml'), matcherOf('A*.yaml', false)('a1.yaml')]).toEqual([
      true,
      false,
    ]);
  });

  it('takes every sign that is none of a pattern as a letter', () => {
    const letter = fc.constantFrom(...'a技 ()|"+^$!@#%&=~;,.\'<>-_ー（）');
    const name = fc.string({ unit: letter, minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(name, (text) => {
        expect(matcherOf(`${text}*`)(`${text.normalize('NFC')}1.yaml`)).toBe(true);
        expect(matcherOf(`${text}*`)(`z${text}1.yaml`)).toBe(false);
      }),
    );
  });

  it.each(['[z-a].yaml', '{a', '{a,b', 'c{1..99999}.yaml', 'c{1..9..2}.yaml'])(
    '%s that cannot mean anything is told',
    async (given) => {
      const found = await patternsIn('/', [given]);
      expect(found.findings).toEqual([
        { severity: 'error', code: 'usage-bad-pattern', args: { given }, location: null },
      ]);
    },
  );
});

describe('where a pattern begins', () => {
  it.each([
    ['clients/*.yaml', 'clients'],
    ['clients/**', 'clients'],
    ['*.yaml', ''],
    ['/a/b?/c', '/a'],
    ['a\\*/b*', ''],
  ])('%s: %s', (pattern, folder) => {
    expect(fixedPart(pattern)).toBe(folder);
  });

  it('is the same whichever way slashes lean', () => {
    expect(plainPlace('clients\\東京\\*.yaml', '\\')).toBe('clients/東京/*.yaml');
    expect(plainPlace('clients\\*.yaml', '/')).toBe('clients\\*.yaml');
    expect([plainPlace('./a//', '/'), plainPlace('/', '/'), plainPlace('', '/')]).toEqual(['./a', '/', '.']);
  });
});

describe('many stars', () => {
  // The plainest way to say what they mean: each takes as much as it has to.
  const meant = (pattern: string, name: string): boolean => {
    const reach = (p: number, n: number): boolean => {
      if (p === pattern.length) return n === name.length;
      if (pattern[p] !== '*') return n < name.length && pattern[p] === name[n] && reach(p + 1, n + 1);
      for (let end = n; end <= name.length; end++) if (reach(p + 1, end)) return true;
      return false;
    };
    return reach(0, 0);
  };

  it('mean the same as tried one by one', () => {
    const signs = fc.array(fc.constantFrom('a', 'b', '*', '*', '社'), { minLength: 1, maxLength: 9 });
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '社'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(signs, name, (pattern, given) => {
        const asked = pattern.join('').replace(/\*+/g, '*');
        expect([asked, given, matcherOf(asked, false)(given)]).toEqual([asked, given, meant(asked, given)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('beside braces are refused where they are too many', () => {
    expect(() => matcherOf('*{a,b}*{a,b}*{a,b}*{a,b}*c', false)).toThrow(RangeError);
    expect(matcherOf('{a,b}*社*{本社,工場}*.yaml', false)('a-甲社-工場2026.yaml')).toBe(true);
  });
});
