import { createHash, createHmac } from 'node:crypto';
import type { Place } from './context.ts';

/** What surrounds the name proper of a company. */
const FORM =
  /株式会社|有限会社|合同会社|合資会社|合名会社|\(株\)|\(有\)|co\.?,?\s*ltd\.?|inc\.?|corporation|kabushiki kaisha|k\.?k\.?/g;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * Whether a name may hold a client's: Japanese writing, or the company's own name. A client number in Latin letters
 * stays, so that annotations still find their line. A name spelt in Latin letters differently from the file's own
 * cannot be recognised (`docs/ci.md`).
 */
export function namesClient(name: string, company: string | null): boolean {
  const core =
    company === null
      ? ''
      : folded(company)
          .replace(FORM, '')
          .replace(/[\s・.,-]+/g, '');
  const plain = folded(name).replace(/[\s・.,_-]+/g, '');
  return /[^\x20-\x7e]/.test(name) || (core.length >= 2 && plain.includes(core));
}

/** Digits of the number that stands for a name, and of one whose first eight another has, too. */
const DIGITS = [8, 16] as const;

/**
 * The numbers that stand for names in a log. Each is made of its path alone, so that it stays when other files come and
 * go, and with it whatever remembers findings by it. Whoever has a list of companies can try them against a number made
 * of nothing else, however short: eight digits are short enough to be told on the phone and no more. Who has to keep
 * that out gives a key (`WAZAMORI_NAME_KEY`, a secret of the CI system): without it nobody can try.
 */
export function numbersOf(paths: Iterable<string>, key: string | null): (path: string) => string {
  const numbers = new Map<string, string>();
  const holders = new Map<string, number>();
  for (const path of new Set(paths)) {
    const number = numberOf(path, key);
    numbers.set(path, number);
    const short = number.slice(-DIGITS[0]);
    holders.set(short, (holders.get(short) ?? 0) + 1);
  }
  return (path) => {
    const number = numbers.get(path) ?? numberOf(path, key);
    const short = number.slice(-DIGITS[0]);
    return (holders.get(short) ?? 0) > 1 ? number.slice(-DIGITS[1]) : short;
  };
}

const numberOf = (path: string, key: string | null): string =>
  digest(path, key).readBigUInt64BE().toString().padStart(DIGITS[1], '0');

/** What names a file over time, for fingerprints: its path, or with a key something nobody can make without it. */
export const identityOf = (path: string, key: string | null): string =>
  key === null ? path : digest(path, key).toString('hex');

const digest = (path: string, key: string | null): Buffer =>
  (key === null ? createHash('sha256') : createHmac('sha256', key)).update(path).digest();

/** The key that was given, if any. */
export const nameKey = (env: Place['env']): string | null => env['WAZAMORI_NAME_KEY'] || null;
