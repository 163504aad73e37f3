import { type Gone, goneIn } from '../before/gone.ts';
import { type ClientIndex, indexClients } from '../clients/client-index.ts';
import { type Column, createColumn } from '../clients/column.ts';
import type { RowsHeader } from '../rows/rows-header.ts';
import { type PhraseInput, shownRange } from './client-sentences.ts';
import { clientsIn } from './clients.ts';
import type { JsonHead } from './json.ts';
import { createTotals, type Totals } from './totals.ts';
import { createQueue, reasonsOf, turnOf } from './visits.ts';

export interface ResultsInput extends PhraseInput {
  /** The finished file of rows. */
  readonly rows: string;
  readonly header: RowsHeader;
  /** Folder of the results. */
  readonly out: string;
  /** Points a client's low end should reach. */
  readonly min: number | null;
  /** Without anything that tells one client from another. */
  readonly anonymous: boolean;
}

/** What all pages and tables are made of. */
export interface Standings {
  readonly index: ClientIndex;
  readonly totals: Totals;
  readonly files: JsonHead['files'];
  /** Numbers of rows in the order of visits. */
  readonly queue: Int32Array;
  /** Clients of the round before that are missing now. */
  readonly gone: readonly Gone[];
  /** Numbers of rows of clients that count as below `min`, though too much is unknown for their points to be shown. */
  readonly unshown: Column;
}

/** Reads the rows: which clients there are, what holds for all of them, in which order to visit them. */
export function standingsOf({ rows, header, catalog, min }: ResultsInput): Standings {
  const unshown = createColumn();
  const index = indexClients(rows);
  const totals = createTotals(catalog, min, header.since);
  const queue = createQueue();
  for (const placed of clientsIn(index, catalog)) {
    const reasons = reasonsOf(placed.client, catalog, header.asOf);
    totals.add(placed.client, reasons);
    if (min !== null && (placed.client.score.low ?? 0) < min && shownRange(placed.client, catalog) === null)
      unshown.push(placed.index);
    queue.add(placed.index, turnOf(reasons, placed.client));
  }
  const { read, failed, leftOut, sites, aside, byName, doubts } = index;
  const left = aside.copy + aside.older + aside['same-day'];
  const files = { read, failed, sites, aside: left, uncounted: aside, leftOut, byName, doubts };
  const gone = header.since ? goneIn(rows) : [];
  return { index, totals: totals.totals(), files, queue: queue.inOrder(), gone, unshown };
}
