import type { NotCompared, Side } from '../../model/gate.ts';
import { visibleLine } from '../../words/visible.ts';
import type { GatePage } from './show.ts';

const MOST_NAMES = 5;

type Page = Pick<GatePage, 'report' | 'words'>;

/** Whose policy and checklists judged, what the files were held against, and which were held against nothing. */
export const inForceLines = (page: Page, all: boolean): readonly string[] => [
  judgedLine(page),
  ...comparedLines(page, all),
];

function judgedLine({ report: { inForce }, words }: Page): string {
  const named = (name: string, from: Side): string =>
    from === 'base' ? words.t('gate.inForce.fromBase', { name }) : visibleLine(name);
  const policies = inForce.policies.map(({ name, from }) =>
    name === null ? words.t('gate.inForce.noPolicy') : named(name, from),
  );
  const lists = inForce.checklists;
  const checklists = lists === null ? words.t('gate.inForce.shipped') : named(lists.folder, lists.from);
  return words.t('gate.inForce.line', { policies, checklists });
}

function comparedLines({ report, words }: Page, all: boolean): readonly string[] {
  const { compared } = report;
  if (compared === null) return [words.t('gate.inForce.nothing')];
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
