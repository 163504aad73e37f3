import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Answer, Answers, AnswerValue, PlannedAction } from '../../src/model/answers.ts';
import type { Action, Catalog, Fact, Item, Weights } from '../../src/model/catalog.ts';
import type { Location } from '../../src/model/text.ts';
import { CHECKLISTS } from '../setup/package.ts';

/** The shipped weights: the worked examples of docs/scoring.md hold for these numbers. */
export const WEIGHTS: Weights = parse(readFileSync(join(CHECKLISTS, 'weights.yaml'), 'utf8'));

export const ITEM: Item = {
  id: 'guidance.sample',
  checklist: 'guidance',
  section: 'foundation',
  scene: null,
  appliesWhen: null,
  severity: 'major',
  readiness: null,
  depth: 'quick',
  routes: [],
  notApplicable: 'allowed',
  sameAs: null,
  proposes: null,
  askRole: 'production-head',
  action: 'write-rules',
  expert: 'none',
  gapWhen: null,
  confidence: { topic: 'official', wording: 'inferred', class: 'inferred' },
  sources: [{ doc: 'guidance-1', confidence: 'official' }],
};

export const ACTION: Action = {
  id: 'write-rules',
  effort: { small: 1, medium: 2, large: 4 },
  cost: 'none',
  role: 'general-affairs',
  after: [],
  expert: 'none',
  help: [],
  practice: null,
};

export const item = (id: string, over: Partial<Item> = {}): Item => ({ ...ITEM, id, ...over });
export const action = (id: string, over: Partial<Action> = {}): Action => ({ ...ACTION, id, ...over });
const choice = (id: string, values: readonly string[], over: Partial<Fact> = {}): Fact => ({
  id,
  place: 'profile',
  kind: 'choice',
  values: values.map((v) => ({ id: v, words: [] })),
  askedWhen: null,
  depth: 'quick',
  askRole: 'owner-president',
  ...over,
});

export const FACTS: readonly Fact[] = [
  choice('employees', [], { place: 'company', kind: 'number' }),
  choice('overseasProduction', ['none', 'planning', 'operating', 'leaving']),
  choice('overseasForm', ['own-plant', 'joint-venture'], {
    kind: 'choices',
    askedWhen: { fact: 'overseasProduction', in: ['planning', 'operating', 'leaving'] },
    depth: 'quick',
  }),
  choice('exhibitions', ['yes', 'no']),
  choice('goals', ['tics'], { place: 'assessment', kind: 'choices' }),
];

export function catalog(over: Partial<Catalog> = {}): Catalog {
  return {
    checklists: [
      {
        id: 'guidance',
        kind: 'graded',
        edition: '2026.1',
        asOf: '2026-11-21',
        appliesWhen: null,
        sections: [{ id: 'foundation' }, { id: 'people-prevention' }],
        quick: null,
      },
      {
        id: 'tics',
        kind: 'graded',
        edition: '2026.1',
        asOf: '2026-11-21',
        appliesWhen: { fact: 'goals', in: ['tics'] },
        sections: [{ id: 'tics-rules' }],
        quick: null,
      },
    ],
    facts: FACTS,
    routes: [
      {
        id: 'people',
        exposure: [
          { when: { fact: 'employees', gte: 21 }, exposure: 3 },
          { when: null, exposure: 1 },
        ],
      },
      {
        id: 'overseas-production',
        exposure: [
          { when: { fact: 'overseasProduction', in: ['operating', 'leaving'] }, exposure: 3 },
          { when: { fact: 'overseasProduction', in: ['planning'] }, exposure: 2 },
          { when: null, exposure: 0 },
        ],
      },
    ],
    items: [],
    actions: [ACTION],
    directory: [],
    roles: ['owner-president', 'general-affairs', 'production-head', 'it-person'],
    roleWords: {
      'owner-president': ['社長', 'President'],
      'general-affairs': ['総務の担当', 'General affairs'],
      'production-head': ['製造の責任者', 'Head of production'],
      'it-person': ['パソコンとネットの担当', 'Computers and network'],
    },
    weights: WEIGHTS,
    ...over,
  };
}

export function answer(value: AnswerValue, over: Partial<Answer> = {}): Answer {
  return {
    value,
    reason: null,
    note: null,
    basis: null,
    evidence: [],
    by: null,
    on: null,
    location: null,
    ...over,
  };
}

export interface Written {
  readonly employees?: number | null;
  readonly depth?: Answers['assessment']['depth'];
  readonly goals?: readonly string[] | null;
  readonly profile?: Readonly<Record<string, readonly string[]>>;
  readonly answers?: Readonly<Record<string, AnswerValue | Answer>>;
  readonly actions?: Readonly<Record<string, Partial<PlannedAction>>>;
  readonly accepted?: readonly { item: string; until: string; location?: Location }[];
  readonly start?: string;
  readonly by?: string | null;
  readonly date?: string;
  readonly keepUntil?: string;
  readonly capacity?: number;
  readonly editions?: Readonly<Record<string, string>>;
}

/** Answers of 株式会社サンプル精機, 48 people, everything else as written. */
export function answers(written: Written = {}): Answers {
  const { employees = 48, depth = 'full', goals = null, profile = {}, accepted = [] } = written;
  return {
    company: {
      name: '株式会社サンプル精機',
      site: null,
      corporateNumber: null,
      headquarters: '福岡県',
      industry: '製造業',
      employees,
      strength: null,
      formerNames: [],
    },
    assessment: {
      date: written.date ?? null,
      by: written.by === undefined ? '総務課長' : written.by,
      depth,
      goals,
      keepUntil: written.keepUntil ?? null,
      editions: written.editions ?? {},
    },
    profile: new Map(Object.entries(profile)),
    answers: new Map(
      Object.entries(written.answers ?? {}).map(([id, a]) => [id, typeof a === 'string' ? answer(a) : a]),
    ),
    technologies: [],
    plan: {
      start: written.start ?? null,
      capacity: written.capacity ?? null,
      actions: new Map(
        Object.entries(written.actions ?? {}).map(([id, a]) => [
          id,
          { owner: null, due: null, status: 'todo', location: null, ...a },
        ]),
      ),
    },
    accepted: accepted.map((a) => ({ reason: '来期に見直す', by: '代表取締役', location: null, ...a })),
    suppressed: [],
  };
}

export const TODAY = '2026-11-21';
