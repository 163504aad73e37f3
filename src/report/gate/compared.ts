import type { NotCompared } from '../../model/gate.ts';
import { visibleLine } from '../../words/visible.ts';
import type { GatePage } from './show.ts';

const MOST_NAMES = 5;

/** What the files were held against, and one line a reason for those that were held against nothing. */
export function comparedLines(
  { report, words }: Pick<GatePage, 'report' | 'words'>,
  all: boolean,
): readonly string[] {
  const { compared } = report;
  if (compared === null) return [];
  const { name, commit, found, files, left } = compared;
  const how = words.t(`gate.compared.${found}`);
  const base = words.t(`gate.compared.${commit === null ? 'onDisk' : 'inGit'}`, { name, commit, how });
  const count = { base, files, all: files + left.length };
  const byReason = new Map<NotCompared['reason'], string[]>();
  for (const { file, reason } of left) {
    const names = byReason.get(reason);
    if (names === undefined) byReason.set(reason, [visibleLine(file)]);
    else names.push(visibleLine(file));
  }
  return [
    words.t('gate.compared.line', count),
    ...[...byReason].map(([reason, names]) => {
      const shown = all ? names : names.slice(0, MOST_NAMES);
      const rest = names.length - shown.length;
      const named = rest > 0 ? [...shown, words.t('gate.text.more', { n: rest })] : shown;
      const why = words.t(`gate.compared.${reason}`);
      return words.t('gate.compared.left', { why, n: names.length, files: named });
    }),
  ];
}
