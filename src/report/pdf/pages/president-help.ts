import { TYPE } from '../../../press/look.ts';
import { type Block, beside, type Desk, EMPTY, part, stacked, textBlock } from './president-block.ts';

/** Two places to turn to. */
export function help(desk: Desk): Block {
  const { title, desks: entries } = desk.page.help;
  if (entries.length === 0 || !desk.density.help) return EMPTY;
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
