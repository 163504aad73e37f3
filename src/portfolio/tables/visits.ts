import { daysBetween } from '../../core/plan/calendar.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { IsoDate } from '../../model/text.ts';
import { createColumn, sortedRows } from '../clients/column.ts';
import type { LegalDate } from '../rows/row.ts';
import type { Client } from './clients.ts';

/** Why a client is visited when it is; what is said beside it, in this order. */
export type Reason =
  /** The earliest of `n` tasks a law asks for; the days are ours. */
  | (LegalDate & { readonly code: 'legal'; readonly n: number })
  /** Items of the highest severity known to be open. */
  | { readonly code: 'critical'; readonly items: readonly string[]; readonly n: number }
  /** So much is unknown that the first visit is to find out. */
  | { readonly code: 'unknown'; readonly n: number; readonly asked: number }
  | { readonly code: 'old'; readonly date: IsoDate; readonly days: number }
  /** The day by which its answers were to be deleted has passed. */
  | { readonly code: 'expired'; readonly until: IsoDate }
  | { readonly code: 'steady' };

/** Half a year, as the diagnostics of a single client count it. */
const OLD_AFTER_DAYS = 180;
const NAMED = 2;

/** The reasons to visit a client; the first one decides when. Never a number of points. */
export function reasonsOf(client: Client, catalog: Catalog, today: IsoDate): readonly Reason[] {
  const { coverage } = client.score;
  const [first] = client.legal;
  const open = coverage.unknown + coverage.unanswered;
  const days = client.date === null ? 0 : daysBetween(client.date, today);
  const reasons: Reason[] = [];
  if (first !== undefined) {
    reasons.push({ code: 'legal', ...first, n: client.legal.length });
  }
  if (client.critical.length > 0) {
    const items = client.critical.slice(0, NAMED).map((index) => catalog.items[index]?.id ?? '');
    reasons.push({ code: 'critical', items, n: client.critical.length });
  }
  if (open > catalog.weights.tooManyUnknown * coverage.asked) {
    reasons.push({ code: 'unknown', n: open, asked: coverage.asked });
  }
  if (client.date !== null && days > OLD_AFTER_DAYS) reasons.push({ code: 'old', date: client.date, days });
  if (client.keepUntil !== null && client.keepUntil < today)
    reasons.push({ code: 'expired', until: client.keepUntil });
  return reasons.length === 0 ? [{ code: 'steady' }] : reasons;
}

/** The kinds of reasons in the order they send somebody on the way. */
export const REASONS = ['legal', 'critical', 'unknown', 'old', 'expired', 'steady'] as const;

/** When a client's turn comes, as three numbers compared one after the other; of two alike the path decides. */
export type Turn = readonly [kind: number, first: number, second: number];

/**
 * Legal dates by their day; then clients by how many of the gravest items are open; then those who know least; then the
 * oldest answers. Within legal dates of one day, more open items come first.
 */
export function turnOf(reasons: readonly Reason[], client: Client): Turn {
  const [reason] = reasons;
  const share = (n: number, asked: number): number => (asked === 0 ? 0 : n / asked);
  const { coverage } = client.score;
  const unknown = share(coverage.unknown + coverage.unanswered, coverage.asked);
  switch (reason?.code) {
    case 'legal':
      return [0, dayNumber(reason.passed ?? reason.due), -client.critical.length];
    case 'critical':
      return [1, -reason.n, -unknown];
    case 'unknown':
      return [2, -unknown, 0];
    case 'old':
      return [3, dayNumber(reason.date), 0];
    case 'expired':
      return [4, dayNumber(reason.until), 0];
    default:
      return [5, 0, 0];
  }
}

const dayNumber = (date: IsoDate): number => Number(date.replaceAll('-', ''));

/** The turns of all clients; three numbers a client. */
export function createQueue() {
  const rows = createColumn();
  const keys = [createColumn(), createColumn(), createColumn()] as const;
  const [kind, first, second] = keys;
  return {
    add: (row: number, turn: Turn): void => {
      rows.push(row);
      keys.forEach((key, i) => {
        key.push(turn[i] ?? 0);
      });
    },
    /** Numbers of rows in the order of visits; rows were added in order of path. */
    inOrder: (): Int32Array =>
      sortedRows(
        rows.length(),
        () => true,
        (a, b) =>
          kind.at(a) - kind.at(b) || first.at(a) - first.at(b) || second.at(a) - second.at(b) || a - b,
      ).map((i) => rows.at(i)),
  };
}
