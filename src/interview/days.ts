import type { IsoDate } from '../model/text.ts';

// 令和1年 was 2019.
const REIWA = 2018;

/** 2026-10-05, 2026/10/5, ２０２６年10月5日, 令和8年10月5日, R8.10.5: the day meant, or `null` where it is none of the calendar. */
export function dayIn(text: string): IsoDate | null {
  const match = /^(令和|r)?\s*(\d{1,4}|元)\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(
    text.normalize('NFKC').trim().toLowerCase(),
  );
  const [, era, written = '', month = '', day = ''] = match ?? [];
  const year = (written === '元' ? 1 : Number(written)) + (era === undefined ? 0 : REIWA);
  if (match === null || year < 1900) return null;
  const two = (n: string): string => n.padStart(2, '0');
  const iso = `${year}-${two(month)}-${two(day)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}
