import type { IsoDate } from '../model/text.ts';

// Japan has had no summer time since 1952, and Intl costs a command 10 ms the first time it is asked.
const AHEAD_OF_UTC = 9 * 3_600_000;

/** The calendar day in Japan, wherever the machine stands: at 16:00 UTC it is tomorrow there. */
export const dayInJapan = (now: Date): IsoDate => minuteInJapan(now).slice(0, 10);

/** `2026-11-21 14:18` in Japan. */
export const minuteInJapan = (now: Date): string =>
  new Date(now.getTime() + AHEAD_OF_UTC).toISOString().slice(0, 16).replace('T', ' ');
