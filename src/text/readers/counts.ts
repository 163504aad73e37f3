import { NUMERALS, numeral } from './numerals.ts';
import { LONGEST, plainly, type ReadAs } from './reading.ts';

/** `no-number`: none stands there, or more than one; `not-one`: a range or a bound, of which nobody knows the number. */
export type CountRead = ReadAs<number, 'no-number' | 'not-one'>;

/** What is counted: which words may stand behind the number, and whether it may have a fraction. */
export type Counted = 'people' | 'person-days' | 'things' | 'points' | 'days';

const PEOPLE = '名様?|人|people|persons?|employees?';
const UNITS: Readonly<Record<Counted, string>> = {
  people: PEOPLE,
  'person-days': '人日|日|person-days?|days?',
  // What a company counts in facts of its own, nobody knows beforehand.
  things: `${PEOPLE}|社|件|台|個|点|本|枚|基|槽|回|か所|カ所|ヶ所|ケ所|箇所|拠点`,
  points: '点|points?',
  days: '日間?|days?',
};
const FRACTIONS: readonly Counted[] = ['person-days', 'points'];

const NUMBER = `\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,9})?|\\d{1,12}\\.\\d{1,9}|[${NUMERALS}]{1,15}`;
const ABOUT = '(?:約|およそ|おおよそ|だいたい|大体|about |approx\\.? ?|approximately |around )';
const ROUGHLY = '(?:程度|くらい|ぐらい|位|ほど|前後)';

const WHOLE: Readonly<Record<Counted, RegExp>> = {
  people: whole('people'),
  'person-days': whole('person-days'),
  things: whole('things'),
  points: whole('points'),
  days: whole('days'),
};

function whole(counted: Counted): RegExp {
  return new RegExp(`^${ABOUT}? ?(${NUMBER}) ?(?:${UNITS[counted]})? ?${ROUGHLY}?$`);
}

const RANGE = new RegExp(
  `[${NUMERALS}] ?(?:${PEOPLE})? ?(?:~|〜|-|…|から|ないし|または|か| to | or ) ?[${NUMERALS}]`,
);
const BOUND =
  /以上|以下|以内|未満|超|余|弱|強|まで|から|\+|数[十百千名人]|何[十百千名人]|[~〜<>≤≥≦≧]|over|under|at least|at most|more than|less than/;
/** 二三人 is two or three people. */
const SEVERAL = /^[一二三四五六七八九]{2,}$/;

/**
 * The number somebody wrote: 48, ４８名, 約50人, 1,200, 五十名程度. A range (10〜20) or a bound (50名以上) is refused, and so is
 * what is ambiguous. 0 or more, below a thousand million.
 */
export function readCount(text: string, counted: Counted): CountRead {
  if (text.length > LONGEST) return { ok: false, why: 'no-number', could: [] };
  const given = plainly(text);
  const [, written] = WHOLE[counted].exec(given) ?? [];
  const value = written === undefined ? null : numberOf(written);
  if (value !== null && (Number.isInteger(value) || FRACTIONS.includes(counted))) return { ok: true, value };
  if (RANGE.test(given) || (written !== undefined && SEVERAL.test(written)))
    return { ok: false, why: 'not-one', could: [] };
  const could = /^[-▲△]/.test(given) ? [] : onlyNumberIn(given);
  return { ok: false, why: BOUND.test(given) ? 'not-one' : 'no-number', could };
}

/** The same for a value YAML has read as a number already. */
export function countOf(value: string | number, counted: Counted): CountRead {
  if (typeof value === 'string') return readCount(value, counted);
  const fits = value >= 0 && value < MOST && (Number.isInteger(value) || FRACTIONS.includes(counted));
  return fits ? { ok: true, value } : { ok: false, why: 'no-number', could: [] };
}

/** The number meant, or `null`. */
export function countIn(text: string, counted: Counted): number | null {
  const read = readCount(text, counted);
  return read.ok ? read.value : null;
}

const MOST = 1e9;

function numberOf(written: string): number | null {
  if (SEVERAL.test(written)) return null;
  const digits = written.replaceAll(',', '');
  const value = /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : numeral(digits);
  return value !== null && value < MOST ? value : null;
}

const RUNS = /\d[\d,.]*/g;

/** The number in more words than we read, where there is but one: 従業員48名 → 48. */
function onlyNumberIn(given: string): readonly string[] {
  const runs = [...given.matchAll(RUNS)].map(([run]) => run);
  const value = runs.length === 1 ? numberOf((runs[0] ?? '').replace(/[,.]+$/, '')) : null;
  return value === null || !Number.isInteger(value) ? [] : [String(value)];
}
