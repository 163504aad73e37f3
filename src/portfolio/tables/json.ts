import type { Catalog } from '../../model/catalog.ts';
import { jsonText } from '../../words/visible.ts';
import type { Gone } from '../before/gone.ts';
import type { ClientIndex } from '../clients/client-index.ts';
import type { RowsHeader } from '../rows/rows-header.ts';
import { missingShares } from '../rows/shard.ts';
import { sectionCoverage, sectionsOf } from '../rows/states.ts';
import type { Client } from './clients.ts';
import type { Totals } from './totals.ts';
import type { Reason } from './visits.ts';

/** Version of summary.json. */
export const PORTFOLIO_VERSION = 1;

export interface JsonHead {
  readonly header: RowsHeader;
  readonly totals: Totals;
  readonly files: Files;
}

/** How files were counted. */
export interface Files {
  readonly read: number;
  readonly failed: number;
  /** Files that count: one a site. */
  readonly sites: number;
  /** Files with a result that do not count, in all and by why. */
  readonly aside: number;
  readonly uncounted: ClientIndex['aside'];
  /** YAML files that are no answer files. */
  readonly leftOut: number;
  /** Companies in which files were joined by their names alone. */
  readonly byName: number;
  /** Files of which it is unclear whose they are. */
  readonly doubts: ClientIndex['doubts'];
}

/** summary.json down to its clients; they follow one a line, so that a portfolio of any size is written as it is read. */
export function headJson({ header, totals, files }: JsonHead): string {
  const { tool, asOf, editions, catalog, shares } = header;
  const head = {
    wazamoriPortfolio: PORTFOLIO_VERSION,
    tool: { name: 'wazamori', version: tool },
    asOf,
    editions,
    catalog,
    ...(shares === undefined ? {} : { missing: missingShares(shares) }),
    anonymous: false,
    files,
    totals,
  };
  return `${jsonText(head, 1).slice(0, -2)},\n "clients": [`;
}

/** The end of summary.json: who was there in the round before; `null` = no round to compare with. */
export function tailJson(gone: readonly Gone[] | null): string {
  if (gone === null) return '\n ]\n}\n';
  const lines = gone.map(
    ({ path, name, site, corporateNumber }) => `\n  ${jsonText({ path, name, site, corporateNumber })}`,
  );
  return `\n ],\n "gone": [${lines.join(',')}\n ]\n}\n`;
}

/** One client of summary.json; points with four decimals, as every result carries them. */
export function clientJson(
  client: Client,
  visit: number,
  reasons: readonly Reason[],
  { catalog, min }: { readonly catalog: Catalog; readonly min: number | null },
): string {
  const { low, high, grade, coverage } = client.score;
  return `  ${jsonText({
    path: client.path,
    name: client.name,
    corporateNumber: client.corporateNumber,
    industry: client.industry,
    employees: client.employees,
    answersAsOf: client.date,
    keepUntil: client.keepUntil,
    sites: client.sites,
    history: client.history,
    score: { low, high, grade: grade === null ? null : { low: grade.low, high: grade.high }, coverage },
    sections: sectionsOf(catalog).flatMap((place) => {
      const { checklist, section } = place;
      const own = sectionCoverage(client.states, place);
      return own.asked === 0 ? [] : [{ checklist, section, coverage: own }];
    }),
    ...(min === null ? {} : { underMin: (low ?? 0) < min }),
    critical: client.critical.map((index) => catalog.items[index]?.id),
    legal: client.legal,
    visit: { turn: visit, reasons },
  })}`;
}
