import type { Condition, FactValue, Truth } from '../model/condition.ts';

/** What is known of each profile fact, by id. */
export type Facts = ReadonlyMap<string, FactValue>;

const UNKNOWN: FactValue = { kind: 'unknown' };

/**
 * Evaluates a condition in three values (Kleene): an unknown fact makes a test unknown, unless the rest of the
 * condition already decides it. `null` = no condition, always true.
 *
 * Example: `{any: [{fact: a, in: [yes]}, {fact: b, in: [yes]}]}` with a = yes and b unknown is true; with a = no and
 * b unknown it is unknown.
 */
export function evaluate(condition: Condition | null, facts: Facts): Truth {
  if (condition === null) return 'true';
  if ('all' in condition) return every(condition.all, facts);
  if ('any' in condition) return some(condition.any, facts);
  if ('not' in condition) return negate(evaluate(condition.not, facts));
  return test(condition, facts.get(condition.fact) ?? UNKNOWN);
}

/** The facts that hold a condition at `truth`: those to find out when unknown, those that rule it out when false. */
export function decidingFacts(condition: Condition | null, facts: Facts, truth: Truth): readonly string[] {
  if (condition === null) return [];
  const deciding = new Set<string>();
  collect(condition, facts, truth, deciding);
  return [...deciding].sort();
}

function collect(condition: Condition, facts: Facts, truth: Truth, into: Set<string>): void {
  if (evaluate(condition, facts) !== truth) return;
  if ('all' in condition) for (const part of condition.all) collect(part, facts, truth, into);
  else if ('any' in condition) for (const part of condition.any) collect(part, facts, truth, into);
  else if ('not' in condition) collect(condition.not, facts, negate(truth), into);
  else into.add(condition.fact);
}

/** Whether a condition depends on a fact at all. */
export function mentions(condition: Condition | null, fact: string): boolean {
  if (condition === null) return false;
  if ('all' in condition) return condition.all.some((c) => mentions(c, fact));
  if ('any' in condition) return condition.any.some((c) => mentions(c, fact));
  if ('not' in condition) return mentions(condition.not, fact);
  return condition.fact === fact;
}

function every(conditions: readonly Condition[], facts: Facts): Truth {
  let result: Truth = 'true';
  for (const condition of conditions) {
    const truth = evaluate(condition, facts);
    if (truth === 'false') return 'false';
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

function some(conditions: readonly Condition[], facts: Facts): Truth {
  let result: Truth = 'false';
  for (const condition of conditions) {
    const truth = evaluate(condition, facts);
    if (truth === 'true') return 'true';
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

function test(condition: Extract<Condition, { fact: string }>, value: FactValue): Truth {
  switch (value.kind) {
    case 'unknown':
      return 'unknown';
    case 'irrelevant':
      return 'false';
    case 'number':
      return truthOf('gte' in condition && value.value >= condition.gte);
    case 'values':
      return truthOf('in' in condition && value.values.some((v) => condition.in.includes(v)));
  }
}

const truthOf = (holds: boolean): Truth => (holds ? 'true' : 'false');

function negate(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'true' ? 'false' : 'true';
}
