import type { VerdictChange } from '../../model/comparison.ts';
import { showDate } from '../../words/dates.ts';
import type { Chapter, Row } from './chapters.ts';
import { checklistTitle, type DiffInput, itemTitle, routeTitle, technologyTitle } from './input.ts';

/** What was accepted on purpose since, and what no longer is. */
export function acceptedChapter(input: DiffInput): Chapter {
  const { comparison, words } = input;
  const { added, ended, moved, expired } = comparison.accepted;
  const rowOf =
    (key: string) =>
    (change: { item: string; until: string; reason: string; from?: string }): Row => ({
      text: words.t(`diff.accepted.${key}`, {
        title: itemTitle(change.item, input),
        until: showDate(change.until, words.lang),
        from: change.from === undefined ? '' : showDate(change.from, words.lang),
      }),
      note: key === 'ended' ? null : words.t('diff.accepted.reason', { reason: change.reason }),
    });
  const rows = [
    ...expired.map(rowOf('expired')),
    ...added.map(rowOf('added')),
    ...moved.map(rowOf('moved')),
    ...ended.map(rowOf('ended')),
  ];
  return { title: words.t('diff.accepted.title', { n: rows.length }), lead: null, rows };
}

/** Verdicts that are other ones than before; a technology the newer file does not name is told among what is withdrawn. */
export function verdictChapter(input: DiffInput): Chapter {
  const { comparison, words } = input;
  const gone = new Set(comparison.withdrawn.technologies);
  const changes = comparison.verdicts.filter(({ technology }) => !gone.has(technology));
  return {
    title: words.t('diff.verdicts.title'),
    lead: null,
    rows: changes.map((change) => ({
      text: words.t(
        change.before?.outcome === change.after?.outcome ? 'diff.verdicts.same' : 'diff.verdicts.row',
        {
          title: technologyTitle(change.technology, input),
          before: outcome(change.before, input),
          after: outcome(change.after, input),
        },
      ),
      note: verdictNote(change, input),
    })),
  };
}

function outcome(standing: VerdictChange['before'], { words }: DiffInput): string {
  return standing === null
    ? words.t('diff.verdicts.none')
    : words.t(`report.legal.outcome.${standing.outcome}`);
}

/** Whose doing it is, and what a lighter verdict rests on: it is never good news by itself. */
function verdictNote({ kind, cause, after, before }: VerdictChange, input: DiffInput): string | null {
  const { words, texts } = input;
  const labels = (fields: readonly string[]): readonly string[] =>
    fields.map((field) => texts.determination?.fields[field]?.label ?? field);
  const settled = (before?.missing ?? []).filter((field) => after?.missing.includes(field) === false);
  const parts = [
    ...(cause === 'catalog' ? [words.t('diff.verdicts.byRules')] : []),
    ...(kind === 'lighter' && after !== null
      ? [
          after.basis.length === 0
            ? words.t('diff.verdicts.noBasis')
            : words.t('diff.verdicts.basis', { fields: labels(after.basis) }),
        ]
      : []),
    ...(settled.length === 0 ? [] : [words.t('diff.verdicts.settled', { fields: labels(settled) })]),
    ...(after === null || after.missing.length === 0
      ? []
      : [words.t('diff.verdicts.missing', { fields: labels(after.missing) })]),
  ];
  return parts.length === 0 ? null : parts.join(words.lang === 'ja' ? '。' : '; ');
}

/** How much the company is exposed on each route, where that changed. */
export function exposureChapter(input: DiffInput): Chapter {
  const { comparison, words } = input;
  return {
    title: words.t('diff.exposures.title'),
    lead: null,
    rows: comparison.exposures.map(({ route, before, after, cause }) => ({
      text: words.t('diff.exposures.row', {
        route: routeTitle(route, input),
        before: before ?? words.t('diff.exposures.none'),
        after: after ?? words.t('diff.exposures.none'),
      }),
      note: words.t('diff.exposures.cause', { cause: words.t(`diff.cause.${cause}`) }),
    })),
  };
}

/** What changed in the checklists themselves. */
export function catalogChapter(input: DiffInput): Chapter {
  const { comparison, words } = input;
  const { status, editions, added, removed } = comparison.catalog;
  const names = (ids: readonly string[]): readonly string[] => ids.map((id) => itemTitle(id, input));
  const list = (key: string, ids: readonly string[]): readonly Row[] =>
    ids.length === 0
      ? []
      : [{ text: words.t(`diff.catalog.${key}`, { n: ids.length, titles: names(ids) }), note: null }];
  const rows = [
    ...editions.map(({ checklist, before, after }) => ({
      text: words.t('diff.catalog.edition', { title: checklistTitle(checklist, input), before, after }),
      note: status === 'not-comparable' ? words.t('diff.catalog.notComparable') : null,
    })),
    ...list('added', added),
    ...list('removed', removed),
  ];
  return { title: words.t('diff.catalog.title'), lead: null, rows };
}
