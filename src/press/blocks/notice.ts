import type { Sheet } from '../canvas/sheet.ts';
import { COLOR, TYPE } from '../look.ts';
import { drawHere } from './paragraph.ts';

const NOTICE_PADDING = 14;

export const noticeHeight = (sheet: Sheet, text: string): number =>
  sheet.pen.lines(text, sheet.width - 28, TYPE.bodyBold).length * TYPE.bodyBold.leading + NOTICE_PADDING;

/** A tinted band with one sentence the reader must not miss. */
export function notice(sheet: Sheet, text: string): void {
  const lines = sheet.pen.lines(text, sheet.width - 28, TYPE.bodyBold);
  const height = noticeHeight(sheet, text);
  sheet.keep(height);
  const top = sheet.y();
  sheet.tags.artifact(() => {
    sheet.pen.fill(sheet.left, top, sheet.width, height, COLOR.wash);
    sheet.pen.fill(sheet.left, top, 3, height, COLOR.accent);
  });
  sheet.moveTo(top + NOTICE_PADDING / 2);
  sheet.tags.leaf('P', () => drawHere(sheet, lines, TYPE.bodyBold, sheet.left + 15));
  sheet.moveTo(top + height + 8);
}
