import { xrayRule } from '../rule.ts';
import { percentOf } from '../rules/coverage.ts';

/** Fewer than this are no share: of ten quick questions, three may well not apply. */
const FEWEST = 4;

export const notApplicableShare = xrayRule({
  code: 'not-applicable-share',
  find: ({ assessment: { score }, policy }) => {
    const most = policy.xray.notApplicable;
    const { notApplicable } = score.coverage;
    const percent = percentOf(notApplicable, score.coverage);
    return notApplicable < FEWEST || percent <= most
      ? []
      : [{ args: { percent, most }, place: ['answers'], subject: null }];
  },
});
