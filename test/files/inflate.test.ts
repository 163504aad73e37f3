import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../src/files/inflate.ts';

const CONTENT = Buffer.from('鍵のかかる棚に置く図面の一覧。'.repeat(50));
const PACKED = deflateSync(CONTENT);

describe('unpacking', () => {
  it('gives what was packed, and how much of it that took', () => {
    const behind = Buffer.concat([PACKED, Buffer.from('hidden')]);
    for (const raw of [PACKED, behind]) {
      const found = inflate(raw, CONTENT.length);
      if (typeof found === 'string') throw new Error(found);
      expect(Buffer.compare(found.bytes, CONTENT)).toBe(0);
      expect(found.used).toBe(PACKED.length);
    }
  });

  it.each([
    ['one byte more than was allowed', PACKED, CONTENT.length - 1, 'too-much'],
    ['what breaks off', PACKED.subarray(0, -6), CONTENT.length, 'spoiled'],
    ['what was changed', Buffer.from(PACKED).fill(0, 10, 20), CONTENT.length, 'spoiled'],
    ['another format', Buffer.from('%PDF-1.7'), CONTENT.length, 'spoiled'],
    ['nothing', Buffer.alloc(0), CONTENT.length, 'spoiled'],
  ])('refuses %s', (_, raw, limit, why) => {
    expect(inflate(raw, limit)).toBe(why);
  });
});
