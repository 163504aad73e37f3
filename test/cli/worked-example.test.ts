import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assessment, Score } from '../../src/model/assessment.ts';
import { ROOT, runCli } from './run-cli.ts';

/** The example worked by hand in docs/scoring.md, held to what the program prints. */
const [japanese = '', english = ''] = (
  readFileSync(join(ROOT, 'docs/scoring.md'), 'utf8').split('\n## 10 · ')[1] ?? ''
).split('\n### In English');

/** The rows of the table whose first cells are names in code style; a cell's number is its last one, after any sum. */
function rows(text: string, names: readonly string[]): readonly (readonly string[])[] {
  return text
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first = '']) => names.includes(first.replaceAll('`', '')));
}
const number = (cell: string | undefined): number | null => {
  const found = (cell ?? '').match(/-?\d+(\.\d+)?/g)?.at(-1);
  return found === undefined ? null : Number(found);
};
const word = (cell: string | undefined): string => (cell ?? '').replaceAll('`', '');

let result: Assessment;
beforeAll(async () => {
  const [, line = ''] = /```\nwazamori (.*)\n```/.exec(japanese) ?? [];
  const ran = await runCli(line.split(' '), ROOT);
  expect(ran.status).toBe(0);
  result = JSON.parse(ran.stdout);
});

const sums = ({ weight, sumLow, sumHigh, low, high }: Score) => [weight, sumLow, sumHigh, low, high];
const sumsIn = (row: readonly string[], from: number) => row.slice(from, from + 5).map(number);

describe.each([
  ['Japanese', japanese],
  ['English', english],
])('the example worked by hand, %s', (_, text) => {
  it('ten questions', () => {
    const written = rows(
      text,
      result.items.map(({ id }) => id),
    ).filter((row) => row.length === 8);
    expect(written).toHaveLength(10);
    expect(
      written.map((row) => [word(row[0]), word(row[1]), ...row.slice(2, 3).concat(row.slice(4)).map(number)]),
    ).toEqual(
      result.items.map(({ id, section, weight, low, high }) => [
        ...[id, section, weight, low, high],
        ...(low === null || high === null ? [null, null] : [weight * low, weight * high]),
      ]),
    );
  });

  it('sections and the whole', () => {
    const sections = result.checklists.find(({ id }) => id === 'example')?.sections ?? [];
    expect(
      rows(text, ['making', 'keeping', 'overall']).map((row) => [word(row[0]), ...sumsIn(row, 1)]),
    ).toEqual([...sections.map(({ id, score }) => [id, ...sums(score)]), ['overall', ...sums(result.score)]]);
  });

  it('three routes', () => {
    const asked = result.routes.filter(({ residual }) => residual !== null);
    const written = rows(
      text,
      asked.map(({ id }) => id),
    ).map((row) => [word(row[0]), number(row[1]), ...sumsIn(row, 2), number(row[7]), number(row[8])]);
    const found = asked.map((r) => [r.id, r.exposure, ...sums(r.score), r.residual?.low, r.residual?.high]);
    expect(written).toHaveLength(3);
    expect([...written].sort()).toEqual([...found].sort());
  });

  it('gaps in their order, each by its formula', () => {
    const written = rows(
      text,
      result.gaps.map(({ item }) => item),
    ).filter((row) => row.length === 3);
    expect(written.map((row) => [word(row[0]), number(row[2])])).toEqual(
      result.gaps.map(({ item, points }) => [item, points]),
    );
    for (const [, formula = '', points] of written) expect(worked(formula)).toBe(number(points));
  });

  it('five actions with their dates', () => {
    const tasks = result.plan.waves.flatMap(({ id, tasks }) =>
      tasks.flatMap((task) => (task.kind === 'action' ? [{ ...task, wave: id }] : [])),
    );
    const written = rows(
      text,
      tasks.map(({ action }) => action ?? ''),
    );
    expect(written).toHaveLength(5);
    expect(
      written.map((row) => [word(row[0]), ...row.slice(1, 4).map(number), word(row[4]), row[5]]),
    ).toEqual(tasks.map((t) => [t.action, t.benefit, t.effort, t.priority, t.wave, t.due]));
  });

  it('room, what is placed, and where it leads', () => {
    const { waves, capacity } = result.plan;
    expect(capacity).toBe(1);
    let placed = 0;
    const found = waves.map(({ id, room, tasks, projected }) => {
      for (const task of tasks) if (task.kind !== 'first-step') placed += task.effort;
      return [id, room, placed, projected.low, projected.high, projected.unknown];
    });
    const written = rows(
      text,
      waves.map(({ id }) => id),
    ).map((row) => [word(row[0]), ...row.slice(1).map(number)]);
    expect(written).toEqual(found);
  });
});

/** `3 × (1 − 0.5) × 1.25`, worked out. */
function worked(formula: string): number {
  return formula
    .split('×')
    .map((factor) => {
      const [first = 0, second = 0] = (factor.match(/\d+(\.\d+)?/g) ?? []).map(Number);
      return factor.includes('−') ? first - second : first;
    })
    .reduce((product, factor) => product * factor, 1);
}
