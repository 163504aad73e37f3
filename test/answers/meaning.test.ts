import { describe, expect, it } from 'vitest';
import { meaningHash, partsThatDiffer } from '../../src/answers/meaning.ts';
import { readAnswers } from '../../src/answers/read.ts';
import { contentHash } from '../../src/files/content-hash.ts';
import { SMALL_CATALOG } from './small-catalog.ts';

const read = (text: string) => {
  const answers = readAnswers(`wazamori: 1\n${text}`, SMALL_CATALOG);
  if (!answers.ok) throw new Error(JSON.stringify(answers.findings));
  return answers.value;
};
const FILE =
  'company:\n  name: 株式会社サンプル精機\n  employees: 48\nprofile:\n  overseasProduction: planning\nanswers: {}\n';

describe('what answers say, as a hash', () => {
  it('stays what it was: printed plans are verified by it', () => {
    expect(meaningHash(read(FILE), contentHash)).toBe(
      'b413bd549f7e846386f4be8fd9e2152209591b86061f48949e002bcc7858f370',
    );
  });

  it.each([
    ['comments', FILE.replace('answers', '# 春の棚卸し\nanswers')],
    ['quotes', FILE.replace('planning', '"planning"')],
    ['the word for it', FILE.replace('planning', '計画している')],
    ['line ends', FILE.replaceAll('\n', '\r\n')],
    [
      'the order of keys',
      FILE.replace(/(profile:\n.*\n)/, '').replace(/^/, 'profile:\n  overseasProduction: planning\n'),
    ],
  ])('is the same whatever %s', (_, text) => {
    expect(text).not.toBe(FILE);
    expect(meaningHash(read(text), contentHash)).toBe(meaningHash(read(FILE), contentHash));
  });

  it('is another where they say something else, and the part is named', () => {
    const other = read(FILE.replace('48', '49'));
    expect(meaningHash(other, contentHash)).not.toBe(meaningHash(read(FILE), contentHash));
    expect(partsThatDiffer(read(FILE), other)).toEqual(['company']);
  });
});
