import type { Answers } from '../model/answers.ts';
import type { Sha256 } from '../model/sha256.ts';

/** The parts of an answer file, as people look for them. */
export type AnswerPart = keyof Answers;

/**
 * What answers say, in one writing: line ends, comments, quotes, the order of keys and where a thing stands in its file
 * make no difference to it. The order of a list does.
 */
const meaningOf = (answers: Answers): string => JSON.stringify(plain(answers));

/** SHA-256 of it. */
export const meaningHash = (answers: Answers, sha256: Sha256): string => sha256(meaningOf(answers));

/** The parts in which two sets of answers do not say the same. */
export function partsThatDiffer(one: Answers, other: Answers): readonly AnswerPart[] {
  const parts: readonly AnswerPart[] = [
    ...(['company', 'assessment', 'profile', 'answers'] as const),
    ...(['technologies', 'plan', 'accepted', 'suppressed'] as const),
  ];
  return parts.filter((part) => JSON.stringify(plain(one[part])) !== JSON.stringify(plain(other[part])));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries =
    value instanceof Map ? [...value].map(([key, held]) => [String(key), held]) : Object.entries(value);
  return Object.fromEntries(
    entries
      .filter(([key]) => key !== 'location')
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      .map(([key, held]) => [key, plain(held)]),
  );
}
