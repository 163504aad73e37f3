import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/portfolio/rows/row.ts';
import { type Entry, packEntries, sortEntries } from '../../../src/portfolio/work/entries.ts';

const problem = {
  severity: 'error',
  code: 'file-unreadable',
  args: { path: '大阪', reason: 'EACCES' },
  location: null,
} as const;

/** Paths as people and Windows write them: 𠮷 is two units of UTF-16 and comes before 﨑 there, half of it is a unit too. */
const path = fc.oneof(
  fc.constantFrom(
    '東京/青木精機.yaml',
    '東京.yaml',
    '東京-北/a.yaml',
    '𠮷田/b.yaml',
    '﨑/c.yaml',
    '\uD842.yaml',
  ),
  fc.string({ minLength: 1, unit: 'binary' }),
);
const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({ path, source: fc.nat(3) }),
  fc.record({ path, source: fc.constant(0), problem: fc.constant(problem) }),
  fc.record({ path, source: fc.constant(0), gone: fc.constant(true as const) }),
);

describe('entries kept outside the heap', () => {
  it('come back as they were, as often as they are asked for', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 200 }), (entries) => {
        const packed = packEntries(entries);
        expect(packed.length).toBe(entries.length);
        expect([...packed]).toEqual(entries);
        expect([...packed]).toEqual(entries);
      }),
    );
  });

  it('are copies: nothing that was given is held', () => {
    const given = { path: '東京/青木精機.yaml', source: 1 };
    const [kept] = packEntries([given]);
    expect(kept).toEqual(given);
    expect(kept).not.toBe(given);
  });

  it('are sorted by path, the first of each', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 200 }), fc.boolean(), (entries, sorted) => {
        const found = sorted ? entries.toSorted((a, b) => compare(a.path, b.path)) : entries;
        const once = new Map<string, Entry>();
        for (const one of found) if (!once.has(one.path)) once.set(one.path, one);
        const all = [...once.values()].sort((a, b) => compare(a.path, b.path));
        expect([...sortEntries(found)]).toEqual(all);
        expect(sortEntries(found).length).toBe(all.length);
      }),
    );
  });
});
