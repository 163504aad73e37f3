import { describe, expect, it } from 'vitest';
import { editionsReached, isEarlierEdition } from '../../src/core/editions.ts';
import { answers, catalog, item } from './sample.ts';

describe('editions are numbers between dots', () => {
  it.each([
    ['2026.2', '2026.10', true],
    ['2026.10', '2026.2', false],
    ['2025.06', '2026.1', true],
    ['2026.1', '2026.1', false],
    ['2026', '2026.1', true],
  ])('%s before %s: %s', (a, b, before) => {
    expect(isEarlierEdition(a, b)).toBe(before);
  });
});

describe('a file comes up to the present edition', () => {
  const CATALOG = catalog({
    checklists: catalog().checklists.map((list) => ({ ...list, edition: '2026.2' })),
    items: [
      item('guidance.marking'),
      item('guidance.showcase', { appliesWhen: { fact: 'exhibitions', in: ['yes'] } }),
      item('guidance.new-question', { depth: 'full' }),
      item('tics.storage', { checklist: 'tics', section: 'tics-rules' }),
    ],
  });
  const GUIDANCE = new Set(['guidance']);
  const file = (given: Parameters<typeof answers>[0], editions: Readonly<Record<string, string>>) => {
    const made = answers({ profile: { exhibitions: ['no'] }, ...given });
    return { ...made, assessment: { ...made.assessment, editions } };
  };
  const ALL = { 'guidance.marking': 'no', 'guidance.new-question': 'unknown' } as const;

  it.each([
    ['with the last question of the list', ALL, { guidance: '2026.1' }, { guidance: '2026.2' }],
    ['also where it named none', ALL, {}, { guidance: '2026.2' }],
    [
      'not while a new question is open: its answers are of two editions',
      { 'guidance.marking': 'no' },
      { guidance: '2026.1' },
      {},
    ],
    ['and not again', ALL, { guidance: '2026.2' }, {}],
    ['never back from a later one', ALL, { guidance: '2026.10' }, {}],
  ] as const)('%s', (_, given, editions, raised) => {
    const now = file({ depth: 'full', answers: given }, editions);
    expect(editionsReached(CATALOG, now, '2026-11-21', GUIDANCE)).toEqual(raised);
  });

  it('list by list: what was not answered keeps its edition', () => {
    const now = file({ depth: 'full', answers: ALL }, { guidance: '2026.1', tics: '2026.1' });
    expect(editionsReached(CATALOG, now, '2026-11-21', new Set(['tics']))).toEqual({ tics: '2026.2' });
  });
});
