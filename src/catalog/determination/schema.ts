import { z } from 'zod';
import type { Technology } from '../../model/answers.ts';
import type { VerdictCondition, VerdictField } from '../../model/determination.ts';
import { confidence, date, id, sourceRef, text, word } from '../source/schema.ts';

/** The shape of a list whose result is a verdict: rules, flags, tasks, families, vectors. */

type WordField = {
  [K in keyof Technology]: Technology[K] extends string ? (string extends Technology[K] ? never : K) : never;
}[keyof Technology];

/** What each field of the answer file that takes one word may hold; the type checker holds this to the model. */
export const FIELD_WORDS: { readonly [K in WordField]: Readonly<Record<Technology[K], true>> } = {
  kind: { design: true, manufacture: true, 'use-only': true, 'goods-only': true, unknown: true },
  withTechnicalDocuments: { yes: true, no: true, unknown: true },
  listControl: { listed: true, 'not-listed': true, 'not-done': true },
  definitionCheck: { meets: true, 'does-not-meet': true, 'not-checked': true },
  destination: { 'group-a-only': true, 'non-group-a': true, mixed: true, unknown: true },
  onward: { yes: true, no: true, unknown: true },
  trigger: {
    'plant-transfer': true,
    subsidiary: true,
    'jv-investment': true,
    consignment: true,
    license: true,
    'joint-development': true,
    'nda-only': true,
    'nda-with-disclosure': true,
    'goods-sale': true,
    other: true,
    unknown: true,
  },
  exclusion: {
    'public-domain-all': true,
    'public-domain-part': true,
    'basic-science-all': true,
    'minimum-necessary': true,
    none: true,
    unknown: true,
  },
  stage: { idea: true, negotiating: true, decided: true, signed: true, provided: true, unknown: true },
  newTechnologyAfterStart: { yes: true, no: true, unknown: true },
  informReceived: { yes: true, no: true, unknown: true },
  recipientControls: { yes: true, no: true, unknown: true },
};

const DATES = [
  'familyAsOf',
  'definitionCheckedOn',
  'contractDate',
  'decisionDate',
  'consultedOn',
  'reportedOn',
] as const;
const TEXTS = ['familyBasis', 'familyCheckedBy', 'definitionBasis', 'onwardBasis', 'exclusionBasis'] as const;

/** Words the worked-out facts take. */
export const DERIVED_WORDS = {
  families: ['known', 'none', 'unknown'],
  contractTime: ['before-start', 'after-start', 'unknown'],
  reportTime: ['in-time', 'too-late', 'unknown'],
} as const;

const FIELDS = [
  'family',
  'countries',
  ...Object.keys(FIELD_WORDS),
  ...DATES,
  ...TEXTS,
  ...Object.keys(DERIVED_WORDS),
] as readonly VerdictField[];
export const verdictField = z.enum(FIELDS);

const day = z.union([z.enum(['today', 'amended-on']), date]);

const testShapes = {
  in: { field: verdictField, in: z.array(word).min(1) },
  span: {
    field: verdictField,
    from: day.exactOptional(),
    until: day.exactOptional(),
    before: day.exactOptional(),
  },
  given: { field: verdictField, given: z.literal(true) },
};
const hasBound = (span: { from?: string; until?: string; before?: string }): boolean =>
  span.from !== undefined || span.until !== undefined || span.before !== undefined;

export const verdictCondition: z.ZodType<VerdictCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(verdictCondition).min(1) }),
    z.strictObject({ any: z.array(verdictCondition).min(1) }),
    z.strictObject({ not: verdictCondition }),
    z.strictObject(testShapes.in),
    z.strictObject(testShapes.given),
    z.strictObject(testShapes.span).refine(hasBound),
  ]),
);

const onlyWhen = { onlyWhen: verdictCondition.nullish() };
const need = z.union([
  z.strictObject({ ...testShapes.in, ...onlyWhen }),
  z.strictObject({ ...testShapes.given, ...onlyWhen }),
  z.strictObject({ ...testShapes.span, ...onlyWhen }).refine(hasBound),
]);

export const outcome = z.enum(['report-required', 'confirm', 'not-subject', 'list-control-first', 'stop']);
const ruleId = z.string().regex(/^R\d+$/, 'id');
const days = z.number().int().nonnegative();

export const verdictRule = z.strictObject({
  id: ruleId,
  outcome,
  when: verdictCondition.nullish(),
  needs: z.array(need).nullish(),
  asks: z.array(z.strictObject({ field: verdictField, ...onlyWhen })).nullish(),
  checkedOn: verdictField.nullish(),
  outlook: z.boolean().nullish(),
  reason: text,
  confidence,
  sources: z.array(sourceRef).min(1),
});

export const verdictRules = z.strictObject({
  amendedOn: date,
  reportTargetDays: days,
  reportTargetFor: z.array(outcome),
  validDays: days,
  rules: z.array(verdictRule).min(1),
});

export const verdictFlag = z.strictObject({
  id,
  outcomes: z.array(outcome).nullish(),
  when: verdictCondition.nullish(),
  text,
});

const askShape = { question: text, why: text, example: text, role: id };
const named = { id: verdictField, label: text, settle: text };
/** Either all of what asking takes, or none of it. */
export const verdictFieldTexts = z.union([
  z.strictObject(named),
  z.strictObject({ ...named, ...askShape, values: z.record(word, text).exactOptional() }),
]);

export const verdictTask = z.strictObject({
  id,
  outcome,
  expired: z.boolean().nullish(),
  role: id,
  effort: z.number().positive(),
  within: days,
  byTarget: z.boolean().nullish(),
  doneWhen: verdictCondition.nullish(),
  help: z.array(id).nullish(),
  title: text,
});

const words = z.strictObject({ ja: z.array(word).min(1), en: z.array(word).min(1) });

/** Words that must all occur; one behind a minus must not. A sign of minuses only would find every text. */
const sign = z.array(word).refine((of) => of.some((one) => !one.startsWith('-')));

export const family = z.strictObject({
  id,
  order: z.number().int().positive(),
  name: text,
  words,
  signs: z.array(sign).min(1),
  effectiveFrom: date,
  unknown: text,
  /** What the notice says, where somebody who has its text at hand writes it down: only in a folder of their own. */
  definition: text.nullish(),
  listControl: text,
  confidence: z.strictObject({
    name: confidence,
    words: confidence,
    definition: z.enum(['unknown', 'official', 'secondary', 'inferred']),
  }),
  sources: z.array(sourceRef).min(1),
});

export const groupA = z.strictObject({
  asOf: date,
  source: sourceRef,
  countries: z.array(z.strictObject({ id: z.string().regex(/^[A-Z]{2}$/, 'id'), name: text })).min(1),
});

/** Fields of a technology as the answer file has them; what is not written reads as it does there. */
const vectorTechnology = z.strictObject({
  family: z.array(word).exactOptional(),
  countries: z.array(word).exactOptional(),
  ...byKey(Object.entries(FIELD_WORDS), (words) => z.enum(Object.keys(words)).exactOptional()),
  ...byKey(
    [...DATES].map((key) => [key, date] as const),
    (shape) => shape.nullable().exactOptional(),
  ),
  ...byKey(
    [...TEXTS].map((key) => [key, word] as const),
    (shape) => shape.nullable().exactOptional(),
  ),
  // Built from the same tables as the conditions; zod cannot follow their keys.
}) as unknown as z.ZodType<Partial<Omit<Technology, 'id' | 'name' | 'location'>>>;

function byKey<T, S>(entries: readonly (readonly [string, T])[], shape: (value: T) => S): Record<string, S> {
  return Object.fromEntries(entries.map(([key, value]) => [key, shape(value)]));
}

const ruleAndOutcome = z.strictObject({ rule: ruleId, outcome });

/** An example with the verdict it must get: the lint recomputes every one. */
export const vector = z.strictObject({
  name: word,
  technology: vectorTechnology,
  today: date,
  expect: z.strictObject({
    outcome,
    rule: ruleId,
    secondary: ruleAndOutcome.nullish(),
    flags: z.array(id),
    missing: z.array(word).nullish(),
    basis: z.array(word).nullish(),
    asOf: date.nullish(),
    validUntil: date.nullish(),
    deadlines: z.array(z.strictObject({ code: id, date, statutory: z.boolean() })).nullish(),
  }),
});

export type VerdictRulesSource = z.infer<typeof verdictRules>;
export type VerdictRuleSource = z.infer<typeof verdictRule>;
export type NeedSource = z.infer<typeof need>;
export type VerdictFlagSource = z.infer<typeof verdictFlag>;
export type VerdictFieldTextsSource = z.infer<typeof verdictFieldTexts>;
export type VerdictTaskSource = z.infer<typeof verdictTask>;
export type FamilySource = z.infer<typeof family>;
export type GroupASource = z.infer<typeof groupA>;
export type VectorSource = z.infer<typeof vector>;
