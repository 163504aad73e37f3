import type { Finding } from '../../model/finding.ts';
import { clip } from '../fullwidth.ts';
import type { CorporateNumberRead } from './corporate-number.ts';
import type { CountRead } from './counts.ts';

type Refused<R extends { readonly ok: boolean }> = Extract<R, { readonly ok: false }>;

const only = ([one, ...more]: readonly string[]): string | null =>
  one === undefined || more.length > 0 ? null : one;

/** A text that is no day, or one of several. */
export function wrongDay(text: string, could: readonly string[]): Finding<'wrong-date' | 'date-unclear'> {
  const given = clip(text);
  return could.length > 1
    ? { severity: 'error', code: 'date-unclear', args: { given, could }, location: null }
    : { severity: 'error', code: 'wrong-date', args: { given, meant: only(could) }, location: null };
}

/** A text that is no number, or more than one. */
export function wrongCount(
  text: string,
  { why, could }: Refused<CountRead>,
): Finding<'wrong-number' | 'number-not-one'> {
  const [given, meant] = [clip(text), only(could)];
  return why === 'not-one'
    ? { severity: 'error', code: 'number-not-one', args: { given, meant }, location: null }
    : { severity: 'error', code: 'wrong-number', args: { given, min: 0, meant }, location: null };
}

export function wrongCorporateNumber(
  text: string,
  { why, could }: Refused<CorporateNumberRead>,
): Finding<'wrong-corporate-number' | 'corporate-number-rounded'> {
  const given = clip(text);
  return why === 'rounded'
    ? { severity: 'error', code: 'corporate-number-rounded', args: { given }, location: null }
    : {
        severity: 'error',
        code: 'wrong-corporate-number',
        args: { given, meant: only(could) },
        location: null,
      };
}
