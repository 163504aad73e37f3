import { describe, expect, it } from 'vitest';
import { type Ground, holds, stateOf } from '../../../src/core/verdict/condition.ts';
import type { VerdictCondition, VerdictField, VerdictTest } from '../../../src/model/determination.ts';

const FACTS: readonly (readonly [VerdictField, readonly string[]])[] = [
  ['kind', ['design']],
  ['family', ['mlcc', 'carbon-fiber']],
  ['onward', ['unknown']],
  ['listControl', ['not-done']],
  ['definitionCheckedOn', ['2026-06-16']],
  ['contractDate', ['2026-11-21']],
  ['exclusionBasis', ['公開特許だけで実施できる']],
  ['onwardBasis', []],
];
const ground: Ground = { facts: new Map(FACTS), today: '2026-11-21', amendedOn: '2026-06-16' };

const design: VerdictTest = { field: 'kind', in: ['design'] };
const goods: VerdictTest = { field: 'kind', in: ['goods-only'] };
const onward: VerdictTest = { field: 'onward', in: ['no'] };

describe('holds', () => {
  it.each<[string, VerdictCondition | null, boolean]>([
    ['no condition', null, true],
    ['a value that is meant', design, true],
    ['one that is not', goods, false],
    ['one of several values', { field: 'family', in: ['carbon-fiber', 'silicon-carbide-fiber'] }, true],
    ['what is not known is no value', onward, false],
    ['unknown where it is meant', { field: 'onward', in: ['unknown'] }, true],
    ['a field nobody wrote', { field: 'trigger', in: ['license'] }, false],
    ['all of them', { all: [design, { field: 'family', in: ['mlcc'] }] }, true],
    ['not all', { all: [design, goods] }, false],
    ['any of them', { any: [goods, design] }, true],
    ['none of them', { any: [goods, onward] }, false],
    ['not', { not: goods }, true],
    ['not, of what holds', { not: design }, false],
    ['given', { field: 'exclusionBasis', given: true }, true],
    ['not given', { field: 'onwardBasis', given: true }, false],
    ['from the day itself', { field: 'definitionCheckedOn', from: 'amended-on' }, true],
    ['from the day after', { field: 'definitionCheckedOn', from: '2026-06-17' }, false],
    ['until the day itself', { field: 'contractDate', until: 'today' }, true],
    ['until the day before', { field: 'contractDate', until: '2026-11-20' }, false],
    ['before a later day', { field: 'definitionCheckedOn', before: 'today' }, true],
    ['not before the day itself', { field: 'definitionCheckedOn', before: 'amended-on' }, false],
    ['inside a span', { field: 'definitionCheckedOn', from: '2026-06-01', until: '2026-06-30' }, true],
    ['before a span', { field: 'definitionCheckedOn', from: '2026-07-01', until: '2026-12-31' }, false],
    ['behind a span', { field: 'definitionCheckedOn', from: '2026-01-01', until: '2026-05-31' }, false],
    ['no date is in no span', { field: 'reportedOn', until: 'today' }, false],
  ])('%s', (_, condition, expected) => {
    expect(holds(condition, ground)).toBe(expected);
  });
});

describe('stateOf', () => {
  it.each<[string, VerdictTest, string]>([
    ['what holds', design, 'holds'],
    ['another answer fails', goods, 'fails'],
    ['わからない is open', onward, 'open'],
    ['so is a check nobody made', { field: 'listControl', in: ['listed'] }, 'open'],
    ['and a field nobody wrote', { field: 'trigger', in: ['license'] }, 'open'],
    ['several answers fail though', { field: 'family', in: ['graphene'] }, 'fails'],
    ['a basis that is missing is open', { field: 'onwardBasis', given: true }, 'open'],
    [
      'a day that does not count is open, for it can be made again',
      { field: 'definitionCheckedOn', from: 'today' },
      'open',
    ],
  ])('%s', (_, test, expected) => {
    expect(stateOf(test, ground)).toBe(expected);
  });
});
