import type { Task } from '../../../model/assessment.ts';
import { COLOR, TYPE } from '../tokens.ts';
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
  const { t } = desk.phrases;
  const tasks = moveTasks(desk);
  const body =
    tasks.length === 0
      ? textBlock(desk, t('pdf.president.noMoves'), TYPE.body, { maxLines: 2 })
      : stacked(
          tasks.map((task, i) => moveRow(desk, task, i + 1)),
          4,
        );
  return part(
    desk,
    tasks.length === 0 ? t('pdf.president.noMovesTitle') : t('pdf.president.moves', { n: tasks.length }),
    body,
  );
}

function moveTasks({ input }: Desk): readonly Task[] {
  const all = input.assessment.plan.waves.flatMap((wave) => wave.tasks);
  return input.assessment.headline.moves.flatMap((id) => all.find((task) => task.id === id) ?? []);
}

function moveRow(desk: Desk, task: Task, n: number): Block {
  const { t, taskTitle, taskBasis, role, shortDate, effort, cost } = desk.phrases;
  const { pen, tags, left, width } = desk.sheet;
  const side = 158;
  const textWidth = width - 26 - side - 14;
  const x = left + 26;
  const title = textBlock(desk, taskTitle(task), TYPE.bodyBold, {
    x,
    width: textWidth,
    maxLines: desk.density.maxLines,
  });
  const basis = textBlock(desk, taskBasis(task, 3), TYPE.note, {
    x,
    width: textWidth,
    maxLines: desk.density.detailLines > 1 ? 2 : 1,
  });
  const sideX = left + width - side;
  const who = textBlock(
    desk,
    t('pdf.president.whoWhen', { role: role(task.role), date: shortDate(task.due) }),
    TYPE.bodyBold,
    { x: sideX, width: side, maxLines: 2 },
  );
  const much = textBlock(desk, [effort(task.effort), cost(task)].join(t('pdf.dot')), TYPE.note, {
    x: sideX,
    width: side,
    maxLines: 1,
  });
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
  const { t, headlineHelp, contacts } = desk.phrases;
  const entries = headlineHelp();
  if (entries.length === 0) return EMPTY;
  const { detailLines } = desk.density;
  const column = (desk.sheet.width - 24) / 2;
  const blocks = entries.map((entry, i) => {
    const x = desk.sheet.left + i * (column + 24);
    return stacked([
      textBlock(desk, entry.name, TYPE.bodyBold, { x, width: column, maxLines: 2 }),
      textBlock(desk, entry.what, TYPE.note, {
        x,
        width: column,
        maxLines: detailLines,
      }),
      // An address cut short is worse than none.
      ...contacts(entry)
        .slice(0, detailLines > 1 ? 2 : 1)
        .map((contact) => textBlock(desk, contact, TYPE.noteInk, { x, width: column })),
    ]);
  });
  return part(desk, t('pdf.president.help'), beside(blocks));
}
