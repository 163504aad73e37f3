import type { Io } from '../io.ts';

/** Where a log is read by others: CI systems say so by this variable. */
export const isCi = (env: Io['env']): boolean =>
  !['', '0', 'false'].includes((env['CI'] ?? '').toLowerCase());

/** What surrounds the name proper of a company. */
const FORM =
  /株式会社|有限会社|合同会社|合資会社|合名会社|\(株\)|\(有\)|co\.?,?\s*ltd\.?|inc\.?|corporation|kabushiki kaisha|k\.?k\.?/g;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The name a file has in a log. One that may hold a client's name (Japanese writing, or the company's own name) becomes
 * a number; a client number in Latin letters stays, so that annotations still find their line. A name spelt in Latin
 * letters differently from the file's own cannot be recognised (`docs/ci.md`).
 */
export function shownName(
  name: string,
  company: string | null,
  nth: number,
  redact: boolean,
  stem = 'answers',
): string {
  if (!redact) return name;
  const core =
    company === null
      ? ''
      : folded(company)
          .replace(FORM, '')
          .replace(/[\s・.,-]+/g, '');
  const plain = folded(name).replace(/[\s・.,_-]+/g, '');
  const reveals = /[^\x20-\x7e]/.test(name) || (core.length >= 2 && plain.includes(core));
  return reveals ? `${stem}-${nth}.yaml` : name;
}
