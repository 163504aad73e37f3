import { assign, assignedName } from '../../../answers/assignments.ts';
import { readAnswerFile } from '../../answer-file.ts';
import { assessAnswers } from '../../assess-file.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { printFindings, refuse } from '../../findings.ts';
import { lockAnswers } from '../../open-answers.ts';
import { listsOf, saveText } from '../../save-answers.ts';

/** `wazamori answer FILE ITEM=はい …`: all of the assignments or, where one is wrong, none. */
export async function answer(ctx: Context, name: string, assignments: readonly string[]): Promise<ExitCode> {
  const read = readAnswerFile(ctx.io.cwd, name, ctx.catalog);
  if (!read.ok) return refuse(ctx, read.findings, name);
  const before = read.value.decoded.text;
  const edited = assign(ctx, before, assignments);
  if (!edited.ok) return refuse(ctx, edited.findings, null);
  const lock = lockAnswers(ctx, read.value);
  if (!lock.ok) return refuse(ctx, lock.findings, name);
  printFindings(ctx, lock.findings, name);
  try {
    const saved = saveText(ctx, read.value, edited.value, listsOf(ctx, assignments.map(assignedName)));
    if (!saved.ok) return refuse(ctx, saved.findings, name);
    printFindings(ctx, saved.findings, name);
    // A 当てはまらない that will not count is said at once, not months later in a score.
    const { diagnostics } = assessAnswers(ctx, saved.value, [], undefined);
    const refused = diagnostics.filter(
      ({ code, args }) =>
        code === 'not-applicable-refused' && assignments.some((a) => a.startsWith(String(args.item))),
    );
    printFindings(ctx, refused, name);
  } finally {
    lock.value.release();
  }
  const key = edited.value === before ? 'cli.answer.same' : 'cli.answer.done';
  ctx.io.err(`${ctx.words.t(key, { n: assignments.length, file: name })}\n`);
  return EXIT.fine;
}
