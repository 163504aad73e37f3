import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { assess } from '../../src/core/assess.ts';
import type { Assessment } from '../../src/model/assessment.ts';

/**
 * What each sample company is told to do first, and why a consultant would say the same. A change of content or weights
 * that moves these has to be argued for, not waved through.
 */
const ROOT = join(import.meta.dirname, '../..');

function result(sample: string): Assessment {
  const loaded = loadCatalog(join(ROOT, 'checklists'));
  if (!loaded.ok) throw new Error('the checklists do not load');
  const { catalog } = loaded.value;
  const read = readAnswers(readFileSync(join(ROOT, 'templates/samples', sample), 'utf8'), catalog);
  if (!read.ok) throw new Error(`${sample} does not read`);
  return assess({ catalog, answers: read.value, today: '2026-11-21', version: 'test' });
}

const firstSix = ({ plan }: Assessment): readonly string[] =>
  plan.waves.flatMap((wave) => wave.tasks.map((task) => `${wave.id} ${task.id}`)).slice(0, 6);

describe('what comes first', () => {
  it('for the 8-person shop: say what is worth keeping, then ask', () => {
    expect(firstSix(result('machining-shop.yaml'))).toEqual([
      // Its one critical "no": everything is in the foreman's head, and nobody can guard what nobody has named.
      'now first-step:identify-core-technology',
      // Drawings entrusted by customers lie unmarked beside its own: an hour, and visible the same day.
      'now first-step:mark-confidential-drawings',
      // The day something leaks, three answers at once are "no" (what to keep, what to stop); one sheet closes two.
      'now first-step:prepare-first-day-sheet',
      // One person-day a month: the list of core technology fills the first month, before any smaller deed.
      'd30 action:identify-core-technology',
      // Its "don't know"s sit with several people. General affairs first: leavers' drawings and side jobs.
      'd90 find-out:general-affairs',
      'd90 find-out:purchasing-head',
    ]);
  });

  it('for the maker planning Thailand: close the open folder, check the law before deciding, ask the president', () => {
    expect(firstSix(result('parts-maker.yaml'))).toEqual([
      // Critical and "no": everybody sees the shared folder.
      'now first-step:limit-drawing-access',
      // Critical and "no", with a plant decided next year: procedures come before the decision, not after.
      'now first-step:check-export-procedures-first',
      // Drawings go to subcontractors nobody asks about: business partners are the most reported route.
      'now first-step:ask-subcontractors-about-care',
      // What stays at home is not even discussed; only the president can say. Two facts are open with him as well.
      'now find-out:owner-president',
      'now find-out:overseas-head',
      // Half a day, and "who is told first" is known by everybody.
      'now action:name-first-report-contact',
    ]);
  });

  it('for the materials maker: obey the notice, draw the line in the joint venture, ask those who run it', () => {
    expect(firstSix(result('materials-maker.yaml'))).toEqual([
      // A notice has come: nothing of that technology goes out before the licence, whatever else there is to do.
      'now legal:stop:t2',
      // Critical and "no", exposure 3: the contract of the joint venture has no line between what goes and what stays.
      'now first-step:decide-technology-kept-at-home',
      // Rules, training and checks all stop at the border: one deed, three gaps.
      'now first-step:bring-rules-to-sites-abroad',
      // Four tenths of the shares and no say on technology: the form itself is the leak.
      'now first-step:choose-overseas-form',
      // Whether the partner limits who touches the core is not known at home: ask before planning around it.
      'now find-out:overseas-head',
      // The plant is to be enlarged in February: whether the process is on the control list comes before the report.
      'd30 legal:list-control:t1',
    ]);
  });

  it('for the technologies that may go abroad: one sample of each reading that calls for a deed', () => {
    const read = (sample: string) =>
      result(sample).verdicts.map(({ technology, outcome }) => `${technology} ${outcome}`);
    expect(read('machining-shop.yaml')).toEqual([]);
    // What goes first was compared with the notice; what may follow later was not, and nobody can tell.
    expect(read('parts-maker.yaml')).toEqual(['t1 report-required', 't2 confirm']);
    expect(read('materials-maker.yaml')).toEqual(['t1 list-control-first', 't2 stop']);
  });

  it.each(['machining-shop.yaml', 'parts-maker.yaml', 'materials-maker.yaml'])(
    '%s: every question it is asked is answered',
    (sample) => {
      const { coverage } = result(sample).score;
      expect(coverage.unanswered).toBe(0);
      expect(coverage.unknown).toBeGreaterThan(2);
    },
  );

  it.each(['machining-shop.yaml', 'parts-maker.yaml', 'materials-maker.yaml'])(
    '%s: every gap has somebody to ask and somebody to do it',
    (sample) => {
      const { gaps, help, plan } = result(sample);
      const planned = new Set([
        ...plan.waves.flatMap((w) => w.tasks.map((t) => t.action)),
        ...[...plan.beyond, ...plan.choices].map((b) => b.action),
      ]);
      for (const gap of gaps) {
        expect(help.find((h) => h.action === gap.action)?.desks.length, gap.action).toBeGreaterThan(0);
        expect(planned.has(gap.action), gap.action).toBe(true);
      }
    },
  );
});
