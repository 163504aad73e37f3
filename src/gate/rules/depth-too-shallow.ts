import { policyRule } from '../rule.ts';

const DEPTHS = ['quick', 'full', 'evidence'] as const;

export const depthTooShallow = policyRule({
  code: 'depth-too-shallow',
  find: ({ assessment: { depth }, policy: { depth: least } }) =>
    least === null || DEPTHS.indexOf(depth) >= DEPTHS.indexOf(least)
      ? []
      : [{ args: { depth, least }, place: ['assessment', 'depth'], subject: null }],
});
