import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { factValues } from '../../src/core/facts.ts';
import { isAsked, standings } from '../../src/core/score/standing.ts';
import type { Depth } from '../../src/model/catalog.ts';
import { catalog } from '../setup/checklists.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Questions a sample company is asked at a depth, answered or not, by section. */
function asked(sample: string, depth: Depth): readonly { readonly id: string; readonly section: string }[] {
  const read = readAnswers(readFileSync(join(ROOT, 'templates/samples', sample), 'utf8'), catalog);
  if (!read.ok) throw new Error(`${sample} does not read`);
  // Answers count at any depth: only what the profile asks for is of interest here.
  const answers = { ...read.value, answers: new Map(), assessment: { ...read.value.assessment, depth } };
  return [...standings(catalog, answers, factValues(catalog, answers)).values()]
    .filter((s) => isAsked(s.state))
    .map((s) => ({ id: s.item.id, section: s.item.section }));
}

const sections = (sample: string, depth: Depth): readonly string[] => [
  ...new Set(asked(sample, depth).map((i) => i.section)),
];

describe('what a company is asked', () => {
  it('the 8-person shop: no overseas question, fewer than 45 in all', () => {
    expect(sections('machining-shop.yaml', 'evidence').filter((s) => s.startsWith('overseas'))).toEqual([]);
    expect(asked('machining-shop.yaml', 'evidence').length).toBeLessThan(45);
  });

  it('the maker planning Thailand: no question on operation or exit but the exit plan', () => {
    const ids = asked('parts-maker.yaml', 'evidence').map((i) => i.id);
    expect(sections('parts-maker.yaml', 'evidence')).not.toContain('overseas-exit');
    expect(ids).toContain('guidance.exit-plan');
    // Teaching visitors and trainees begins with the plan, not with the plant.
    const operation = asked('parts-maker.yaml', 'evidence').filter((i) => i.section === 'overseas-operation');
    expect(operation.map((i) => i.id)).toEqual(['guidance.teaching-scope']);
  });

  it.each([
    ['machining-shop.yaml', 10, 12],
    ['parts-maker.yaml', 10, 12],
    ['materials-maker.yaml', 10, 12],
  ])('%s: ten quick questions, and two by scene at the most', (sample, least, most) => {
    const { length } = asked(sample, 'quick');
    expect(length).toBeGreaterThanOrEqual(least);
    expect(length).toBeLessThanOrEqual(most);
  });
});
