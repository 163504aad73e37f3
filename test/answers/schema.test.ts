import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { readAnswers } from '../../src/answers/read.ts';
import { answerFileJsonSchema, answerFileSchema } from '../../src/answers/schema.ts';
import type {
  AcceptedGap,
  Answer,
  Answers,
  Company,
  Evidence,
  PlannedAction,
  Suppressed,
  Technology,
} from '../../src/model/answers.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';
import { plainValue } from '../../src/text/yaml/tree.ts';
import { runs } from '../setup/random.ts';
import { wordsOf } from '../setup/words.ts';
import { SMALL_CATALOG } from './small-catalog.ts';

const schema = answerFileSchema(SMALL_CATALOG);
type File = z.infer<typeof schema>;
type Section<K extends keyof File> = NonNullable<File[K]>;
type Item<K extends 'technologies' | 'accepted' | 'suppressed'> = NonNullable<Section<K>[number]>;

describe('schema and plain types name the same fields', () => {
  it('section by section', () => {
    expectTypeOf<keyof File>().toEqualTypeOf<'wazamori' | keyof Answers>();
    expectTypeOf<keyof Section<'company'>>().toEqualTypeOf<keyof Company>();
    expectTypeOf<keyof Section<'assessment'>>().toEqualTypeOf<keyof Answers['assessment']>();
    expectTypeOf<keyof Section<'plan'>>().toEqualTypeOf<keyof Answers['plan']>();
    expectTypeOf<keyof Item<'technologies'>>().toEqualTypeOf<Exclude<keyof Technology, 'location'>>();
    expectTypeOf<keyof Item<'accepted'>>().toEqualTypeOf<Exclude<keyof AcceptedGap, 'location'>>();
    expectTypeOf<keyof Item<'suppressed'>>().toEqualTypeOf<Exclude<keyof Suppressed, 'location'>>();
  });

  it('inside answers and actions', () => {
    type Long = Exclude<Section<'answers'>[string], string | null | undefined>;
    expectTypeOf<keyof Long>().toEqualTypeOf<'answer' | Exclude<keyof Answer, 'value' | 'location'>>();
    expectTypeOf<keyof NonNullable<NonNullable<Long['evidence']>[number]>>().toEqualTypeOf<keyof Evidence>();
    type Action = NonNullable<NonNullable<Section<'plan'>['actions']>[string]>;
    expectTypeOf<keyof Action>().toEqualTypeOf<Exclude<keyof PlannedAction, 'location'>>();
  });
});

// Values as people write them, right and wrong, wherever a value can stand.
const scalar = fc.constantFrom<unknown>(
  'はい',
  'ＹＥＳ',
  'n/a',
  '－',
  'わからない',
  '?',
  'たぶん',
  '',
  ' ',
  true,
  false,
  null,
  0,
  1,
  3,
  -1,
  48.5,
  '48名',
  '４８',
  '2026-11-21',
  '２０２６-11-21',
  '2026-02-30',
  '2026/11/21',
  '令和8年11月21日',
  'R8.11.21',
  '8/11/21',
  20261121,
  '約50名',
  '10〜20',
  '1,200',
  '3人日',
  '◎',
  '✓',
  '済み',
  'y',
  '●',
  'T7000012050002',
  'planning',
  '計画している',
  'mlcc',
  'none',
  'unknown',
  'VN',
  'us',
  'UK',
  'group-a-only',
  'non-group-a',
  'mixed',
  'quick',
  'doing',
  '聞き取り',
  'tics',
  '7000012050002',
  7000012050002,
  '7000012050003',
  '株式会社サンプル精機',
);
const any = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('a', 'answer'), scalar, { maxKeys: 2, noNullPrototype: true }),
  },
);

/** A map with some of these fields, each either as it should be or anything. */
function some(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>, always: readonly string[] = []) {
  const mixed = Object.fromEntries(
    Object.entries(fields).map(([key, good]) => [
      key,
      fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: any }),
    ]),
  );
  const present = fc.subarray(Object.keys(fields), { maxLength: Math.min(5, Object.keys(fields).length) });
  return fc
    .tuple(fc.record(mixed), present, fc.constantFrom(...always, undefined))
    .map(([all, chosen, dropped]) => {
      const keys = [...always.filter((key) => key !== dropped || chosen.length > 3), ...chosen];
      return Object.fromEntries(keys.map((key) => [key, all[key]]));
    });
}

const text = fc.constantFrom<unknown>('総務課長', '', null, 12, '0012', 'はい');
const reason = fc.constantFrom<unknown>('春に決める', 12, '-', '\u200b', '。', true);
const needed = fc.constantFrom<unknown>('総務課長', 'guidance.exit-plan', 12, true);
const day = fc.constantFrom<unknown>(
  '2026-11-21',
  '２０２６－１１－２１',
  '令和8年11月21日',
  '2026/11/5',
  null,
  '',
);
const neededDay = fc.constantFrom<unknown>('2026-11-21', '2028-02-29', '0050-01-01');
const answerWord = fc.constantFrom<unknown>('はい', 'いいえ', '○', 'N/A', '？', '一部');
const tri = fc.constantFrom<unknown>('yes', 'いいえ', 'unknown', '', null);

const evidence = fc.array(some({ what: text, where: text, file: text, sha256: text, seen: day }), {
  maxLength: 2,
});
const long = some(
  {
    answer: answerWord,
    reason: text,
    note: text,
    basis: fc.constantFrom('聞き取り', 'seen', null),
    evidence,
    by: text,
    on: day,
  },
  ['answer'],
);
const technology = some(
  {
    id: fc.constantFrom('t1', 't2', 't3', 't4'),
    name: text,
    family: fc.constantFrom<unknown>(
      ['mlcc'],
      ['none'],
      'unknown',
      ['mlcc', 'carbon-fiber'],
      ['none', 'mlcc'],
      [],
      ['unknown', null],
      ['unknown', 'わからない'],
    ),
    familyAsOf: day,
    kind: fc.constantFrom('design', 'use-only', '不明'),
    listControl: fc.constantFrom('listed', 'not-done', 'わからない'),
    definitionCheck: fc.constantFrom('meets', 'Not-Checked'),
    destination: fc.constantFrom('group-a-only', 'non-group-a', 'mixed', 'unknown', null),
    countries: fc.constantFrom<unknown>(['VN'], ['US'], 'us', ['US', 'VN'], [], null, ['XX']),
    onward: tri,
    trigger: fc.constantFrom('subsidiary', 'other'),
    exclusion: fc.constantFrom('none', 'public-domain-part'),
    stage: fc.constantFrom('idea', 'unknown'),
    contractDate: day,
    informReceived: tri,
  },
  ['id'],
);
/** The fields whose values have to fit each other, always together. */
const consistent = fc.record({
  id: fc.constantFrom('t1', 't2', 't3'),
  family: fc.constantFrom<unknown>(
    ['mlcc'],
    ['none', 'mlcc'],
    ['unknown', 'わからない'],
    'none',
    [],
    ['mlcc', '不明'],
  ),
  destination: fc.constantFrom('group-a-only', 'non-group-a', 'mixed', 'unknown', '', null),
  countries: fc.constantFrom<unknown>(['VN'], 'us', ['US', 'VN'], [], null),
});
const file = some(
  {
    wazamori: fc.constant(1),
    company: some({
      name: text,
      corporateNumber: fc.constantFrom('7000012050002', '７０００-0120-50002', '="7000012050002"', null),
      formerNames: fc.constantFrom<unknown>(['株式会社旧社名'], '株式会社旧社名', [], [null], {}, null),
      employees: fc.constantFrom<unknown>(48, '48名', 'わからない', null),
      extra: any,
    }),
    assessment: some({
      date: day,
      by: text,
      depth: fc.constantFrom('quick', 'FULL', null),
      goals: fc.constantFrom<unknown>(['tics'], 'tics', [], 'TICS認証', null),
      keepUntil: day,
      editions: fc.dictionary(fc.constantFrom('guidance', 'tics'), text, { noNullPrototype: true }),
    }),
    profile: some({
      overseasProduction: fc.constantFrom('planning', '計画している', '?', null),
      overseasForms: fc.constantFrom<unknown>(['合弁'], 'subsidiary', [], ['わからない', '合弁']),
      foreignTrainees: fc.constantFrom<unknown>(3, '3人', 'わからない', null),
      other: any,
    }),
    answers: some({
      'guidance.exit-plan': fc.oneof(answerWord, long),
      'guidance.information-rules': fc.oneof(answerWord, long, fc.constant(null)),
      'old.item': fc.oneof(answerWord, long),
    }),
    technologies: fc.array(fc.oneof(technology, consistent), { maxLength: 3 }),
    plan: some({
      start: day,
      capacity: fc.constantFrom<unknown>(3, 0.5, '３', null),
      actions: some({
        'identify-core-technology': some({
          owner: text,
          due: day,
          status: fc.constantFrom('todo', 'Done', null),
        }),
      }),
    }),
    accepted: fc.array(
      some({ item: needed, reason, until: neededDay, by: reason }, ['item', 'reason', 'until', 'by']),
      { maxLength: 2 },
    ),
    suppressed: fc.array(
      some({ code: needed, about: text, reason, until: day, by: text }, ['code', 'reason']),
      {
        maxLength: 2,
      },
    ),
    unheard: any,
  },
  ['wazamori'],
);

/** Files that hold nothing wrong. */
const sound = fc.record(
  {
    wazamori: fc.constant(1),
    company: fc.record({ name: text, employees: fc.constantFrom<unknown>(48, '48名', 'わからない', null) }),
    assessment: fc.record({ date: day, depth: fc.constantFrom('quick', 'FULL', null) }),
    answers: fc.record({
      'guidance.exit-plan': answerWord,
      'old.item': fc.record({ answer: answerWord, on: day, by: text }),
    }),
    technologies: fc.constantFrom<unknown>(
      [],
      [
        { id: 't1', family: ['mlcc'] },
        { id: 't2', informReceived: 'いいえ' },
      ],
    ),
    plan: fc.record({ start: day, capacity: fc.constantFrom<unknown>(3, 0.5, '３', null) }),
  },
  { requiredKeys: ['wazamori'] },
);

/** One section with something wrong in it, each wrong in its own way. */
const SPOILT: readonly Readonly<Record<string, unknown>>[] = [
  { wazamori: 7 },
  { company: { employees: -1 } },
  { assessment: { date: '2026-02-30' } },
  { answers: { 'guidance.exit-plan': 'たぶん' } },
  { technologies: [{ name: '誘電体シートの成形条件' }] },
  { technologies: [{ id: 't1' }, { id: 't1' }] },
  { plan: { start: '2026-02-30' } },
  { accepted: [{ item: 'guidance.exit-plan' }] },
];

/** Whether both read it; throws where they do not agree. */
function bothAccept(value: unknown, collectionStyle: 'block' | 'flow' | 'any'): boolean {
  const source = stringify(value, { collectionStyle, aliasDuplicateObjects: false });
  const parsed = parseYaml(source);
  fc.pre(parsed.ok);
  const read = readAnswers(source, SMALL_CATALOG);
  const checked = schema.safeParse(parsed.ok ? plainValue(parsed.value) : null);
  if (read.ok !== checked.success) {
    throw new Error(
      `${source}\nreader: ${JSON.stringify(read.findings)}\nzod: ${checked.success ? 'accepts' : checked.error.message}`,
    );
  }
  return read.ok;
}

const layout = fc.constantFrom('block' as const, 'flow' as const, 'any' as const);

describe('schema and reader accept the same files', () => {
  it('valid and mutated, in any layout', () => {
    fc.assert(
      fc.property(file, layout, (value, style) => void bothAccept(value, style)),
      runs(1500),
    );
  });

  it('where nothing is wrong, both take it', () => {
    fc.assert(
      fc.property(sound, layout, (value, style) => {
        expect(bothAccept(value, style)).toBe(true);
      }),
      runs(300),
    );
  });

  it.each(SPOILT)('where one thing is wrong, neither does: %j', (wrong) => {
    fc.assert(
      fc.property(sound, layout, (value, style) => {
        expect(bothAccept({ ...value, ...wrong }, style)).toBe(false);
      }),
      runs(50),
    );
  });
});

describe('answerFileJsonSchema', () => {
  const published = JSON.stringify(answerFileJsonSchema(SMALL_CATALOG, wordsOf('ja')));

  it('offers the words people type and describes them in Japanese', () => {
    for (const part of [
      '"はい"',
      '"当てはまらない"',
      '"n/a"',
      '"計画している"',
      '"mlcc"',
      '当てはまらない理由',
      '2020-12',
    ])
      expect(published).toContain(part);
  });

  it('lets unknown keys pass, as the reader does', () => {
    expect(published).not.toContain('"additionalProperties":false');
  });

  it('exists in English too', () => {
    expect(JSON.stringify(answerFileJsonSchema(SMALL_CATALOG, wordsOf('en')))).toContain(
      'Why it does not apply',
    );
  });
});
