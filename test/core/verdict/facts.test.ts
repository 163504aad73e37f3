import { describe, expect, it } from 'vitest';
import { isOpen, verdictFacts } from '../../../src/core/verdict/facts.ts';
import type { Technology } from '../../../src/model/answers.ts';
import type { VerdictField } from '../../../src/model/determination.ts';
import { DETERMINATION, technology } from './sample.ts';

const fact = (field: VerdictField, over: Partial<Technology>): readonly string[] | undefined =>
  verdictFacts(technology(over), DETERMINATION).get(field);

// ① mlcc since 2024-12-30, ⑪ onwards since 2025-06-09: the days the duty to report began.
const EARLY = '2024-12-30';
const [first, late] = ['2024-12-30', '2025-06-09'].map(
  (from) => DETERMINATION.families.find(({ effectiveFrom }) => effectiveFrom === from)?.id ?? '',
);
const both = [first ?? '', late ?? ''];

describe('what follows from the fields', () => {
  it.each<[string, VerdictField, Partial<Technology>, string]>([
    ['families of the list are known', 'families', { family: both }, 'known'],
    [
      'one that is not of the list makes them unknown',
      'families',
      { family: [...both, 'graphene'] },
      'unknown',
    ],
    ['none', 'families', { family: ['none'] }, 'none'],
    ['none beside another says nothing', 'families', { family: ['none', 'graphene'] }, 'unknown'],
    ['unknown', 'families', { family: ['unknown'] }, 'unknown'],
    ['an empty list', 'families', { family: [] }, 'unknown'],

    [
      'a contract of the day the duty began is not older',
      'contractTime',
      { family: [first ?? ''], contractDate: EARLY },
      'after-start',
    ],
    [
      'one of the day before is',
      'contractTime',
      { family: [first ?? ''], contractDate: '2024-12-29' },
      'before-start',
    ],
    [
      'one older than the later of two duties is',
      'contractTime',
      { family: both, contractDate: '2025-03-01' },
      'before-start',
    ],
    [
      'one newer than both is not',
      'contractTime',
      { family: both, contractDate: '2025-06-09' },
      'after-start',
    ],
    ['no contract', 'contractTime', { family: both, contractDate: null }, 'unknown'],
    ['no family with a day', 'contractTime', { family: ['none'], contractDate: '2020-01-01' }, 'unknown'],

    [
      'a report on the day of the decision is in time',
      'reportTime',
      { reportedOn: '2026-10-01', decisionDate: '2026-10-01' },
      'in-time',
    ],
    [
      'one the day after is not',
      'reportTime',
      { reportedOn: '2026-10-02', decisionDate: '2026-10-01' },
      'too-late',
    ],
    [
      'one before the decision but after the contract is not',
      'reportTime',
      { reportedOn: '2026-10-02', decisionDate: '2026-10-03', contractDate: '2026-10-01' },
      'too-late',
    ],
    [
      'one before the contract but after the decision is not',
      'reportTime',
      { reportedOn: '2026-10-02', decisionDate: '2026-10-01', contractDate: '2026-10-03' },
      'too-late',
    ],
    [
      'one before both is',
      'reportTime',
      { reportedOn: '2026-09-30', decisionDate: '2026-10-01', contractDate: '2026-10-03' },
      'in-time',
    ],
    ['no report', 'reportTime', { reportedOn: null, decisionDate: '2026-10-01' }, 'unknown'],
    ['nothing to be in time for', 'reportTime', { reportedOn: '2026-10-01' }, 'unknown'],

    ['countries of group A', 'destination', { countries: ['US', 'KR'] }, 'group-a-only'],
    ['countries outside it', 'destination', { countries: ['VN', 'CN'] }, 'non-group-a'],
    ['both', 'destination', { countries: ['US', 'VN'] }, 'mixed'],
    [
      'countries decide against what was written',
      'destination',
      { countries: ['VN'], destination: 'group-a-only' },
      'non-group-a',
    ],
    ['without countries it is as written', 'destination', { countries: [], destination: 'mixed' }, 'mixed'],

    [
      '"does not meet" before the amendment is no check',
      'definitionCheck',
      { definitionCheck: 'does-not-meet', definitionCheckedOn: '2026-06-15' },
      'not-checked',
    ],
    [
      'on its day it is',
      'definitionCheck',
      { definitionCheck: 'does-not-meet', definitionCheckedOn: '2026-06-16' },
      'does-not-meet',
    ],
    [
      'without a day it stands, and the day is asked for',
      'definitionCheck',
      { definitionCheck: 'does-not-meet', definitionCheckedOn: null },
      'does-not-meet',
    ],
    [
      'an old "meets" stays',
      'definitionCheck',
      { definitionCheck: 'meets', definitionCheckedOn: '2026-06-15' },
      'meets',
    ],
  ])('%s', (_, field, over, expected) => {
    expect(fact(field, over)).toEqual([expected]);
  });

  it('nothing is known of what was not written, nor of an empty basis', () => {
    expect(fact('onwardBasis', { onwardBasis: null })).toEqual([]);
    expect(fact('onwardBasis', { onwardBasis: ' ' })).toEqual([]);
    expect(fact('onwardBasis', { onwardBasis: '契約第7条で禁止' })).toEqual(['契約第7条で禁止']);
    expect(fact('family', { family: both })).toEqual(both);
  });

  it('its name and place are no facts', () => {
    const fields: readonly string[] = [...verdictFacts(technology(), DETERMINATION).keys()];
    expect(fields).not.toContain('id');
    expect(fields).not.toContain('name');
    expect(fields).not.toContain('location');
    expect(fields).toContain('informReceived');
  });
});

it.each<[readonly string[], boolean]>([
  [[], true],
  [['unknown'], true],
  [['not-done'], true],
  [['not-checked'], true],
  [['no'], false],
  [['unknown', 'mlcc'], false],
])('%o is open: %s', (values, expected) => {
  expect(isOpen(values)).toBe(expected);
});
