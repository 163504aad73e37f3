import type { Words } from '../../words/messages.ts';
import { displayWidth } from '../../words/width.ts';
import type { Progress } from '../work/collect.ts';

const BAR = 20;

/**
 * `██████····  1,240/5,000件  毎秒980件  残り4秒  読めない2件`
 *
 * @param elapsed milliseconds
 * @param plain in letters any screen has
 */
export function progressText(
  { done, of, failed }: Progress,
  elapsed: number,
  { t }: Words,
  plain: boolean,
): string {
  const filled = of === 0 ? BAR : Math.floor((BAR * done) / of);
  const bar = (plain ? '#' : '█').repeat(filled) + (plain ? '.' : '·').repeat(BAR - filled);
  const rate = elapsed > 0 ? (1000 * done) / elapsed : 0;
  const seconds = rate > 0 ? Math.ceil((of - done) / rate) : 0;
  const left =
    seconds < 90
      ? t('cli.batch.secondsLeft', { n: seconds })
      : t('cli.batch.minutesLeft', { n: Math.ceil(seconds / 60) });
  const parts = [
    bar,
    t('cli.batch.count', { done, of }),
    t('cli.batch.rate', { rate: Math.round(rate) }),
    left,
  ];
  return [...parts, ...(failed === 0 ? [] : [t('cli.batch.failing', { n: failed })])].join('  ');
}

/** A line that wrapped could not be wiped again. */
export function clipColumns(line: string, columns: number): string {
  let out = '';
  for (const char of line) {
    if (displayWidth(out + char) > columns) break;
    out += char;
  }
  return out;
}
