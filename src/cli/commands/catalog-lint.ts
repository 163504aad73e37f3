import { resolve } from 'node:path';
import { lintCatalog } from '../../catalog/lint.ts';
import { readCatalogSource } from '../../catalog/load.ts';
import { showCatalogFinding } from '../../catalog/show-finding.ts';
import { verdictOf } from '../../core/verdict/verdict.ts';
import { errorCode } from '../answer-file.ts';
import { type Context, refuse } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

/** Lints the checklists of a folder. Loaded by its command alone: it brings the YAML reader and zod. */
export function lintFolder(ctx: Context, dir: string): ExitCode {
  const path = resolve(ctx.io.cwd, dir);
  let files: ReturnType<typeof readCatalogSource>;
  try {
    files = readCatalogSource(path);
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
  for (const finding of findings) ctx.io.out(`${showCatalogFinding(finding, ctx.words)}\n`);
  const errors = findings.filter((f) => f.severity === 'error').length;
  ctx.io.err(
    `${ctx.words.t('cli.catalog.linted', { files: files.size, errors, warnings: findings.length - errors })}\n`,
  );
  return errors > 0 ? EXIT.found : EXIT.fine;
}
