import type { IsoDate } from '../../model/text.ts';
import { showDate } from '../../words/dates.ts';
import { clientName } from '../tables/client-sentences.ts';
import { type Client, clientsAt } from '../tables/clients.ts';
import type { ResultsInput, Standings } from '../tables/standings.ts';
import { type Reason, reasonsOf } from '../tables/visits.ts';

/** What the pages of a portfolio are drawn from. */
export interface PortfolioInput extends ResultsInput {
  readonly standings: Standings;
  /** The first clients in the order of visits; a book of more pages nobody turns. */
  readonly visits: readonly Visit[];
  readonly date: (iso: IsoDate) => string;
  readonly name: (client: Client) => string;
}

export interface Visit {
  readonly turn: number;
  readonly client: Client;
  readonly reasons: readonly Reason[];
}

/** Clients named in the PDF; those after them stand in summary.csv. */
export const NAMED = 600;

export function portfolioInput(results: ResultsInput, standings: Standings): PortfolioInput {
  const { catalog, header, words } = results;
  // Pages that name nobody are not even given the clients.
  const most = results.anonymous ? 0 : NAMED;
  const first = clientsAt(standings.index, [...standings.queue.subarray(0, most)], catalog);
  return {
    ...results,
    standings,
    visits: first.map((client, i) => ({
      turn: i + 1,
      client,
      reasons: reasonsOf(client, catalog, header.asOf),
    })),
    date: (iso) => showDate(iso, words.lang),
    name: (client) => clientName(client, words),
  };
}
