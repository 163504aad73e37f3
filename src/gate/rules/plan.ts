import { answerPlace, policyRule } from '../rule.ts';

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
