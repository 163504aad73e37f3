import type { VerdictChange } from '../../model/comparison.ts';
import type { FactValue } from '../../model/condition.ts';
import { showDate } from '../../words/dates.ts';
import type { KeyBelow } from '../../words/messages.ts';
import type { Chapter, Row } from './chapter.ts';
import { checklistTitle, type DiffInput, itemTitle, routeTitle, technologyTitle } from './input.ts';

/** What was accepted on purpose since, and what no longer is. */
export function acceptedChapter(input: DiffInput): Chapter {
  const { comparison, words } = input;
  const { added, ended, moved, expired } = comparison.accepted;
  const rowOf =
    (key: KeyBelow<'diff.accepted'>) =>
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
      text: words.t(`diff.verdicts.${verdictKey(change)}`, {
        title: technologyTitle(change.technology, input),
        before: outcome(change.before, input),
        after: outcome(change.after, input),
      }),
      note: verdictNote(change, input),
    })),
  };
}

function verdictKey({ kind }: VerdictChange): 'appeared' | 'same' | 'row' {
  if (kind === 'appeared') return 'appeared';
  return kind === 'changed' ? 'same' : 'row';
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
  // Under another rule a field may be missing no more because nobody asks for it, which settles nothing.
  const sameRule = before !== null && before.rule === after?.rule;
  const settled = sameRule ? before.missing.filter((field) => !after.missing.includes(field)) : [];
  const parts = [
    ...(cause === 'catalog' ? [words.t('diff.verdicts.byRules')] : []),
    ...(kind === 'lighter' && after !== null
      ? [
          after.basis.length === 0
            ? words.t('diff.verdicts.noBasis')
            : words.t('diff.verdicts.basis', { fields: labels(after.basis) }),
        ]
      : []),
    ...(after?.outcome === 'not-subject' ? [words.t('diff.verdicts.separate')] : []),
    ...(settled.length === 0 ? [] : [words.t('diff.verdicts.settled', { fields: labels(settled) })]),
    ...(after === null || after.missing.length === 0
      ? []
      : [words.t('diff.verdicts.missing', { fields: labels(after.missing) })]),
  ];
  return parts.length === 0 ? null : parts.join(words.lang === 'ja' ? '。' : '; ');
}

/** What the company says of itself, and how much it is exposed on each route because of that. */
export function companyChapter(input: DiffInput): Chapter {
  const { comparison, words, texts } = input;
  const facts = comparison.facts.map(({ fact, before, after }) => ({
    text: words.t('diff.facts.row', {
      question: texts.facts[fact]?.question ?? fact,
      before: factText(fact, before, input),
      after: factText(fact, after, input),
    }),
    note: null,
  }));
  return { title: words.t('diff.facts.title'), lead: null, rows: [...facts, ...exposureRows(input)] };
}

function factText(fact: string, value: FactValue, { words, texts }: DiffInput): string {
  switch (value.kind) {
    case 'unknown':
      return words.t('report.state.unknown');
    case 'irrelevant':
      return words.t('diff.facts.irrelevant');
    case 'number':
      return String(value.value);
    case 'values': {
      const labels = value.values.map((id) => texts.facts[fact]?.values[id] ?? id);
      return labels.length === 0
        ? words.t('diff.facts.none')
        : labels.join(words.lang === 'ja' ? '・' : ', ');
    }
  }
}

function exposureRows(input: DiffInput): readonly Row[] {
  const { comparison, words } = input;
  return comparison.exposures.map(({ route, before, after, cause }) => ({
    text: words.t('diff.exposures.row', {
      route: routeTitle(route, input),
      before: before ?? words.t('diff.exposures.none'),
      after: after ?? words.t('diff.exposures.none'),
    }),
    note: cause === 'catalog' ? words.t('diff.verdicts.byRules') : null,
  }));
}

/** What changed in the checklists themselves. */
export function catalogChapter(input: DiffInput): Chapter {
  const { comparison, words } = input;
  const { status, editions, added, removed } = comparison.catalog;
  const names = (ids: readonly string[]): readonly string[] => ids.map((id) => itemTitle(id, input));
  const list = (key: 'added' | 'removed', ids: readonly string[]): readonly Row[] =>
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
