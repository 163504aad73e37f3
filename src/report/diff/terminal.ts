import { displayWidth, padColumns } from '../../words/width.ts';
import { describeFinding } from '../finding.ts';
import { createPage, type Page, type Terminal } from '../terminal/page.ts';
import type { Chapter } from './chapter.ts';
import { chaptersOf } from './chapters.ts';
import type { DiffInput } from './input.ts';
import { type Ledger, ledgerOf, signedWhole } from './ledger.ts';
import { isUnchanged, openingOf, withoutPoints } from './opening.ts';

export interface DiffTerminalInput extends DiffInput {
  readonly terminal: Terminal;
  readonly verbose: boolean;
}

/** Rows of one chapter on a screen; the rest is counted. */
const SHOWN = 8;

/** What changed and why, on a screen. */
export function diffTerminal(input: DiffTerminalInput): string {
  const { words, terminal, comparison, texts } = input;
  const page = createPage(terminal);
  const { company, sides, comparability } = openingOf(input);
  page.text([words.t('diff.title'), company].filter((p) => p !== null).join('  '), {
    paint: terminal.paint.bold,
  });
  page.text(sides);
  page.text(comparability);
  for (const finding of comparison.diagnostics) {
    page.text(describeFinding(finding, texts, words), { mark: '!', paint: terminal.paint.yellow });
  }
  if (isUnchanged(input)) {
    page.gap();
    page.text(words.t('diff.nothing'));
  } else {
    points(page, input);
    for (const chapter of chaptersOf(input)) show(page, chapter, input);
  }
  page.gap();
  page.text(words.t('report.disclaimer'), { paint: terminal.paint.dim });
  return page.toString();
}

function points(page: Page, input: DiffTerminalInput): void {
  const { words } = input;
  const instead = withoutPoints(input);
  const ledger = ledgerOf(input);
  if (instead === null && ledger === null) return;
  page.heading(words.t('diff.points'));
  if (instead !== null) page.text(instead);
  if (ledger !== null) account(page, ledger, input);
}

/** Columns of numbers that can be added up: before, what each cause did, now. */
function account(
  page: Page,
  { before, rows, after, scope }: Ledger,
  { words, terminal }: DiffTerminalInput,
): void {
  const lines = [
    ['', words.t('diff.low'), words.t('diff.high')],
    [words.t('diff.before'), String(before.low), String(before.high)],
    ...rows.map(({ label, by }) => [`  ${label}`, signedWhole(by.low), signedWhole(by.high)]),
    [words.t('diff.after'), String(after.low), String(after.high)],
  ] as const;
  const first = Math.max(...lines.map(([label = '']) => displayWidth(label)));
  for (const [label = '', low = '', high = ''] of lines) {
    page.raw(`${padColumns(label, first)}${right(low)}${right(high)}`);
  }
  if (scope !== null) page.text(scope, { paint: terminal.paint.dim });
}

const COLUMN = 11;
const right = (text: string): string => ' '.repeat(Math.max(1, COLUMN - displayWidth(text))) + text;

function show(
  page: Page,
  { title, lead, rows }: Chapter,
  { words, terminal, verbose }: DiffTerminalInput,
): void {
  page.heading(title);
  if (lead !== null) page.text(lead);
  const shown = verbose ? rows : rows.slice(0, SHOWN);
  for (const { text, note } of shown) {
    page.text(text, { mark: '-' });
    if (note !== null) page.text(note, { mark: ' ', paint: terminal.paint.dim });
  }
  const more = rows.length - shown.length;
  if (more > 0) page.text(words.t('diff.more', { n: more }), { paint: terminal.paint.dim });
}
