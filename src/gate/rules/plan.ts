import { addDays } from '../../core/plan/calendar.ts';
import { answerPlace, policyRule } from '../rule.ts';

/**
 * A day further ahead is no due date: nobody at work today answers for it. Three years is our own measure, no rule of the
 * guidance: the plan looks one year ahead, and rebuilding a plant or a system takes up to three.
 */
const FARTHEST_DUE_DAYS = 1096;

/** An open gap of these severities needs somebody who closes it and a day. */
export const gapWithoutOwner = policyRule({
  code: 'gap-without-owner',
  find: ({ assessment, answers, policy }) => {
    const items = new Map(assessment.items.map((item) => [item.id, item]));
    return assessment.gaps.flatMap(({ item: id, action }) => {
      const item = items.get(id);
      if (item === undefined || !policy.plan.ownerFor.includes(item.severity)) return [];
      const planned = answers.plan.actions.get(action);
      if (planned !== undefined && planned.owner !== null && planned.due !== null) return [];
      const place = planned === undefined ? (item.location ?? answerPlace(id)) : ['plan', 'actions', action];
      return [{ args: { item: id, action }, place, subject: id }];
    });
  },
});

/** Asked where a due date is: of open gaps that need one, and of every action that must not be overdue. */
export const dueTooFar = policyRule({
  code: 'due-too-far',
  find: ({ assessment, answers, policy, today }) => {
    const { ownerFor, noOverdue } = policy.plan;
    const items = new Map(assessment.items.map((item) => [item.id, item]));
    const needed = new Set(
      assessment.gaps.flatMap(({ item, action }) => {
        const severity = items.get(item)?.severity;
        return severity !== undefined && ownerFor.includes(severity) ? [action] : [];
      }),
    );
    const last = addDays(today, FARTHEST_DUE_DAYS);
    return [...answers.plan.actions].flatMap(([action, { due, status }]) =>
      due === null || due <= last || !(needed.has(action) || (noOverdue && status !== 'done'))
        ? []
        : [{ args: { action, due, last }, place: ['plan', 'actions', action, 'due'], subject: action }],
    );
  },
});

export const taskOverdue = policyRule({
  code: 'task-overdue',
  find: ({ answers, policy, today }) =>
    policy.plan.noOverdue
      ? [...answers.plan.actions].flatMap(([action, { due, status }]) =>
          due === null || due >= today || status === 'done'
            ? []
            : [{ args: { action, due }, place: ['plan', 'actions', action, 'due'], subject: action }],
        )
      : [],
});
