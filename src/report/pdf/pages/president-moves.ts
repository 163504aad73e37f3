import { COLOR, TYPE } from '../../document/look.ts';
import type { Move } from '../../document/model.ts';
import {
  type Block,
  beside,
  type Desk,
  EMPTY,
  part,
  stacked,
  styleOf,
  textBlock,
} from './president-block.ts';

/** The next three moves: what, who by role, until when, how much work. */
export function moves(desk: Desk): Block {
  const { title, none, moves: next } = desk.page.moves;
  const body =
    next.length === 0
      ? textBlock(desk, none, TYPE.body, { maxLines: 2 })
      : stacked(
          next.map((move, i) => moveRow(desk, move, i + 1)),
          4,
        );
  return part(desk, title, body);
}

function moveRow(desk: Desk, move: Move, n: number): Block {
  const { pen, tags, left, width } = desk.sheet;
  const side = 158;
  const textWidth = width - 26 - side - 14;
  const x = left + 26;
  const title = textBlock(desk, move.title, TYPE.bodyBold, {
    x,
    width: textWidth,
    maxLines: desk.density.maxLines,
  });
  const basis = textBlock(desk, move.basis, TYPE.note, {
    x,
    width: textWidth,
    maxLines: desk.density.basisLines,
  });
  const sideX = left + width - side;
  const who = textBlock(desk, move.who, TYPE.bodyBold, { x: sideX, width: side, maxLines: 2 });
  const much = textBlock(desk, move.much, TYPE.note, { x: sideX, width: side, maxLines: 2 });
  const body = beside([stacked([title, basis]), stacked([who, much])]);
  const numeral = styleOf(desk, TYPE.numeral);
  return {
    height: Math.max(body.height, numeral.leading) + 3,
    draw: (y) => {
      if (n > 1) {
        tags.artifact(() =>
          pen.line(left, y - 2, left + width, y - 2, { width: 0.4, color: COLOR.hairline }),
        );
      }
      tags.leaf('P', () => pen.text(String(n), left + 2, y, numeral));
      body.draw(y);
    },
  };
}

/** Two places to turn to. */
export function help(desk: Desk): Block {
  const { title, desks: entries } = desk.page.help;
  if (entries.length === 0) return EMPTY;
  const { deskDoes, contacts } = desk.density;
  const column = (desk.sheet.width - 24) / 2;
  const blocks = entries.map((entry, i) => {
    const x = desk.sheet.left + i * (column + 24);
    return stacked([
      textBlock(desk, entry.name, TYPE.bodyBold, { x, width: column, maxLines: 2 }),
      deskDoes ? textBlock(desk, entry.what, TYPE.note, { x, width: column }) : EMPTY,
      // An address cut short is worse than none.
      ...entry.contacts
        .slice(0, contacts)
        .map((contact) => textBlock(desk, contact, TYPE.noteInk, { x, width: column })),
    ]);
  });
  return part(desk, title, beside(blocks));
}
