import type { Sheet } from '../../report/pdf/canvas/page.ts';
import { fillState, STATES } from '../../report/pdf/charts.ts';
import { TYPE } from '../../report/pdf/tokens.ts';
import type { Words } from '../../words/messages.ts';

const HEIGHT = 20;

/** How each answer is drawn in a strip. */
export function stripLegend(sheet: Sheet, t: Words['t']): void {
  const { pen, left } = sheet;
  const top = sheet.y();
  sheet.tags.leaf('P', () => {
    let x = left;
    for (const state of STATES) {
      fillState(pen, state, { x, y: top + 3, width: 10, height: 7 });
      const label = t(`report.state.${state}`);
      pen.text(label, x + 14, top, TYPE.noteInk);
      x += 14 + pen.width(label, TYPE.noteInk) + 14;
    }
  });
  sheet.moveTo(top + HEIGHT);
}
