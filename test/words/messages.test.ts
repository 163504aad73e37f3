import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readMessages } from '../../scripts/messages.ts';
import * as schema from '../../src/catalog/schema.ts';
import { type Messages, placeholders } from '../../src/words/messages.ts';

const LINT_RULES = new URL('../../checklists/lint.yaml', import.meta.url);
const lintRules = schema.lintRules.parse(load(readFileSync(LINT_RULES, 'utf8')));

const ja = readMessages('ja');
const en = readMessages('en');

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
