import { describe, expect, it } from 'vitest';
import { cursor, readValue, skipSpace } from '../../../src/press/inside/syntax.ts';
import { Unreadable } from '../../../src/press/inside/values.ts';
import { written } from './forge.ts';

const read = (text: string): string => {
  const c = cursor(Buffer.from(text, 'latin1'), 0, { values: 1000 });
  const value = readValue(c);
  skipSpace(c);
  if (c.at !== text.length) throw new Error(`stopped at ${c.at}`);
  return written(value);
};

describe('values', () => {
  it.each([
    ['true', 'true'],
    ['-12', '-12'],
    ['+.50', '0.5'],
    ['12.', '12.0'],
    ['12 0 R', '12 0 R'],
    ['[12 0 R 12 0 1 2]', '[12 0 R 12 0 1 2]'],
    ['[1 2%x\n3]', '[1 2 3]'],
    ['/A#42c', '/ABc'],
    ['<< /A 1/B[/C(d)]/N null >>', '<< /A 1 /B [/C <64>] >>'],
    ['<</A<</B<41 4>>>>>', '<< /A << /B <4140> >> >>'],
    ['(a(b)\\)c\\101\\7\\z\\\nd\r\ne)', '<612862292963410 77a640a65>'.replace(' ', '')],
    ['()', '<>'],
  ])('%j is %s', (text, value) => expect(read(text)).toBe(value));

  it.each([
    ['a key given twice', '<< /A 1 /A 1 >>'],
    ['the same key in another writing', '<< /A 1 /#41 1 >>'],
    ['a key given twice, once as nothing', '<< /A null /A 1 >>'],
    ['a later generation', '[1 1 R]'],
    ['two signs', '--5'],
    ['a power', '1e5'],
    ['a number nobody holds', '1234567890123456'],
    ['a name with half a sign', '/A#4'],
    ['a name with a zero', '/A#00'],
    ['a string without an end', '(a'],
    ['a string that ends on a backslash', '(a\\'],
    ['an array without an end', '[1'],
    ['a dictionary without an end', '<< /A 1'],
    ['a dictionary that ends on a hexadecimal', '<< /A 1 > >'],
    ['a key that is none', '<< A 1 >>'],
    ['odd digits', '<4x>'],
    ['an unknown word', 'nil'],
    ['nothing', ''],
    ['depth', '['.repeat(100)],
    ['many', `[${'1 '.repeat(2000)}]`],
    ['a comment that looks like an end', '[1 % startxref 5\n]'],
    ['a comment that looks like an object', '[1 %1 0 obj\n]'],
  ])('%s is refused', (_, text) => expect(() => read(text)).toThrow(Unreadable));
});
