/** A generator anybody can run again: mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type Random = () => number;

export const whole = (random: Random, below: number): number => Math.floor(random() * below);

export const oneOf = <T>(random: Random, values: readonly [T, ...T[]]): T =>
  values[whole(random, values.length)] ?? values[0];
