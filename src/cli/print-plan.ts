import { meaningHash } from '../answers/meaning.ts';
import { contentHash } from '../files/content-hash.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Attachment } from '../press/attachment.ts';
import type { ReportInput } from '../report/document/input.ts';
import type { Printing } from '../report/formats.ts';
import type { PdfReport } from '../report/pdf/input.ts';
import { type PlanOptions, recordOf } from '../report/pdf/record.ts';
import { jsonText } from '../words/visible.ts';
import type { AnswerFile } from './answer-file.ts';
import { fontsFolder } from './assets.ts';
import type { Context } from './context.ts';
import { version } from './package.ts';

export interface PlanToPrint {
  readonly file: AnswerFile;
  readonly assessment: Assessment;
  readonly options: PlanOptions;
  /** What the record says of the meaning of the answers, where it says otherwise than they do. */
  readonly meaning?: { readonly recorded: string | null };
}

/** The plan's content, whatever the format. */
export function reportInput(ctx: Context, { file, assessment, options }: PlanToPrint): ReportInput {
  const { pages, hide, handouts, attach } = options;
  const { catalog, words } = ctx;
  return {
    assessment,
    catalog,
    texts: ctx.texts(),
    answers: file.answers,
    words,
    pages,
    hide,
    handouts,
    attached: attach,
  };
}

/** The plan as a PDF that tells how it was made and, where asked, carries its answers. */
export async function printPlan(
  ctx: Context,
  plan: PlanToPrint,
  password: string | null,
): Promise<PdfReport> {
  const { pressTools } = await import('../files/shipped/press-tools.ts');
  const { renderPdf } = await import('../report/pdf/render.ts');
  return renderPdf({
    ...reportInput(ctx, plan),
    ...pressTools(fontsFolder),
    record: recordOf(plan.assessment, ctx.lang, plan.options, meaningIn(plan)),
    attachments: plan.options.attach ? attachmentsOf(ctx, plan) : [],
    ...(password === null ? {} : { password }),
  });
}

/** Prints the plan, and sheets beside it behind the same password. */
export const printingOf = (ctx: Context, plan: PlanToPrint, password: string | null): Printing => ({
  plan: () => printPlan(ctx, plan, password),
  sheet: async (document) => {
    const { pressTools } = await import('../files/shipped/press-tools.ts');
    const { printPdf } = await import('../report/pdf/render.ts');
    return printPdf({
      document,
      words: ctx.words,
      asOf: plan.assessment.asOf,
      version: version(),
      ...pressTools(fontsFolder),
      ...(password === null ? {} : { password }),
    });
  },
});

const meaningIn = ({ meaning, file }: PlanToPrint): string | null =>
  meaning === undefined ? meaningHash(file.answers, contentHash) : meaning.recorded;

/** Under names of their own: the name of the company's file may tell more than its owner wants. */
function attachmentsOf({ words }: Context, { file, assessment }: PlanToPrint): readonly Attachment[] {
  const source = { file: 'answers.yaml', sha256: file.sha256 };
  const result = `${jsonText({ ...assessment, source }, 2)}\n`;
  return [
    {
      name: 'answers.yaml',
      bytes: file.bytes,
      type: 'application/yaml',
      relationship: 'Source',
      description: words.t('pdf.attached.answers'),
    },
    {
      name: 'assessment.json',
      bytes: new TextEncoder().encode(result),
      type: 'application/json',
      relationship: 'Data',
      description: words.t('pdf.attached.assessment'),
    },
  ];
}
