import { wholePoints } from '../../../core/score/score.ts';
import type { SourceTexts } from '../../../model/catalog-texts.ts';
import { concerningLists } from '../../lists.ts';
import type { ReportInput } from '../input.ts';
import { type Block, cell, heading, type Part, row, text } from '../model.ts';
import type { Sentences } from '../sentences.ts';
import { answersTable, citedSources } from './answers.ts';
import { glossaryBlocks } from './glossary.ts';

/** Everything behind the first pages: each answer, the arithmetic, the words, the sources. */
export function appendixPart(input: ReportInput, sentences: Sentences): Part {
  const { t } = sentences;
  const sources = citedSources(input);
  return {
    // The sheets before it are handed out: no answer of the company may stand on one of them.
    ...{ id: 'appendix', title: t('pdf.appendix.title'), lead: t('pdf.appendix.lead'), freshSheet: true },
    blocks: [
      ...answersTable(input, sentences, sources),
      ...formula(input, sentences),
      ...glossaryBlocks(input, sentences),
      ...sourcesTable(input, sentences, sources),
      ...origin(input, sentences),
    ],
  };
}

function formula(input: ReportInput, sentences: Sentences): readonly Block[] {
  const { t } = sentences;
  const { score } = input.assessment;
  const rule = [
    heading(t('pdf.formula.title')),
    text(t('pdf.formula.rule')),
    text(t('pdf.formula.weights', { ...input.catalog.weights.severity })),
  ];
  if (sentences.rangeNow === null || score.low === null || score.high === null) {
    return [...rule, text(sentences.rangeSentence(), 'strong')];
  }
  const line = (key: 'low' | 'high', sum: number, points: number): Block =>
    text(
      t(`pdf.formula.${key}`, {
        sum,
        weight: score.weight,
        exact: points.toFixed(1),
        points: wholePoints(points),
      }),
      'strong',
    );
  return [...rule, line('low', score.sumLow, score.low), line('high', score.sumHigh, score.high)];
}

/** The date of a document, where it has one its edition does not name already. */
function dateOf({ date, edition }: SourceTexts, sentences: Sentences): string {
  const [year, month, day] = (date.match(/\d+/g) ?? []).map(Number);
  const named = new Set((edition.match(/\d+/g) ?? []).map(Number));
  if (year === undefined || (named.has(year) && (day === undefined || named.has(day)))) return '';
  if (day !== undefined) return sentences.date(date);
  return month === undefined ? sentences.year(date) : sentences.month(date);
}

function sourcesTable(
  input: ReportInput,
  sentences: Sentences,
  sources: readonly string[],
): readonly Block[] {
  const { t, date } = sentences;
  if (sources.length === 0) return [];
  const columns = [
    { title: t('pdf.sources.number'), width: 34 },
    { title: t('pdf.sources.document'), width: 253 },
    { title: t('pdf.sources.edition'), width: 120 },
    { title: t('pdf.sources.asOf'), width: 86 },
  ];
  const rows = sources.map((id, i) => {
    const source = input.texts.sources[id];
    if (source === undefined) return row(cell(`[${i + 1}]`), cell(id), cell(''), cell(''));
    return row(
      cell(`[${i + 1}]`),
      {
        pieces: [
          { text: source.title, tone: 'body' },
          { text: source.publisher, tone: 'note' },
          { text: source.note ?? '', tone: 'note' },
        ],
      },
      {
        pieces: [
          { text: source.edition, tone: 'body' },
          { text: dateOf(source, sentences), tone: 'note' },
        ],
      },
      cell(date(source.asOf)),
    );
  });
  return [
    heading(t('pdf.sources.title')),
    text(t('pdf.sources.confidence')),
    { kind: 'table', columns, rows },
  ];
}

/** What this document was made from, so that anyone can make it again. */
function origin(input: ReportInput, sentences: Sentences): readonly Block[] {
  const { t, date } = sentences;
  const { assessment, texts } = input;
  const statements = concerningLists(assessment).flatMap(({ id }) => texts.checklists[id]?.statement ?? []);
  return [
    heading(t('pdf.origin.title')),
    ...[
      t('pdf.origin.made', { version: assessment.tool.version, date: date(assessment.asOf) }),
      t('report.editions', { editions: sentences.editions() }),
      ...sentences.ownChecklists(),
      assessment.source === null
        ? t('pdf.origin.noFile')
        : t('pdf.origin.sha', { sha: assessment.source.sha256 }),
      t('report.disclaimer'),
      ...statements,
    ].map((line) => text(line, 'small')),
  ];
}
