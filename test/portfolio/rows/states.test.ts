import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../../../scripts/sample-files.ts';
import { readAnswers } from '../../../src/answers/read.ts';
import { assess } from '../../../src/core/assess.ts';
import { judge } from '../../../src/core/judge.ts';
import { clientFacts } from '../../../src/portfolio/rows/row.ts';
import {
  scoreOfStates,
  sectionCoverage,
  sectionsOf,
  standingAt,
  worstOf,
} from '../../../src/portfolio/rows/states.ts';
import { runs } from '../../setup/random.ts';
import { catalog, TODAY } from '../sample.ts';

describe('the worst site wins', () => {
  it.each([
    ['はい and いいえ', ['Y', 'N'], 'N'],
    ['一部 and わからない: at best partial, at worst no', ['P', 'U'], 'X'],
    ['一部 and 未回答', ['P', 'W'], 'X'],
    ['はい and わからない', ['Y', 'U'], 'U'],
    ['いいえ and わからない', ['N', 'U'], 'N'],
    ['当てはまらない and はい', ['A', 'Y'], 'Y'],
    ['not asked and いいえ', ['q', 'N'], 'N'],
    ['a site it counts at, one it does not', ['y', 'P'], 'P'],
    ['a site it counts at, a worse one it does not', ['Y', 'n'], 'N'],
    ['out of scope at both', ['o', 'o'], 'o'],
  ])('%s', (_, sites, worst) => {
    expect(worstOf(sites)).toBe(worst);
    expect(worstOf([...sites].reverse())).toBe(worst);
  });

  it('(一部, わからない) counts as 一部, with the low end of いいえ and the high end of 一部', () => {
    const rest = 'o'.repeat(catalog.items.length - 1);
    const together = worstOf([`P${rest}`, `U${rest}`]);
    expect(standingAt(together, 0)).toEqual({ state: 'partial', inOverall: true });
    expect(scoreOfStates(together, catalog)).toMatchObject({
      low: 0,
      high: 50,
      coverage: { partial: 1, unknown: 0 },
    });
  });

  it('has no better low end than any of its sites, whichever come together', () => {
    const letters = fc.array(fc.constantFrom(...'YPNUW'), {
      minLength: catalog.items.length,
      maxLength: catalog.items.length,
    });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const sites = [a.join(''), b.join('')];
        const together = scoreOfStates(worstOf(sites), catalog).low ?? 0;
        for (const site of sites) expect(together).toBeLessThanOrEqual(scoreOfStates(site, catalog).low ?? 0);
        const high = scoreOfStates(worstOf(sites), catalog).high ?? 0;
        for (const site of sites) expect(high).toBeLessThanOrEqual(scoreOfStates(site, catalog).high ?? 0);
        expect(worstOf([worstOf(sites), a.join('')])).toBe(worstOf(sites));
      }),
      runs(50),
    );
  });
});

const byTask = (a: { readonly task: string }, b: { readonly task: string }): number =>
  a.task < b.task ? -1 : 1;

describe('the letters of a client', () => {
  it('say what the assessment says: scores, sections, states, days set by law', () => {
    let lawful = 0;
    for (const { bytes } of sampleFiles({
      catalog,
      count: 30,
      seed: 3,
      later: false,
      full: false,
      broken: false,
    })) {
      const read = readAnswers(new TextDecoder().decode(bytes), catalog);
      if (!read.ok) throw new Error('a sample that does not read');
      const assessment = assess({ catalog, answers: read.value, today: TODAY, version: 'test' });
      const judged = judge({ catalog, answers: read.value, today: TODAY });
      const { states, critical, legal } = clientFacts(judged, read.value, { catalog, today: TODAY }, null);
      const { low, high, grade, weight, sumLow } = scoreOfStates(states, catalog);
      expect({ low, high, grade, weight, sumLow }).toEqual({
        low: assessment.score.low,
        high: assessment.score.high,
        grade: assessment.score.grade,
        weight: assessment.score.weight,
        sumLow: assessment.score.sumLow,
      });
      assessment.items.forEach((item, i) => {
        expect(standingAt(states, i)).toEqual({ state: item.state, inOverall: item.inOverall });
      });
      for (const { id, sections } of assessment.checklists) {
        for (const { id: section, score } of sections) {
          const place = sectionsOf(catalog).find((p) => p.checklist === id && p.section === section);
          expect(sectionCoverage(states, place ?? { items: [] })).toEqual(score.coverage);
        }
      }
      const open = assessment.gaps.filter((gap) => !gap.conditional).map((gap) => gap.item);
      const asked = assessment.plan.waves.flatMap(({ tasks }) =>
        tasks.filter(({ kind }) => kind === 'legal'),
      );
      const dates = asked.map(({ id, due }) => ({ task: id, due }));
      expect(legal.map(({ task, due }) => ({ task, due })).sort(byTask)).toEqual([...dates].sort(byTask));
      lawful += legal.length;
      for (const index of critical) expect(open).toContain(catalog.items[index]?.id);
    }
    expect(lawful).toBeGreaterThan(0);
  });
});
