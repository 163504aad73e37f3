import type { Baseline } from './baseline.ts';

/**
 * A saved `score --format json` as a baseline, or `null` where it is none. Checked by hand for the few fields the
 * rules use: the schema of the whole result would cost every run its start.
 */
export function baselineFromJson(text: string): Baseline | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isBaseline(value) ? value : null;
}

/** Results of every version there was: what the rules need of one has stayed the same. */
const READ: readonly unknown[] = [1, 2];

function isBaseline(value: unknown): value is Baseline {
  if (!isRecord(value) || !READ.includes(value['schemaVersion'])) return false;
  const { depth, editions, score, items, verdicts } = value;
  return (
    typeof depth === 'string' &&
    isRecord(editions) &&
    isRecord(score) &&
    isNumberOrNull(score['low']) &&
    Array.isArray(items) &&
    items.every(isItem) &&
    Array.isArray(verdicts) &&
    verdicts.every((v) => hasTexts(v, ['technology', 'checklist', 'outcome']))
  );
}

const isItem = (value: unknown): boolean =>
  hasTexts(value, ['id', 'checklist', 'state', 'severity']) && isNumberOrNull(value['low']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumberOrNull = (value: unknown): boolean => value === null || typeof value === 'number';

function hasTexts(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  return isRecord(value) && keys.every((key) => typeof value[key] === 'string');
}
