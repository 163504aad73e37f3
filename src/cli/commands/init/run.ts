import { existsSync } from 'node:fs';
import { newAnswerFile } from '../../../answers/new-file.ts';
import { typedPath } from '../../../files/typed-path.ts';
import { cloudService } from '../../cloud-folder.ts';
import { type Context, commandLine } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { printFindings, refuse } from '../../findings.ts';
import { typable } from '../../io.ts';
import { saveNewText } from '../../save-output.ts';
import { schemaBeside } from '../../schema-beside.ts';

export const DEFAULT_FILE = 'wazamori.yaml';

/** `wazamori init [FILE]`: a commented answer file to fill in by hand. Never overwrites one. */
export async function init(ctx: Context, name: string = DEFAULT_FILE): Promise<ExitCode> {
  const path = typedPath(ctx.io.cwd, name);
  if (existsSync(path)) {
    return refuse(
      ctx,
      [{ severity: 'error', code: 'file-exists', args: { path: typable(name) }, location: null }],
      null,
    );
  }
  const { catalog, words, today } = ctx;
  const text = newAnswerFile(catalog, ctx.texts(), words, {
    date: today,
    depth: 'quick',
    schema: schemaBeside(path, ctx),
  });
  const saved = saveNewText(path, text);
  if (!saved.ok) return refuse(ctx, saved.findings, null);
  warnAboutCloud(ctx, path);
  ctx.io.err(`${words.t('cli.init.done', { file: name, command: commandLine(ctx, ['interview', name]) })}\n`);
  return EXIT.fine;
}

/** An answer file is a map of a company's weaknesses: say so when its folder is copied elsewhere by itself. */
export function warnAboutCloud(ctx: Context, path: string): void {
  const service = cloudService(path);
  if (service === null) return;
  printFindings(
    ctx,
    [{ severity: 'warning', code: 'file-in-cloud-folder', args: { service }, location: null }],
    null,
  );
}
