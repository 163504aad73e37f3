import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import * as schema from '../../src/catalog/source/schema.ts';
import { createWords, type Messages, placeholders } from '../../src/words/messages.ts';
import { CHECKLISTS } from '../setup/package.ts';
import { messagesOf } from '../setup/words.ts';

const LINT_RULES = join(CHECKLISTS, 'lint.yaml');
const lintRules = schema.lintRules.parse(load(readFileSync(LINT_RULES, 'utf8')));

const ja = messagesOf('ja');
const en = messagesOf('en');

/** The codes of a closed union as its source file lists them: types are gone when a test runs. */
function codesIn(path: string, start: string): readonly string[] {
  const source = readFileSync(new URL(`../../src/model/${path}`, import.meta.url), 'utf8');
  const body = source.slice(source.indexOf(start), source.indexOf('\n}', source.indexOf(start)));
  return [...body.matchAll(/^ {2}'([a-z-]+)':/gm)].map((match) => match[1] ?? '');
}

const FINDINGS = codesIn('finding.ts', 'interface FindingArgs').map((code) => `finding.${code}`);
const CATALOG_FINDINGS = codesIn('catalog-finding.ts', 'interface CatalogFindingArgs').map(
  (code) => `catalog.${code}`,
);

describe('messages', () => {
  test('both languages say the same things', () => {
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
  });

  test('each takes the same values in both languages', () => {
    const taken = (messages: Messages) =>
      Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, placeholders(text)]));
    expect(taken(en)).toEqual(taken(ja));
  });

  test('none is empty', () => {
    expect([...Object.entries(ja), ...Object.entries(en)].filter(([, text]) => text.trim() === '')).toEqual(
      [],
    );
  });

  test('every finding has one', () => {
    expect([...FINDINGS, ...CATALOG_FINDINGS].filter((key) => !Object.hasOwn(ja, key))).toEqual([]);
  });

  test('none uses a word we never use', () => {
    const { bannedWords, allowedPhrases } = lintRules;
    const used = (messages: Messages, words: readonly string[], allowed: readonly string[]) =>
      Object.entries(messages).filter(([, text]) => {
        const rest = allowed.reduce((left, phrase) => left.replaceAll(phrase, ''), text);
        return words.some((word) => rest.toLowerCase().includes(word));
      });
    expect(used(ja, bannedWords.ja, allowedPhrases.ja)).toEqual([]);
    expect(used(en, bannedWords.en, allowedPhrases.en)).toEqual([]);
  });

  // Marks, not letters: か and the geta 〓 are named where they are what the sentence is about.
  test('none in English is set with Japanese marks or spaces', () => {
    const set = Object.entries(en).filter(([, text]) =>
      /[\u3000-\u3011\u3014-\u303f\u30fb\uff01-\uffee]/.test(text),
    );
    expect(set).toEqual([]);
  });

  test('the lists of codes were found', () => {
    expect(FINDINGS).toContain('finding.usage-no-terminal');
    expect(CATALOG_FINDINGS).toContain('catalog.word-banned');
  });
});

describe('a number in a message', () => {
  const shown = (n: number): string => createWords('ja', { 'pdf.page': '{n}' }).t('pdf.page', { n });

  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [3_360_000, '3,360,000'],
    [-12_345, '-12,345'],
    [0.25, '0.25'],
    [1234.567, '1,234.567'],
    [55.5556, '55.556'],
  ])('%s is %s', (n, text) => {
    expect(shown(n)).toBe(text);
  });

  test('is what Intl makes of it', () => {
    const numbers = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
    );
    fc.assert(
      fc.property(numbers, (n) => {
        fc.pre(!Object.is(n, -0));
        expect(shown(n)).toBe(n.toLocaleString('en-US'));
      }),
    );
  });
});
