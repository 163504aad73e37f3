import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typed } from '../../src/words/typed.ts';

describe('a word to be typed', () => {
  it.each([
    ['wazamori.yaml', 'wazamori.yaml'],
    ['顧問先/株式会社渋谷精機.yaml', '顧問先/株式会社渋谷精機.yaml'],
    ['guidance.device-updates=はい', 'guidance.device-updates=はい'],
    ['two words.yaml', "'two words.yaml'"],
    ['$(touch x).yaml', "'$(touch x).yaml'"],
    ['t2;touch x;', "'t2;touch x;'"],
    ["d'Arc.yaml", "'d'\\''Arc.yaml'"],
    ['a"b.yaml', "'a\"b.yaml'"],
    ['`id`.yaml', "'`id`.yaml'"],
    ['~root/a.yaml', "'~root/a.yaml'"],
    ['{a,b}.yaml', "'{a,b}.yaml'"],
    ['!!.yaml', "'!!.yaml'"],
    ['#1.yaml', "'#1.yaml'"],
    ['甲　乙.yaml', "'甲　乙.yaml'"],
    ['-rf.yaml', './-rf.yaml'],
    ['-x y.yaml', "'./-x y.yaml'"],
    ['--lang', '--lang'],
    ['', "''"],
  ])('%s in sh: %s', (word, line) => {
    expect(typed(word)).toBe(line);
  });

  it.each([
    ['C:\\顧問先\\a.yaml', 'C:\\顧問先\\a.yaml'],
    ['two words.yaml', '"two words.yaml"'],
    ['a&calc.yaml', '"a&calc.yaml"'],
    ["d'Arc.yaml", '"d\'Arc.yaml"'],
    ['$(calc).yaml', '"`$(calc).yaml"'],
    ['-rf.yaml', './-rf.yaml'],
    ['a"b', '"ab"'],
  ])('%s on Windows: %s', (word, line) => {
    expect(typed(word, 'windows')).toBe(line);
  });

  it.each(['sh', 'bash'])('%s reads each as the one word it was', (shell) => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.startsWith('-'));
    const tricky = fc.stringMatching(/^[ $`'"\\;&|<>(){}*?!~#%^=a-z甲\n]{1,12}$/);
    const words = fc.array(fc.oneof(word, tricky), { minLength: 50, maxLength: 100 });
    fc.assert(
      fc.property(words, (all) => {
        const line = all.map((text) => typed(text)).join(' ');
        const read = execFileSync(shell, ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
        expect(read.split('\0').slice(0, -1)).toEqual(all);
      }),
      { numRuns: 5 },
    );
  });
});
