import { describe, expect, it } from 'vitest';
import { explainVerdict } from '../../../src/core/verdict/explain.ts';
import type { Technology } from '../../../src/model/answers.ts';
import { DETERMINATION, technology } from './sample.ts';

const TODAY = '2026-11-21';
const why = (rule: string, over: Partial<Technology>) =>
  explainVerdict(technology(over), DETERMINATION, TODAY).find((tried) => tried.rule === rule);
const looks = (rule: string, over: Partial<Technology>) =>
  why(rule, over)?.because.map(({ field, of, state }) => `${of} ${field} ${state}`);

const goods = { kind: 'goods-only', trigger: 'goods-sale' } as const;

describe('why a rule held or not', () => {
  it('is every look it took where it held: first its condition, then what it rests on', () => {
    expect(why('R3', { ...goods, withTechnicalDocuments: 'no' })).toMatchObject({
      rule: 'R3',
      outcome: 'not-subject',
      holds: true,
    });
    expect(looks('R3', { ...goods, withTechnicalDocuments: 'no' })).toEqual([
      'when kind holds',
      'when trigger holds',
      'needs withTechnicalDocuments holds',
      'needs informReceived holds',
    ]);
  });

  it('is what its condition lacks, or else what its needs lack', () => {
    expect(looks('R3', { ...goods, kind: 'design' })).toEqual(['when kind fails']);
    expect(looks('R3', { ...goods, withTechnicalDocuments: 'unknown' })).toEqual([
      'needs withTechnicalDocuments open',
    ]);
    expect(looks('R3', { ...goods, withTechnicalDocuments: 'yes' })).toEqual([
      'needs withTechnicalDocuments fails',
    ]);
  });

  it('leaves out what this technology does not need', () => {
    const fields = (over: Partial<Technology>) => why('R10', over)?.because.map(({ field }) => field);
    expect(fields({})).not.toContain('newTechnologyAfterStart');
    expect(fields({ contractDate: '2020-04-01' })).toContain('newTechnologyAfterStart');
  });
});
