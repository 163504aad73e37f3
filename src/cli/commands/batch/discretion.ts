import type { Finding } from '../../../model/finding.ts';
import { discreetFailure, mayName } from '../../../portfolio/told/discretion.ts';
import { nameKey, namesClient, numbersOf } from '../../../repository/redaction.ts';
import { isCi } from '../../ci/of-itself.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';

/** Whether what a run says on the way names nobody: it was asked not to, or others read its log, as with `check`. */
export const isDiscreet = (
  { io }: Pick<Context, 'io'>,
  { anonymous }: { readonly anonymous?: boolean },
): boolean => anonymous === true || isCi(io.env);

/** How a file that gives no result is told in a log: by a number where its name may be a client's. */
export const nameless =
  ({ words, io }: Pick<Context, 'words' | 'io'>) =>
  (path: string, finding: Finding): string => {
    const number = numbersOf([path], nameKey(io.env));
    return discreetFailure(namesClient(path, null) ? `answers-${number(path)}.yaml` : path, finding, words);
  };

/** {@link refuse}, and where nobody may be named, without whose file it is. */
export function refuseBatch(
  ctx: Context,
  findings: readonly Finding[],
  options: { readonly anonymous?: boolean },
): ExitCode {
  if (!isDiscreet(ctx, options)) return refuse(ctx, findings, null);
  for (const { code } of findings.filter(mayName))
    ctx.io.err(`${ctx.words.t('cli.batch.problem', { code })}\n`);
  refuse(
    ctx,
    findings.filter((finding) => !mayName(finding)),
    null,
  );
  return EXIT.badInput;
}
