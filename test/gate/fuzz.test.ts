import { expect, it } from 'vitest';
import { fuzz } from '../../scripts/fuzz.ts';

/** A slice of what `scripts/fuzz.ts` runs ten thousand times: same generator, same promises. */
it('no broken file gets more than a message out of the gate', { timeout: 60_000 }, async () => {
  const { exits, failures, count } = await fuzz(150, 7);
  expect(failures).toEqual([]);
  expect(Object.keys(exits).every((code) => ['0', '1', '2'].includes(code))).toBe(true);
  expect(Object.values(exits).reduce((sum, n) => sum + n, 0)).toBe(count);
  // A generator that only makes rubbish, or only good files, proves nothing.
  expect(exits['2'] ?? 0).toBeGreaterThan(40);
  expect((exits['0'] ?? 0) + (exits['1'] ?? 0)).toBeGreaterThan(20);
});
