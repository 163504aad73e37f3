import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createWords, findingText, placeholders } from '../../src/words/messages.ts';
import { messagesOf } from '../setup/words.ts';

const ja = messagesOf('ja');
const en = messagesOf('en');

/** The args of each code, read from the type itself: there is no list of codes at run time to forget one in. */
const source = readFileSync(new URL('../../src/model/finding.ts', import.meta.url), 'utf8');
const body = source.slice(
  source.indexOf('interface FindingArgs {'),
  source.indexOf('export type FindingCode'),
);
const codes = [...body.matchAll(/^ {2}'([a-z-]+)': (.*);$/gm)].map(([, code = '', type = '']) => ({
  code,
  args: [...type.matchAll(/(\w+):/g)].map(([, name]) => name ?? ''),
}));

describe('finding messages', () => {
  it('finds the codes in the type', () => {
    expect(codes.length).toBeGreaterThan(60);
    expect(codes).toContainEqual({ code: 'wrong-word', args: ['given', 'allowed', 'nearest'] });
  });

  it.each(codes)('$code has a text in both languages that uses only its own args', ({ code, args }) => {
    const texts = [ja, en].map((messages) => messages[`finding.${code}`] ?? '');
    for (const text of texts) {
      expect(text).not.toBe('');
      expect(args).toEqual(expect.arrayContaining([...placeholders(text)]));
    }
    expect(placeholders(texts[0] ?? '')).toEqual(placeholders(texts[1] ?? ''));
  });

  it('has no message for a code that does not exist', () => {
    const known = new Set(['nearest', ...codes.map(({ code }) => code)]);
    for (const messages of [ja, en]) {
      const ours = Object.keys(messages).filter((key) => key.startsWith('finding.'));
      expect(ours.filter((key) => !known.has(key.slice('finding.'.length)))).toEqual([]);
    }
  });

  it('a new file and the schema say the same in both languages', () => {
    const shape = (messages: typeof ja) =>
      Object.entries(messages)
        .filter(([key]) => key.startsWith('answers.'))
        .map(([key, text]) => [key, placeholders(text)]);
    expect(shape(ja).length).toBeGreaterThan(40);
    expect(Object.fromEntries(shape(en))).toEqual(Object.fromEntries(shape(ja)));
  });

  it('keeps the words we never use out', () => {
    const all = Object.entries({ ...ja }).filter(([key]) => /^(finding|answers)\./.test(key));
    for (const [, text] of all) expect(text).not.toMatch(/適合|合格|認証済み|安全です|ランキング/);
  });

  it('reads as a sentence, with the word that was probably meant', () => {
    const finding = {
      severity: 'error',
      code: 'wrong-word',
      args: { given: 'はイ', allowed: ['はい (yes)', 'いいえ (no)'], nearest: 'はい' },
      location: { line: 3, column: 5 },
    } as const;
    expect(findingText(finding, createWords('ja', ja))).toBe(
      '「はイ」は使えません。はい (yes)・いいえ (no) のどれかを書いてください。もしかして『はい』ですか。',
    );
    expect(findingText(finding, createWords('en', en))).toBe(
      '“はイ” cannot be used. Write one of: はい (yes), いいえ (no). Did you mean “はい”?',
    );
  });
});
