import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EN, JA } from './sample.ts';

const ROOM = new URL('../../src/interview/', import.meta.url);

const sources = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, ROOM), 'utf8'));

/** Every message key written out in the room's code; keys put together at run time are met by the other tests. */
const keys = [
  ...new Set(sources.flatMap((text) => [...text.matchAll(/'(interview\.[\w.-]+)'/g)].map((m) => m[1] ?? ''))),
];

describe('messages of the interview', () => {
  it.each(keys)('%s', (key) => {
    expect(JA.has(key)).toBe(true);
    expect(EN.has(key)).toBe(true);
  });
});
