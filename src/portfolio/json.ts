import type { Catalog } from '../model/catalog.ts';
import type { Client } from './clients.ts';
import type { Gone } from './gone.ts';
import type { RowsHeader } from './rows-file.ts';
import { sectionCoverage, sectionsOf } from './states.ts';
import type { Totals } from './totals.ts';
import type { Reason } from './visits.ts';

/** Version of summary.json. */
export const PORTFOLIO_VERSION = 1;

export interface JsonHead {
  readonly header: RowsHeader;
  readonly totals: Totals;
  readonly files: {
    readonly read: number;
    readonly failed: number;
    readonly aside: number;
    readonly leftOut: number;
  };
}

/** summary.json down to its clients; they follow one a line, so that a portfolio of any size is written as it is read. */
export function headJson({ header, totals, files }: JsonHead): string {
  const { tool, asOf, editions } = header;
  const head = {
    wazamoriPortfolio: PORTFOLIO_VERSION,
    tool: { name: 'wazamori', version: tool },
    asOf,
    editions,
    anonymous: false,
    files,
    totals,
  };
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "clients": [`;
}

/** The end of summary.json: who was there in the round before; `null` = no round to compare with. */
export function tailJson(gone: readonly Gone[] | null): string {
  if (gone === null) return '\n ]\n}\n';
  const lines = gone.map((one) => `\n  ${JSON.stringify(one)}`);
  return `\n ],\n "gone": [${lines.join(',')}\n ]\n}\n`;
}

/** One client of summary.json; points with four decimals, as every result carries them. */
export function clientJson(
  client: Client,
  visit: number,
  reasons: readonly Reason[],
  catalog: Catalog,
): string {
  const { low, high, grade, coverage } = client.score;
  return `  ${JSON.stringify({
    path: client.path,
    name: client.name,
    corporateNumber: client.corporateNumber,
    industry: client.industry,
    employees: client.employees,
    answersAsOf: client.date,
    sites: client.sites,
    score: { low, high, grade: grade === null ? null : { low: grade.low, high: grade.high }, coverage },
    sections: sectionsOf(catalog).flatMap((place) => {
      const { checklist, section } = place;
      const own = sectionCoverage(client.states, place);
      return own.asked === 0 ? [] : [{ checklist, section, coverage: own }];
    }),
    critical: client.critical.map((index) => catalog.items[index]?.id),
    legal: client.legal,
    visit: { turn: visit, reasons },
  })}`;
}
