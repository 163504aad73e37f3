import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { NOTICED } from '../../src/gate/noticed.ts';
import { OTHER_RULES, RULE_CODES, RULES } from '../../src/gate/rules.ts';
import type { GateFinding } from '../../src/model/gate.ts';
import { examined, type Sample } from './sample.ts';

interface Example {
  readonly policy?: string;
  readonly before?: string;
  readonly bad: string;
  readonly good: string;
}

const EXAMPLES = new Map<string, Example>(
  Object.entries(parse(readFileSync(new URL('../../docs/rules/examples.yaml', import.meta.url), 'utf8'))),
);

/** What no answer file alone can show; each has a test of its own. */
const ELSEWHERE = new Set<string>([
  'severity-fell',
  'item-gone',
  // Of whole files, the register, the policy and the checklists; those of the suppressions have examples.
  ...[...OTHER_RULES.keys()].filter((code) => !code.startsWith('suppression-')),
  'file-encoding-assumed',
  'more-problems',
  'too-long',
  'yaml-fullwidth-colon',
  'legal-does-not-fit',
]);

const FILES: Sample['files'] = {
  'kitei/rules.pdf': { sha256: 'a'.repeat(64) },
  'kitei/rules-2023.pdf': 'missing',
};

const codesIn = ({ policy = '', before }: Example, answers: string): readonly GateFinding['code'][] =>
  examined({ answers, policy, files: FILES, ...(before === undefined ? {} : { before }) }).findings.map(
    ({ code }) => code,
  );

describe('the example of every rule', () => {
  it('is there', () => {
    expect([...EXAMPLES.keys()].sort()).toEqual(RULE_CODES.filter((code) => !ELSEWHERE.has(code)).sort());
  });

  it.each([...EXAMPLES])('%s: the bad one is found, the good one is not', (code, example) => {
    expect(codesIn(example, example.bad)).toContain(code);
    expect(codesIn(example, example.good)).not.toContain(code);
  });
});

/** A file with so many reasons for a code that name nothing. */
function withReasons(answers: string, code: string, count: number): string {
  const reasons = `  - {code: ${code}, reason: 確かめた}\n`.repeat(count);
  return answers.includes('suppressed:\n')
    ? answers.replace('suppressed:\n', `suppressed:\n${reasons}`)
    : `${answers}\nsuppressed:\n${reasons}`;
}

describe('rules', () => {
  it('have codes of their own', () => {
    expect(new Set(RULE_CODES).size).toBe(RULE_CODES.length);
  });

  it('can be silenced by a policy, one by one, and made louder', () => {
    for (const [code, example] of EXAMPLES) {
      const at = (level: string): readonly string[] => {
        const policy = `${example.policy ?? ''}\nrules: {${code}: ${level}}\n`;
        const { before } = example;
        const sample = { answers: example.bad, policy, files: FILES };
        return examined({ ...sample, ...(before === undefined ? {} : { before }) })
          .findings.filter((finding) => finding.code === code)
          .map(({ severity }) => severity);
      };
      expect(at('off'), code).toEqual([]);
      expect(new Set(at('error')), code).toEqual(new Set(['error']));
    }
  });

  it('of a policy cannot be lifted by the file it judges', () => {
    for (const { code, kind } of RULES.filter((rule) => rule.kind === 'policy')) {
      const example = EXAMPLES.get(code);
      if (example === undefined) throw new Error(code);
      const lifted = withReasons(example.bad, code, 1);
      expect(codesIn(example, lifted), `${kind} ${code}`).toEqual(
        expect.arrayContaining([code, 'suppression-not-possible']),
      );
    }
  });

  it('of a policy cannot be lifted one by one either', () => {
    const sample = {
      policy: 'required: [guidance.take-out-rules]',
      answers:
        'answers:\n  guidance.take-out-rules: いいえ\nsuppressed:\n  - {code: required-item-open, about: guidance.take-out-rules, reason: 今は無理}',
    };
    expect(examined(sample).findings.map(({ code }) => code)).toContain('required-item-open');
  });

  it('of the baseline are lifted for what the reason names, and for nothing else', () => {
    const lifted = (about: string): readonly string[] => {
      const answers = `answers:\n  guidance.take-out-rules: いいえ\n  guidance.use-records: いいえ\nsuppressed:\n  - {code: gap-new, ${about}reason: 棚ができるまで}`;
      const before = 'answers:\n  guidance.take-out-rules: はい\n  guidance.use-records: はい';
      return examined({ answers, before })
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ code, subject }) => `${code} ${subject}`)
        .sort();
    };
    const both = ['gap-new guidance.take-out-rules', 'gap-new guidance.use-records', 'score-fell score'];
    expect(lifted('')).toEqual(both);
    expect(lifted('about: guidance.use-records, ')).toEqual([both[0], both[2]]);
  });

  it('of the X-ray can, with a reason', () => {
    for (const code of [
      ...RULES.filter(({ kind }) => kind === 'xray').map((r) => r.code),
      ...NOTICED.keys(),
    ]) {
      const example = EXAMPLES.get(code);
      if (example === undefined) continue;
      const found = codesIn(example, example.bad).filter((one) => one === code).length;
      expect(codesIn(example, withReasons(example.bad, code, found)), code).not.toContain(code);
      if (found > 1)
        expect(codesIn(example, withReasons(example.bad, code, found - 1)), code).toContain(code);
    }
  });
});
