import type { IsoDate, Lang } from '../model/text.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-21` → 2026年11月21日 / 21 Nov 2026. */
export function showDate(date: IsoDate, lang: Lang): string {
  const [year, month, day] = parts(date);
  return lang === 'ja' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** `2026-11-21` → 11/21 where the year is clear from around it. */
export function showShortDate(date: IsoDate, lang: Lang): string {
  const [, month, day] = parts(date);
  return lang === 'ja' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1]}`;
}

/** `2026-11` → 2026年11月 / Nov 2026. */
export function showMonth(month: string, lang: Lang): string {
  const [year, number] = parts(month);
  return lang === 'ja' ? `${year}年${number}月` : `${MONTHS[number - 1]} ${year}`;
}

function parts(date: IsoDate): [number, number, number] {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month, day];
}
