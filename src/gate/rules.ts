import type { GateCode, GateSeverity } from '../model/gate.ts';
import { NOTICED } from './noticed.ts';
import { REGISTER_CODES } from './register.ts';
import {
  answerRemoved,
  answerWorse,
  becameNotApplicable,
  gapNew,
  severityFell,
} from './regression/answers.ts';
import { basisFell } from './regression/basis-fell.ts';
import { evidenceHashChanged } from './regression/evidence-hash-changed.ts';
import { evidenceRemoved } from './regression/evidence-removed.ts';
import { redatedOnly } from './regression/redated-only.ts';
import { depthFell, itemGone, leftScope } from './regression/scope.ts';
import { verdictSofter } from './regression/verdict-softer.ts';
import { technologyGone, verdictWorse } from './regression/verdicts.ts';
import { gapAppeared, scoreFell } from './regression/widened.ts';
import type { Rule } from './rule.ts';
import { acceptedTooLong, acceptedWithoutApprover, tooManyAccepted } from './rules/accepted.ts';
import { assessmentOld, assessmentUndated } from './rules/age.ts';
import { tooFewAnswered, tooManyNotApplicable, tooManyUnknown } from './rules/coverage.ts';
import { depthTooShallow } from './rules/depth-too-shallow.ts';
import { editionTooOld } from './rules/edition-too-old.ts';
import { evidenceFileChanged, evidenceFileMissing, evidenceMissing, evidenceOld } from './rules/evidence.ts';
import { legalStop, notSubjectExpired, reportNotMade } from './rules/legal.ts';
import { dueTooFar, gapWithoutOwner, taskOverdue } from './rules/plan.ts';
import { profileUnknown } from './rules/profile-unknown.ts';
import { requiredItemOpen } from './rules/required-item-open.ts';
import { gradeBelow, scoreBelow } from './rules/score-below.ts';
import { suppressedTooLong, suppressedWithoutApprover, tooManySuppressed } from './rules/suppressed.ts';
import { allYesStreak } from './xray/all-yes-streak.ts';
import { contradictsNote } from './xray/contradicts-note.ts';
import { contradictsProfile } from './xray/contradicts-profile.ts';
import { contradictsTwin } from './xray/contradicts-twin.ts';
import { dateInFuture } from './xray/date-in-future.ts';
import { expiresSoon } from './xray/expires-soon.ts';
import { notApplicableShare } from './xray/not-applicable-share.ts';
import { reasonCopied } from './xray/reason-copied.ts';
import { secretInNote } from './xray/secret-in-note.ts';
import { yesWithoutEvidence } from './xray/yes-without-evidence.ts';

/** Every rule of one file, in the order of the documents: policy, regression, X-ray. */
export const RULES: readonly Rule[] = [
  scoreBelow,
  gradeBelow,
  depthTooShallow,
  requiredItemOpen,
  profileUnknown,
  legalStop,
  reportNotMade,
  notSubjectExpired,
  tooFewAnswered,
  tooManyUnknown,
  tooManyNotApplicable,
  evidenceMissing,
  evidenceOld,
  evidenceFileMissing,
  evidenceFileChanged,
  gapWithoutOwner,
  dueTooFar,
  taskOverdue,
  tooManyAccepted,
  acceptedWithoutApprover,
  acceptedTooLong,
  tooManySuppressed,
  suppressedWithoutApprover,
  suppressedTooLong,
  assessmentOld,
  assessmentUndated,
  editionTooOld,
  gapNew,
  answerWorse,
  answerRemoved,
  becameNotApplicable,
  leftScope,
  depthFell,
  severityFell,
  itemGone,
  verdictWorse,
  technologyGone,
  scoreFell,
  gapAppeared,
  evidenceRemoved,
  evidenceHashChanged,
  basisFell,
  verdictSofter,
  redatedOnly,
  contradictsTwin,
  contradictsProfile,
  contradictsNote,
  allYesStreak,
  yesWithoutEvidence,
  notApplicableShare,
  reasonCopied,
  dateInFuture,
  secretInNote,
  expiresSoon,
];

/** What is made outside the rules: of the suppressions, of whole files, of the policy and the checklists themselves. */
export const OTHER_RULES: ReadonlyMap<GateCode, Pick<Rule, 'kind' | 'severity'>> = new Map<
  GateCode,
  Pick<Rule, 'kind' | 'severity'>
>([
  ...[...REGISTER_CODES].map(([code, severity]) => [code, { kind: 'policy', severity }] as const),
  ['file-gone', { kind: 'regression', severity: 'error' }],
  ['not-recognised', { kind: 'regression', severity: 'error' }],
  ['submodule-unread', { kind: 'regression', severity: 'error' }],
  ['policy-weakened', { kind: 'policy', severity: 'error' }],
  ['policy-new', { kind: 'policy', severity: 'info' }],
  ['policy-nearer', { kind: 'policy', severity: 'warning' }],
  ['policy-twice', { kind: 'policy', severity: 'warning' }],
  ['checklist-weakened', { kind: 'policy', severity: 'error' }],
  ['checklist-unread', { kind: 'policy', severity: 'warning' }],
  ['suppression-unknown', { kind: 'xray', severity: 'warning' }],
  ['suppression-unused', { kind: 'xray', severity: 'info' }],
  ['suppression-too-wide', { kind: 'xray', severity: 'warning' }],
  ['suppression-not-possible', { kind: 'xray', severity: 'warning' }],
  ['suppression-expired', { kind: 'xray', severity: 'warning' }],
]);

/** How loud a code is where no policy says. */
export const ownLevel = (code: string): GateSeverity =>
  RULES.find((rule) => rule.code === code)?.severity ??
  [...NOTICED].find(([known]) => known === code)?.[1] ??
  [...OTHER_RULES].find(([known]) => known === code)?.[1].severity ??
  'warning';

/** Every code a policy may set the level of. */
export const RULE_CODES: readonly string[] = [
  ...RULES.map(({ code }) => code),
  ...OTHER_RULES.keys(),
  ...NOTICED.keys(),
];
