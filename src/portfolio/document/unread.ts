import { cell, type Part, type Row, row, text } from '../../report/document/model.ts';
import { describeFinding } from '../../report/finding.ts';
import { FILES } from '../output.ts';
import { failuresIn } from '../rows-file.ts';
import type { PortfolioInput } from './input.ts';

const MOST = 40;

/** Files that gave no result: whom nothing above speaks of. */
export function unreadPart(input: PortfolioInput): Part {
  const { t } = input.words;
  const { failed } = input.standings.files;
  return {
    ...{ id: 'unread', title: t('portfolio.pdf.unread.title') },
    lead: t('portfolio.pdf.unread.lead', { n: failed, file: FILES.errors }),
    freshSheet: false,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: t('portfolio.column.place'), width: 190 },
          { title: t('portfolio.column.message'), width: 303 },
        ],
        rows: unreadRows(input),
      },
      ...(failed > MOST ? [text(t('portfolio.pdf.unread.more', { n: failed - MOST }), 'note')] : []),
    ],
  };
}

function unreadRows({ words, texts, rows }: PortfolioInput): readonly Row[] {
  const shown: Row[] = [];
  for (const { path, finding } of failuresIn(rows)) {
    if (shown.length === MOST) break;
    const { location } = finding;
    const place = location === null ? path : `${path}:${location.line}:${location.column}`;
    shown.push(row(cell(place), cell(describeFinding(finding, texts, words))));
  }
  return shown;
}
