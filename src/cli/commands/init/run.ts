import { existsSync } from 'node:fs';
import { newAnswerFile } from '../../../answers/new-file.ts';
import { typedPath } from '../../../files/find/typed-path.ts';
import { cloudService } from '../../../files/save/cloud-folder.ts';
import { saveNewText } from '../../../files/save/save-results.ts';
import { schemaBeside } from '../../../files/shipped/schema-beside.ts';
import type { Depth } from '../../../model/catalog.ts';
import type { Outcome } from '../../../model/finding.ts';
import { type Context, commandLine } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { printFindings, refuse } from '../../findings.ts';
import { typable } from '../../io.ts';
import { PACKAGE_ROOT } from '../../package.ts';

export const DEFAULT_FILE = 'wazamori.yaml';

/** `wazamori init [FILE]`: a commented answer file to fill in by hand. Never overwrites one. */
export async function init(ctx: Context, name: string = DEFAULT_FILE): Promise<ExitCode> {
  if (existsSync(typedPath(ctx.io.cwd, name))) {
    return refuse(
      ctx,
      [{ severity: 'error', code: 'file-exists', args: { path: typable(name) }, location: null }],
      null,
    );
  }
  const saved = newFile(ctx, name, 'quick');
  if (!saved.ok) return refuse(ctx, saved.findings, null);
  const command = commandLine(ctx, ['interview', name]);
  ctx.io.err(`${ctx.words.t('cli.init.done', { file: name, command })}\n`);
  return EXIT.fine;
}

/** Saves an answer file nobody has answered yet; whose folder is copied elsewhere by itself is told. */
export function newFile(ctx: Context, name: string, depth: Depth): Outcome<string> {
  const { catalog, words, today: date } = ctx;
  const path = typedPath(ctx.io.cwd, name);
  const schema = schemaBeside(path, ctx, PACKAGE_ROOT);
  const saved = saveNewText(path, newAnswerFile(catalog, ctx.texts(), words, { date, depth, schema }));
  if (saved.ok) warnAboutCloud(ctx, path);
  return saved;
}

/** An answer file is a map of a company's weaknesses: say so when its folder is copied elsewhere by itself. */
function warnAboutCloud(ctx: Context, path: string): void {
  const service = cloudService(path);
  if (service === null) return;
  printFindings(
    ctx,
    [{ severity: 'warning', code: 'file-in-cloud-folder', args: { service }, location: null }],
    null,
  );
}
