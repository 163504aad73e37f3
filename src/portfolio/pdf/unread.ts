import { describeFinding } from '../../report/finding.ts';
import { heading, paragraph } from '../../report/pdf/blocks.ts';
import type { Sheet } from '../../report/pdf/canvas/page.ts';
import { cell, row, table } from '../../report/pdf/table.ts';
import { BODY_WIDTH, TYPE } from '../../report/pdf/tokens.ts';
import { FILES } from '../output.ts';
import { failuresIn } from '../rows-file.ts';
import type { PortfolioInput } from './input.ts';

const MOST = 40;

/** Files that gave no result: whom nothing above speaks of. */
export function unreadPart(sheet: Sheet, input: PortfolioInput): void {
  const { words, texts, rows, standings } = input;
  const { t } = words;
  const { failed } = standings.files;
  const shown: ReturnType<typeof row>[] = [];
  for (const { path, finding } of failuresIn(rows)) {
    if (shown.length === MOST) break;
    const { location } = finding;
    const place = location === null ? path : `${path}:${location.line}:${location.column}`;
    shown.push(row(cell(place), cell(describeFinding(finding, texts, words))));
  }
  heading(sheet, t('portfolio.pdf.unread.title'), 80);
  paragraph(sheet, t('portfolio.pdf.unread.lead', { n: failed, file: FILES.errors }), TYPE.note);
  sheet.space(4);
  table(
    sheet,
    [
      { title: t('portfolio.column.place'), width: 190 },
      { title: t('portfolio.column.message'), width: BODY_WIDTH - 190 },
    ],
    shown,
  );
  if (failed > MOST) paragraph(sheet, t('portfolio.pdf.unread.more', { n: failed - MOST }), TYPE.note);
}
