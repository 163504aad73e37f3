import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesClient, numbersOf } from '../../src/repository/redaction.ts';
import { runs } from '../setup/random.ts';

describe('the numbers that stand for names', () => {
  /** Two names whose first eight digits are the same. */
  const twins = (() => {
    const seen = new Map<string, string>();
    for (let i = 0; ; i++) {
      const path = `顧問先${i}.yaml`;
      const number = numbersOf([path], null)(path);
      const other = seen.get(number);
      if (other !== undefined) return [other, path] as const;
      seen.set(number, path);
    }
  })();

  it('are never one for two files', () => {
    const number = numbersOf(twins, null);
    const [a, b] = twins.map(number);
    expect(a).not.toBe(b);
    expect(a?.slice(-8)).toBe(b?.slice(-8));
  });

  it('are all different, and each the same among others', () => {
    const names = fc.uniqueArray(fc.constantFrom(...twins, '青木.yaml', 'あ/い.yaml', 'x.yaml', '立花.yaml'));
    fc.assert(
      fc.property(names, names, (some, others) => {
        const all = [...new Set([...some, ...others])];
        const [few, many] = [numbersOf(some, null), numbersOf(all, null)];
        expect(new Set(all.map(many)).size).toBe(all.length);
        for (const name of some) expect(many(name).slice(-8)).toBe(few(name).slice(-8));
      }),
      runs(200),
    );
  });

  it.each([
    ['青木精機.yaml', null, true],
    ['minato-seiko.yaml', 'Minato Seiko Co., Ltd.', true],
    ['c001.yaml', '株式会社みなと精工', false],
  ])('stand for %s of %s: %s', (name, company, hidden) => {
    expect(namesClient(name, company)).toBe(hidden);
  });
});
