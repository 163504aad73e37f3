import { describe, expect, it } from 'vitest';
import type { Task } from '../../../src/model/plan.ts';
import { reportDocument } from '../../../src/report/document/build.ts';
import type { ReportInput } from '../../../src/report/document/input.ts';
import type { Block, Part } from '../../../src/report/document/model.ts';
import { type FixtureOptions, fixture, PEOPLE } from '../pdf/fixture.ts';

const partOf = (input: ReportInput, id: string): Part => {
  const found = reportDocument(input).parts.find((part) => part.id === id);
  if (found === undefined) throw new Error(`no part ${id}`);
  return found;
};
const said = (blocks: readonly Block[]): string => JSON.stringify(blocks);
const part = (id: string, options: FixtureOptions = {}): string => said(partOf(fixture(options), id).blocks);

/** The same plan with its first task changed. */
function withTask(change: Partial<Task>): ReportInput {
  const input = fixture();
  const [now, ...later] = input.assessment.plan.waves;
  const [first, ...rest] = now?.tasks ?? [];
  if (now === undefined || first === undefined) throw new Error('the fixture has no plan');
  const waves = [{ ...now, tasks: [{ ...first, ...change }, ...rest] }, ...later];
  return { ...input, assessment: { ...input.assessment, plan: { ...input.assessment.plan, waves } } };
}

describe('the plan', () => {
  it.each([
    ['2026-11-20', 'todo', true],
    ['2026-11-20', 'done', false],
    ['2026-11-21', 'todo', false],
  ] as const)('due %s and %s: the date has passed %s', (due, status, late) => {
    const plan = said(partOf(withTask({ due, status }), 'plan').blocks);
    expect(plan.includes('期限が過ぎました')).toBe(late);
  });

  it('gives every date its year', () => {
    expect(said(partOf(withTask({ due: '2028-02-29' }), 'plan').blocks)).toContain('2028年2月29日');
  });

  it('names the list of each gap where they come from several', () => {
    const input = fixture();
    expect(said(partOf(input, 'plan').blocks)).not.toContain('（技術流出対策の点検）');
    const [first, ...rest] = input.assessment.items;
    const gap = input.assessment.gaps[0];
    const items = [first, ...rest].flatMap((item) =>
      item === undefined ? [] : [item.id === gap?.item ? { ...item, checklist: 'tics' } : item],
    );
    const several = { ...input, assessment: { ...input.assessment, items } };
    expect(said(partOf(several, 'plan').blocks)).toContain('（技術流出対策の点検）');
    expect(said(partOf(several, 'plan').blocks)).toContain('（tics）');
  });

  it('tells the way of the unknown, and what else is hatched', () => {
    const figure = partOf(fixture(), 'plan').blocks.find((block) => block.kind === 'figure');
    expect(figure?.kind === 'figure' ? figure.figure.alt : '').toMatch(/わからない 8→\d/);
    expect(part('plan')).toContain('まだ答えていない4問の分');
  });
});

describe('the cards', () => {
  it('are one for each action of the plan, with its steps and its gaps', () => {
    const cards = partOf(fixture(), 'cards').blocks.filter((block) => block.kind === 'card');
    const { waves } = fixture().assessment.plan;
    const planned = new Set(waves.flatMap(({ tasks }) => tasks.flatMap(({ action }) => action ?? [])));
    expect(cards).toHaveLength(planned.size);
    for (const card of cards) {
      const labels = card.kind === 'card' ? card.pairs.map(({ label }) => label) : [];
      expect(labels).toEqual(expect.arrayContaining(['片づく課題', 'はじめの一歩', '手順']));
    }
  });
});

describe('the cards of the standard set', () => {
  it('are those of the first two waves, in the order of the plan', () => {
    const input = fixture({ pages: 'standard' });
    const blocks = partOf(input, 'cards').blocks.filter((block) => block.kind === 'card');
    const first = input.assessment.plan.waves
      .slice(0, 2)
      .flatMap(({ tasks }) => tasks.flatMap(({ action }) => action ?? []));
    const titles = [...new Set(first)].map((id) => input.texts.actions[id]?.title);
    expect(blocks.map((card) => (card.kind === 'card' ? card.title : ''))).toEqual(titles.slice(0, 6));
  });

  it('begin a sheet each where they are handed out', () => {
    const kinds = partOf({ ...fixture({ pages: 'standard' }), handouts: true }, 'cards').blocks.map(
      ({ kind }) => kind,
    );
    const cards = kinds.filter((kind) => kind === 'card').length;
    expect(cards).toBeGreaterThan(1);
    expect(kinds.filter((kind) => kind === 'sheet')).toHaveLength(cards - 1);
  });
});

describe('what others must not see', () => {
  const LONG = '第2工場の共有棚には社外秘の印があるが';

  it('stands in the appendix unless it is hidden, and the copy says what it leaves out', () => {
    expect(part('appendix')).toContain(LONG);
    expect(part('appendix')).toContain('証拠：');
    const copy = said(partOf({ ...fixture(), hide: ['notes', 'evidence'] }, 'appendix').blocks);
    expect(copy).not.toContain(LONG);
    expect(copy).not.toContain('証拠：');
    expect(copy).toContain('この印刷物では、メモ、証拠を省いています');
  });

  it('is on no sheet that is handed out', () => {
    const asking = partOf({ ...fixture(), handouts: true }, 'asking');
    expect(asking.freshSheet).toBe(true);
    for (const name of PEOPLE) expect(said(asking.blocks)).not.toContain(name);
    expect(said(asking.blocks)).not.toContain(LONG);
  });
});

describe('hand-outs', () => {
  it('begin a sheet and the opening sentence anew for each role', () => {
    const roles = fixture().assessment.askList.length;
    const blocks = partOf({ ...fixture(), handouts: true }, 'asking').blocks;
    expect(roles).toBeGreaterThan(1);
    expect(blocks.filter(({ kind }) => kind === 'sheet')).toHaveLength(roles - 1);
    expect(blocks.filter(({ kind }) => kind === 'notice')).toHaveLength(roles);
    expect(partOf(fixture(), 'asking').blocks.filter(({ kind }) => kind === 'sheet')).toEqual([]);
  });

  it('offer a box for each thing a fact can be', () => {
    expect(part('asking')).toContain('☐はい　☐いいえ　☐わからない');
  });
});

describe('the copy that carries its answers', () => {
  it('warns on its first page, and no other does', () => {
    const warned = reportDocument({ ...fixture(), attached: true }).president?.warning;
    expect(warned).toBe('このPDFには回答ファイル一式が入っています。社外に渡さないでください。');
    expect(reportDocument(fixture()).president?.warning).toBeNull();
  });
});

it('says nothing it has no word for, in either language', () => {
  for (const lang of ['ja', 'en'] as const) {
    const text = JSON.stringify(reportDocument(fixture({ lang })));
    expect(text).not.toMatch(/undefined|NaN|\{[a-z]+\}|\[object/);
    if (lang === 'en') expect(text.match(/"(title|label)":"[^"]*[ぁ-ん][^"]*"/g)).toBeNull();
  }
});
