import type { Evidence } from '../../../model/answers.ts';
import type { ItemResult, ItemState } from '../../../model/assessment.ts';
import type { Lang } from '../../../model/text.ts';
import type { MarkName } from '../../../press/canvas/marks.ts';
import type { Cell, Piece, Row } from '../../../press/tables/rows.ts';
import type { KeyBelow } from '../../../words/messages.ts';
import type { ReportInput } from '../input.ts';
import { type Block, cell, group, heading, row, text } from '../model.ts';
import type { Sentences } from '../sentences.ts';

const UNASKED: ReadonlySet<ItemState> = new Set<ItemState>(['notAsked', 'outOfScope']);

const MARKS: Readonly<Record<ItemState, MarkName>> = {
  yes: 'circle',
  partial: 'triangle',
  no: 'cross',
  unknown: 'question',
  unanswered: 'dash',
  notApplicable: 'slash',
  notAsked: 'dash',
  outOfScope: 'slash',
};

/** Documents the asked questions rest on, in the order they are first cited. */
export function citedSources({ assessment, catalog }: ReportInput): readonly string[] {
  const asked = new Set(assessment.items.filter(({ state }) => !UNASKED.has(state)).map(({ id }) => id));
  return [
    ...new Set(
      catalog.items.filter(({ id }) => asked.has(id)).flatMap(({ sources }) => sources.map(({ doc }) => doc)),
    ),
  ];
}

/** English questions are the longer ones, Japanese words of certainty are. */
const WIDTHS: Readonly<Record<Lang, readonly [number, number, number]>> = {
  ja: [262, 98, 133],
  en: [272, 90, 131],
};

/** Every question that was asked, with its answer, its note, its evidence and what it rests on. */
export function answersTable(
  input: ReportInput,
  sentences: Sentences,
  sources: readonly string[],
): readonly Block[] {
  const { t } = sentences;
  const { assessment, texts } = input;
  const [question, answer, source] = WIDTHS[input.words.lang];
  const columns = [
    { title: t('pdf.answers.question'), width: question },
    { title: t('pdf.answers.answer'), width: answer },
    { title: t('pdf.answers.source'), width: source },
  ];
  const rows: Row[] = [];
  let section = '';
  for (const result of assessment.items) {
    if (UNASKED.has(result.state)) continue;
    const key = `${result.checklist}/${result.section}`;
    if (key !== section)
      rows.push(group(texts.checklists[result.checklist]?.sections[result.section] ?? key));
    section = key;
    rows.push(answerRow(input, sentences, result, sources));
  }
  if (rows.length === 0) return [];
  const hidden = (input.hide ?? []).map((what) => t(`pdf.hidden.${what}`));
  return [
    heading(t('pdf.answers.title')),
    ...(hidden.length === 0 ? [] : [text(t('pdf.hidden.said', { what: sentences.join(hidden) }), 'note')]),
    { kind: 'table', columns, rows },
  ];
}

function answerRow(
  input: ReportInput,
  sentences: Sentences,
  result: ItemResult,
  sources: readonly string[],
): Row {
  const { t } = sentences;
  const answer = input.answers.answers.get(result.id);
  const shows = (what: 'notes' | 'evidence'): boolean => input.hide?.includes(what) !== true;
  const note = (key: KeyBelow<'pdf.answers'>, content: string | null | undefined): readonly Piece[] =>
    content === null || content === undefined
      ? []
      : [{ text: t(`pdf.answers.${key}`, { text: content }), tone: 'note' }];
  const refused = result.reason?.code === 'not-applicable-refused' ? sentences.reason(result.reason) : null;
  return row(
    {
      pieces: [
        { text: sentences.question(result.id), tone: 'body' },
        ...note('reason', answer?.reason),
        ...(shows('notes') ? note('note', answer?.note) : []),
        ...(shows('evidence')
          ? (answer?.evidence ?? []).flatMap((one) => note('evidence', evidenceLine(one, sentences)))
          : []),
        ...(refused === null ? [] : [{ text: refused, tone: 'note' as const }]),
      ],
    },
    answerCell(input, sentences, result),
    sourceCell(input, sentences, result, sources),
  );
}

function answerCell({ answers }: ReportInput, { t, date }: Sentences, { id, state }: ItemResult): Cell {
  const { basis = null, on = null } = answers.answers.get(id) ?? {};
  const how = [
    ...(basis === null ? [] : [t(`pdf.answers.basis.${basis}`)]),
    ...(on === null ? [] : [date(on)]),
  ];
  return {
    mark: MARKS[state],
    pieces: [
      { text: t(`report.state.${state}`), tone: 'body' },
      { text: how.join('\n'), tone: 'note' },
    ],
  };
}

function sourceCell(
  { catalog }: ReportInput,
  { t }: Sentences,
  { id, confidence }: ItemResult,
  sources: readonly string[],
): Cell {
  const cited = (catalog.items.find((item) => item.id === id)?.sources ?? []).map(
    ({ doc }) => `[${sources.indexOf(doc) + 1}]`,
  );
  return cell([t(`pdf.confidence.${confidence}`), ...new Set(cited)].join(' '), 'small');
}

/** What it is, where it lies, when it was seen. */
function evidenceLine({ what, where, file, seen }: Evidence, { t, date, join }: Sentences): string {
  const known = [
    ...[what, where, file].flatMap((part) => part ?? []),
    ...(seen === null ? [] : [t('pdf.answers.seen', { date: date(seen) })]),
  ];
  return join(known);
}
