import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factValues } from '../../../src/core/facts.ts';
import { standings } from '../../../src/core/score/standing.ts';
import {
  announce,
  back,
  complete,
  nextStep,
  pass,
  reopen,
  type Session,
  type Step,
  startSession,
} from '../../../src/interview/way/flow.ts';
import { stopsOf } from '../../../src/interview/way/steps.ts';
import type { Answers } from '../../../src/model/answers.ts';
import type { Catalog } from '../../../src/model/catalog.ts';
import { answers, catalog, item } from '../../core/sample.ts';
import { CATALOG, EMPTY, editAt, edited } from '../sample.ts';

interface Walk {
  readonly answers: Answers;
  readonly session: Session;
}

type Asked = Extract<Step, { kind: 'ask' }>;

const begin = (of: Catalog, start: Answers): Walk => ({ answers: start, session: startSession(of, start) });

/** The next thing asked, ends of sections read on the way. */
function asked(of: Catalog, walk: Walk): { step: Asked | null; walk: Walk } {
  let now = walk;
  // Bounded, so that a flow that goes in circles fails instead of hanging.
  for (let i = 0; i < 50; i++) {
    const step = nextStep(of, now.answers, now.session);
    if (step.kind === 'ask') return { step, walk: now };
    if (step.kind === 'finished') return { step: null, walk: now };
    now = { ...now, session: announce(now.session, step.section) };
  }
  throw new Error('the flow goes in circles');
}

/** As the person answers it: `pick` chooses among what is offered. */
function answered({ answers: now, session }: Walk, step: Asked, pick: number): Walk {
  const edit = editAt(step.step, pick);
  if (edit === null) return { answers: now, session: pass(session, step.key) };
  return { answers: edited(now, edit), session: complete(session, step.key) };
}

function walkThrough(of: Catalog, start: Answers, picks: readonly number[]): { keys: string[]; walk: Walk } {
  const keys: string[] = [];
  let walk = begin(of, start);
  for (let i = 0; ; i++) {
    const next = asked(of, walk);
    walk = next.walk;
    if (next.step === null || i > 200) return { keys, walk };
    keys.push(next.step.key);
    walk = answered(walk, next.step, picks[i % picks.length] ?? 0);
  }
}

describe('what is asked, in which order', () => {
  const table: readonly [string, Answers, readonly string[]][] = [
    [
      'an empty file: the strength, the company, the facts, then the quick questions in their own order',
      EMPTY,
      [
        'strength',
        'name',
        'fact:employees',
        'fact:overseasProduction',
        'fact:exhibitions',
        'fact:goals',
        'item:guidance.marking',
        'item:guidance.list',
      ],
    ],
    [
      'quick, producing abroad: the follow-up fact and one question by scene',
      answers({ depth: 'quick', profile: { overseasProduction: ['operating'], exhibitions: ['no'] } }),
      [
        'fact:overseasForm',
        'fact:goals',
        'item:guidance.marking',
        'item:guidance.list',
        'item:guidance.export-check',
      ],
    ],
    [
      'full, at home, no exhibitions: sections in order, nothing about exhibitions or exports',
      answers({
        profile: { overseasProduction: ['none'], exhibitions: ['no'] },
        answers: { 'guidance.list': 'no' },
      }),
      ['item:guidance.marking', 'item:guidance.pledges'],
    ],
    [
      'TICS wanted: its own question, while its strict twin is asked once, in the guidance',
      answers({ goals: ['tics'], profile: { overseasProduction: ['none'], exhibitions: ['yes'] } }),
      [
        'item:guidance.list',
        'item:guidance.marking',
        'item:guidance.exhibition-review',
        'item:guidance.pledges',
        'item:tics.storage',
      ],
    ],
    [
      'わからない is an answer: the fact is not asked again, what hangs on it waits',
      answers({ profile: { overseasProduction: ['unknown'], exhibitions: ['unknown'] }, goals: ['tics'] }),
      ['item:guidance.list', 'item:guidance.marking', 'item:guidance.pledges', 'item:tics.storage'],
    ],
    [
      'a 当てはまらない that is not allowed is asked again',
      answers({
        profile: { overseasProduction: ['none'], exhibitions: ['no'] },
        answers: { 'guidance.list': 'notApplicable', 'guidance.marking': 'yes', 'guidance.pledges': 'yes' },
      }),
      ['item:guidance.list'],
    ],
  ];
  it.each(table)('%s', (_, start, expected) => {
    const open = stopsOf(CATALOG, start).filter((stop) => !stop.settled);
    expect(open.map((stop) => stop.key)).toEqual(expected);
  });

  it('asks the questions of one scene together', () => {
    const scenes = catalog({
      items: [
        item('guidance.a', { scene: 'overseas-partner' }),
        item('guidance.b'),
        item('guidance.c', { scene: 'overseas-partner' }),
        item('guidance.d', { scene: 'overseas-partner', section: 'people-prevention' }),
      ],
    });
    const keys = stopsOf(scenes, answers()).map((stop) => stop.key);
    expect(keys.filter((key) => key.startsWith('item:'))).toEqual([
      'item:guidance.a',
      'item:guidance.c',
      'item:guidance.b',
      'item:guidance.d',
    ]);
  });
});

describe('going on', () => {
  it('announces the end of a section once, and not at quick depth', () => {
    const start = answers({
      profile: { overseasProduction: ['none'], exhibitions: ['no'] },
      answers: { 'guidance.list': 'yes' },
    });
    let session = complete(startSession(CATALOG, start), 'item:guidance.marking');
    const after = edited(start, { kind: 'answer', item: 'guidance.marking', answer: { value: 'yes' } });
    expect(nextStep(CATALOG, after, session)).toEqual({
      kind: 'sectionDone',
      section: 'guidance/foundation',
    });
    session = announce(session, 'guidance/foundation');
    expect(nextStep(CATALOG, after, session)).toMatchObject({ kind: 'ask', key: 'item:guidance.pledges' });
    const quick = { ...after, assessment: { ...after.assessment, depth: 'quick' as const } };
    expect(nextStep(CATALOG, quick, { ...session, announced: new Set() })).toEqual({ kind: 'finished' });
  });

  it('leaves 後で open until it is wanted again', () => {
    const start = answers({
      depth: 'quick',
      profile: { overseasProduction: ['none'], exhibitions: ['no'] },
      goals: ['tics'],
    });
    const later = pass(startSession(CATALOG, start), 'item:guidance.marking');
    expect(nextStep(CATALOG, start, later)).toMatchObject({ key: 'item:guidance.list' });
    const again = reopen(later, ['item:guidance.marking']);
    expect(nextStep(CATALOG, start, again)).toMatchObject({ key: 'item:guidance.marking' });
    expect(nextStep(CATALOG, start, startSession(CATALOG, start))).toMatchObject({
      key: 'item:guidance.marking',
    });
  });

  it('asks only what is new when the depth is raised', () => {
    const { keys, walk } = walkThrough(CATALOG, EMPTY, [1, 1, 1, 0, 0, 0, 0, 0]);
    const deeper = { ...walk.answers, assessment: { ...walk.answers.assessment, depth: 'full' as const } };
    const more = walkThrough(CATALOG, deeper, [0]);
    expect(more.keys.length).toBeGreaterThan(0);
    expect(more.keys.filter((key) => keys.includes(key))).toEqual([]);
  });
});

describe('going back', () => {
  it('reaches answers of an earlier session, and stops at the first', () => {
    const start = answers({
      depth: 'quick',
      profile: { overseasProduction: ['none'], exhibitions: ['no'] },
      answers: { 'guidance.marking': 'yes' },
    });
    let session = startSession(CATALOG, start);
    expect(nextStep(CATALOG, start, session)).toMatchObject({ key: 'item:guidance.list' });
    session = back(CATALOG, start, session);
    expect(nextStep(CATALOG, start, session)).toMatchObject({ key: 'item:guidance.marking' });
    const keys: string[] = [];
    for (let before: Session | null = null; before !== session; ) {
      before = session;
      session = back(CATALOG, start, session);
      const step = nextStep(CATALOG, start, session);
      if (step.kind === 'ask') keys.push(step.key);
    }
    expect(keys.at(-1)).toBe('strength');
  });

  it('goes on at the first open question after one earlier answer is mended, however far back it is', () => {
    const start = answers({
      depth: 'quick',
      profile: { overseasProduction: ['none'], exhibitions: ['no'] },
      answers: { 'guidance.marking': 'yes' },
    });
    const front = startSession(CATALOG, start);
    const far = back(CATALOG, start, back(CATALOG, start, back(CATALOG, start, front)));
    expect(nextStep(CATALOG, start, far)).toMatchObject({ key: 'fact:exhibitions' });
    const mended = complete(far, 'fact:exhibitions');
    expect(nextStep(CATALOG, start, mended)).toMatchObject({ key: 'item:guidance.list' });
  });

  it('steps over what no longer applies', () => {
    const abroad = answers({
      depth: 'quick',
      profile: { overseasProduction: ['operating'], overseasForm: ['own-plant'] },
    });
    let session = startSession(CATALOG, abroad);
    session = back(CATALOG, abroad, back(CATALOG, abroad, session));
    expect(nextStep(CATALOG, abroad, session)).toMatchObject({ key: 'fact:overseasProduction' });
    const home = edited(abroad, { kind: 'fact', fact: 'overseasProduction', values: ['none'] });
    session = complete(session, 'fact:overseasProduction');
    expect(nextStep(CATALOG, home, session)).toMatchObject({ key: 'fact:exhibitions' });
    expect(nextStep(CATALOG, home, back(CATALOG, home, session))).toMatchObject({
      key: 'fact:overseasProduction',
    });
  });
});

const picks = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 20 });
const condition = fc.constantFrom(
  null,
  { fact: 'exhibitions', in: ['yes'] },
  { fact: 'overseasProduction', in: ['operating'] },
  { not: { fact: 'exhibitions', in: ['yes'] } },
  { fact: 'employees', gte: 21 },
);
const anyCatalog: fc.Arbitrary<Catalog> = fc
  .array(
    fc.record({
      section: fc.constantFrom('foundation', 'people-prevention'),
      scene: fc.constantFrom(null, 'overseas-partner'),
      depth: fc.constantFrom('quick' as const, 'full' as const, 'evidence' as const),
      notApplicable: fc.constantFrom('allowed' as const, 'forbidden' as const),
      appliesWhen: condition,
    }),
    { maxLength: 12 },
  )
  .map((items) =>
    catalog({
      items: items.map((over, i) =>
        item(`guidance.q${i}`, { ...over, sameAs: i > 8 ? 'guidance.q0' : null }),
      ),
    }),
  );
const depth = fc.constantFrom('quick' as const, 'full' as const, 'evidence' as const);
const emptyAt = (d: Answers['assessment']['depth']): Answers => ({
  ...EMPTY,
  assessment: { ...EMPTY.assessment, depth: d },
});

describe('for every company and every way of answering', () => {
  it('ends, asks nothing twice and nothing out of scope', () => {
    fc.assert(
      fc.property(anyCatalog, depth, picks, (of, d, chosen) => {
        let walk = begin(of, emptyAt(d));
        const seen = new Set<string>();
        for (let i = 0; ; i++) {
          const next = asked(of, walk);
          walk = next.walk;
          if (next.step === null) break;
          expect(seen.has(next.step.key)).toBe(false);
          seen.add(next.step.key);
          if (next.step.step.kind === 'item') {
            const standing = standings(of, walk.answers, factValues(of, walk.answers));
            expect(standing.get(next.step.step.item.id)).toMatchObject({
              state: 'unanswered',
              inheritedFrom: null,
            });
          }
          walk = answered(walk, next.step, chosen[i % chosen.length] ?? 0);
        }
        const left = stopsOf(of, walk.answers).filter((s) => !s.settled && !walk.session.passed.has(s.key));
        expect(left).toEqual([]);
      }),
    );
  });

  it('comes back to the same question after a step back and the same answer', () => {
    fc.assert(
      fc.property(anyCatalog, depth, picks, fc.nat({ max: 20 }), (of, d, chosen, stop) => {
        let walk = begin(of, emptyAt(d));
        for (let i = 0; i <= stop; i++) {
          const next = asked(of, walk);
          walk = next.walk;
          const earlier = back(of, walk.answers, walk.session);
          const shown = nextStep(of, walk.answers, earlier);
          if (earlier !== walk.session && shown.kind === 'ask') {
            const again = walk.session.passed.has(shown.key)
              ? pass(earlier, shown.key)
              : complete(earlier, shown.key);
            expect(again.trail).toEqual(walk.session.trail);
            expect(asked(of, { ...walk, session: again }).step).toEqual(next.step);
          }
          if (next.step === null) break;
          walk = answered(walk, next.step, chosen[i % chosen.length] ?? 0);
        }
      }),
    );
  });

  it('goes on after a kill exactly where it would have gone on without', () => {
    fc.assert(
      fc.property(anyCatalog, depth, picks, fc.nat({ max: 20 }), (of, d, chosen, stop) => {
        let walk = begin(of, emptyAt(d));
        for (let i = 0; i <= stop; i++) {
          const next = asked(of, walk);
          walk = next.walk;
          const resumed = asked(of, begin(of, walk.answers));
          // What was left open on purpose is the one thing a new session asks for again.
          if (!walk.session.passed.has(resumed.step?.key ?? '')) {
            expect(resumed.step?.key).toBe(next.step?.key);
          }
          if (next.step === null) break;
          walk = answered(walk, next.step, chosen[i % chosen.length] ?? 0);
        }
      }),
    );
  });
});
