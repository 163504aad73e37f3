/** What numbers are written with; 元 is the first year of an era. */
export const NUMERALS = '\\d〇零一二三四五六七八九十百千万';

const DIGITS = '〇一二三四五六七八九';
const POWERS: Readonly<{ [K in string]?: number }> = { 十: 10, 百: 100, 千: 1000 };

/** 48, 四十八, 二〇二六, 1万2千 → the number; `null` = none. */
export function numeral(text: string): number | null {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  if (!new RegExp(`^[${NUMERALS}]{1,15}$`).test(text)) return null;
  const given = text.replaceAll('零', '〇');
  if (/^[〇一二三四五六七八九]+$/.test(given))
    return Number([...given].map((digit) => DIGITS.indexOf(digit)).join(''));
  const [above, below, ...more] = given.split('万');
  if (above === undefined || more.length > 0) return null;
  if (below === undefined) return belowTenThousand(above);
  const [high, low] = [belowTenThousand(above), below === '' ? 0 : belowTenThousand(below)];
  return high === null || low === null || high === 0 || low >= 10_000 ? null : high * 10_000 + low;
}

const PART = /(\d{1,4}|[一二三四五六七八九])?([千百十])|(\d{1,4}|[一二三四五六七八九])$/y;

/** 千二百三十四, 1千2百: each power once, falling. */
function belowTenThousand(text: string): number | null {
  let sum = 0;
  let last = Number.POSITIVE_INFINITY;
  for (let at = 0; at < text.length; at = PART.lastIndex) {
    PART.lastIndex = at;
    const found = PART.exec(text);
    if (found === null) return null;
    const [, times, power, ones] = found;
    const unit = power === undefined ? 1 : (POWERS[power] ?? 1);
    const count = digitOf(times ?? ones ?? '一');
    if (unit >= last || (last !== Number.POSITIVE_INFINITY && count > 9)) return null;
    sum += count * unit;
    last = unit;
  }
  return text === '' ? null : sum;
}

const digitOf = (digit: string): number => (/^\d/.test(digit) ? Number(digit) : DIGITS.indexOf(digit));
