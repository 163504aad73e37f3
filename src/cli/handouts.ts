import { basename, dirname, extname, join } from 'node:path';
import type { AskEntry } from '../model/plan.ts';
import type { ReportInput } from '../report/document/input.ts';
import type { ReportDocument } from '../report/document/model.ts';
import type { PdfReport } from '../report/pdf/input.ts';
import { fontsFolder } from './assets.ts';
import type { Context } from './context.ts';
import { version } from './package.ts';
import type { ReportFormat } from './report-formats.ts';

/** What is handed to one role: its questions, as a file beside the plan. */
export interface Handout {
  readonly output: string;
  readonly content: PdfReport | string;
}

/** The questions of each role as a file of its own, in the format of the plan and behind its password. */
export async function handouts(
  ctx: Context,
  input: ReportInput,
  format: ReportFormat,
  plan: string,
  password: string | null,
): Promise<readonly Handout[]> {
  const { askingDocument } = await import('../report/document/parts/asking.ts');
  const { askList } = input.assessment;
  const names = namesOf(askList, ctx);
  return Promise.all(
    askList.map(async (entry, i) => ({
      output: join(dirname(plan), `${basename(plan, extname(plan))}-${names[i]}.${format}`),
      content: await print(askingDocument(input, entry), format, input, password),
    })),
  );
}

/** Named after the role; two roles of one name are told apart by their ids. */
function namesOf(askList: readonly AskEntry[], { texts, words }: Context): readonly string[] {
  const names = askList.map(({ role }) => inFileName(texts().roles[role]?.title ?? role));
  return names.map((name, i) => {
    const twice = names.filter((other) => other === name).length > 1;
    return words.t(askList[i]?.self === true ? 'cli.report.handoutSelf' : 'cli.report.handout', {
      role: twice ? inFileName(askList[i]?.role ?? name) : name,
    });
  });
}

/** Signs no file name may hold on one system or another. */
const inFileName = (name: string): string => name.replace(/[\\/:*?"<>|\s]+/g, '-');

async function print(
  document: ReportDocument,
  format: ReportFormat,
  { assessment, words }: ReportInput,
  password: string | null,
): Promise<PdfReport | string> {
  switch (format) {
    case 'html':
      return (await import('../report/html/render.ts')).htmlOf(document, words);
    case 'md':
      return (await import('../report/md/render.ts')).markdownOf(document, words);
    default: {
      const { pressTools } = await import('../files/press-tools.ts');
      const { printPdf } = await import('../report/pdf/render.ts');
      const made = { asOf: assessment.asOf, version: version(), ...pressTools(fontsFolder) };
      return printPdf({ document, words, ...made, ...(password === null ? {} : { password }) });
    }
  }
}
