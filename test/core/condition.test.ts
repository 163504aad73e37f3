import { describe, expect, it } from 'vitest';
import { decidingFacts, evaluate, mentions } from '../../src/core/condition.ts';
import type { Condition, FactValue } from '../../src/model/condition.ts';

const facts = new Map<string, FactValue>([
  ['overseas', { kind: 'values', values: ['planning'] }],
  ['form', { kind: 'values', values: ['own-plant', 'joint-venture'] }],
  ['employees', { kind: 'number', value: 48 }],
  ['exhibitions', { kind: 'unknown' }],
  ['noForm', { kind: 'irrelevant' }],
]);
const yes: Condition = { fact: 'overseas', in: ['planning', 'operating'] };
const no: Condition = { fact: 'overseas', in: ['none'] };
const open: Condition = { fact: 'exhibitions', in: ['yes'] };

describe('evaluate', () => {
  it.each<[string, Condition | null, string]>([
    ['no condition', null, 'true'],
    ['a value in the list', yes, 'true'],
    ['a value not in the list', no, 'false'],
    ['one of several values', { fact: 'form', in: ['joint-venture'] }, 'true'],
    ['a number reached', { fact: 'employees', gte: 48 }, 'true'],
    ['a number not reached', { fact: 'employees', gte: 49 }, 'false'],
    ['an unknown fact', open, 'unknown'],
    ['a fact nobody has heard of', { fact: 'missing', in: ['yes'] }, 'unknown'],
    ['an irrelevant fact', { fact: 'noForm', in: ['own-plant'] }, 'false'],
    ['an irrelevant fact, negated', { not: { fact: 'noForm', in: ['own-plant'] } }, 'true'],
    ['not unknown', { not: open }, 'unknown'],
    ['all: true and unknown', { all: [yes, open] }, 'unknown'],
    ['all: unknown and false', { all: [open, no] }, 'false'],
    ['all of nothing', { all: [] }, 'true'],
    ['any: unknown and true', { any: [open, yes] }, 'true'],
    ['any: false and unknown', { any: [no, open] }, 'unknown'],
    ['any of nothing', { any: [] }, 'false'],
    ['a number test on a fact of words', { fact: 'overseas', gte: 1 }, 'false'],
    ['a word test on a number', { fact: 'employees', in: ['48'] }, 'false'],
  ])('%s', (_, condition, expected) => {
    expect(evaluate(condition, facts)).toBe(expected);
  });
});

describe('decidingFacts', () => {
  it.each<[string, Condition | null, 'true' | 'false' | 'unknown', readonly string[]]>([
    ['what is to be found out', { all: [yes, open] }, 'unknown', ['exhibitions']],
    ['what rules it out', { all: [yes, no, open] }, 'false', ['overseas']],
    ['what rules it out, under not', { not: yes }, 'false', ['overseas']],
    [
      'all that rule it out, under any',
      { any: [no, { fact: 'employees', gte: 100 }] },
      'false',
      ['employees', 'overseas'],
    ],
    ['nothing without a condition', null, 'unknown', []],
    ['nothing where there is no condition to hold', null, 'true', []],
    ['nothing where the condition stands otherwise', yes, 'unknown', []],
    [
      'each fact once, in the order of their names',
      { any: [no, { not: yes }, { fact: 'employees', gte: 49 }] },
      'false',
      ['employees', 'overseas'],
    ],
  ])('names %s', (_, condition, truth, expected) => {
    expect(decidingFacts(condition, facts, truth)).toEqual(expected);
  });
});

describe('mentions', () => {
  it.each<[string, Condition | null, boolean]>([
    ['no condition', null, false],
    ['the fact itself', yes, true],
    ['another fact', open, false],
    ['one part of all', { all: [open, yes] }, true],
    ['no part of all', { all: [open, { fact: 'employees', gte: 1 }] }, false],
    ['one part of any', { any: [open, yes] }, true],
    ['no part of any', { any: [open] }, false],
    ['under not', { not: yes }, true],
    ['not under not', { not: open }, false],
  ])('%s', (_, condition, expected) => {
    expect(mentions(condition, 'overseas')).toBe(expected);
  });
});
