import { z } from 'zod';

/**
 * The published shape of the result (`wazamori schema assessment`). Loaded by that command and by tests alone: making
 * a result needs no zod. A test holds it and the plain types of `src/model/assessment.ts` together.
 */
export const date = z.iso.date();
const points = z.number().min(0).max(100).nullable();
export const location = z.strictObject({ line: z.int().min(1), column: z.int().min(1) }).nullable();
export const severity = z.enum(['critical', 'major', 'minor']);
const confidence = z.enum(['official', 'secondary', 'inferred']);
export const depth = z.enum(['quick', 'full', 'evidence']);
const grade = z.enum(['A', 'B', 'C', 'D', 'E']);
export const count = z.int().min(0);
export const id = z.string();
export const outcome = z.enum(['report-required', 'confirm', 'not-subject', 'list-control-first', 'stop']);

export const coverage = z.strictObject({
  asked: count,
  yes: count,
  partial: count,
  no: count,
  unknown: count,
  unanswered: count,
  notApplicable: count,
  notAsked: count,
  outOfScope: count,
});

const score = z.strictObject({
  low: points,
  high: points,
  weight: z.number().min(0),
  sumLow: z.number().min(0),
  sumHigh: z.number().min(0),
  grade: z
    .strictObject({
      low: grade,
      high: grade,
      gates: z.array(z.strictObject({ code: z.string(), cap: grade, items: z.array(id) })),
    })
    .nullable(),
  coverage,
});

const ownRecords = z.array(z.strictObject({ kind: z.string(), id }));
const ownChecklists = z.strictObject({
  folder: z.string(),
  sha256: z.string(),
  added: ownRecords,
  replaced: ownRecords,
  removed: ownRecords,
});

const readinessCounts = z.strictObject({ met: count, partial: count, unmet: count, unknown: count });

const readiness = z.strictObject({
  assumed: readinessCounts,
  conditional: readinessCounts,
  optional: readinessCounts,
  missing: z.array(id),
});

export const reason = z
  .discriminatedUnion('code', [
    z.strictObject({ code: z.literal('fact-unknown'), facts: z.array(id) }),
    z.strictObject({ code: z.literal('deeper'), depth }),
    z.strictObject({ code: z.literal('condition'), facts: z.array(id) }),
    z.strictObject({ code: z.literal('not-applicable-refused'), why: z.enum(['forbidden', 'no-reason']) }),
    z.strictObject({ code: z.literal('stated'), text: z.string() }),
  ])
  .nullable();

export const state = z.enum([
  'yes',
  'partial',
  'no',
  'unknown',
  'unanswered',
  'notApplicable',
  'notAsked',
  'outOfScope',
]);

const item = z.strictObject({
  id,
  checklist: id,
  section: id,
  routes: z.array(id),
  state,
  reason,
  severity,
  weight: z.number().min(0),
  low: z.number().min(0).max(1).nullable(),
  high: z.number().min(0).max(1).nullable(),
  inOverall: z.boolean(),
  inheritedFrom: id.nullable(),
  confidence,
  action: id,
  evidence: z.strictObject({ count, oldest: date.nullable() }),
  location,
});

const task = z.strictObject({
  id,
  kind: z.enum(['legal', 'decide', 'first-step', 'find-out', 'action']),
  action: id.nullable(),
  effort: z.number().min(0),
  minutes: count,
  benefit: z.number().min(0),
  priority: z.number().min(0),
  closes: z.array(id),
  facts: z.array(id),
  role: id,
  self: z.boolean(),
  owner: z.string().nullable(),
  due: date,
  status: z.enum(['todo', 'doing', 'done']),
  conditional: z.boolean(),
  tooLarge: z.boolean(),
});

const plan = z.strictObject({
  start: date,
  capacity: z.number().min(0),
  capacityFrom: z.enum(['file', 'option', 'size']),
  waves: z.array(
    z.strictObject({
      id: z.enum(['now', 'd30', 'd90', 'd180', 'd365']),
      due: date,
      room: z.number().min(0),
      used: z.number().min(0),
      tasks: z.array(task),
      projected: z.strictObject({ low: points, high: points, unknown: count, ofAsked: z.boolean() }),
    }),
  ),
  overfull: z.boolean(),
  legalOverfull: z.boolean(),
  beyond: z.array(
    z.strictObject({
      action: id,
      effort: z.number(),
      benefit: z.number(),
      closes: z.array(id),
      tooLarge: z.boolean(),
    }),
  ),
  choices: z.array(z.strictObject({ action: id, benefit: z.number(), closes: z.array(id) })),
  done: z.array(id),
});

export const deadlines = z.array(z.strictObject({ code: z.string(), date, statutory: z.boolean() }));

const verdict = z.strictObject({
  technology: id,
  checklist: id,
  outcome,
  rule: id,
  secondary: z.strictObject({ rule: id, outcome }).nullable(),
  flags: z.array(z.string()),
  missing: z.array(z.string()),
  basis: z.array(z.string()),
  asOf: date,
  validUntil: date.nullable(),
  deadlines,
  location,
});

export const source = z
  .strictObject({ file: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
  .nullable();

export const diagnostics = z.array(
  z.strictObject({
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string(),
    args: z.record(z.string(), z.unknown()),
    location,
  }),
);

export const assessmentSchema = z.strictObject({
  schemaVersion: z.literal(2),
  tool: z.strictObject({ name: z.literal('wazamori'), version: z.string() }),
  company: z.strictObject({
    name: z.string().nullable(),
    site: z.string().nullable(),
    employees: count.nullable(),
  }),
  asOf: date,
  answersAsOf: date.nullable(),
  depth,
  editions: z.record(id, z.string()),
  ownChecklists: ownChecklists.nullable(),
  source,
  score,
  headline: z.strictObject({
    dangers: z.array(id).max(3),
    toAsk: z.array(id).max(3),
    moves: z.array(id),
    pairs: z.array(z.strictObject({ danger: id, beside: z.array(id), move: id })).max(3),
    legal: z.array(id),
    help: z.array(id).max(2),
  }),
  checklists: z.array(
    z.strictObject({
      id,
      kind: z.enum(['graded', 'determination']),
      score: score.nullable(),
      readiness: readiness.nullable(),
      sections: z.array(z.strictObject({ id, score })),
    }),
  ),
  routes: z.array(
    z.strictObject({
      id,
      exposure: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
      score,
      residual: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
    }),
  ),
  items: z.array(item),
  gaps: z.array(
    z.strictObject({
      item: id,
      points: z.number(),
      urgency: z.number(),
      action: id,
      conditional: z.boolean(),
    }),
  ),
  accepted: z.array(
    z.strictObject({ item: id, reason: z.string(), until: date, by: z.string(), expired: z.boolean() }),
  ),
  verdicts: z.array(verdict),
  plan,
  askList: z.array(z.strictObject({ role: id, self: z.boolean(), items: z.array(id), facts: z.array(id) })),
  help: z.array(z.strictObject({ action: id, desks: z.array(id) })),
  unknownFacts: z.array(id),
  diagnostics,
});

export function assessmentJsonSchema(): object {
  return z.toJSONSchema(assessmentSchema);
}
