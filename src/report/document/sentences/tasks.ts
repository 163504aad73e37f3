import type { Expert } from '../../../model/catalog.ts';
import type { Task } from '../../../model/plan.ts';
import { decisionTitle, effortBand, taskBand } from '../../headline.ts';
import { legalTaskTitle } from '../../legal.ts';
import { practiceText } from '../../practice.ts';
import { isPost } from '../filler.ts';
import type { ReportInput } from '../input.ts';
import type { namesIn } from './names.ts';

type Names = ReturnType<typeof namesIn>;

/** Who does what, by when, for how much. */
export function tasksIn({ assessment, catalog, texts, words, answers }: ReportInput, names: Names) {
  const { t } = words;
  const { by } = answers.assessment;
  /** Whoever filled in, by post; `null` where that is not told, or told by name. */
  const filler = by !== null && isPost(by) ? by : null;
  /** Nobody is sent to ask themselves. */
  const isFiller = (id: string): boolean =>
    assessment.askList.some((entry) => entry.role === id && entry.self);
  return {
    filler,
    isFiller,
    /** Whom to ask about something, or that it is for whoever filled in to look it up. */
    askedOf: (id: string): string =>
      isFiller(id) ? t('pdf.askSelf') : t('pdf.president.ask', { role: names.role(id) }),
    /** Who has to act: for questions that is whoever asks them. Whom they ask stands in the title. */
    doer: ({ kind, role: id, self }: Pick<Task, 'kind' | 'role' | 'self'>): string => {
      if (kind !== 'find-out' || self) return names.role(id);
      return filler ?? t('pdf.task.nobody');
    },
    /** What is not done and should have been. */
    overdue: ({ due, status }: Pick<Task, 'due' | 'status'>): boolean =>
      due < assessment.asOf && status !== 'done',
    effort: (days: number): string => effortBand(days, words),
    /** What a task takes of somebody's day. */
    much: (task: Task): string => taskBand(task, words),
    /** Only whole actions cost money: a first step is an hour of one person, and asking is free. */
    cost: ({ kind, action: id }: Task): string => {
      if (kind === 'legal') return t('pdf.task.legalCost');
      const cost = kind === 'action' ? catalog.actions.find((a) => a.id === id)?.cost : null;
      return t(`report.cost.${cost ?? 'none'}`);
    },
    expert: (expert: Expert): string | null => (expert === 'none' ? null : t(`pdf.expert.${expert}`)),
    taskTitle: (task: Task): string => {
      if (task.kind === 'first-step') return names.action(task.action)?.firstStep ?? task.id;
      if (task.kind === 'legal') return legalTaskTitle(task, texts);
      if (task.kind === 'action') return names.action(task.action)?.title ?? task.id;
      if (task.kind === 'decide') return decisionTitle(task, assessment.plan, texts, words);
      const n = task.closes.length + task.facts.length;
      return t(task.self ? 'pdf.task.look-up' : 'pdf.task.find-out', { role: names.role(task.role), n });
    },
    /** Why a task is there: the gaps it closes, the questions it asks, the action it begins. */
    taskBasis: (task: Task, most: number): string => {
      if (task.kind === 'first-step') {
        return t('pdf.task.firstStepOf', { action: names.action(task.action)?.title ?? task.id });
      }
      const facts = task.facts.map(names.factQuestion);
      const items = task.closes.length === 0 ? [] : [names.titlesByList(task.closes, most)];
      const shown = names.join([...facts, ...items]);
      if (shown === '') return '';
      return t(task.kind === 'find-out' ? 'pdf.task.asks' : 'pdf.task.closes', { titles: shown });
    },
    /** What another company did about the same thing. */
    practice: (id: string): string | null =>
      practiceText(catalog.actions.find((a) => a.id === id)?.practice ?? null, texts, words),
  };
}
