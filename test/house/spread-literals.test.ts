import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** `{ ...{ a, b }, c }`: of a literal that is spread the compiler does not say that a property is one too many. */
const SPREAD = /[{,]\s*\.\.\.\{/;

describe('a literal inside a literal', () => {
  it.each(['src', 'scripts'])(
    'is not spread in %s: the compiler would pass over what nobody reads',
    (folder) => {
      const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
      const spread = files.filter(
        (name) => name.endsWith('.ts') && SPREAD.test(readFileSync(join(ROOT, folder, name), 'utf8')),
      );
      expect(files.length).toBeGreaterThan(20);
      expect(spread).toEqual([]);
    },
  );

  it('would be noticed, and what is spread on a condition would not', () => {
    expect(SPREAD.test('return {\n  ...{ id, kind },\n};')).toBe(true);
    expect(SPREAD.test('return { id, ...(kind === null ? {} : { kind }) };')).toBe(false);
  });
});
