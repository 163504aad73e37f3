import { lintCatalog } from '../../../catalog/lint.ts';
import { showCatalogFinding } from '../../../catalog/show-finding.ts';
import { verdictOf } from '../../../core/verdict/verdict.ts';
import { typedPath } from '../../../files/find/typed-path.ts';
import { readChecklists } from '../../../files/shipped/checklists.ts';
import type { CatalogFinding } from '../../../model/catalog-finding.ts';
import { ownLine } from '../../../report/own.ts';
import type { MessageKey } from '../../../words/messages.ts';
import { errorCode } from '../../answer-file.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { loadOwn } from '../../own-catalog.ts';

/** Lints the checklists of a folder. Loaded by its command alone: it brings the YAML reader and zod. */
export function lintFolder(ctx: Context, dir: string): ExitCode {
  const path = typedPath(ctx.io.cwd, dir);
  let files: ReturnType<typeof readChecklists>;
  try {
    files = readChecklists(path);
  } catch (error) {
    const args = { path: dir, reason: errorCode(error) };
    return refuse(ctx, [{ severity: 'error', code: 'file-unreadable', args, location: null }], null);
  }
  if (files.size === 0) {
    return refuse(
      ctx,
      [{ severity: 'error', code: 'file-not-found', args: { path: dir }, location: null }],
      null,
    );
  }
  const findings = lintCatalog(files, verdictOf);
  return printed(ctx, findings, 'cli.catalog.linted', { files: files.size });
}

/** Lints an own folder laid over checklists. */
export function lintOwn(ctx: Context, shipped: string, own: string): ExitCode {
  const outcome = loadOwn(own, typedPath(ctx.io.cwd, shipped), ctx.io, ctx.words);
  if (outcome === null) return EXIT.badInput;
  const code = printed(ctx, outcome.findings, 'cli.own.linted', { folder: own });
  const changes = outcome.ok ? outcome.value.catalog.own : undefined;
  if (changes !== undefined) ctx.io.err(`${ownLine(changes, ctx.words)}\n`);
  return code;
}

function printed(
  ctx: Context,
  findings: readonly CatalogFinding[],
  key: MessageKey,
  what: Readonly<Record<string, unknown>>,
): ExitCode {
  for (const finding of findings) ctx.io.out(`${showCatalogFinding(finding, ctx.words)}\n`);
  const errors = findings.filter((f) => f.severity === 'error').length;
  ctx.io.err(`${ctx.words.t(key, { ...what, errors, warnings: findings.length - errors })}\n`);
  return errors > 0 ? EXIT.found : EXIT.fine;
}
