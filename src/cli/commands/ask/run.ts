import { askCsv } from '../../../report/ask/csv.ts';
import { askMarkdown } from '../../../report/ask/markdown.ts';
import { askSheets } from '../../../report/ask/sheets.ts';
import { askText } from '../../../report/ask/text.ts';
import { assessFile } from '../../assess-file.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { terminalOf } from '../../io.ts';

export type AskFormat = 'text' | 'md' | 'csv';

/** `wazamori ask FILE`: who has to be asked what, from the 「わからない」 answers. */
export async function ask(ctx: Context, name: string, format: AskFormat): Promise<ExitCode> {
  const assessed = assessFile(ctx, name, undefined);
  if (!assessed.ok) return refuse(ctx, assessed.findings, assessed.file);
  const { assessment } = assessed.value;
  const sheets = askSheets(assessment, ctx.texts());
  const own = assessment.ownChecklists;
  switch (format) {
    case 'md':
      ctx.io.out(askMarkdown(sheets, ctx.words, own));
      break;
    case 'csv':
      ctx.io.out(askCsv(sheets, ctx.words));
      break;
    case 'text':
      ctx.io.out(askText(sheets, ctx.words, terminalOf(ctx.io, ctx.noColor), own));
  }
  return EXIT.fine;
}
