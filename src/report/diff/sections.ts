import { wholePoints } from '../../core/score/score.ts';
import type { Points, ScoreChange } from '../../model/comparison.ts';
import type { Words } from '../../words/messages.ts';
import type { Chapter } from './chapter.ts';
import { checklistTitle, type DiffInput, effectText, sectionTitle } from './input.ts';
import { showsPoints } from './ledger.ts';

/** The scores of lists and sections that moved. */
export function sectionChapter(input: DiffInput): Chapter {
  const { comparison, words } = input;
  const moved = comparison.scores.filter(
    ({ group, causes }) => (group === 'section' || group === 'checklist') && causes.length > 0,
  );
  const several = moved.filter(({ group }) => group === 'checklist').length > 1;
  return {
    title: words.t('diff.sections.title'),
    lead: null,
    rows: (showsPoints(input) ? moved : [])
      .filter(({ group }) => group === 'section' || several)
      .map((score) => ({
        text: words.t('diff.sections.row', {
          title: titleOf(score, input),
          before: range(score.before, words),
          after: range(score.after, words),
        }),
        note: scopeNote(score, words),
      })),
  };
}

/** Where other questions were counted than before, the difference is no progress. */
function scopeNote({ byScope }: ScoreChange, words: Words): string | null {
  const effect = effectText(byScope, words);
  return effect === null ? null : words.t('diff.sections.scope', { effect });
}

const titleOf = ({ group, id, checklist }: ScoreChange, input: DiffInput): string =>
  group === 'checklist' ? checklistTitle(id, input) : sectionTitle(checklist, id, input);

function range(points: Points | null, words: Words): string {
  if (points === null) return words.t('diff.sections.none');
  const [low, high] = [wholePoints(points.low), wholePoints(points.high)];
  return words.t(low === high ? 'diff.sections.one' : 'diff.sections.range', { low, high });
}
