import { wrongFlags } from '../../../report/clashes.ts';
import type { ReportFlags } from '../../../report/flags.ts';
import { nearest } from '../../../text/nearest.ts';
import { assessFile } from '../../assess-file.ts';
import { fontsFolder } from '../../assets.ts';
import type { Context } from '../../context.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { version } from '../../package.ts';
import { save } from './run.ts';

/** `wazamori report [FILE] --pages worksheet`: a form to answer with a pencil, for a company or for anybody. */
export async function worksheet(ctx: Context, name: string | null, flags: ReportFlags): Promise<ExitCode> {
  const wrong = wrongFlags(flags, ctx.io);
  if (wrong !== null) return refuse(ctx, [wrong], null);
  const assessed = name === null ? null : assessFile(ctx, name, flags.capacity);
  if (assessed?.ok === false) return refuse(ctx, assessed.findings, assessed.file);
  const { worksheetDocument } = await import('../../../report/document/worksheet.ts');
  const { catalog, words } = ctx;
  const section = flags.section ?? null;
  const document = worksheetDocument({
    catalog,
    texts: ctx.texts(),
    words,
    section,
    assessment: assessed?.value.assessment ?? null,
  });
  if (document === null) return unknownSection(ctx, section ?? '');
  const { pressTools } = await import('../../../files/shipped/press-tools.ts');
  const { printPdf } = await import('../../../report/pdf/render.ts');
  const printed = await printPdf({
    document,
    words,
    asOf: ctx.today,
    version: version(),
    ...pressTools(fontsFolder),
  });
  const output = flags.out ?? `wazamori-worksheet-${section ?? 'quick'}.pdf`;
  return save(ctx, [{ content: printed, output }]);
}

function unknownSection(ctx: Context, section: string): ExitCode {
  const known = ctx.catalog.checklists.flatMap(({ sections }) => sections.map(({ id }) => id));
  const args = { section, nearest: nearest(section, known) };
  return refuse(ctx, [{ severity: 'error', code: 'usage-unknown-section', args, location: null }], null);
}
