import { basename, dirname, extname, join } from 'node:path';
import type { ReportInput } from '../../../report/document/input.ts';
import type { ReportDocument } from '../../../report/document/model.ts';
import type { ReportFormat } from '../../../report/formats.ts';
import { handouts } from '../../../report/handouts.ts';
import type { PdfReport } from '../../../report/pdf/input.ts';
import { fontsFolder } from '../../assets.ts';
import { version } from '../../package.ts';

/** The questions of each role as a file beside the plan, in its format and behind its password. */
export async function printHandouts(
  input: ReportInput,
  format: ReportFormat,
  plan: string,
  password: string | null,
): Promise<readonly { readonly output: string; readonly content: PdfReport | string }[]> {
  const beside = join(dirname(plan), basename(plan, extname(plan)));
  return Promise.all(
    handouts(input).map(async ({ name, document }) => ({
      output: `${beside}-${name}.${format}`,
      content: await print(document, format, input, password),
    })),
  );
}

async function print(
  document: ReportDocument,
  format: ReportFormat,
  { assessment, words }: ReportInput,
  password: string | null,
): Promise<PdfReport | string> {
  switch (format) {
    case 'html':
      return (await import('../../../report/html/render.ts')).htmlOf(document, words);
    case 'md':
      return (await import('../../../report/md/render.ts')).markdownOf(document, words);
    default: {
      const { pressTools } = await import('../../../files/press-tools.ts');
      const { printPdf } = await import('../../../report/pdf/render.ts');
      const made = { asOf: assessment.asOf, version: version(), ...pressTools(fontsFolder) };
      return printPdf({ document, words, ...made, ...(password === null ? {} : { password }) });
    }
  }
}
