import { checkAnswers } from '../engine/check.ts';
import { openAnswers } from '../engine/open.ts';
import { meantIn } from '../files/find/typed-path.ts';
import { readFileBytes } from '../files/read-file.ts';
import { unreadable } from '../gate/examine.ts';
import { placesIn } from '../gate/places.ts';
import type { Baseline } from '../gate/regression/baseline.ts';
import type { Outcome } from '../model/finding.ts';
import type { CheckedFile, NotCompared } from '../model/gate.ts';
import type { CheckContext } from './context.ts';
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

export interface CheckedTarget {
  readonly file: CheckedFile;
  /** What it was held against. */
  readonly against: 'earlier' | NotCompared['reason'];
  /** For the register. */
  readonly known: KnownFile;
}

export function checkFile(
  ctx: CheckContext,
  { target, names, policy, earlier, redact }: FileRequest,
): CheckedTarget {
  const bytes = readFileBytes(target.name, target.path);
  const read = bytes.ok ? openAnswers(bytes.value, ctx.catalog) : bytes;
  if (!read.ok) {
    return {
      file: {
        ...names.of(target, null),
        readable: false,
        suppressed: [],
        // The name that may have been meant is another client's: it is none for a log.
        findings: unreadable(redact ? read.findings : read.findings.map(meantIn(ctx.cwd))),
      },
      against: 'not-read',
      known: { target, company: null, location: FIRST_LINE },
    };
  }
  const { answers, decoded, root } = read.value;
  const { clients, evidence } = policy.policy;
  const location = clients.length > 0 ? placesIn(decoded.text, root).at(['company', 'name']) : FIRST_LINE;
  const { catalog, today } = ctx;
  const found = checkAnswers(read, {
    catalog,
    today,
    policy: policy.policy,
    baseline: earlier,
    ...(evidence.verifyFiles ? { files: evidenceFiles(ctx.cwd, target.path, answers) } : {}),
  });
  return {
    file: { ...names.of(target, answers.company.name), ...found },
    against: earlier === null ? 'new-file' : earlier.ok ? 'earlier' : 'broken-before',
    known: { target, company: answers.company, location },
  };
}

const FIRST_LINE = { line: 1, column: 1 } as const;
