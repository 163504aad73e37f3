import type { Company } from '../../model/answers.ts';
import type { CatalogChange } from '../../model/comparison.ts';
import type { Diagnostic } from '../../model/finding.ts';
import { sameCompany } from '../company/identity.ts';
import type { CompareSide, OlderSide } from './sides.ts';

/** What makes a comparison doubtful, or pointless: the reader is told before any number. */
export function comparisonFindings(
  older: OlderSide,
  newer: CompareSide,
  { status, editions }: CatalogChange,
): readonly Diagnostic[] {
  return [
    ...sameFile(older, newer),
    ...company(older.answers.company, newer.answers.company),
    ...dates(older, newer),
    ...(status === 'not-comparable' ? editions : []).map(
      ({ checklist, before, after }): Diagnostic => ({
        severity: 'warning',
        code: 'compare-edition-unknown',
        args: { checklist, answered: before, current: after },
        location: null,
      }),
    ),
  ];
}

function sameFile(older: OlderSide, newer: CompareSide): readonly Diagnostic[] {
  if (older.source === undefined || older.source.sha256 !== newer.source?.sha256) return [];
  return [{ severity: 'warning', code: 'compare-same-file', args: {}, location: null }];
}

/** Who is who, as everywhere: a new name of one number is another company, unless it is said that it was renamed. */
function company(before: Company, after: Company): readonly Diagnostic[] {
  if (sameCompany(before, after) === 'other') {
    const pair =
      differs(before.name, after.name) ??
      differs(before.corporateNumber, after.corporateNumber) ??
      differs(before.headquarters, after.headquarters) ??
      differs(before.industry, after.industry);
    if (pair !== null)
      return [{ severity: 'warning', code: 'compare-other-company', args: pair, location: null }];
  }
  const site = differs(before.site, after.site);
  return site === null
    ? []
    : [{ severity: 'warning', code: 'compare-other-site', args: site, location: null }];
}

/** Both as written where both are written and mean different things. */
function differs(before: string | null, after: string | null): { before: string; after: string } | null {
  if (before === null || after === null) return null;
  return folded(before) === folded(after) ? null : { before, after };
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

function dates({ answers: older }: OlderSide, { answers: newer }: CompareSide): readonly Diagnostic[] {
  const [before, after] = [older.assessment.date, newer.assessment.date];
  if (before === null || after === null || before <= after) return [];
  return [{ severity: 'warning', code: 'compare-dates-swapped', args: { before, after }, location: null }];
}
