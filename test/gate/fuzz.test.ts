import { expect, it } from 'vitest';
import { fuzz } from '../../scripts/fuzz.ts';

/** A slice of what `scripts/fuzz.ts` runs ten thousand times: same generator, same promises. */
it('no broken file gets more than a message out of the program', { timeout: 60_000 }, async () => {
  const { kinds, failures } = await fuzz(100, 7);
  expect(failures).toEqual([]);
  expect(Object.keys(kinds)).toEqual(['answers', 'policy', 'rows', 'own catalogue', 'overlay', 'pdf']);
  const exits: Readonly<Record<string, number>> = kinds['answers']?.exits ?? {};
  expect(kinds['answers']?.count).toBe(40);
  // A generator that only makes rubbish, or only good files, proves nothing.
  expect(exits['2'] ?? 0).toBeGreaterThan(10);
  expect((exits['0'] ?? 0) + (exits['1'] ?? 0)).toBeGreaterThan(4);
});
