import type { LeftOut } from '../../model/gate.ts';
import { visibleLine } from '../../words/visible.ts';
import { countOf, type GatePage } from './show.ts';

/** The sum of a run: how many of the files that lie there were checked, and what was found in them. */
export function totalLine({ report, words }: Pick<GatePage, 'report' | 'words'>): string {
  const [errors, warnings, infos] = (['error', 'warning', 'info'] as const).map((s) => countOf(report, s));
  const { found, checked } = report;
  return errors === 0 && warnings === 0
    ? words.t('gate.text.nothing', { found, checked })
    : words.t('gate.text.total', { found, checked, errors, warnings, infos });
}

/** How whoever may see names finds the file behind a number; nothing where all are named. */
export const hiddenNamesLine = ({ report, words }: Pick<GatePage, 'report' | 'words'>): readonly string[] =>
  report.files.some(({ file, inLogs }) => inLogs === file) ? [words.t('gate.text.hiddenNames')] : [];

const MOST_NAMES = 5;

/** How many of the register were looked at: a run over a part of it passes for no more than that. */
function registerLines({
  report: { clients },
  words,
}: Pick<GatePage, 'report' | 'words'>): readonly string[] {
  return clients === null ? [] : [words.t('gate.text.clients', { ...clients })];
}

/** What was left out, one line a reason with the first names, or all of them. */
export function leftOutLines(page: Pick<GatePage, 'report' | 'words'>, all: boolean): readonly string[] {
  const { report, words } = page;
  const byReason = new Map<LeftOut['reason'], string[]>();
  for (const { file, reason } of report.leftOut) {
    const names = byReason.get(reason);
    if (names === undefined) byReason.set(reason, [visibleLine(file)]);
    else names.push(visibleLine(file));
  }
  const left = [...byReason].map(([reason, files]) => {
    const names = all ? files : files.slice(0, MOST_NAMES);
    const rest = files.length - names.length;
    const shown = rest > 0 ? [...names, words.t('gate.text.more', { n: rest })] : names;
    const why = words.t(`gate.word.${reason}`);
    return words.t('gate.text.leftOut', { why, n: files.length, files: shown });
  });
  return [...registerLines(page), ...left];
}
