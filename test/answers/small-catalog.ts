import type { KnownFamilies } from '../../src/answers/technology-words.ts';
import type { Action, Catalog, Fact, Item } from '../../src/model/catalog.ts';

/** A catalogue small enough to read at a glance: what the reader, the editor and the schema need to know. */
function item(id: string, over: Partial<Item> = {}): Item {
  return {
    id,
    checklist: id.split('.')[0] ?? '',
    section: 'overseas-plan',
    scene: null,
    appliesWhen: null,
    severity: 'major',
    readiness: null,
    depth: 'full',
    routes: ['people'],
    notApplicable: 'allowed',
    sameAs: null,
    proposes: null,
    askRole: 'president',
    action: 'identify-core-technology',
    expert: 'none',
    gapWhen: null,
    confidence: { topic: 'official', wording: 'inferred', class: 'inferred' },
    sources: [],
    ...over,
  };
}

function action(id: string): Action {
  return {
    id,
    effort: { small: 1, medium: 2, large: 3 },
    cost: 'none',
    role: 'president',
    after: [],
    expert: 'none',
    help: [],
    practice: null,
  };
}

const FACTS: readonly Fact[] = [
  {
    id: 'employees',
    place: 'company',
    kind: 'number',
    values: [],
    askedWhen: null,
    depth: 'quick',
    askRole: 'president',
  },
  {
    id: 'goals',
    place: 'assessment',
    kind: 'choices',
    values: [{ id: 'tics', words: ['TICS認証', 'TICS certification'] }],
    askedWhen: null,
    depth: 'quick',
    askRole: 'president',
  },
  {
    id: 'overseasProduction',
    place: 'profile',
    kind: 'choice',
    values: [
      { id: 'none', words: ['なし', 'none'] },
      { id: 'planning', words: ['計画している', 'planning'] },
      { id: 'operating', words: ['動いている', 'operating'] },
      { id: 'leaving', words: ['撤退する', 'leaving'] },
    ],
    askedWhen: null,
    depth: 'quick',
    askRole: 'president',
  },
  {
    id: 'overseasForms',
    place: 'profile',
    kind: 'choices',
    values: [
      { id: 'subsidiary', words: ['自社の子会社', 'own subsidiary'] },
      { id: 'joint-venture', words: ['合弁', 'joint venture'] },
      { id: 'contract-manufacturer', words: ['製造委託', 'contract manufacturer'] },
    ],
    askedWhen: { fact: 'overseasProduction', in: ['planning', 'operating', 'leaving'] },
    depth: 'quick',
    askRole: 'president',
  },
  {
    id: 'foreignTrainees',
    place: 'profile',
    kind: 'number',
    values: [],
    askedWhen: null,
    depth: 'quick',
    askRole: 'president',
  },
];

export const SMALL_CATALOG: Omit<Catalog, 'determination'> & KnownFamilies = {
  determination: { families: [], groupA: ['AU', 'DE', 'FR', 'GB', 'IT', 'KR', 'US'] },
  checklists: [
    {
      id: 'guidance',
      kind: 'graded',
      edition: '2026.1',
      asOf: '2026-04-01',
      appliesWhen: null,
      sections: [{ id: 'overseas-plan' }],
      quick: {
        always: ['guidance.core-technology-list', 'guidance.information-rules'],
        byScene: ['guidance.exhibition-review'],
        most: 1,
      },
    },
    {
      id: 'tics',
      kind: 'graded',
      edition: '2026.1',
      asOf: '2026-04-01',
      appliesWhen: { fact: 'goals', in: ['tics'] },
      sections: [{ id: 'overseas-plan' }],
      quick: null,
    },
    {
      id: 'prior-notification',
      kind: 'determination',
      edition: '2025.06',
      asOf: '2025-06-09',
      appliesWhen: null,
      sections: [],
      quick: null,
    },
  ],
  facts: FACTS,
  routes: [],
  items: [
    item('guidance.core-technology-list', {
      severity: 'critical',
      depth: 'quick',
      notApplicable: 'forbidden',
    }),
    item('guidance.information-rules', { depth: 'quick' }),
    item('guidance.exhibition-review', { depth: 'quick' }),
    item('guidance.exit-plan'),
    item('tics.storage-cabinet', { checklist: 'tics' }),
  ],
  actions: [action('identify-core-technology'), action('write-information-rules')],
  directory: [],
  roles: ['president'],
  roleWords: {},
  weights: {
    severity: { critical: 5, major: 3, minor: 1 },
    urgency: [{ exposureFrom: 0, factor: 1 }],
    unknownShare: 0.5,
    bands: [{ grade: 'A', from: 0 }],
    gates: [],
    waves: [],
    capacity: [],
    sizes: [],
    findOut: { perQuestions: 10, minutesPerQuestion: 10 },
    firstStep: { effort: 0.25, minutes: 60 },
    tooManyUnknown: 0.3,
  },
};
