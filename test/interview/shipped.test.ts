import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitOf } from '../../src/cli/faces/keys.ts';
import { proseLines, wrapped } from '../../src/cli/faces/layout.ts';
import { findFamilies } from '../../src/core/verdict/find-families.ts';
import { digitFor, type Edit } from '../../src/interview/talk.ts';
import { back, complete, jump, nextStep, pass, startSession } from '../../src/interview/way/flow.ts';
import { notAsked } from '../../src/interview/way/progress.ts';
import { isItemStop, stopsOf } from '../../src/interview/way/steps.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Depth } from '../../src/model/catalog.ts';
import { answer, answers } from '../core/sample.ts';
import { runs } from '../setup/random.ts';
import { EN, editAt, JA } from './sample.ts';
import { SHIPPED, SHIPPED_TEXTS, SHIPPED_TEXTS_EN, textFile } from './text-file.ts';

/** What the interview promises, held by the questions that are shipped. */
const SIZE = { columns: 80, rows: 24 };
/** The mark of a scene, which the screen shows as a heading of its own. */
const SCENE = /^(?:〈[^〉]+〉|\[[^\]]+\] ?)/u;

/** Any company, every fact known or not. */
const anyProfile = fc
  .record(
    Object.fromEntries(
      SHIPPED.facts
        .filter((fact) => fact.place === 'profile')
        .map(({ id, values }) => [
          id,
          fc.option(fc.constantFrom(...values.map((v) => v.id), 'unknown'), { nil: undefined }),
        ]),
    ),
  )
  .map((chosen) =>
    Object.fromEntries(
      Object.entries(chosen).flatMap(([id, value]) => (typeof value === 'string' ? [[id, [value]]] : [])),
    ),
  );
const company = (profile: Record<string, readonly string[]>, depth: Depth, over = {}): Answers =>
  answers({ depth, profile, ...over });

describe('the numbers of the answers', () => {
  const fields = Object.entries(SHIPPED_TEXTS.determination?.fields ?? {}).map(
    ([id, { ask }]): [string, string[]] => [
      id,
      Object.keys(ask?.values ?? {}).sort((a, b) => Number(b === 'yes') - Number(a === 'yes')),
    ],
  );
  const facts = SHIPPED.facts.map(({ id, values }): [string, string[]] => [id, values.map((v) => v.id)]);

  it.each([...facts, ...fields])('of %s are one each, and the same as everywhere', (_, ids) => {
    const options = [...ids, 'unknown'].map((id) => ({ id, ...digitFor(id), label: id, typed: [] }));
    const digits = new Map(options.map((option) => [option.id, digitOf({ options }, option)]));
    expect(new Set(digits.values()).size).toBe(options.length);
    expect(digits.get('unknown')).toBe('0');
    if (ids.includes('no')) expect([digits.get('yes'), digits.get('no')]).toEqual(['1', '3']);
  });
});

describe('the questions that are shipped', () => {
  it.each([
    ['ja', JA, SHIPPED_TEXTS],
    ['en', EN, SHIPPED_TEXTS_EN],
  ] as const)('fit on four lines at 80 columns, with what counts as yes (%s)', (_, words, texts) => {
    const long = Object.entries(texts.items).flatMap(([id, { question, yesMeans }]) => {
      const meaning = wrapped(words.t('interview.details.yes-means', { text: yesMeans }), SIZE, '  ');
      const lines = proseLines(question.replace(SCENE, ''), SIZE).length + meaning.length;
      return lines > 4 ? [`${id} ${lines}`] : [];
    });
    expect(long).toEqual([]);
  });

  it('are twelve at most in the quick check, whatever the company, and none of them is a technology', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const stops = stopsOf(SHIPPED, company(profile, 'quick'));
        const facts = stops.filter(({ step }) => ['strength', 'name', 'fact'].includes(step.kind));
        expect(stops.length - facts.length).toBeLessThanOrEqual(12);
      }),
      runs(300),
    );
  });

  it('not asked yet add up to what the score counts', () => {
    fc.assert(
      fc.property(anyProfile, fc.constantFrom<Depth>('quick', 'full', 'evidence'), (profile, depth) => {
        const { total, full, evidence, waiting } = notAsked(SHIPPED, company(profile, depth));
        expect(full + evidence + waiting).toBe(total);
      }),
      runs(300),
    );
  });
});

describe('the wish for TICS', () => {
  const QUICK = ['guidance.core-technology-list', 'guidance.confidential-marking'];
  const now = (depth: Depth, answered: readonly string[]) =>
    answers({
      depth,
      profile: {},
      answers: Object.fromEntries(answered.map((id) => [id, answer('yes')])),
    });
  const open = (of: Answers) =>
    stopsOf(SHIPPED, of).some(({ key, settled }) => key === 'fact:goals' && !settled);

  it('is asked when the quick check goes on to the full one, and not once more behind it', () => {
    expect(open(now('quick', QUICK))).toBe(false);
    expect(open(now('full', QUICK))).toBe(true);
    expect(open(now('full', [...QUICK, 'guidance.pledges-of-people-in-charge', 'guidance.exit-plan']))).toBe(
      false,
    );
  });

  it('is not asked again once it was declined: the file keeps the no', () => {
    const file = textFile('wazamori: 1\nassessment:\n  depth: full\n');
    expect(open(file.read())).toBe(true);
    file.apply({ kind: 'fact', fact: 'goals', values: [] });
    expect(file.text()).toContain('  goals: []\n');
    expect(file.read().assessment.goals).toEqual([]);
    expect(open(file.read())).toBe(false);
  });
});

describe('technology going abroad', () => {
  const ABROAD = { technologyAbroad: ['flows'] };
  const key = (of: Answers) => {
    const stops = stopsOf(SHIPPED, of);
    const items = stops.findIndex(isItemStop);
    return { before: stops.slice(0, items).some((s) => s.key === 'technologies'), stops };
  };

  it('is asked for before the long questions, only where something may go', () => {
    expect(key(company(ABROAD, 'full')).before).toBe(true);
    expect(
      key(company({ technologyAbroad: ['goods-only'], overseasProduction: ['none'] }, 'full')).before,
    ).toBe(false);
    expect(key(company(ABROAD, 'quick')).stops.some((s) => s.key === 'technologies')).toBe(false);
  });

  it('is not asked for again once the questions behind it are begun', () => {
    const begun = company(ABROAD, 'full', { answers: { 'guidance.exit-plan': 'no' } });
    expect(key(begun).stops.find((s) => s.key === 'technologies')?.settled).toBe(true);
  });
});

describe('evidence', () => {
  it('is asked for what is done, at its depth, and for nothing else', () => {
    const given = { 'guidance.core-technology-list': 'yes', 'guidance.confidential-marking': 'no' } as const;
    const keys = (depth: Depth) =>
      stopsOf(SHIPPED, company({}, depth, { answers: given })).flatMap(({ key: k }) =>
        k.startsWith('evidence:') ? [k] : [],
      );
    expect(keys('full')).toEqual([]);
    expect(keys('evidence')).toEqual(['evidence:guidance.core-technology-list']);
  });

  it('stands right behind its question', () => {
    const of = company({}, 'evidence', { answers: { 'guidance.core-technology-list': 'yes' } });
    const stops = stopsOf(SHIPPED, of).map(({ key: k }) => k);
    const at = stops.indexOf('evidence:guidance.core-technology-list');
    expect(stops[at - 1]).toBe('item:guidance.core-technology-list');
    expect(nextStep(SHIPPED, of, startSession(SHIPPED, of)).kind).toBe('ask');
  });
});

describe('the examples of how to describe a technology', () => {
  it.each([
    [JA, SHIPPED_TEXTS, '、'],
    [EN, SHIPPED_TEXTS_EN, ', '],
  ] as const)('each lead to a technology when typed as they stand', (words, texts, comma) => {
    const examples = words
      .t('interview.family.describe-example')
      .replace(/^[^：:]+[：:] ?/, '')
      .split(comma);
    expect(examples.length).toBeGreaterThan(2);
    const families = texts.determination?.families ?? {};
    for (const example of examples)
      expect([example, findFamilies(example, families).length > 0]).toEqual([example, true]);
  });
});

describe('whatever a person does', () => {
  type Act = { readonly kind: 'answer' | 'back' | 'skip' | 'company'; readonly pick: number };
  const acts: fc.Arbitrary<readonly Act[]> = fc.array(
    fc.record({
      kind: fc.constantFrom<Act['kind']>('answer', 'answer', 'answer', 'back', 'skip', 'company'),
      pick: fc.nat({ max: 9 }),
    }),
    { minLength: 5, maxLength: 40 },
  );

  it('the file holds what was entered last, answer by answer and fact by fact, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const file = textFile('wazamori: 1\nassessment:\n  depth: quick\n');
        const entered = new Map<string, string>();
        let session = startSession(SHIPPED, file.read());
        for (const { kind, pick } of list) {
          const step = nextStep(SHIPPED, file.read(), session);
          if (step.kind !== 'ask') break;
          const edit = editAt(step.step, pick);
          if (kind === 'back') session = back(SHIPPED, file.read(), session);
          else if (kind === 'company') {
            const facts = stopsOf(SHIPPED, file.read()).filter((stop) => stop.step.kind === 'fact');
            session = jump(
              SHIPPED,
              file.read(),
              session,
              facts.map((stop) => stop.key),
            );
          } else if (kind === 'skip' || edit === null) session = pass(session, step.key);
          else {
            expect((await file.apply(edit)).ok).toBe(true);
            entered.set(step.key, written(edit));
            session = complete(session, step.key);
          }
        }
        expect(held(file.read())).toEqual(entered);
      }),
      runs(60),
    );
  });

  const written = (edit: Edit): string => {
    if (edit.kind === 'answer') return `${edit.answer.value} ${edit.answer.reason ?? ''}`;
    return edit.kind === 'fact' ? edit.values.join() : String(edit.value);
  };
  const held = ({ company: c, profile, answers: given }: Answers): ReadonlyMap<string, string> =>
    new Map([
      ...(c.strength === null ? [] : [['strength', c.strength] as const]),
      ...(c.name === null ? [] : [['name', c.name] as const]),
      ...(c.employees === null ? [] : [['fact:employees', String(c.employees)] as const]),
      ...[...profile].map(([id, values]) => [`fact:${id}`, values.join()] as const),
      ...[...given].map(([id, { value, reason }]) => [`item:${id}`, `${value} ${reason ?? ''}`] as const),
    ]);
});
