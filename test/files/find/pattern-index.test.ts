import { describe, expect, it } from 'vitest';
import { patternIndex } from '../../../src/files/find/pattern-index.ts';

const PATTERNS = ['clients/c001.yaml', 'clients', './clients/c0*.yaml', 'a/**', 'か.yaml'.normalize('NFD')];

async function meant(path: string, patterns: readonly string[] = PATTERNS): Promise<readonly number[]> {
  const index = await patternIndex(patterns);
  if (!index.ok) throw new Error(JSON.stringify(index.findings));
  return index.value(path);
}

describe('the patterns that mean a path', () => {
  it.each<[string, readonly number[]]>([
    ['clients/c001.yaml', [0, 1, 2]],
    ['clients/c002.yaml', [1, 2]],
    ['clients/deep/x.yaml', [1]],
    ['clients-2/c001.yaml', []],
    ['a/b/c.yaml', [3]],
    ['か.yaml', [4]],
    ['../clients/c001.yaml', []],
  ])('%s', async (path, places) => {
    expect(await meant(path)).toEqual(places);
  });

  it.each([['.'], ['./'], ['**']])('everything is meant by %s', async (pattern) => {
    expect(await meant('clients/c001.yaml', [pattern])).toEqual([0]);
  });

  it('one that lies above is meant by its way there', async () => {
    expect(await meant('../clients/c001.yaml', ['../clients', '../clients/*.yaml'])).toEqual([0, 1]);
  });

  it('one that means nothing is told', async () => {
    expect(await patternIndex(['clients', '[z-a]'])).toMatchObject({
      ok: false,
      findings: [{ code: 'usage-bad-pattern', args: { given: '[z-a]' } }],
    });
  });
});
