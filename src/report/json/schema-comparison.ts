import { z } from 'zod';
import {
  count,
  coverage,
  date,
  deadlines,
  depth,
  diagnostics,
  id,
  outcome,
  reason,
  severity,
  source,
  state,
} from './schema.ts';

/**
 * The published shape of a comparison (`wazamori schema comparison`). Loaded by that command and by tests alone. A test
 * holds it and the plain types of `src/model/comparison.ts` together.
 */
const pointsOf = (least: number) =>
  z.strictObject({ low: z.number().min(least).max(100), high: z.number().min(least).max(100) });
const points = pointsOf(0).nullable();
const effect = pointsOf(-100).nullable();
const cause = z.enum(['catalog', 'profile', 'depth', 'answers']);
const kind = z.enum(['improved', 'worsened', 'foundOut', 'lostSight', 'entered', 'left', 'reweighted']);
const exposure = z.int().min(0).max(3).nullable();
const editions = z.record(id, z.string());

const side = z.strictObject({
  source,
  company: z.string().nullable(),
  site: z.string().nullable(),
  answersAsOf: date.nullable(),
  depth,
  editions,
  answeredUnder: editions,
  coverage,
  gaps: count,
});

const score = z.strictObject({
  group: z.enum(['overall', 'checklist', 'section', 'route']),
  id,
  checklist: id.nullable(),
  before: points,
  after: points,
  change: effect,
  causes: z.array(
    z.strictObject({ cause, effect, items: z.array(z.strictObject({ item: id, kind, effect })) }),
  ),
  kinds: z.array(z.strictObject({ kind, effect })),
  byAnswers: effect,
  byScope: effect,
});

const itemStanding = z
  .strictObject({
    state,
    reason,
    severity,
    weight: z.number().min(0),
    low: z.number().min(0).max(1).nullable(),
    high: z.number().min(0).max(1).nullable(),
  })
  .nullable();

const verdictStanding = z
  .strictObject({
    outcome,
    rule: id,
    missing: z.array(z.string()),
    basis: z.array(z.string()),
    deadlines,
  })
  .nullable();

const factValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('values'), values: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('number'), value: z.number().min(0) }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('irrelevant') }),
]);

const accepted = z.strictObject({ item: id, until: date, reason: z.string() });

export const comparisonSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('wazamori'), version: z.string() }),
  asOf: date,
  before: side,
  after: side,
  catalog: z.strictObject({
    status: z.enum(['same', 'changed', 'not-comparable']),
    editions: z.array(z.strictObject({ checklist: id, before: z.string(), after: z.string() })),
    added: z.array(id),
    removed: z.array(id),
  }),
  comparability: z.strictObject({ both: count, either: count, ratio: z.number().min(0).max(1).nullable() }),
  scores: z.array(score),
  items: z.array(
    z.strictObject({
      item: id,
      kind,
      inOverall: z.boolean(),
      causes: z.array(cause),
      before: itemStanding,
      after: itemStanding,
    }),
  ),
  gaps: z.strictObject({
    opened: z.array(
      z.strictObject({
        item: id,
        points: z.number(),
        conditional: z.boolean(),
        how: z.enum(['worsened', 'lostSight', 'entered', 'acceptance-ended', 'rule']),
      }),
    ),
    closed: z.array(
      z.strictObject({
        item: id,
        points: z.number(),
        how: z.enum(['answered-yes', 'accepted', 'left', 'rule']),
      }),
    ),
    remaining: z.array(id),
  }),
  accepted: z.strictObject({
    added: z.array(accepted),
    ended: z.array(accepted),
    moved: z.array(accepted.extend({ from: date })),
    expired: z.array(accepted),
  }),
  verdicts: z.array(
    z.strictObject({
      technology: id,
      kind: z.enum(['appeared', 'disappeared', 'heavier', 'lighter', 'changed']),
      cause: z.enum(['catalog', 'answers']),
      before: verdictStanding,
      after: verdictStanding,
    }),
  ),
  facts: z.array(z.strictObject({ fact: id, before: factValue, after: factValue })),
  exposures: z.array(
    z.strictObject({ route: id, before: exposure, after: exposure, cause: z.enum(['catalog', 'profile']) }),
  ),
  withdrawn: z.strictObject({
    left: z.array(
      z.strictObject({
        item: id,
        cause,
        before: state,
        after: z.union([state, z.literal('gone')]),
        wasGap: z.boolean(),
        reason,
      }),
    ),
    depth: z.strictObject({ before: depth, after: depth }).nullable(),
    severities: z.array(z.strictObject({ item: id, before: severity, after: severity })),
    technologies: z.array(id),
    verdicts: z.array(id),
  }),
  diagnostics,
});

export function comparisonJsonSchema(): object {
  return z.toJSONSchema(comparisonSchema);
}
