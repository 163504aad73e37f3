import { COLOR, TYPE } from '../../../press/look.ts';
import type { StepRow } from '../../document/model.ts';
import { type Block, type Desk, EMPTY, part, stacked, styleOf, textBlock } from './president-block.ts';

/** Shares of what a number and a date leave of the page's width. */
const SHARES = { what: 155, step: 175, who: 76 } as const;
const NUMBER = 15;
const GUTTER = 9;
const PAD = 3;

type Column = 'number' | keyof typeof SHARES | 'due';

interface Place {
  readonly x: number;
  readonly width: number;
}

/** What is so, beside what begins to mend it, who does it and until when. */
export function steps(desk: Desk): Block {
  const { title, columns, rows, none } = desk.page.steps;
  if (rows.length === 0) return part(desk, title, textBlock(desk, none, TYPE.body, { maxLines: 2 }));
  const places = placesOf(desk);
  const body = [header(desk, columns, places), ...rows.map((row) => stepRow(desk, row, places))];
  const table = stacked(body);
  return part(desk, title, {
    height: table.height,
    draw: (y) => desk.sheet.tags.within('Table', () => table.draw(y)),
  });
}

/** A date never breaks: its column is as wide as the longest. */
function placesOf(desk: Desk): Readonly<Record<Column, Place>> {
  const { pen, left, width } = desk.sheet;
  const { columns, rows } = desk.page.steps;
  const style = styleOf(desk, TYPE.tableBold);
  const due =
    3 + Math.max(pen.width(columns.due, TYPE.label), ...rows.map((row) => pen.width(row.due, style)));
  const total = SHARES.what + SHARES.step + SHARES.who;
  const shareOf = (column: keyof typeof SHARES): number => ((width - NUMBER - due) * SHARES[column]) / total;
  const what = { x: left + NUMBER, width: shareOf('what') - GUTTER };
  const step = { x: what.x + shareOf('what'), width: shareOf('step') - GUTTER };
  const who = { x: step.x + shareOf('step'), width: shareOf('who') - GUTTER };
  const place = { number: { x: left, width: NUMBER }, what, step, who };
  return { ...place, due: { x: left + width - due, width: due } };
}

/** The column of numbers has no title: a header cell says nothing to whoever hears it. */
function header(
  desk: Desk,
  titles: Readonly<Record<'what' | 'step' | 'who' | 'due', string>>,
  places: Readonly<Record<Column, Place>>,
): Block {
  const { pen, tags, left, width } = desk.sheet;
  const height = TYPE.label.leading + 4;
  const titled = ['what', 'step', 'who', 'due'] as const;
  return {
    height,
    draw: (y) => {
      tags.artifact(() => pen.fill(left, y, width, height, COLOR.wash));
      tags.within('TR', () => {
        titled.forEach((column, i) => {
          // The number belongs to what it numbers: the first title stands over both.
          tags.headerCell('Column', i === 0 ? 2 : 1, () =>
            pen.text(titles[column], places[column].x, y + 2, TYPE.label),
          );
        });
      });
    },
  };
}

function stepRow(desk: Desk, row: StepRow, places: Readonly<Record<Column, Place>>): Block {
  const { maxLines, basisLines } = desk.density;
  const cells: readonly Block[] = [
    cell(desk, places.number, row.number ?? '', TYPE.bodyBold, '', 1, 0),
    cell(desk, places.what, row.what, TYPE.bodyBold, row.whatNote, maxLines, basisLines),
    cell(desk, places.step, row.step, TYPE.body, row.stepNote, maxLines, 1),
    cell(desk, places.who, row.who, TYPE.table, '', maxLines, 0),
    cell(desk, places.due, row.due, TYPE.tableBold, row.dueNote, 2, 1),
  ];
  const { pen, tags, left, width } = desk.sheet;
  const height = Math.max(...cells.map((block) => block.height)) + 2 * PAD;
  return {
    height,
    draw: (y) => {
      tags.artifact(() =>
        pen.line(left, y + height, left + width, y + height, { width: 0.4, color: COLOR.hairline }),
      );
      tags.within('TR', () => {
        for (const block of cells) tags.within('TD', () => block.draw(y + PAD));
      });
    },
  };
}

function cell(
  desk: Desk,
  { x, width }: Place,
  text: string,
  style: (typeof TYPE)[keyof typeof TYPE],
  note: string,
  maxLines: number,
  noteLines: number,
): Block {
  return stacked([
    text === '' ? EMPTY : textBlock(desk, text, style, { x, width, maxLines }),
    note === '' || noteLines === 0
      ? EMPTY
      : textBlock(desk, note, TYPE.note, { x, width, maxLines: noteLines }),
  ]);
}

/** What an approval sets going; the first page alone also says what the law says. */
export function starts(desk: Desk): Block {
  const { title, lines } = desk.page.starts;
  const style = desk.density.strip ? TYPE.lead : TYPE.table;
  const said = lines.map((line) => textBlock(desk, line, style, { maxLines: 2 }));
  return part(desk, title, stacked(said));
}

export function gist(desk: Desk): Block {
  const { gist: told } = desk.page;
  if (told === null) return EMPTY;
  const { gistLines, gistReasons } = desk.density;
  const said = told.lines.map(({ whole, short }) =>
    textBlock(desk, gistReasons ? whole : short, TYPE.noteInk, { maxLines: gistLines }),
  );
  return part(desk, told.title, stacked(said, 2));
}
