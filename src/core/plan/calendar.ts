import type { IsoDate } from '../../model/text.ts';

const DAY = 86_400_000;

/** The date `days` after `date` (before it, when negative). Calendar arithmetic only: no time zone, no clock. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one date to a later one; below zero when it is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
