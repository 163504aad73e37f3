import type { OwnChecklists, OwnRecord } from '../model/catalog.ts';
import type { Words } from '../words/messages.ts';

/** Ids beyond these are counted: the JSON result names them all. */
const NAMED = 6;

/**
 * The own checklists a result was made with, in one sentence: what was added, replaced, taken out. Whoever reads the
 * result must see that these are not the shipped questions alone.
 */
export function ownLine(own: OwnChecklists, words: Words): string {
  const parts = (['added', 'replaced', 'removed'] as const)
    .filter((how) => own[how].length > 0)
    .map((how) => words.t(`report.own.${how}`, { n: own[how].length, ids: idsOf(own[how], words) }));
  const changes = parts.length === 0 ? words.t('report.own.nothing') : parts.join(words.t('report.own.join'));
  return words.t('report.own.line', { folder: own.folder, changes });
}

function idsOf(records: readonly OwnRecord[], words: Words): string {
  const named = records.slice(0, NAMED).map(({ kind, id }) => (kind === 'weights' ? `weights ${id}` : id));
  const more = records.length - named.length;
  const ids = named.join(words.lang === 'ja' ? '・' : ', ');
  return more > 0 ? words.t('report.own.more', { ids, n: more }) : ids;
}
