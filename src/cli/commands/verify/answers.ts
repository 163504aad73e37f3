import { type Relation, relationOf } from '../../../engine/verify/relation.ts';
import { contentHash } from '../../../files/content-hash.ts';
import type { Finding, Outcome } from '../../../model/finding.ts';
import { attachedFile } from '../../../press/inside/read.ts';
import { MAX_BYTES } from '../../../text/decode.ts';
import { failed } from '../../../text/outcomes.ts';
import { type AnswerFile, answersOf, bytesOfFile, readAnswerFile } from '../../answer-file.ts';
import type { Context } from '../../context.ts';
import { version } from '../../package.ts';
import type { PrintedPdf } from './printed-pdf.ts';

/** The answers a printed plan is held against, and what they have to do with those it was printed from. */
export interface AnswersToVerify {
  /** What the plan is made again from. */
  readonly file: AnswerFile;
  readonly findings: readonly Finding[];
  readonly relation: Relation;
  /** SHA-256 of the file that was given. */
  readonly given: string;
}

/** The answers inside the PDF, or those given beside it: read as `then`, told about as `ctx`. */
export function answersToVerify(
  then: Context,
  { catalog, today }: Context,
  printed: PrintedPdf,
  given: string | undefined,
): Outcome<AnswersToVerify> {
  const { pdf, record } = printed;
  const bytes = attachedFile(pdf, 'application/yaml', MAX_BYTES);
  const attached = bytes === null ? null : answersOf(bytesOfFile('answers.yaml', '', bytes), then.catalog);
  const file = given === undefined ? attached : readAnswerFile(then.io.cwd, given, then.catalog);
  if (file === null) return failed({ ...WRONG, code: 'pdf-without-answers', args: { path: printed.name } });
  if (!file.ok) return file;
  const own =
    given !== undefined && attached?.ok === true && attached.value.sha256 === record.sha256 ? attached : null;
  const telling = { catalog, today, version: version(), sha256: contentHash };
  const relation = relationOf(file.value, own?.value ?? null, record, telling);
  // Written otherwise, the plan is made from the very bytes it was made from, where the PDF has them.
  const base = relation.kind === 'rewritten' && own !== null ? own : file;
  return {
    ok: true,
    value: { file: base.value, findings: base.findings, relation, given: file.value.sha256 },
    findings: [],
  };
}

const WRONG = { severity: 'error', location: null } as const;
