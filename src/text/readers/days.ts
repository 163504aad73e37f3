import type { IsoDate } from '../../model/text.ts';
import { dayInJapan } from '../japan-time.ts';
import { NUMERALS, numeral } from './numerals.ts';
import { LONGEST, plainly, type ReadAs } from './reading.ts';

/** `no-day`: no day of the calendar stands there; `unclear`: it could be more than one, or says more than a day. */
export type DayRead = ReadAs<IsoDate, 'no-day' | 'unclear'>;

/** Eras people still write, with the year before their first and the days they lasted. */
const ERAS = [
  { names: ['令和', 'r'], before: 2018, from: '2019-05-01', to: '9999-12-31' },
  { names: ['平成', 'h'], before: 1988, from: '1989-01-08', to: '2019-04-30' },
  { names: ['昭和', 's'], before: 1925, from: '1926-12-25', to: '1989-01-07' },
] as const;

const YEAR = `[${NUMERALS}]{1,4}`;
const SHORT = `[${NUMERALS}]{1,3}`;
const WRITTEN = `(?:(令和|平成|昭和|[rhs])\\.? ?)?(${YEAR}|元) ?[-./・年] ?(${SHORT}) ?[-./・月] ?(${SHORT})(?: ?日|\\.)?`;
const WEEKDAY =
  '(?: ?\\(([日月火水木金土])(?:曜日?)?\\)| ?([日月火水木金土])曜日?| ?\\(?(sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\\)?)?';
const TIME = '(?:[ t] ?([01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?)?';

const BY_YEAR = new RegExp(`^${WRITTEN}${WEEKDAY}${TIME}$`);
const WITHIN = new RegExp(`(?<![${NUMERALS}])${WRITTEN}(?![${NUMERALS}])`, 'g');
/** Nearly every day of a file stands as the tool writes it: it waits for no other way to be tried. */
const AS_WE_WRITE = /^\d{4}-\d{2}-\d{2}$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})$/;
const THREE_NUMBERS = /^(\d{1,4}) ?[-./・] ?(\d{1,2}) ?[-./・] ?(\d{1,4})$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]{0,6}\\.?`;
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[- ]${MONTH},?[- ](\\d{4})$`);
const MONTH_FIRST = new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`);

/**
 * The day somebody wrote: 2026-11-20, 2026/11/20, 2026年11月20日(金), 令和8年11月20日, R8.11.20, 二〇二六年十一月二十日,
 * 20261120, 20 Nov 2026. Where the order is not certain (11/20/2026, 8/11/20), the era was over or the day of the week
 * is another one, it is refused and says what it could mean.
 */
export function readDay(text: string): DayRead {
  if (text.length > LONGEST) return { ok: false, why: 'no-day', could: [] };
  const usual = AS_WE_WRITE.test(text) ? isoDay(text.slice(0, 4), text.slice(5, 7), text.slice(8)) : null;
  if (usual !== null) return { ok: true, value: usual };
  const given = plainly(text);
  const written = BY_YEAR.exec(given);
  const whole = written === null ? null : dayOf(written);
  if (whole !== null && (whole.ok || whole.could.length > 0)) return whole;
  const [, year, month, day] = COMPACT.exec(given) ?? [];
  const iso = isoDay(year, month, day) ?? inEnglish(given);
  if (iso !== null) return { ok: true, value: iso };
  const could = meanings(given);
  return { ok: false, why: could.length === 0 ? 'no-day' : 'unclear', could };
}

/** The day meant, or `null`. */
export function dayIn(text: string): IsoDate | null {
  const read = readDay(text);
  return read.ok ? read.value : null;
}

/** A day written year first. A year of one or two digits without its era is none. */
function dayOf([, era, written = '', month = '', day = '', ...weekday]: RegExpExecArray): DayRead | null {
  const found = ERAS.find(({ names }) => names.some((name) => name === era));
  const number = written === '元' ? (found === undefined ? null : 1) : numeral(written);
  if (number === null || number === 0) return null;
  const year = number + (found?.before ?? 0);
  const iso = isoDay(year, numeral(month), numeral(day));
  if (iso === null) return null;
  // 平成32年 and 令和元年1月 are no days of those eras; which year was meant, the writer knows.
  if (found !== undefined && (iso < found.from || iso > found.to)) return unclear([iso]);
  const said = weekday.slice(0, 3).find((name) => name !== undefined);
  return said === undefined || isWeekday(iso, said) ? { ok: true, value: iso } : unclear([iso]);
}

const unclear = (could: readonly string[]): DayRead => ({ ok: false, why: 'unclear', could });

function isWeekday(iso: IsoDate, said: string): boolean {
  const day = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return '日月火水木金土'[day] === said || ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][day] === said;
}

function inEnglish(given: string): IsoDate | null {
  const [, day, month, year] = DAY_FIRST.exec(given) ?? [];
  const [, named, first, of] = MONTH_FIRST.exec(given) ?? [];
  const name = month ?? named;
  return name === undefined ? null : isoDay(year ?? of, MONTHS.indexOf(name) + 1, day ?? first);
}

/** What is no day by itself but could be one: another order, a short year, more words around it. */
function meanings(given: string): readonly IsoDate[] {
  // An instant is another day in another place; ours is Japan.
  const instant = WITH_ZONE.test(given) ? new Date(given.toUpperCase()) : null;
  if (instant !== null) return Number.isNaN(instant.getTime()) ? [] : [dayInJapan(instant)];
  const [, first, second, third] = THREE_NUMBERS.exec(given) ?? [];
  if (first === undefined || second === undefined || third === undefined) {
    const within = [...given.matchAll(WITHIN)].map(dayOf).flatMap((day) => (day?.ok ? [day.value] : []));
    return within.length === 1 ? within : ofShortYear(given);
  }
  return [...new Set(inOtherOrders(first, second, third).filter((day) => day !== null))];
}

/** 8年11月20日 without its era. */
function ofShortYear(given: string): readonly IsoDate[] {
  const [, , year = '', month = '', day = ''] = BY_YEAR.exec(given) ?? [];
  const number = year === '元' ? 1 : numeral(year);
  if (number === null || number > 99) return [];
  const [m, d] = [numeral(month), numeral(day)];
  return [isoDay(ERAS[0].before + number, m, d), isoDay(2000 + number, m, d)].filter(isMeant);
}

const isMeant = (day: IsoDate | null): day is IsoDate =>
  day !== null && day >= ERAS[0].from && day < LAST_MEANT;

/** 11/20/2026 is American, 20/11/2026 European; the year of 8/11/20 may be 令和8年, 2008 or 2020. */
function inOtherOrders(first: string, second: string, third: string): readonly (IsoDate | null)[] {
  if (third.length === 4) return [isoDay(third, first, second), isoDay(third, second, first)];
  if (first.length > 2 || third.length > 2) return [];
  const [ahead, behind] = [`20${first.padStart(2, '0')}`, `20${third.padStart(2, '0')}`];
  return [
    isoDay(ERAS[0].before + Number(first), second, third),
    isoDay(ahead, second, third),
    isoDay(behind, second, first),
    isoDay(behind, first, second),
  ].filter(isMeant);
}

/** A short year that would lie beyond is not what somebody meant today. */
const LAST_MEANT = '2041';

type Written = string | number | null | undefined;

/** The day as `YYYY-MM-DD`, or `null` where the calendar has none. */
function isoDay(year: Written, month: Written, day: Written): IsoDate | null {
  const [y, m, d] = [Number(year ?? 0), Number(month ?? 0), Number(day ?? 0)];
  if (!(y >= 1900 && y <= 9999)) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  const iso = `${y}-${two(m)}-${two(d)}`;
  const date = new Date(Date.UTC(y, m - 1, d));
  // A day that does not exist rolls over into the next month.
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? iso : null;
}
