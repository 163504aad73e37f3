import { z } from 'zod';
import type { Condition } from '../../model/condition.ts';

/** The shape of every file in `checklists/`. What the values mean together is checked by the lint. */

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const id = z.string().regex(KEBAB, 'id');
/** `checklist.noun-of-the-item`. */
const itemId = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z0-9]+(-[a-z0-9]+)*$/, 'item-id');
/** Facts are keys of the answer file, so they are written as keys are: `overseasProduction`. */
const factId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'fact-id');
const valueId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'id');
export const date = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'date');
export const word = z.string().regex(/\S/, 'text');

export const text = z.strictObject({ ja: z.string(), en: z.string() });
/** What reads the same in both languages (an edition, a prefecture, a page) may be written once. */
const textOrWord = z.union([word, text]);

export const confidence = z.enum(['official', 'secondary', 'inferred']);
export const severity = z.enum(['critical', 'major', 'minor']);
export const readiness = z.enum(['assumed', 'conditional', 'optional']);
export const depth = z.enum(['quick', 'full', 'evidence']);
export const expert = z.enum(['none', 'lawyer', 'labour-consultant']);
export const cost = z.enum(['none', 'up-to-10k', 'up-to-100k', 'quote']);
export const grade = z.enum(['A', 'B', 'C', 'D', 'E']);
export const waveId = z.enum(['now', 'd30', 'd90', 'd180', 'd365']);
export const size = z.enum(['small', 'medium', 'large']);

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    z.strictObject({ fact: factId, in: z.array(valueId) }),
    z.strictObject({ fact: factId, gte: z.number().int().nonnegative() }),
  ]),
);

export const sourceRef = z.strictObject({ doc: id, locator: textOrWord, confidence });

export const item = z.strictObject({
  id: itemId,
  title: text,
  question: text,
  yesMeans: text,
  why: text,
  example: text,
  gap: text,
  scene: id.nullish(),
  appliesWhen: condition.nullish(),
  gapWhen: condition.nullish(),
  severity,
  readiness: readiness.nullish(),
  depth,
  routes: z.array(id),
  notApplicable: z.enum(['allowed', 'forbidden']),
  sameAs: itemId.nullish(),
  proposes: itemId.nullish(),
  evidence: text,
  askRole: id,
  action: id,
  caution: text.nullish(),
  expert,
  confidence: z.strictObject({ topic: confidence, wording: confidence, class: confidence }),
  sources: z.array(sourceRef),
});

export const action = z.strictObject({
  id,
  title: text,
  why: text,
  firstStep: text,
  steps: z.array(text),
  effort: z.strictObject({ small: z.number(), medium: z.number(), large: z.number() }).nullable(),
  cost,
  role: id,
  evidence: text,
  after: z.array(id).nullish(),
  help: z.array(id).nullish(),
  practice: id.nullish(),
  caution: text.nullish(),
  expert,
});

const quick = z.strictObject({
  always: z.array(itemId),
  byScene: z.array(itemId),
  most: z.number().int().nonnegative(),
});

const titled = z.strictObject({ id, title: text });

export const checklist = z.strictObject({
  id,
  kind: z.enum(['graded', 'determination']),
  edition: word,
  asOf: date,
  title: text,
  statement: text,
  /** What is known to be out of date, said beside every result of this list. */
  warning: text.nullish(),
  /** The official page a determination sends people to. */
  entrance: id.nullish(),
  appliesWhen: condition.nullish(),
  quick: quick.nullish(),
  sections: z.array(titled),
  scenes: z.array(titled).nullish(),
});

const fact = z.strictObject({
  id: factId,
  place: z.enum(['profile', 'company', 'assessment']),
  kind: z.enum(['choice', 'choices', 'number']),
  question: text,
  help: text.nullish(),
  values: z.array(z.strictObject({ id: valueId, label: text })).nullish(),
  askedWhen: condition.nullish(),
  depth: depth.nullish(),
  askRole: id,
});

const exposure = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

export const profile = z.strictObject({
  strength: z.strictObject({
    question: text,
    help: text,
    examples: z.array(z.strictObject({ industry: text, example: text })),
  }),
  facts: z.array(fact),
  routes: z.array(
    z.strictObject({
      id,
      title: text,
      exposure: z.array(z.strictObject({ when: condition.nullish(), exposure })),
    }),
  ),
});

export const role = z.strictObject({ id, title: text, ask: text });

export const source = z.strictObject({
  id,
  title: text,
  publisher: text,
  edition: textOrWord,
  date: word,
  url: z.string().nullish(),
  asOf: date,
  note: text.nullish(),
});

export const directoryEntry = z.strictObject({
  id,
  name: text,
  what: text,
  when: text,
  regions: z.array(textOrWord).nullish(),
  contacts: z.array(
    z.strictObject({ kind: z.enum(['phone', 'url']), value: word, checkedOn: date.nullish() }),
  ),
  caution: text.nullish(),
  hideForChina: z.literal(true).nullish(),
  appliesWhen: condition.nullish(),
});

export const emergency = z.strictObject({
  title: text,
  lead: text,
  steps: z.array(z.strictObject({ title: text, detail: text })),
  contacts: z.array(id),
  after: text,
});

const factor = z.number().nonnegative();
const people = z.number().int().positive().nullable();

export const weights = z.strictObject({
  severity: z.strictObject({ critical: factor, major: factor, minor: factor }),
  urgency: z.array(z.strictObject({ exposureFrom: factor, factor })).min(1),
  unknownShare: factor.max(1),
  bands: z.array(z.strictObject({ grade, from: factor.max(100) })).min(1),
  gates: z.array(z.strictObject({ code: id, severity, low: z.literal(0), cap: grade })),
  waves: z.array(z.strictObject({ id: waveId, days: z.number().int().positive() })).min(1),
  capacity: z.array(z.strictObject({ upTo: people, perMonth: z.number().positive() })).min(1),
  sizes: z.array(z.strictObject({ size, upTo: people })).min(1),
  findOut: z.strictObject({
    perQuestions: z.number().int().positive(),
    minutesPerQuestion: z.number().int().positive(),
  }),
  firstStep: z.strictObject({ effort: z.number().positive(), minutes: z.number().int().positive() }),
  tooManyUnknown: factor.max(1),
});

/** What another company did. Of many practices only the title could be read: then nothing else is said of them. */
export const practice = z.strictObject({
  id,
  edition: word,
  no: z.number().int().positive(),
  title: text,
  body: z.boolean(),
  industry: z.union([z.literal('unknown'), z.array(text)]),
  risk: text.nullable(),
  did: z.array(text),
  small: text.nullable(),
  issueCodes: z.literal('unknown'),
  circles: z.number().int().positive().nullable(),
  caution: text.nullable(),
  source: sourceRef,
  verifiedOn: date.nullable(),
});

/** An empty file is an empty list: a section somebody has only begun. */
export const listOf = <S extends z.ZodType>(element: S) =>
  z.preprocess((value) => value ?? [], z.array(element));

const words = z.strictObject({ ja: z.array(word), en: z.array(word) });

/** What is written, and what to write instead. */
const phrase = z.strictObject({ found: word, better: word });

const proseRules = z.strictObject({
  maxSentence: z.number().int().positive(),
  maxKanjiRun: z.number().int().positive(),
  kanjiTerms: z.array(word),
  weak: z.array(phrase),
  redundant: z.array(phrase),
  jargon: z.array(phrase),
  allowed: z.array(word),
});

/** What the lint enforces beyond the shape, as data. */
export const lintRules = z.strictObject({
  cautionRequired: z.strictObject({ items: z.array(itemId), actions: z.array(id) }),
  bannedWords: words,
  bannedInQuestions: words,
  allowedPhrases: words,
  prose: proseRules.nullish(),
});

export type ItemSource = z.infer<typeof item>;
export type ActionSource = z.infer<typeof action>;
export type ChecklistSource = z.infer<typeof checklist>;
export type ProfileSource = z.infer<typeof profile>;
export type FactSource = z.infer<typeof fact>;
export type RouteSource = ProfileSource['routes'][number];
export type RoleSource = z.infer<typeof role>;
export type SourceRefSource = z.infer<typeof sourceRef>;
export type SourceSource = z.infer<typeof source>;
export type DirectorySource = z.infer<typeof directoryEntry>;
export type PracticeSource = z.infer<typeof practice>;
export type EmergencySource = z.infer<typeof emergency>;
export type WeightsSource = z.infer<typeof weights>;
export type LintRulesSource = z.infer<typeof lintRules>;
export type ProseRulesSource = z.infer<typeof proseRules>;
