import type { Sheet } from '../canvas/sheet.ts';
import { COLOR, type TextStyle, TYPE } from '../look.ts';
import { flow } from './paragraph.ts';

/** A list of sentences, each behind a small square. */
export function bullets(sheet: Sheet, texts: readonly string[], style: TextStyle = TYPE.table): void {
  sheet.tags.within('L', () => {
    for (const text of texts) {
      const lines = sheet.pen.lines(text, sheet.width - 12, style);
      sheet.keep(style.leading * Math.min(2, lines.length));
      const top = sheet.y();
      sheet.tags.artifact(() =>
        sheet.pen.fill(sheet.left + 2, top + style.leading / 2 - 1.5, 3, 3, COLOR.accent),
      );
      sheet.tags.within('LI', () => {
        sheet.tags.element('LBody', (node) => flow(sheet, node, lines, sheet.left + 12, style));
      });
      sheet.space(2);
    }
  });
}
