import { meaningHash, partsThatDiffer } from '../../../answers/meaning.ts';
import { compareFiles } from '../../../engine/compare.ts';
import { contentHash } from '../../../files/content-hash.ts';
import type { Finding, Outcome } from '../../../model/finding.ts';
import { attachedFile } from '../../../press/inside/read.ts';
import { MAX_BYTES } from '../../../text/decode.ts';
import { failed } from '../../../text/outcomes.ts';
import type { KeyBelow } from '../../../words/messages.ts';
import { type AnswerFile, answersOf, bytesOfFile, readAnswerFile } from '../../answer-file.ts';
import type { Context } from '../../context.ts';
import { version } from '../../package.ts';
import type { PrintedPdf } from './printed-pdf.ts';
import { type Writing, writtenOtherwise } from './writing.ts';

/** The answers a printed plan is held against, and what they have to do with those it was printed from. */
export interface AnswersToVerify {
  /** What the plan is made again from. */
  readonly file: AnswerFile;
  readonly findings: readonly Finding[];
  readonly relation: Relation;
  /** SHA-256 of the file that was given. */
  readonly given: string;
}

export type Relation =
  /** They are those of the record. */
  | { readonly kind: 'same' }
  /** They say the same in another writing. */
  | { readonly kind: 'rewritten'; readonly writing: readonly Writing[] }
  /** Another file, of which only the paper can tell whether it says the same: a PDF of 0.1.0 without its answers. */
  | { readonly kind: 'untold' }
  /** Others. What differs is known where the PDF carries its own. */
  | { readonly kind: 'other'; readonly differing: readonly string[] };

/** The answers inside the PDF, or those given beside it: read as `then`, told about as `ctx`. */
export function answersToVerify(
  then: Context,
  ctx: Context,
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
  const relation = relationOf(ctx, file.value, own?.value ?? null, record);
  // Written otherwise, the plan is made from the very bytes it was made from, where the PDF has them.
  const base = relation.kind === 'rewritten' && own !== null ? own : file;
  return {
    ok: true,
    value: { file: base.value, findings: base.findings, relation, given: file.value.sha256 },
    findings: [],
  };
}

const WRONG = { severity: 'error', location: null } as const;

function relationOf(
  ctx: Context,
  file: AnswerFile,
  own: AnswerFile | null,
  record: PrintedPdf['record'],
): Relation {
  if (file.sha256 === record.sha256) return { kind: 'same' };
  const writing = writtenOtherwise(file, record.sha256);
  const meaning = record.meaning ?? (own === null ? null : meaningHash(own.answers, contentHash));
  if (meaning === null)
    return writing.includes('words') ? { kind: 'untold' } : { kind: 'rewritten', writing };
  if (meaning === meaningHash(file.answers, contentHash)) return { kind: 'rewritten', writing };
  return { kind: 'other', differing: own === null ? [] : differing(ctx, own, file) };
}

/** What two files answer otherwise, question by question, then by part. */
function differing(ctx: Context, before: AnswerFile, after: AnswerFile): readonly string[] {
  const { catalog, words } = ctx;
  const { items } = compareFiles(
    { file: before, catalog },
    { file: after, catalog },
    { today: ctx.today, version: version() },
  );
  const texts = ctx.texts();
  const state = (name: KeyBelow<'report.state'> | undefined): string =>
    words.t(`report.state.${name ?? 'unanswered'}`);
  const questions = items
    .filter(({ before: was, after: is }) => was?.state !== is?.state)
    .map(({ item, before: was, after: is }) =>
      words.t('cli.verify.answer', {
        ...{ title: texts.items[item]?.title ?? item, id: item },
        ...{ before: state(was?.state), after: state(is?.state) },
      }),
    );
  // A question told by name needs no mention of the part it stands in.
  const parts = partsThatDiffer(before.answers, after.answers)
    .filter((part) => part !== 'answers' || questions.length === 0)
    .map((part) => words.t('cli.verify.part', { part: words.t(`cli.verify.parts.${part}`) }));
  const most = 10;
  const more = questions.length - most;
  const shown = more > 0 ? [...questions.slice(0, most), words.t('cli.verify.more', { n: more })] : questions;
  return [...shown, ...parts];
}
