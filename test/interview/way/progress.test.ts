import { describe, expect, it } from 'vitest';
import { back, complete, pass, startSession } from '../../../src/interview/way/flow.ts';
import { deeper, progressOf, scopeEffect, sectionTally, tally } from '../../../src/interview/way/progress.ts';
import { answers } from '../../core/sample.ts';
import { CATALOG, EMPTY } from '../sample.ts';

const HOME = { overseasProduction: ['none'], exhibitions: ['no'] };

describe('how far a person is', () => {
  it('counts facts and questions apart', () => {
    const session = startSession(CATALOG, EMPTY);
    expect(progressOf(CATALOG, EMPTY, session, 'strength')).toMatchObject({ number: 1, total: 6 });
    expect(progressOf(CATALOG, EMPTY, session, 'item:guidance.marking')).toMatchObject({
      number: 1,
      total: 2,
    });
  });

  it('gives a question shown again the number it had', () => {
    const now = answers({ profile: HOME, answers: { 'guidance.list': 'yes', 'guidance.marking': 'no' } });
    const session = startSession(CATALOG, now);
    expect(progressOf(CATALOG, now, session, 'item:guidance.pledges')).toMatchObject({
      number: 3,
      total: 3,
      remaining: 1,
    });
    const before = back(CATALOG, now, session);
    expect(progressOf(CATALOG, now, before, 'item:guidance.marking')).toMatchObject({ number: 2, total: 3 });
  });

  it('never numbers beyond the total, whatever is left for later', () => {
    const now = answers({ profile: HOME });
    const later = pass(pass(startSession(CATALOG, now), 'item:guidance.list'), 'item:guidance.marking');
    expect(progressOf(CATALOG, now, later, 'item:guidance.pledges')).toMatchObject({ number: 3, total: 3 });
    expect(
      progressOf(CATALOG, now, complete(later, 'item:guidance.pledges'), 'item:guidance.pledges').number,
    ).toBe(3);
  });
});

describe('what the facts leave out', () => {
  const table = [
    ['nothing known: the questions wait', {}, { skipped: 0, waiting: 2 }],
    ['at home, no exhibitions', HOME, { skipped: 2, waiting: 0 }],
    [
      'abroad, exhibitions unknown',
      { overseasProduction: ['operating'], exhibitions: ['unknown'] },
      { skipped: 0, waiting: 1 },
    ],
  ] as const;
  it.each(table)('%s', (_, profile, expected) => {
    expect(scopeEffect(CATALOG, answers({ profile }))).toEqual(expected);
  });

  it('counts at quick depth only what quick would have asked', () => {
    expect(scopeEffect(CATALOG, answers({ depth: 'quick', profile: HOME }))).toEqual({
      skipped: 1,
      waiting: 0,
    });
  });
});

describe('going deeper', () => {
  it('offers the next depth with the number of new questions, and nothing where there is none', () => {
    expect(deeper(CATALOG, answers({ depth: 'quick', profile: HOME }))).toEqual({
      depth: 'full',
      count: 1,
      evidence: 0,
    });
    expect(deeper(CATALOG, answers({ depth: 'full', profile: HOME }))).toBeNull();
  });
});

it('tallies answers by what may still be done', () => {
  const now = answers({ profile: HOME, answers: { 'guidance.list': 'unknown', 'guidance.marking': 'yes' } });
  expect(tally(CATALOG, now)).toEqual({
    asked: 3,
    answered: 2,
    open: ['item:guidance.pledges'],
    unknown: ['item:guidance.list'],
  });
  expect(sectionTally(CATALOG, now, 'guidance/people-prevention')).toMatchObject({ asked: 1, answered: 0 });
});
