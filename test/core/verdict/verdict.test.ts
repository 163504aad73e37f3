import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/core/verdict/verdict.ts';
import type { Technology } from '../../../src/model/answers.ts';
import { DETERMINATION, technology } from './sample.ts';

const TODAY = '2026-11-21';
const judge = (over: Partial<Technology>) => verdictOf(technology(over), DETERMINATION, TODAY);

describe('a verdict', () => {
  it.each<[string, Partial<Technology>, string]>([
    ['the day its families were looked up', { familyAsOf: '2026-10-01' }, '2026-10-01'],
    ['that day, if it is today', { familyAsOf: TODAY }, TODAY],
    ['the day of our own list, if that day is yet to come', { familyAsOf: '2026-11-22' }, '2025-06-09'],
    ['the day of our own list, if none is written', { familyAsOf: null }, '2025-06-09'],
  ])('speaks as of %s', (_, over, asOf) => {
    expect(judge(over).asOf).toBe(asOf);
  });

  it.each<[string, Partial<Technology>, number]>([
    ['until it is reported', { reportedOn: null }, 1],
    ['not once it is', { reportedOn: '2026-11-20' }, 0],
    ['nor on that day', { reportedOn: TODAY }, 0],
    ['still, if the report is yet to come', { reportedOn: '2026-11-22' }, 1],
    ['not without a day of decision', { decisionDate: null }, 0],
    ['not for what must stop', { informReceived: 'yes' }, 0],
  ])('has a day to report by: %s', (_, over, count) => {
    expect(judge({ decisionDate: '2027-03-31', ...over }).deadlines).toHaveLength(count);
  });

  it('that says stop misses nothing, wherever its rule stands', () => {
    const rules = [...DETERMINATION.rules].sort((a, b) => Number(a.id === 'R1') - Number(b.id === 'R1'));
    const last = { ...DETERMINATION, rules: rules.filter(({ id }) => id === 'R10' || id === 'R1') };
    const stopped = technology({ informReceived: 'yes', definitionCheck: 'not-checked' });
    expect(verdictOf(stopped, last, TODAY)).toMatchObject({ rule: 'R1', missing: [] });
  });
});
