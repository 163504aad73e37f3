import { examine, type FileFindings, unreadable } from '../../gate/examine.ts';
import { placesIn } from '../../gate/places.ts';
import type { Baseline } from '../../gate/regression/baseline.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import type { CheckedFile, NotCompared } from '../../model/gate.ts';
import { type AnswerFile, readAnswerFile } from '../answer-file.ts';
import { assessAnswers } from '../assess-file.ts';
import type { Context } from '../context.ts';
import { evidenceFiles } from './evidence-files.ts';
import type { FileNames } from './file-names.ts';
import type { NamedPolicy } from './measure/policies.ts';
import type { KnownFile } from './measure/register.ts';
import type { Target } from './targets.ts';

export interface FileRequest {
  readonly target: Target;
  readonly names: FileNames;
  readonly policy: NamedPolicy;
  /** Its earlier version; `null` = none, or nothing is compared. */
  readonly earlier: Outcome<Baseline> | null;
  readonly redact: boolean;
}

/** The name that may have been meant is another client's: it is none for a log. */
const namingNobody = (finding: Finding): Finding =>
  finding.code === 'file-not-found' ? { ...finding, args: { path: finding.args.path } } : finding;

export interface CheckedTarget {
  readonly file: CheckedFile;
  /** What it was held against. */
  readonly against: 'earlier' | NotCompared['reason'];
  /** For the register. */
  readonly known: KnownFile;
}

export function checkFile(
  ctx: Context,
  { target, names, policy, earlier, redact }: FileRequest,
): CheckedTarget {
  const read = readAnswerFile(ctx.io.cwd, target.name, ctx.catalog);
  if (!read.ok) {
    return {
      file: {
        ...names.of(target, null),
        readable: false,
        findings: unreadable(redact ? read.findings.map(namingNobody) : read.findings),
        suppressed: [],
      },
      against: 'not-read',
      known: { target, company: null, location: FIRST_LINE },
    };
  }
  const { answers } = read.value;
  const listed = policy.policy.clients.length > 0;
  const location = listed
    ? placesIn(read.value.decoded.text, read.value.root).at(['company', 'name'])
    : FIRST_LINE;
  const baseline = earlier?.ok === true ? earlier.value : null;
  const found = findingsIn(ctx, read.value, read.findings, policy, baseline);
  const broken = earlier?.ok === false ? earlier.findings : [];
  const against = baseline !== null ? 'earlier' : broken.length > 0 ? 'broken-before' : 'new-file';
  return {
    file: {
      ...names.of(target, answers.company.name),
      readable: broken.every(({ severity }) => severity !== 'error'),
      ...{ ...found, findings: [...unreadable(broken), ...found.findings] },
    },
    against,
    known: { target, company: answers.company, location },
  };
}

const FIRST_LINE = { line: 1, column: 1 } as const;

function findingsIn(
  ctx: Context,
  file: AnswerFile,
  findings: readonly Finding[],
  { policy }: NamedPolicy,
  baseline: Baseline | null,
): FileFindings {
  const { catalog, today } = ctx;
  const { answers, decoded, root } = file;
  const assessment = assessAnswers(ctx, file, findings, undefined);
  const files = policy.evidence.verifyFiles ? evidenceFiles(ctx.io.cwd, file.path, answers) : new Map();
  return examine(
    { catalog, answers, assessment, policy, today, files, baseline },
    placesIn(decoded.text, root),
  );
}
