import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/assess.ts';
import { checkAnswers } from '../../src/engine/check.ts';
import { openAnswers } from '../../src/engine/open.ts';
import { emptyPolicy, readPolicy } from '../../src/gate/policy/policy.ts';
import { RULE_CODES } from '../../src/gate/rules.ts';
import type { Finding } from '../../src/model/finding.ts';
import { bytesOf, catalog, opened, SHOP, TODAY, valueIn } from './sample.ts';

const policy = emptyPolicy(catalog);
const input = { catalog, policy, today: TODAY };
const LATER = SHOP.replace('guidance.slip-lessons: はい', 'guidance.slip-lessons: いいえ');
const before = opened(SHOP).answers;

describe('one document is checked', () => {
  it('alike as a text and opened', () => {
    const read = openAnswers(bytesOf(LATER), catalog);
    const found = checkAnswers(LATER, { ...input, before });
    expect(found).toMatchObject({ readable: true, findings: [{}, {}] });
    expect(checkAnswers(read, { ...input, before })).toEqual(found);
  });

  it('alike against answers and against what was made of them', () => {
    const baseline = { ok: true, value: baselineOf(before, input), findings: [] } as const;
    expect(checkAnswers(LATER, { ...input, baseline })).toEqual(checkAnswers(LATER, { ...input, before }));
    const none = checkAnswers(LATER, { ...input, before, baseline: null });
    expect(none.findings.map(({ code }) => code)).not.toContain('gap-new');
  });

  it('against what cannot be read: that is told, and lets nothing pass unseen that somebody handed in', () => {
    const args = { given: 'before.yaml', problem: '3: …' };
    const unread = (finding: Finding) =>
      checkAnswers(LATER, { ...input, baseline: { ok: false, findings: [finding] } });
    const handed = { severity: 'error', code: 'baseline-unreadable', args, location: null } as const;
    const committed = { severity: 'warning', code: 'baseline-broken', args, location: null } as const;
    expect(unread(handed)).toMatchObject({ readable: false, findings: [{ code: 'baseline-unreadable' }] });
    expect(unread(committed)).toMatchObject({ readable: true, findings: [{ code: 'baseline-broken' }] });
  });

  it('with the evidence files its caller has seen', () => {
    const asks = valueIn(readPolicy('policy: 1\nevidence: {verifyFiles: true}\n', catalog, RULE_CODES));
    const text =
      'wazamori: 1\nanswers:\n  guidance.core-technology-list: {answer: はい, evidence: [{file: a.pdf}]}\n';
    const codes = (files?: ReadonlyMap<string, 'missing'>) =>
      checkAnswers(text, { ...input, policy: asks, ...(files === undefined ? {} : { files }) }).findings.map(
        ({ code }) => code,
      );
    expect(codes(new Map([['a.pdf', 'missing']]))).toContain('evidence-file-missing');
    expect(codes()).not.toContain('evidence-file-missing');
  });

  it('that does not read is no pass', () => {
    const found = checkAnswers('answers: たくさん\n', { ...input, before });
    expect(found).toMatchObject({ readable: false, suppressed: [], findings: [{ kind: 'input' }, {}] });
  });
});
