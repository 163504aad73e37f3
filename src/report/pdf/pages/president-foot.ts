import { COLOR, TYPE } from '../../../press/look.ts';
import { PAGE } from '../../../press/paper.ts';
import { type Block, type Desk, stacked, textBlock } from './president-block.ts';

const SEAL = { width: 66, height: 62, label: 15 } as const;

/** Boxes for the seals of who made, checked and approved the plan, and what the approval means. */
export function approval(desk: Desk): Block {
  const { title, means, boxes, date, alt } = desk.page.approval;
  const { pen, tags, left, width } = desk.sheet;
  const boxesWidth = boxes.length * SEAL.width;
  const sentence = textBlock(desk, means, TYPE.noteInk, { width: width - boxesWidth - 24 });
  const label = textBlock(desk, title, TYPE.label, { width: 200, tag: 'H2', maxLines: 1 });
  const drawBoxes = (y: number): void => {
    boxes.forEach((name, i) => {
      const x = PAGE.right - boxesWidth + i * SEAL.width;
      pen.fill(x, y, SEAL.width, SEAL.label, COLOR.wash);
      pen.box(x, y, SEAL.width, SEAL.height, { width: 0.7, color: COLOR.accent });
      pen.line(x, y + SEAL.label, x + SEAL.width, y + SEAL.label, { width: 0.4, color: COLOR.rule });
      pen.text(name, x + SEAL.width / 2, y + 0.5, TYPE.label, 'center');
      pen.text(date, x + SEAL.width - 5, y + SEAL.height - 12, TYPE.fine, 'right');
    });
  };
  return {
    height: Math.max(SEAL.height, sentence.height + label.height + 2),
    draw: (y) => {
      label.draw(y);
      sentence.draw(y + label.height + 2);
      tags.leaf('Figure', () => drawBoxes(y), {
        alt,
        bbox: [PAGE.right - boxesWidth, y, left + width, y + SEAL.height],
        placement: 'Block',
      });
    },
  };
}

export function finePrint(desk: Desk): Block {
  const { pen, tags, left, width } = desk.sheet;
  const body = stacked(desk.page.fine.map((line) => textBlock(desk, line, TYPE.fine, { maxLines: 2 })));
  return {
    height: body.height + 5,
    draw: (y) => {
      tags.artifact(() => pen.line(left, y, left + width, y, { width: 0.4, color: COLOR.hairline }));
      body.draw(y + 5);
    },
  };
}
