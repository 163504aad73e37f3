import { describe, expect, it } from 'vitest';
import { oncePer } from '../../src/text/once-per.ts';

describe('what is made once per key', () => {
  it('is the same thing for the same key, and made only once', () => {
    let made = 0;
    const initials = oncePer((staff: readonly string[]) => {
      made++;
      return staff.map((name) => name[0]);
    });
    const office = ['田中', '佐藤'];
    expect(initials(office)).toBe(initials(office));
    expect(initials(office)).toEqual(['田', '佐']);
    expect(made).toBe(1);
  });

  it('is made anew for another key, be it equal', () => {
    const copy = oncePer((staff: readonly string[]) => [...staff]);
    expect(copy(['田中'])).not.toBe(copy(['田中']));
  });

  it('remembers that there is nothing, too', () => {
    let asked = 0;
    const boss = oncePer((staff: readonly string[]) => {
      asked++;
      return staff[0];
    });
    const nobody: readonly string[] = [];
    expect([boss(nobody), boss(nobody)]).toEqual([undefined, undefined]);
    expect(asked).toBe(1);
  });
});
