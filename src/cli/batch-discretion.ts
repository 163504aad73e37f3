import type { Finding } from '../model/finding.ts';
import { ruleText } from '../report/gate/show.ts';
import { nameKey, namesClient, numbersOf } from '../repository/redaction.ts';
import { isCi } from './ci/of-itself.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { refuse } from './findings.ts';

/** Whether what a run says on the way names nobody: it was asked not to, or others read its log, as with `check`. */
export const isDiscreet = (
  { io }: Pick<Context, 'io'>,
  { anonymous }: { readonly anonymous?: boolean },
): boolean => anonymous === true || isCi(io.env);

/** A file that gives no result, as a log may show it: where and of which kind, nothing that stands in it. */
export function discreetFailure(
  path: string,
  finding: Finding,
  { words, io }: Pick<Context, 'words' | 'io'>,
): string {
  const { location, code } = finding;
  const number = numbersOf([path], nameKey(io.env));
  const file = namesClient(path, null) ? `answers-${number(path)}.yaml` : path;
  const place = location === null ? file : `${file}:${location.line}:${location.column}`;
  const message = `${ruleText(code, 'title', words)} (${code})`;
  return words.t('cli.batch.someFailed', { place, message });
}

/** Problems that name the place of a client's file, or places somebody typed, which may bear a client's name. */
const NAMING: ReadonlySet<string> = new Set<Finding['code']>([
  ...(['batch-nothing-found', 'batch-rows-conflict', 'usage-bad-pattern'] as const),
  ...(['usage-since-missing', 'usage-since-same', 'file-not-found', 'file-unreadable'] as const),
  ...(['file-not-writable', 'file-read-only', 'file-is-folder', 'file-too-many-open'] as const),
]);

/** {@link refuse}, and where nobody may be named, without whose file it is. */
export function refuseBatch(
  ctx: Context,
  findings: readonly Finding[],
  options: { readonly anonymous?: boolean },
): ExitCode {
  if (!isDiscreet(ctx, options)) return refuse(ctx, findings, null);
  const naming = findings.filter(({ code }) => NAMING.has(code));
  for (const { code } of naming) ctx.io.err(`${ctx.words.t('cli.batch.problem', { code })}\n`);
  refuse(
    ctx,
    findings.filter((finding) => !naming.includes(finding)),
    null,
  );
  return EXIT.badInput;
}
