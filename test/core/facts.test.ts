import { describe, expect, it } from 'vitest';
import { askedFacts, factValues, isDeeper } from '../../src/core/facts.ts';
import type { Depth, Fact } from '../../src/model/catalog.ts';
import type { FactValue } from '../../src/model/condition.ts';
import { answers, catalog, FACTS, type Written } from './sample.ts';

const DEEP: Fact = {
  id: 'keptDrawings',
  place: 'profile',
  kind: 'choice',
  values: [],
  askedWhen: { fact: 'goals', in: ['tics'] },
  depth: 'full',
  askRole: 'production-head',
};
/** A wish no checklist looks at: it arises for everybody and is asked of nobody. */
const IDLE: Fact = { ...DEEP, id: 'idleWish', place: 'assessment', askedWhen: null, depth: 'quick' };
/** A number of one's own: it stands under `profile` and is compared as a number. */
const TANKS: Fact = { ...DEEP, id: 'platingTanks', kind: 'number', askedWhen: null, depth: 'quick' };
const sample = catalog({ facts: [...FACTS, DEEP, IDLE, TANKS] });

const unknown: FactValue = { kind: 'unknown' };
const irrelevant: FactValue = { kind: 'irrelevant' };
const values = (...given: readonly string[]): FactValue => ({ kind: 'values', values: given });

describe('what is known of a fact', () => {
  it.each<[string, string, Written, FactValue]>([
    ['the number of people', 'employees', { employees: 48 }, { kind: 'number', value: 48 }],
    ['a number nobody wrote', 'employees', { employees: null }, unknown],
    ['nobody at all is a number too', 'employees', { employees: 0 }, { kind: 'number', value: 0 }],
    ['a value', 'exhibitions', { profile: { exhibitions: ['yes'] } }, values('yes')],
    [
      'several values',
      'overseasForm',
      { profile: { overseasProduction: ['operating'], overseasForm: ['own-plant', 'joint-venture'] } },
      values('own-plant', 'joint-venture'),
    ],
    ['わからない', 'exhibitions', { profile: { exhibitions: ['unknown'] } }, unknown],
    ['never answered', 'exhibitions', {}, unknown],
    [
      'a question that does not arise, whatever the file still says',
      'overseasForm',
      { profile: { overseasProduction: ['none'], overseasForm: ['own-plant'] } },
      irrelevant,
    ],
    [
      'a question nobody knows to arise keeps its answer',
      'overseasForm',
      { profile: { overseasForm: ['own-plant'] } },
      values('own-plant'),
    ],
    [
      'a number of the profile',
      'platingTanks',
      { employees: 48, profile: { platingTanks: ['12'] } },
      { kind: 'number', value: 12 },
    ],
    ['that number nobody wrote', 'platingTanks', { employees: 48 }, unknown],
    ['that number nobody knows', 'platingTanks', { profile: { platingTanks: ['unknown'] } }, unknown],
    [
      'none of them is a number',
      'platingTanks',
      { profile: { platingTanks: ['0'] } },
      { kind: 'number', value: 0 },
    ],
    ['a wish', 'goals', { goals: ['tics'] }, values('tics')],
    ['no wish is known to be none', 'goals', {}, values()],
    ['a wish declined', 'goals', { goals: [] }, values()],
  ])('%s', (_, fact, written, expected) => {
    expect(factValues(sample, answers(written)).get(fact)).toEqual(expected);
  });
});

describe('the facts asked for', () => {
  const always = ['employees', 'overseasProduction', 'exhibitions', 'goals', 'platingTanks'];
  it.each<[string, Written, readonly string[]]>([
    ['those that arise for everybody', {}, always],
    [
      'one behind another',
      { profile: { overseasProduction: ['operating'] } },
      ['employees', 'overseasProduction', 'overseasForm', 'exhibitions', 'goals', 'platingTanks'],
    ],
    ['not one behind an unknown', { profile: { overseasProduction: ['unknown'] } }, always],
    [
      'one that only deeper questions need',
      { goals: ['tics'] },
      ['employees', 'overseasProduction', 'exhibitions', 'goals', 'keptDrawings', 'platingTanks'],
    ],
    ['not that one in a quick check', { goals: ['tics'], depth: 'quick' }, always],
  ])('%s', (_, written, expected) => {
    const given = answers(written);
    expect(askedFacts(sample, given, factValues(sample, given)).map((fact) => fact.id)).toEqual(expected);
  });
});

describe('isDeeper', () => {
  it.each<[Depth, Depth, boolean]>([
    ['quick', 'quick', false],
    ['quick', 'full', false],
    ['full', 'quick', true],
    ['full', 'full', false],
    ['evidence', 'full', true],
    ['full', 'evidence', false],
  ])('%s beside %s: %s', (a, b, expected) => {
    expect(isDeeper(a, b)).toBe(expected);
  });
});
