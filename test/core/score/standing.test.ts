import { describe, expect, it } from 'vitest';
import { factValues } from '../../../src/core/facts.ts';
import { quickItems, standings } from '../../../src/core/score/standing.ts';
import type { Item } from '../../../src/model/catalog.ts';
import { answer, answers, catalog, item, type Written } from '../sample.ts';

const overseas = { fact: 'overseasProduction', in: ['planning', 'operating'] };

function standingOf(target: Item, written: Written, others: readonly Item[] = []) {
  const sample = catalog({ items: [target, ...others] });
  const given = answers(written);
  const found = standings(sample, given, factValues(sample, given)).get(target.id);
  return {
    state: found?.state,
    reason: found?.reason,
    inheritedFrom: found?.inheritedFrom,
    twin: found?.twin,
  };
}

describe('standings', () => {
  const id = 'guidance.core-technology-list';
  it.each<[string, Partial<Item>, Written, string, object | null]>([
    ['asked, no answer yet', {}, {}, 'unanswered', null],
    ['answered yes', {}, { answers: { [id]: 'yes' } }, 'yes', null],
    [
      'deeper than the depth asked',
      { depth: 'full' },
      { depth: 'quick' },
      'notAsked',
      { code: 'deeper', depth: 'full' },
    ],
    [
      'deeper, yet answered: it counts',
      { depth: 'evidence' },
      { depth: 'quick', answers: { [id]: 'no' } },
      'no',
      null,
    ],
    [
      'the fact is unknown',
      { appliesWhen: overseas },
      {},
      'notAsked',
      { code: 'fact-unknown', facts: ['overseasProduction'] },
    ],
    [
      'the fact is unknown, yet answered',
      { appliesWhen: overseas },
      { answers: { [id]: 'yes' } },
      'yes',
      null,
    ],
    [
      'ruled out by a fact',
      { appliesWhen: overseas },
      { profile: { overseasProduction: ['none'] }, answers: { [id]: 'yes' } },
      'outOfScope',
      { code: 'condition', facts: ['overseasProduction'] },
    ],
    [
      'not applicable with a reason',
      {},
      { answers: { [id]: answer('notApplicable', { reason: '図面を扱わない' }) } },
      'notApplicable',
      { code: 'stated', text: '図面を扱わない' },
    ],
    [
      'not applicable without a reason is refused',
      {},
      { answers: { [id]: 'notApplicable' } },
      'unanswered',
      { code: 'not-applicable-refused', why: 'no-reason' },
    ],
    [
      'not applicable where it is forbidden is refused',
      { notApplicable: 'forbidden' },
      { answers: { [id]: answer('notApplicable', { reason: '小さい会社なので' }) } },
      'unanswered',
      { code: 'not-applicable-refused', why: 'forbidden' },
    ],
    ['a list nobody wants', { checklist: 'tics' }, {}, 'outOfScope', { code: 'condition', facts: ['goals'] }],
    ['a list the company wants', { checklist: 'tics' }, { goals: ['tics'] }, 'unanswered', null],
  ])('%s', (_, over, written, state, reason) => {
    expect(standingOf(item(id, over), written)).toMatchObject({ state, reason });
  });

  describe('strict twins', () => {
    const twin = item('tics.marking', { checklist: 'tics', sameAs: 'guidance.marking' });
    const target = item('guidance.marking', { appliesWhen: overseas });
    it.each<[string, Written, object]>([
      [
        'take the answer of their target',
        {
          goals: ['tics'],
          profile: { overseasProduction: ['planning'] },
          answers: { 'guidance.marking': 'partial' },
        },
        { state: 'partial', inheritedFrom: 'guidance.marking', twin: true },
      ],
      [
        'keep an answer of their own, still counted once',
        {
          goals: ['tics'],
          profile: { overseasProduction: ['planning'] },
          answers: { 'guidance.marking': 'partial', 'tics.marking': 'yes' },
        },
        { state: 'yes', inheritedFrom: null, twin: true },
      ],
      [
        'are asked themselves where their target is out of scope',
        { goals: ['tics'], profile: { overseasProduction: ['none'] } },
        { state: 'unanswered', inheritedFrom: null, twin: false },
      ],
      [
        'are asked themselves where nobody knows if their target applies',
        { goals: ['tics'] },
        { state: 'unanswered', inheritedFrom: null, twin: false },
      ],
      [
        'stay out of scope with their list',
        { profile: { overseasProduction: ['planning'] } },
        { state: 'outOfScope', twin: false },
      ],
    ])('%s', (_, written, expected) => {
      expect(standingOf(twin, written, [target])).toMatchObject(expected);
    });
  });
});

describe('the quick check', () => {
  const scene = (id: string, value: string) =>
    item(id, { depth: 'full', appliesWhen: { fact: 'overseasProduction', in: [value] } });
  const [list] = catalog().checklists;
  const sample = catalog({
    checklists:
      list === undefined
        ? []
        : [
            {
              ...list,
              quick: { always: ['guidance.a'], byScene: ['guidance.x', 'guidance.y', 'guidance.z'], most: 2 },
            },
          ],
    items: [
      item('guidance.a'),
      scene('guidance.x', 'planning'),
      item('guidance.y', { depth: 'full', appliesWhen: { fact: 'exhibitions', in: ['yes'] } }),
      scene('guidance.z', 'planning'),
      item('guidance.deep', { depth: 'full' }),
    ],
  });

  it.each<[string, Written, readonly string[]]>([
    ['ten and no scene', { profile: { overseasProduction: ['none'], exhibitions: ['no'] } }, ['guidance.a']],
    [
      'the first two scenes only',
      { profile: { overseasProduction: ['planning'], exhibitions: ['yes'] } },
      ['guidance.a', 'guidance.x', 'guidance.y'],
    ],
    [
      'no scene nobody knows of',
      { profile: { overseasProduction: ['planning'] } },
      ['guidance.a', 'guidance.x', 'guidance.z'],
    ],
  ])('asks %s', (_, written, expected) => {
    const given = answers({ ...written, depth: 'quick' });
    const facts = factValues(sample, given);
    expect(quickItems(sample, facts)).toEqual(expected);
    const asked = [...standings(sample, given, facts).values()].filter((s) => s.state === 'unanswered');
    expect(asked.map((s) => s.item.id).sort()).toEqual([...expected].sort());
  });
});
