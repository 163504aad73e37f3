import type { PlainValue } from './tree.ts';

/**
 * Whether two values of YAML say the same. The order of keys does not count, the order of a list does. What JSON cannot
 * tell apart is told apart: `.nan` is itself, and `-0` is not `0`, for it is written otherwise.
 */
export function sameValue(one: PlainValue, other: PlainValue): boolean {
  if (isList(one) || isList(other))
    return (
      isList(one) &&
      isList(other) &&
      one.length === other.length &&
      one.every((item, at) => sameValue(item, other[at] ?? null))
    );
  if (!isMap(one) || !isMap(other)) return Object.is(one, other);
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key] ?? null, other[key] ?? null))
  );
}

const isList = (value: PlainValue): value is readonly PlainValue[] => Array.isArray(value);

const isMap = (value: PlainValue): value is { readonly [key: string]: PlainValue } =>
  typeof value === 'object' && value !== null && !isList(value);
