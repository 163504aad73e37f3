import { daysBetween } from '../../core/plan/calendar.ts';
import type { Answer } from '../../model/answers.ts';
import type { ItemResult } from '../../model/assessment.ts';
import { answerPlace, type EvidenceFile, type Examined, policyRule } from '../rule.ts';
import { shownEvidence } from '../shown-evidence.ts';

interface Claimed {
  readonly item: ItemResult;
  readonly answer: Answer;
}

/** Items that claim something exists, wholly or in part, and are of a severity that needs its proof. */
function claimed({ assessment, answers, policy }: Examined): readonly Claimed[] {
  return assessment.items.flatMap((item) => {
    const answer = answers.answers.get(item.id);
    const claims = item.state === 'yes' || item.state === 'partial';
    return answer !== undefined && claims && policy.evidence.severities.includes(item.severity)
      ? [{ item, answer }]
      : [];
  });
}

export const evidenceMissing = policyRule({
  code: 'evidence-missing',
  find: (examined) =>
    claimed(examined)
      .filter(({ answer }) => shownEvidence(answer.evidence).length === 0)
      .map(({ item: { id, severity, location } }) => ({
        args: { item: id, severity },
        place: location ?? answerPlace(id),
        subject: id,
      })),
});

/** The newest evidence counts; one without a day, or of a day still to come, may be of any age. */
export const evidenceOld = policyRule({
  code: 'evidence-old',
  find: (examined) => {
    const most = examined.policy.evidence.maxAgeDays;
    if (most === null) return [];
    return claimed(examined).flatMap(({ item, answer }) => {
      const newest = shownEvidence(answer.evidence)
        .flatMap(({ seen }) => (seen === null || seen > examined.today ? [] : [seen]))
        .sort()
        .at(-1);
      if (shownEvidence(answer.evidence).length === 0) return [];
      if (newest !== undefined && daysBetween(newest, examined.today) <= most) return [];
      const args = { item: item.id, date: newest ?? '－', most };
      return [{ args, place: ['answers', item.id, 'evidence'], subject: item.id }];
    });
  },
});

/** A file named as evidence lies beside the answers, within the folder that is checked. */
export const evidenceFileMissing = policyRule({
  code: 'evidence-file-missing',
  find: (examined) => named(examined, (file) => typeof file === 'string'),
});

/** The file is not the one that was seen then: its SHA-256 differs. */
export const evidenceFileChanged = policyRule({
  code: 'evidence-file-changed',
  find: (examined) =>
    named(
      examined,
      (file, sha256) =>
        typeof file === 'object' && sha256 !== null && file.sha256 !== sha256.trim().toLowerCase(),
    ),
});

function named(
  { answers, files, policy }: Examined,
  wrong: (file: EvidenceFile, sha256: string | null) => boolean,
) {
  if (!policy.evidence.verifyFiles) return [];
  return [...answers.answers].flatMap(([id, { evidence }]) =>
    evidence.flatMap(({ file: path, sha256 }, i) => {
      const file = path === null ? undefined : files.get(path);
      if (path === null || file === undefined || !wrong(file, sha256)) return [];
      return [{ args: { item: id, path }, place: ['answers', id, 'evidence', i, 'file'], subject: id }];
    }),
  );
}
