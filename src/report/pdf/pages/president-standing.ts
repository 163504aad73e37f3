import { COLOR, TYPE } from '../../../press/look.ts';
import { countStrip, fillState, rangeBar, STATES } from '../../document/figures/charts.ts';
import type { PointRange } from '../../document/sentences/standing.ts';
import { type Block, type Desk, EMPTY, part, stacked, textBlock } from './president-block.ts';

export function masthead(desk: Desk): Block {
  const { eyebrow, title, facts, warning } = desk.page;
  const said = warning === null ? [] : [textBlock(desk, warning, TYPE.bodyBold, { width: 400, maxLines: 2 })];
  return stacked(
    [
      textBlock(desk, eyebrow, TYPE.label, { width: 400, maxLines: 1 }),
      textBlock(desk, title, TYPE.title, { tag: 'H1', maxLines: 1 }),
      textBlock(desk, desk.company, { ...TYPE.heading, color: COLOR.ink }, { maxLines: 2 }),
      textBlock(desk, facts.join('　'), TYPE.note, { maxLines: 2 }),
      ...said,
    ],
    1,
  );
}

/** Where the company stands: counts and a range in words, then the same as a strip and a line. */
export function standing(desk: Desk): Block {
  const { title, counts, range, points } = desk.page.standing;
  const blocks = [
    textBlock(desk, counts, TYPE.leadBold, { maxLines: 2 }),
    textBlock(desk, range, desk.density.strip ? TYPE.lead : TYPE.table, { maxLines: 3 }),
    desk.density.strip ? strip(desk) : EMPTY,
  ];
  if (points !== null && desk.density.rangeBar) blocks.push(rangeFigure(desk, points));
  return part(desk, title, stacked(blocks, 2));
}

function strip(desk: Desk): Block {
  const { pen, tags, left, width } = desk.sheet;
  const { coverage, counts, states } = desk.page.standing;
  if (coverage.asked === 0) return EMPTY;
  const legend = (y: number): void => {
    let x = left;
    for (const state of STATES) {
      fillState(pen, state, { x, y: y + 3, width: 12, height: 8 });
      const label = `${states[state]} ${coverage[state]}`;
      pen.text(label, x + 17, y, TYPE.noteInk);
      x += 17 + pen.width(label, TYPE.noteInk) + 18;
    }
  };
  return {
    height: 5 + 17 + 4 + 14,
    draw: (y) => {
      tags.leaf(
        'Figure',
        () => {
          countStrip(pen, coverage, { x: left, y: y + 5, width, height: 17 }, true);
          legend(y + 26);
        },
        { alt: counts, bbox: [left, y, left + width, y + 40], placement: 'Block' },
      );
    },
  };
}

function rangeFigure(desk: Desk, points: PointRange): Block {
  const { pen, tags, left, width } = desk.sheet;
  const { rangeLabel: label, range } = desk.page.standing;
  const labelWidth = pen.width(label, TYPE.noteInk) + 12;
  return {
    height: 30,
    draw: (y) => {
      tags.leaf(
        'Figure',
        () => {
          pen.text(label, left, y + 5, TYPE.noteInk);
          rangeBar(pen, points.low, points.high, {
            x: left + labelWidth,
            y: y + 7,
            width: width - labelWidth,
            height: 9,
          });
        },
        { alt: range, bbox: [left, y, left + width, y + 30], placement: 'Block' },
      );
    },
  };
}
