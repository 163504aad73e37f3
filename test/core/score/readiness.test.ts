import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assess.ts';
import type { Readiness } from '../../../src/model/assessment.ts';
import type { Item } from '../../../src/model/catalog.ts';
import { answer, answers, catalog, item, TODAY, type Written } from '../sample.ts';

const tics = (id: string, over: Partial<Item> = {}): Item =>
  item(`tics.${id}`, { checklist: 'tics', section: 'tics-rules', readiness: 'assumed', ...over });

/** Readiness of 株式会社サンプル精機 on the TICS list, and on the guidance. */
function readiness(items: readonly Item[], written: Written): readonly (Readiness | null | undefined)[] {
  const result = assess({
    catalog: catalog({ items }),
    answers: answers({ goals: ['tics'], ...written }),
    today: TODAY,
    version: '0',
  });
  return ['tics', 'guidance'].map((id) => result.checklists.find((c) => c.id === id)?.readiness);
}

const NONE = { met: 0, partial: 0, unmet: 0, unknown: 0 };

describe('readinessOf', () => {
  const visit = { fact: 'exhibitions', in: ['yes'] };
  const ITEMS = [
    tics('drill', { readiness: 'optional' }),
    tics('visitors', { readiness: 'conditional', appliesWhen: visit }),
    tics('register'),
    tics('marking'),
    tics('lock'),
    tics('spare-keys', { depth: 'evidence' }),
  ];

  it.each<[string, Written, Partial<Readiness> | null]>([
    [
      'counts each class by answer',
      {
        profile: { exhibitions: ['yes'] },
        answers: {
          'tics.register': 'yes',
          'tics.marking': 'partial',
          'tics.lock': 'no',
          'tics.visitors': 'no',
          'tics.drill': 'yes',
        },
      },
      {
        assumed: { met: 1, partial: 1, unmet: 1, unknown: 0 },
        conditional: { ...NONE, unmet: 1 },
        optional: { ...NONE, met: 1 },
        missing: ['tics.marking', 'tics.lock', 'tics.visitors'],
      },
    ],
    [
      'わからない and unanswered are both not known yet',
      { profile: { exhibitions: ['yes'] }, answers: { 'tics.register': 'unknown' } },
      {
        assumed: { ...NONE, unknown: 3 },
        conditional: { ...NONE, unknown: 1 },
        optional: { ...NONE, unknown: 1 },
        // Assumed first, though the catalogue asks the optional one first.
        missing: ['tics.register', 'tics.marking', 'tics.lock', 'tics.visitors', 'tics.drill'],
      },
    ],
    [
      'what does not apply counts nowhere',
      { profile: { exhibitions: ['no'] }, answers: { 'tics.visitors': 'no' } },
      { conditional: NONE },
    ],
    [
      'nor does what is not applicable with a reason',
      { answers: { 'tics.lock': answer('notApplicable', { reason: '紙も物も置かない' }) } },
      { assumed: { ...NONE, unknown: 2 } },
    ],
    [
      'what is deeper counts once it is answered',
      { answers: { 'tics.spare-keys': 'yes' } },
      { assumed: { ...NONE, met: 1, unknown: 3 } },
    ],
    ['a company that does not want it has none', { goals: [], answers: { 'tics.lock': 'yes' } }, null],
  ])('%s', (_, written, expected) => {
    const [list] = readiness(ITEMS, written);
    if (expected === null) expect(list).toBeNull();
    else expect(list).toMatchObject(expected);
  });

  it('counts a twin with the answer it inherits', () => {
    const items = [item('guidance.list'), tics('list', { sameAs: 'guidance.list' }), tics('lock')];
    expect(readiness(items, { answers: { 'guidance.list': 'partial', 'tics.lock': 'yes' } })).toMatchObject([
      { assumed: { met: 1, partial: 1, unmet: 0, unknown: 0 }, missing: ['tics.list'] },
      null,
    ]);
  });

  it('has nothing to say of a list without classes', () => {
    expect(readiness([tics('lock', { readiness: null })], { answers: { 'tics.lock': 'yes' } })).toEqual([
      null,
      null,
    ]);
  });
});
