import { z } from 'zod';
import { hasWords } from '../text/has-words.ts';
import { isCorporateNumber, readCorporateNumber } from '../text/readers/corporate-number.ts';
import { type Counted, countOf } from '../text/readers/counts.ts';
import { dayIn } from '../text/readers/days.ts';
import type { KeyBelow } from '../words/messages.ts';
import { foldWord, isUnknownWord, type WordTable } from './words.ts';

/**
 * The single values of the published schema. Each first folds what people type (width, case, blanks) as the reader
 * does and then states the strict form: zod accepts what the reader accepts, the JSON Schema offers what to type.
 */

/** Adds the description an editor shows; without words there is none. */
export type Describe = <S extends z.ZodType>(schema: S, key: KeyBelow<'answers'>) => S;

/** Text of a scalar, `null` for nothing or blanks; anything else is left for the schema to refuse. */
function textOf(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return value;
  return value.trim() === '' ? null : value.trim();
}

export function text() {
  return z.preprocess(textOf, z.string().nullable()).optional();
}

export function neededText() {
  return z.preprocess(textOf, z.string());
}

/** As {@link neededText}, and it has to say something. */
export function neededReason() {
  return z.preprocess(textOf, z.string().refine(hasWords));
}

export function date() {
  return z.preprocess(dateOf, isoDate().nullable()).optional();
}

export function neededDate() {
  return z.preprocess(dateOf, isoDate());
}

function isoDate() {
  return z.iso.date().refine((value) => dayIn(value) === value);
}

function dateOf(value: unknown): unknown {
  const given = textOf(value);
  return typeof given === 'string' ? (dayIn(given) ?? given) : given;
}

/** One of the words of a table, in the spelling the table has. */
export function neededWord<T>(words: WordTable<T>) {
  const spelling = new Map(words.spellings.map((word) => [foldWord(word), word]));
  const spelled = (value: unknown) => {
    const given = textOf(value);
    return typeof given === 'string' ? (spelling.get(foldWord(given)) ?? given) : given;
  };
  const shown = [...new Set(words.spellings)];
  return z.preprocess(spelled, z.enum(shown));
}

export function blankOr<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    schema.nullable(),
  );
}

export function word<T>(words: WordTable<T>) {
  return blankOr(neededWord(words)).optional();
}

/** A list of words, or one word standing for a list of one. */
export function wordOrList<T>(words: WordTable<T>, least: 0 | 1) {
  return z.union([blankOr(neededWord(words)), z.array(blankOr(neededWord(words))).min(least)]).optional();
}

export function number(counted: Counted) {
  const numeric = counted === 'person-days' ? z.number().min(0) : z.int().min(0);
  const folded = (value: unknown) => {
    if (typeof value === 'boolean') return value;
    const given = typeof value === 'number' ? value : textOf(value);
    if (typeof given === 'string' && isUnknownWord(given)) return null;
    if (typeof given !== 'string' && typeof given !== 'number') return given;
    const read = countOf(given, counted);
    // What is no number keeps its text and is refused as such.
    return read.ok ? read.value : String(given);
  };
  return z.preprocess(folded, numeric.nullable()).optional();
}

export function corporateNumberField() {
  const folded = (value: unknown) => {
    const given = textOf(value);
    if (typeof given !== 'string') return given;
    const read = readCorporateNumber(given);
    return read.ok ? read.value : given;
  };
  const digits = z
    .string()
    .regex(/^\d{13}$/)
    .refine(isCorporateNumber);
  return z.preprocess(folded, digits.nullable()).optional();
}
