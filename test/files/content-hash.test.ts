import { expect, it } from 'vitest';
import { contentHash } from '../../src/files/content-hash.ts';

it.each([
  // FIPS 180-4, of "abc" and of nothing.
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
])('%j and its bytes have the hash of the standard', (text, hash) => {
  expect(contentHash(text)).toBe(hash);
  expect(contentHash(new TextEncoder().encode(text))).toBe(hash);
});

it('takes a text as UTF-8', () => {
  expect(contentHash('技守')).toBe(contentHash(new TextEncoder().encode('技守')));
});
