import type { Row } from '../../press/tables/rows.ts';
import { cell, type Part, row, text } from '../../report/document/model.ts';
import { describeFinding } from '../../report/finding.ts';
import { failuresIn, notedIn } from '../rows/rows-file.ts';
import { FILES } from '../written/output.ts';
import type { PortfolioInput } from './input.ts';

const MOST = 40;

/** Files that gave no result: whom nothing above speaks of. */
export function unreadPart(input: PortfolioInput): Part {
  const { t } = input.words;
  const { failed } = input.standings.files;
  return {
    id: 'unread',
    title: t('portfolio.pdf.unread.title'),
    lead: t('portfolio.pdf.unread.lead', { n: failed, file: FILES.errors }),
    freshSheet: false,
    blocks: tableOf(input, failuresIn(input.rows)),
  };
}

/**
 * What was passed over in silence otherwise: YAML of other kinds in the folder, and clients held against nothing because
 * the file of the round before could not be read. `null` = there is none.
 */
export function leftOutPart(input: PortfolioInput): Part | null {
  const { t } = input.words;
  const blocks = tableOf(input, notedIn(input.rows, ['file-not-answers', 'batch-since-unread']));
  if (blocks.length === 0) return null;
  return {
    id: 'left-out',
    title: t('portfolio.pdf.leftOut.title'),
    lead: t('portfolio.pdf.leftOut.lead', { file: FILES.errors }),
    freshSheet: false,
    blocks,
  };
}

type Noted = ReturnType<typeof failuresIn>;

/** The first of them with what is to say of each, and how many more there are; nothing where there is none. */
function tableOf({ words, texts }: PortfolioInput, noted: Noted): Part['blocks'] {
  const { t } = words;
  const shown: Row[] = [];
  let n = 0;
  for (const { path, finding } of noted) {
    n++;
    if (n > MOST) continue;
    const { location } = finding;
    const place = location === null ? path : `${path}:${location.line}:${location.column}`;
    shown.push(row(cell(place), cell(describeFinding(finding, texts, words))));
  }
  if (n === 0) return [];
  const columns = [
    { title: t('portfolio.column.place'), width: 190 },
    { title: t('portfolio.column.message'), width: 303 },
  ];
  const more = n > MOST ? [text(t('portfolio.pdf.unread.more', { n: n - MOST }), 'note')] : [];
  return [{ kind: 'table', columns, rows: shown }, ...more];
}
