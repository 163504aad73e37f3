import { describe, expect, it } from 'vitest';
import { DERIVED_WORDS, FIELD_WORDS } from '../../src/catalog/determination/schema.ts';
import { wordsOf } from '../setup/words.ts';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(FIELD_WORDS).map(([field, words]) => [field, Object.keys(words)])),
  ...DERIVED_WORDS,
};

describe.each(['ja', 'en'] as const)('what a verdict looked at, in %s', (lang) => {
  const words = wordsOf(lang);

  it.each(Object.keys(WORDS))('every word of %s is said in words people use', (field) => {
    for (const word of WORDS[field] ?? []) {
      const key = 'terminal.explainVerdict.value';
      const said = [`${key}.${field}.${word}`, `${key}.${word}`].filter((name) => words.has(name));
      expect(said, `${field}: ${word}`).not.toEqual([]);
    }
  });
});
