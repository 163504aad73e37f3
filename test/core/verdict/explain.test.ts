import { describe, expect, it } from 'vitest';
import { explainVerdict } from '../../../src/core/verdict/explain.ts';
import type { Technology } from '../../../src/model/answers.ts';
import { DETERMINATION, technology } from './sample.ts';

const TODAY = '2026-11-21';
const why = (rule: string, over: Partial<Technology>) =>
  explainVerdict(technology(over), DETERMINATION, TODAY).find((tried) => tried.rule === rule);

describe('why a rule held or not', () => {
  it('is every look it took, first its condition, then what it rests on', () => {
    const goods = { kind: 'goods-only', trigger: 'goods-sale', withTechnicalDocuments: 'unknown' } as const;
    expect(why('R3', goods)).toEqual({
      rule: 'R3',
      outcome: 'not-subject',
      holds: false,
      looks: [
        { field: 'kind', of: 'when', values: ['goods-only'], state: 'holds' },
        { field: 'trigger', of: 'when', values: ['goods-sale'], state: 'holds' },
        { field: 'withTechnicalDocuments', of: 'needs', values: ['unknown'], state: 'open' },
        { field: 'informReceived', of: 'needs', values: ['no'], state: 'holds' },
      ],
    });
    expect(why('R3', { ...goods, withTechnicalDocuments: 'yes' })?.looks[2]).toMatchObject({
      state: 'fails',
    });
    expect(why('R3', { ...goods, withTechnicalDocuments: 'no' })).toMatchObject({ holds: true });
  });

  it('leaves out what this technology does not need', () => {
    const fields = (over: Partial<Technology>) => why('R10', over)?.looks.map(({ field }) => field);
    expect(fields({})).not.toContain('newTechnologyAfterStart');
    expect(fields({ contractDate: '2020-04-01' })).toContain('newTechnologyAfterStart');
  });
});
