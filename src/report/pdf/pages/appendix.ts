import { wholePoints } from '../../../core/score.ts';
import type { ItemResult, ItemState, StateReason } from '../../../model/assessment.ts';
import { concerningLists } from '../../lists.ts';
import { heading, paragraph, partTitle } from '../blocks.ts';
import type { Sheet } from '../canvas/page.ts';
import type { PdfInput } from '../input.ts';
import type { MarkName } from '../marks.ts';
import type { Phrases } from '../phrases.ts';
import { cell, group, type Piece, type Row, row, table } from '../table.ts';
import { BODY_HEIGHT, TYPE } from '../tokens.ts';

const UNASKED: ReadonlySet<ItemState> = new Set<ItemState>(['notAsked', 'outOfScope']);

/** Everything behind the first pages: each answer, what was left out, the arithmetic, the sources. */
export function appendixPages(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  // The sheets before it are handed out: no answer of the company may stand on one of them.
  if (sheet.room() < BODY_HEIGHT) sheet.newPage();
  const { t } = phrases;
  partTitle(sheet, t('pdf.appendix.title'), t('pdf.appendix.lead'));
  const sources = citedSources(input);
  answersTable(sheet, input, phrases, sources);
  leftOut(sheet, input, phrases);
  formula(sheet, input, phrases);
  sourcesTable(sheet, input, phrases, sources);
  origin(sheet, input, phrases);
}

/** Documents the asked questions rest on, in the order they are first cited. */
function citedSources({ assessment, catalog }: PdfInput): readonly string[] {
  const asked = new Set(assessment.items.filter(({ state }) => !UNASKED.has(state)).map(({ id }) => id));
  return [
    ...new Set(
      catalog.items.filter(({ id }) => asked.has(id)).flatMap(({ sources }) => sources.map(({ doc }) => doc)),
    ),
  ];
}

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

function answersTable(sheet: Sheet, input: PdfInput, phrases: Phrases, sources: readonly string[]): void {
  const { t } = phrases;
  const { assessment, texts } = input;
  heading(sheet, t('pdf.answers.title'), 120);
  const columns = [
    { title: t('pdf.answers.question'), width: 257.28 },
    { title: t('pdf.answers.answer'), width: 84 },
    { title: t('pdf.answers.evidence'), width: 44 },
    { title: t('pdf.answers.source'), width: 108 },
  ];
  const rows: Row[] = [];
  let section = '';
  for (const result of assessment.items) {
    if (UNASKED.has(result.state)) continue;
    const key = `${result.checklist}/${result.section}`;
    if (key !== section)
      rows.push(group(texts.checklists[result.checklist]?.sections[result.section] ?? key));
    section = key;
    rows.push(answerRow(input, phrases, result, sources));
  }
  table(sheet, columns, rows);
}

function answerRow(input: PdfInput, phrases: Phrases, result: ItemResult, sources: readonly string[]): Row {
  const { t } = phrases;
  const answer = input.answers.answers.get(result.id);
  const note = (text: string | null | undefined, key: string): readonly Piece[] =>
    text === null || text === undefined
      ? []
      : [{ text: t(`pdf.answers.${key}`, { text }), style: TYPE.note }];
  const refused =
    result.reason?.code === 'not-applicable-refused'
      ? [{ text: phrases.reason(result.reason), style: TYPE.note }]
      : [];
  const cited = (input.catalog.items.find(({ id }) => id === result.id)?.sources ?? []).map(
    ({ doc }) => `[${sources.indexOf(doc) + 1}]`,
  );
  const { count } = result.evidence;
  return row(
    {
      pieces: [
        { text: phrases.question(result.id), style: TYPE.table },
        ...note(answer?.reason, 'reason'),
        ...note(answer?.note, 'note'),
        ...refused,
      ],
    },
    { mark: MARKS[result.state], pieces: [{ text: t(`report.state.${result.state}`), style: TYPE.table }] },
    cell(count === 0 ? '' : t('pdf.answers.evidenceCount', { n: count })),
    cell([t(`pdf.confidence.${result.confidence}`), ...new Set(cited)].join(' '), TYPE.noteInk),
  );
}

/** Items nobody was asked, together by their reason. */
function leftOut(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  const { t } = phrases;
  const byReason = new Map<string, string[]>();
  const concerning = new Set(concerningLists(input.assessment).map(({ id }) => id));
  for (const { state, reason, id, checklist } of input.assessment.items) {
    if (!UNASKED.has(state) || !concerning.has(checklist)) continue;
    const why = reasonOf(reason, phrases);
    byReason.set(why, [...(byReason.get(why) ?? []), id]);
  }
  if (byReason.size === 0) return;
  heading(sheet, t('pdf.leftOut.title'), 90);
  paragraph(sheet, t('pdf.leftOut.lead'), TYPE.body);
  sheet.space(6);
  const columns = [
    { title: t('pdf.leftOut.reason'), width: 200 },
    { title: t('pdf.leftOut.items'), width: sheet.width - 200 },
  ];
  const rows = [...byReason].map(([why, ids]) =>
    row(
      {
        pieces: [
          { text: why, style: TYPE.table },
          { text: t('pdf.leftOut.count', { n: ids.length }), style: TYPE.note },
        ],
      },
      cell(phrases.titles(ids, ids.length)),
    ),
  );
  table(sheet, columns, rows);
}

const reasonOf = (reason: StateReason | null, phrases: Phrases): string =>
  reason === null ? phrases.t('pdf.leftOut.unknown') : phrases.reason(reason);

function formula(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  const { t } = phrases;
  const { score } = input.assessment;
  const { severity } = input.catalog.weights;
  heading(sheet, t('pdf.formula.title'), 90);
  paragraph(sheet, t('pdf.formula.rule'), TYPE.body);
  paragraph(sheet, t('pdf.formula.weights', { ...severity }), TYPE.body);
  sheet.space(4);
  if (phrases.rangeNow === null || score.low === null || score.high === null) {
    paragraph(sheet, phrases.rangeSentence(), TYPE.bodyBold);
    return;
  }
  const line = (key: 'low' | 'high', sum: number, points: number): string =>
    t(`pdf.formula.${key}`, {
      sum,
      weight: score.weight,
      exact: points.toFixed(1),
      points: wholePoints(points),
    });
  paragraph(sheet, line('low', score.sumLow, score.low), TYPE.bodyBold);
  paragraph(sheet, line('high', score.sumHigh, score.high), TYPE.bodyBold);
}

function sourcesTable(sheet: Sheet, input: PdfInput, phrases: Phrases, sources: readonly string[]): void {
  const { t, date } = phrases;
  if (sources.length === 0) return;
  heading(sheet, t('pdf.sources.title'), 100);
  paragraph(sheet, t('pdf.sources.confidence'), TYPE.body);
  sheet.space(6);
  const columns = [
    { title: t('pdf.sources.number'), width: 34 },
    { title: t('pdf.sources.document'), width: 255.28 },
    { title: t('pdf.sources.edition'), width: 114 },
    { title: t('pdf.sources.asOf'), width: 90 },
  ];
  const rows = sources.map((id, i) => {
    const source = input.texts.sources[id];
    if (source === undefined) return row(cell(`[${i + 1}]`), cell(id), cell(''), cell(''));
    return row(
      cell(`[${i + 1}]`),
      {
        pieces: [
          { text: source.title, style: TYPE.table },
          { text: source.publisher, style: TYPE.note },
          { text: source.note ?? '', style: TYPE.note },
        ],
      },
      {
        pieces: [
          { text: source.edition, style: TYPE.table },
          { text: source.date === NO_DATE ? '' : source.date, style: TYPE.note },
        ],
      },
      cell(date(source.asOf)),
    );
  });
  table(sheet, columns, rows);
}

/** Stands in the catalogue where a document bears no date. */
const NO_DATE = '—';

/** What this document was made from, so that anyone can make it again. */
function origin(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  const { t, date } = phrases;
  const { assessment, texts } = input;
  heading(sheet, t('pdf.origin.title'), 80);
  const lines = [
    t('pdf.origin.made', { version: assessment.tool.version, date: date(assessment.asOf) }),
    t('report.editions', { editions: phrases.editions() }),
    ...phrases.ownChecklists(),
    assessment.source === null
      ? t('pdf.origin.noFile')
      : t('pdf.origin.sha', { sha: assessment.source.sha256 }),
  ];
  for (const line of lines) paragraph(sheet, line, TYPE.noteInk);
  sheet.space(6);
  for (const { id } of concerningLists(assessment)) {
    const statement = texts.checklists[id]?.statement;
    if (statement !== undefined) paragraph(sheet, statement, TYPE.noteInk);
    sheet.space(4);
  }
}
