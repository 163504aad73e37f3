import { fontsFolder } from '../../../src/cli/assets.ts';
import { assess } from '../../../src/core/assess.ts';
import { pressTools } from '../../../src/files/shipped/press-tools.ts';
import type { Answer, Answers, AnswerValue } from '../../../src/model/answers.ts';
import type { Assessment } from '../../../src/model/assessment.ts';
import type { Action, Catalog, Item } from '../../../src/model/catalog.ts';
import type { CatalogTexts } from '../../../src/model/catalog-texts.ts';
import type { Lang } from '../../../src/model/text.ts';
import type { PdfInput } from '../../../src/report/pdf/input.ts';
import { WEIGHTS } from '../../core/sample.ts';
import { wordsOf } from '../../setup/words.ts';
import { ACTIONS, QUESTIONS, type Question, ROLES, SECTIONS } from './questions.ts';

export const TOOLS = pressTools(fontsFolder);
export const TODAY = '2026-11-21';

/** Names that must never reach the first page; 﨑 and 𠮷 are the hard cases of Japanese names. */
export const PEOPLE = ['髙﨑一郎', '𠮷田花子', '齋藤次郎'] as const;

const LONG_NOTE =
  '第2工場の共有棚には社外秘の印があるが、2019年より前の図面はまだ付いていない。試作の条件表は製造の長の机の引き出しにあり、鍵は総務が預かっている。お客様から預かった図面（A社・B社）は青いファイルに分けた。髙﨑さんの退職の時に一度数え直したが、そのあと記録を付けていない。㈱𠮷田製作所に出した治具の図面は、返してもらったかどうか営業に聞く必要がある。次の棚卸しは12月の第2週に、製造と総務の二人で行う予定。写真は撮らず、台帳に棚の番号と枚数だけを書くこと。①外注先、②お客様、③社内の順に見直し、終わった棚には日付の札を下げる。費用は印と札で3,000円ほどの見込み。';

export interface FixtureOptions {
  readonly questions?: readonly Question[];
  readonly lang?: Lang;
  readonly pages?: PdfInput['pages'];
  readonly company?: string | null;
  readonly depth?: 'quick' | 'full';
  readonly bare?: boolean;
  readonly capacity?: number;
}

/** 株式会社サンプル精機, 48 people: 45 questions asked, 27 gaps. */
export function fixture(options: FixtureOptions = {}): PdfInput {
  const { questions = QUESTIONS, lang = 'ja', pages = 'full' } = options;
  const catalog = catalogOf(questions, options.depth ?? 'full');
  const answers = answersOf(questions, options);
  const assessment: Assessment = assess({
    catalog,
    answers,
    today: TODAY,
    version: '0.1.0',
    source: { file: 'answers.yaml', sha256: 'a3f1'.repeat(16) },
    ...(options.capacity === undefined ? {} : { capacity: options.capacity }),
  });
  return {
    assessment,
    catalog,
    answers,
    pages,
    texts: textsOf(questions, lang),
    words: wordsOf(lang),
    ...TOOLS,
  };
}

/** The same questions with other answers. */
export const answered = (state: Question['state']): readonly Question[] =>
  QUESTIONS.map((question) => ({ ...question, state }));

/** A large check with `count` open questions, each in words of its own. */
export const manyGaps = (count: number): readonly Question[] =>
  Array.from({ length: count }, (_, i) => {
    const base = QUESTIONS[i % QUESTIONS.length];
    if (base === undefined) throw new Error('no questions');
    const states: readonly AnswerValue[] = ['no', 'partial', 'no', 'no', 'unknown'];
    return {
      ...base,
      id: `${base.id}-${i}`,
      title: `${base.title}（${i + 1}）`,
      gap: `${base.gap}（工場${i + 1}）`,
      state: states[i % states.length] ?? 'no',
    };
  });

function catalogOf(questions: readonly Question[], depth: 'quick' | 'full'): Catalog {
  return {
    checklists: [
      {
        id: 'guidance',
        kind: 'graded',
        edition: '2026.1',
        asOf: TODAY,
        appliesWhen: null,
        sections: Object.keys(SECTIONS).map((id) => ({ id })),
        quick: null,
      },
    ],
    facts: [
      {
        id: 'overseasProduction',
        place: 'profile',
        kind: 'choice',
        values: ['none', 'planning', 'operating'].map((id) => ({ id, words: [] })),
        askedWhen: null,
        depth: 'quick',
        askRole: 'president',
      },
      {
        id: 'investment',
        place: 'profile',
        kind: 'choice',
        values: ['yes', 'no'].map((id) => ({ id, words: [] })),
        askedWhen: null,
        depth: 'quick',
        askRole: 'president',
      },
    ],
    routes: [{ id: 'people', exposure: [{ when: null, exposure: 2 }] }],
    items: [...questions.map((question) => itemOf(question, depth)), ...LEFT_OUT],
    actions: Object.entries(ACTIONS).map(
      ([id, [, , days, cost, role, help]]): Action => ({
        id,
        cost,
        role,
        help,
        after: [],
        expert: 'none',
        practice: null,
        effort: { small: days, medium: days, large: days * 2 },
      }),
    ),
    directory: [
      { id: 'ip-desk', regions: [], reachable: true, hideForChina: false, appliesWhen: null },
      { id: 'chamber', regions: [], reachable: false, hideForChina: false, appliesWhen: null },
      { id: 'police', regions: [], reachable: false, hideForChina: true, appliesWhen: null },
    ],
    roles: Object.keys(ROLES),
    roleWords: {},
    weights: WEIGHTS,
  };
}

function itemOf(question: Question, depth: 'quick' | 'full'): Item {
  return {
    id: question.id,
    checklist: 'guidance',
    section: question.section,
    scene: null,
    appliesWhen: null,
    severity: question.severity,
    readiness: null,
    depth,
    routes: ['people'],
    notApplicable: 'allowed',
    sameAs: null,
    proposes: null,
    askRole: question.role,
    action: question.action,
    expert: question.id.includes('pledge') ? 'lawyer' : 'none',
    gapWhen: null,
    confidence: { topic: 'official', wording: 'inferred', class: 'inferred' },
    sources: [
      { doc: 'guidance-1', confidence: 'official' },
      ...(question.severity === 'critical' ? [{ doc: 'practices-1', confidence: 'secondary' as const }] : []),
    ],
  };
}

const leftOut = (id: string, over: Partial<Item>): Item => ({
  ...itemOf({ ...QUESTION_BASE, id }, 'full'),
  section: 'overseas',
  ...over,
});
const QUESTION_BASE: Question = {
  id: '',
  section: 'overseas',
  severity: 'major',
  role: 'president',
  action: 'contract-limits',
  state: 'unanswered',
  title: '',
  question: '',
  gap: '',
  why: '',
};
const LEFT_OUT: readonly Item[] = [
  leftOut('guidance.plant-access', { appliesWhen: { fact: 'overseasProduction', in: ['operating'] } }),
  leftOut('guidance.plant-audit', { appliesWhen: { fact: 'overseasProduction', in: ['operating'] } }),
  leftOut('guidance.investor-check', { appliesWhen: { fact: 'investment', in: ['yes'] } }),
  leftOut('guidance.evidence-photos', { depth: 'evidence' }),
];

function answersOf(questions: readonly Question[], options: FixtureOptions): Answers {
  const bare = options.bare ?? false;
  const [owner, checker, clerk] = PEOPLE;
  return {
    company: {
      name: options.company === undefined ? '株式会社サンプル精機' : options.company,
      site: '本社工場',
      corporateNumber: null,
      formerNames: [],
      headquarters: '長野県岡谷市',
      industry: '金属加工',
      employees: 48,
      strength: '薄い部品を歪ませずに削る順番と条件',
    },
    assessment: {
      date: TODAY,
      by: '総務の長',
      depth: options.depth ?? 'full',
      goals: [],
      keepUntil: null,
      editions: { guidance: '2026.1' },
    },
    profile: new Map([['overseasProduction', ['planning']]]),
    answers: new Map(
      questions.flatMap((question, i): [string, Answer][] =>
        question.state === 'unanswered'
          ? []
          : [[question.id, answerOf(question.state, i, bare ? null : clerk)]],
      ),
    ),
    technologies: [],
    plan: {
      start: '2026-12-01',
      capacity: null,
      actions: bare
        ? new Map()
        : new Map([
            ['write-list', { owner, due: '2026-12-15', status: 'doing', location: null }],
            ['incident-contact', { owner: clerk, due: null, status: 'todo', location: null }],
            ['leaver-check', { owner, due: null, status: 'todo', location: null }],
            ['update-devices', { owner: checker, due: null, status: 'done', location: null }],
          ]),
    },
    accepted: bare
      ? []
      : [
          {
            item: 'guidance.training',
            reason: '来年4月の全社集会で話すため。それまでは朝礼で触れる。',
            until: '2027-04-30',
            by: checker,
            location: null,
          },
        ],
    suppressed: [],
  };
}

function answerOf(value: AnswerValue, i: number, clerk: string | null): Answer {
  return {
    value,
    reason: null,
    note:
      clerk === null || i % 7 !== 2
        ? null
        : i === 2
          ? LONG_NOTE
          : `${clerk}が棚を確かめた。台帳の番号は${100 + i}。`,
    basis: 'interview',
    evidence:
      value === 'yes' && clerk !== null
        ? [{ what: '台帳', where: '総務の棚', file: null, sha256: null, seen: '2026-10-02' }]
        : [],
    by: clerk,
    on: TODAY,
    location: null,
  };
}

function textsOf(questions: readonly Question[], lang: Lang): CatalogTexts {
  const ja = lang === 'ja';
  const say = (japanese: string, english: string): string => (ja ? japanese : english);
  const words = (id: string): string => id.replace(/^guidance\./, '').replace(/-/g, ' ');
  return {
    strength: { question: '', help: '', examples: [] },
    items: Object.fromEntries(
      [
        ...questions,
        ...LEFT_OUT.map(({ id }) => ({ ...QUESTION_BASE, id, title: LEFT_OUT_TITLES[id] ?? id })),
      ].map((q) => [
        q.id,
        {
          title: say(q.title, `The ${words(q.id)}`),
          question: say(
            q.question,
            `Is the matter of "${words(q.id)}" settled in writing, and does everyone know of it?`,
          ),
          yesMeans: say(
            '決めた紙があり、この1年に見直していれば「はい」です。',
            'Yes, if there is a paper that was reviewed within a year.',
          ),
          why: say(
            q.why,
            'Once it has left the company it cannot be called back, and nobody can say who took it.',
          ),
          example: '',
          gap: say(q.gap, `The matter of "${words(q.id)}" is not fully settled`),
          evidence: say(
            '見直した日付の入った紙（置き場所を1行で書く）',
            'The paper with the date of its last review',
          ),
          caution: q.id.includes('pledge')
            ? say(
                '違約金の額は書かないでください。拒まれたら、説明した事実を記録します。',
                'Do not write an amount of penalty.',
              )
            : null,
          locators: ['Q&A5-7', 'Q&A5-8'],
        },
      ]),
    ),
    actions: Object.fromEntries(
      Object.entries(ACTIONS).map(([id, [title, firstStep]]) => [
        id,
        {
          title: say(title, `Settle: ${words(id)}`),
          why: '',
          firstStep: say(firstStep, `Sit down for an hour and write three lines about "${words(id)}".`),
          steps: [
            say('いま持っている人に聞き、紙に書き出す', 'Ask who has it and write it down'),
            say('社長が確かめ、始める日を決める', 'The president checks it and sets the day'),
          ],
          evidence: '',
          caution:
            id === 'sign-pledges'
              ? say('公益通報・労働相談は妨げません。', 'Whistle-blowing stays free.')
              : null,
        },
      ]),
    ),
    facts: {
      overseasProduction: {
        question: say('海外での生産はどの段階ですか', 'How far is production abroad?'),
        help: null,
        values: {
          none: say('ない', 'None'),
          planning: say('計画', 'Planned'),
          operating: say('操業', 'Running'),
        },
      },
      investment: {
        question: say(
          '外国の会社や人から出資・買収の話がありますか',
          'Is there talk of investment from abroad?',
        ),
        help: null,
        values: { yes: say('はい', 'Yes'), no: say('いいえ', 'No') },
      },
    },
    roles: Object.fromEntries(
      Object.entries(ROLES).map(([id, title]) => [
        id,
        { title: say(title, `Head of ${id}`), ask: '{question}' },
      ]),
    ),
    routes: { people: say('退職・転職・外からの誘い', 'People') },
    sources: {
      'guidance-1': {
        title: say('技術流出対策ガイダンス', 'Guidance on measures against technology leakage'),
        publisher: say('経済産業省', 'METI'),
        edition: say('第1版', 'First edition'),
        date: '2025-05',
        url: null,
        asOf: TODAY,
        note: say(
          '目次と一つの項目だけを確かめました。',
          'Only the table of contents and one item were confirmed.',
        ),
      },
      'practices-1': {
        title: say('民間ベストプラクティス集', 'Collection of best practices'),
        publisher: say('経済産業省', 'METI'),
        edition: '1.0',
        date: '2025-09',
        url: null,
        asOf: TODAY,
        note: null,
      },
    },
    checklists: {
      guidance: {
        title: say('技術流出対策の点検', 'Check of measures against technology leakage'),
        statement: say(
          '質問はこのツールが自分の言葉で作ったもので、経済産業省のチェックリストとは別のものです。点検の結果は認証でも法律の助言でもありません。',
          'The questions are this tool’s own wording. The result is no certification and no legal advice.',
        ),
        sections: ja ? SECTIONS : Object.fromEntries(Object.keys(SECTIONS).map((id) => [id, `Field: ${id}`])),
        scenes: {},
      },
    },
    directory: {
      'ip-desk': {
        name: say('INPIT 知財総合支援窓口', 'INPIT IP support desk'),
        what: say(
          '秘密の守り方と契約の相談。無料で、秘密を守ります。',
          'Advice on secrets and contracts, free of charge.',
        ),
        when: '',
        contacts: [{ kind: 'phone', value: '0570-082100', checkedOn: '2026-11-02' }],
        caution: null,
      },
      chamber: {
        name: say('商工会議所', 'Chamber of commerce'),
        what: say('経営の相談と、専門家の紹介', 'Advice on business'),
        when: '',
        contacts: [{ kind: 'phone', value: '0266-00-0000', checkedOn: null }],
        caution: null,
      },
    },
    practices: {},
    emergency: { title: '', lead: '', steps: [], contacts: [], after: '' },
  };
}

const LEFT_OUT_TITLES: Readonly<Record<string, string>> = {
  'guidance.plant-access': '海外の工場に入れる人',
  'guidance.plant-audit': '海外の工場の見回り',
  'guidance.investor-check': '出資する相手の確かめ',
  'guidance.evidence-photos': '証拠の写真',
};
