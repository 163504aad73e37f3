import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/model/finding.ts';
import { discreetFailure, mayName } from '../../../src/portfolio/told/discretion.ts';
import { WORDS } from '../sample.ts';

const WRONG: Finding = {
  severity: 'error',
  code: 'wrong-word',
  args: { given: '株式会社サンプル精機', allowed: [], nearest: null },
  location: { line: 12, column: 5 },
};

describe('a file that gives no result, in a log others read', () => {
  it('is told by where and of which kind, never by what stands in it', () => {
    const said = discreetFailure('answers-12345678.yaml', WRONG, WORDS.ja);
    expect(said).toContain('answers-12345678.yaml:12:5');
    expect(said).toContain('(wrong-word)');
    expect(said).not.toContain('サンプル精機');
  });

  it('has no place where the finding has none', () => {
    const said = discreetFailure('answers-1.yaml', { ...WRONG, location: null }, WORDS.en);
    expect(said).toMatch(/answers-1\.yaml(?!:\d)/);
  });
});

describe('a problem that may name a client', () => {
  it.each<readonly [Finding, boolean]>([
    [{ severity: 'error', code: 'file-not-found', args: { path: '山田製作所.yaml' }, location: null }, true],
    [
      { severity: 'error', code: 'usage-since-missing', args: { path: '2025/山田製作所' }, location: null },
      true,
    ],
    [{ severity: 'error', code: 'usage-no-paths', args: {}, location: null }, false],
  ])('is one with a place in it (%#)', (finding, named) => {
    expect(mayName(finding)).toBe(named);
  });
});
