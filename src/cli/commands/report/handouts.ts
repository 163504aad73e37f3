import { basename, dirname, extname, join } from 'node:path';
import type { ReportInput } from '../../../report/document/input.ts';
import { type Printing, type ReportFormat, rowOf } from '../../../report/formats.ts';
import { handouts } from '../../../report/handouts.ts';
import type { PdfReport } from '../../../report/pdf/input.ts';

/** The questions of each role as a file beside the plan, in its format and behind its password. */
export async function printHandouts(
  input: ReportInput,
  format: ReportFormat,
  plan: string,
  printing: Printing,
): Promise<readonly { readonly output: string; readonly content: PdfReport | string }[]> {
  const beside = join(dirname(plan), basename(plan, extname(plan)));
  const made = handouts(input).map(async ({ name, document }) => {
    const content = await rowOf(format).makeSheet(document, input.words, printing);
    return content === null ? [] : [{ output: `${beside}-${name}.${format}`, content }];
  });
  return (await Promise.all(made)).flat();
}
