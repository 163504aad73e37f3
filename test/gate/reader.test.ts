import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { randomFrom } from '../../scripts/fuzz/random.ts';
import { readPolicy } from '../../src/gate/policy/policy.ts';
import { RULE_CODES } from '../../src/gate/rules.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';
import { plainValue } from '../../src/text/yaml/tree.ts';
import { runs } from '../setup/random.ts';
import { catalog } from './sample.ts';

const SAMPLE = readFileSync(new URL('../../templates/samples/parts-maker.yaml', import.meta.url), 'utf8');

/** Slips that leave many files readable: where both parsers read one, they have to read the same. */
function slip(text: string, random: () => number): string {
  const lines = text.split('\n');
  const at = Math.floor(random() * lines.length);
  const kinds = [
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, lines[at] ?? ''),
    () => lines.splice(at, 0, '# はい'),
    () => lines.splice(at, 1, (lines[at] ?? '').replace(/: .*/, ': "\\u3042\\n"')),
    () => lines.splice(at, 1, (lines[at] ?? '').replace(/: .*/, ': |\n      二行\n      です')),
    () => lines.splice(at, 1, (lines[at] ?? '').replace(/: .*/, ': {a: [1, 0x1f, ~], "b": \'c\'}')),
    () => lines.splice(at, 1, `${lines[at] ?? ''}  `),
    () => lines.splice(at, 1, (lines[at] ?? '').slice(0, -1)),
  ];
  kinds[Math.floor(random() * kinds.length)]?.();
  return lines.join('\n');
}

describe('the reader beside the yaml package', () => {
  it('reads the same wherever both read, in files with slips', () => {
    const random = randomFrom(42);
    let both = 0;
    const { numRuns } = runs(500);
    for (let i = 0; i < numRuns; i++) {
      const text = slip(random() < 0.5 ? slip(SAMPLE, random) : SAMPLE, random);
      const ours = parseYaml(text);
      if (!ours.ok) continue;
      let theirs: unknown;
      try {
        theirs = parse(text, { uniqueKeys: true });
      } catch (error) {
        throw new Error(`yaml refuses what we read: ${String(error)}\n${text}`);
      }
      expect(plainValue(ours.value), text).toEqual(theirs);
      both++;
    }
    expect(both).toBeGreaterThan(0.3 * numRuns);
  });

  it('never throws on a policy either', () => {
    const random = randomFrom(43);
    const policy = readFileSync(
      new URL('../../templates/policies/for-customers.yaml', import.meta.url),
      'utf8',
    );
    let refused = 0;
    const { numRuns } = runs(500);
    for (let i = 0; i < numRuns; i++) {
      const read = readPolicy(slip(slip(policy, random), random), catalog, RULE_CODES);
      if (!read.ok) refused++;
    }
    expect(refused).toBeGreaterThan(0.1 * numRuns);
  });
});
