import type { Assessment } from '../../model/assessment.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Plan, Task } from '../../model/plan.ts';
import { showShortDate } from '../../words/dates.ts';
import type { Words } from '../../words/messages.ts';
import { decisionTitle, gapSentence, taskBand } from '../headline.ts';
import { legalTaskTitle } from '../legal.ts';
import type { Page, Terminal } from './page.ts';

interface MovesInput {
  readonly assessment: Assessment;
  readonly texts: CatalogTexts;
  readonly words: Words;
  readonly terminal: Terminal;
}

/** What the law asks comes before all else, unnumbered: it is no choice among others. */
export function lawFirst(page: Page, input: MovesInput): void {
  const { legal: moves } = input.assessment.headline;
  if (moves.length === 0) return;
  page.heading(input.words.t('terminal.lawFirst'));
  for (const id of moves) move(page, input, id, '-');
}

/** Each danger with what begins to close it: a danger alone frightens, a step alone convinces nobody. */
export function dangers(page: Page, input: MovesInput): void {
  const { assessment, texts, words, terminal } = input;
  page.heading(words.t('terminal.dangers'));
  const { pairs } = assessment.headline;
  if (pairs.length === 0) page.text(words.t('terminal.noDangers'));
  pairs.forEach(({ danger, beside, move: step }, i) => {
    page.text(gapSentence(danger, assessment.items, texts, words), { mark: `${i + 1}.` });
    const gaps = beside.map((id) => texts.items[id]?.title ?? id);
    if (gaps.length > 0) {
      page.text(words.t('terminal.beside', { gaps }), { mark: '  ', paint: terminal.paint.dim });
    }
    move(page, input, step, '→');
  });
}

/** What is left of the next moves beside the law and the dangers' own. */
export function moves(page: Page, input: MovesInput): void {
  const { assessment, words } = input;
  const { moves: all, pairs, legal: law } = assessment.headline;
  const shown = new Set([...law, ...pairs.map((pair) => pair.move)]);
  const others = all.filter((id) => !shown.has(id));
  if (all.length > 0 && others.length === 0) return;
  page.heading(words.t('terminal.moves'));
  if (all.length === 0) page.text(words.t('terminal.noMoves'));
  others.forEach((id, i) => {
    move(page, input, id, `${pairs.length + i + 1}.`);
  });
}

/** One move: what to do, and below it until when, who, how long. */
function move(
  page: Page,
  { assessment, texts, words, terminal }: MovesInput,
  id: string,
  mark: string,
): void {
  const task = assessment.plan.waves.flatMap((wave) => wave.tasks).find((one) => one.id === id);
  if (task === undefined) return;
  page.text(taskSentence(task, assessment.plan, texts, words), { mark });
  const owner = task.owner ?? texts.roles[task.role]?.title ?? task.role;
  const until = words.t('terminal.until', { date: showShortDate(task.due, words.lang) });
  page.text(words.t('terminal.moveLine', { until, owner, effort: taskBand(task, words) }), {
    mark: '  ',
    paint: terminal.paint.dim,
  });
}

/** What a task asks somebody to do, in one sentence. */
export function taskSentence(
  task: Task,
  plan: Pick<Plan, 'done'>,
  texts: CatalogTexts,
  words: Words,
): string {
  if (task.kind === 'find-out') {
    const n = task.closes.length + task.facts.length;
    const role = texts.roles[task.role]?.title ?? task.role;
    return words.t(task.self ? 'report.task.lookUp' : 'report.task.findOut', { n, role });
  }
  if (task.kind === 'legal') return legalTaskTitle(task, texts);
  if (task.kind === 'decide') return decisionTitle(task, plan, texts, words);
  const action = task.action === null ? undefined : texts.actions[task.action];
  if (action === undefined) return task.id;
  return task.kind === 'first-step' ? action.firstStep : action.title;
}
