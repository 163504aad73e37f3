import type { Sheet } from '../../../press/canvas/sheet.ts';
import { PAGE } from '../../../press/paper.ts';
import type { PresidentPage } from '../../document/model.ts';
import { type Block, DENSITIES, type Desk } from './president-block.ts';
import { approval, finePrint } from './president-foot.ts';
import { help } from './president-help.ts';
import { masthead, standing } from './president-standing.ts';
import { gist, starts, steps } from './president-steps.ts';

/** Space between two parts of the page: as much as there is, within these bounds. */
const GAP = { least: 10, most: 32 } as const;
const TOP = 36;

/**
 * Sets the page a president reads and signs: exactly one, whatever the answers. It is set with less and less air until
 * it fits; the tightest setting also limits the lines of each text, so that it always does.
 */
export function presidentPage(sheet: Sheet, page: PresidentPage, company: string): void {
  sheet.moveTo(TOP);
  sheet.bookmark(page.title, 1);
  const room = PAGE.bottom + 14 - TOP;
  let fitting: readonly Block[] = [];
  for (const density of DENSITIES) {
    fitting = setting({ sheet, page, company, density });
    if (heightOf(fitting) <= room) break;
  }
  const spare = (room - heightOf(fitting)) / Math.max(1, fitting.length - 1);
  const gap = Math.min(GAP.most, GAP.least + Math.max(0, spare));
  const foot = fitting.slice(-2);
  for (const block of fitting.slice(0, -2)) {
    block.draw(sheet.y());
    sheet.moveTo(sheet.y() + block.height + gap);
  }
  // The approval boxes and the small print stand at the foot of the page, where a hand looks for them.
  let y = TOP + room - foot.reduce((sum, block) => sum + block.height, 0) - GAP.least;
  for (const block of foot) {
    block.draw(y);
    y += block.height + GAP.least;
  }
}

const heightOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + block.height, 0) + GAP.least * Math.max(0, blocks.length - 1);

const setting = (desk: Desk): readonly Block[] =>
  [
    masthead(desk),
    steps(desk),
    starts(desk),
    gist(desk),
    standing(desk),
    help(desk),
    approval(desk),
    finePrint(desk),
  ].filter((block) => block.height > 0);
