import { Option } from 'commander';
import type { AskFormat } from '../commands/ask.ts';
import type { DiffFormat } from '../commands/diff.ts';
import type { ScoreOptions } from '../commands/score.ts';
import type { ReportFlags } from '../report-flags.ts';
import { USUAL_PAGES } from '../report-formats.ts';
import { capacityOption, type Defining, every, formatOption } from './defining.ts';
import { withReportOptions } from './report-options.ts';

/** `score`, `report`, `verify`, `diff`, `explain`, `ask`: what is made of one answer file, or of two. */
export function defineResults(defining: Defining): void {
  const { t, command, does, prints } = defining;
  const FILE = t('argument.file');
  prints<ScoreOptions>(
    command(`score <${FILE}>`)
      .addOption(formatOption(t))
      .addOption(capacityOption(t))
      .option(`--set <${t('argument.assignments')}>`, t('option.set'), every),
    ([file = ''], options) =>
      async (ctx) =>
        (await import('../commands/score.ts')).score(ctx, file, options),
  );
  does<ReportFlags>(
    withReportOptions(command(`report [${FILE}]`), t).addOption(capacityOption(t)),
    ([file], flags) => {
      const { pages = USUAL_PAGES } = flags;
      return pages === 'worksheet'
        ? async (ctx) => (await import('../commands/worksheet.ts')).worksheet(ctx, file ?? null, flags)
        : async (ctx) => (await import('../commands/report.ts')).report(ctx, file, { ...flags, pages });
    },
  );
  prints<{ readonly answers?: string }>(
    command(`verify <${FILE}>`).option(`--answers <${FILE}>`, t('option.answers')),
    ([file = ''], { answers }) =>
      async (ctx) =>
        (await import('../commands/verify.ts')).verify(ctx, file, answers),
  );
  defineReading(defining, FILE);
}

function defineReading({ t, command, prints }: Defining, FILE: string): void {
  prints<{ readonly format: DiffFormat }>(
    command(`diff <${t('argument.older')}> <${t('argument.newer')}>`).addOption(
      new Option('--format <format>', t('option.diffFormat')).choices(['text', 'json', 'md']).default('text'),
    ),
    ([older = '', newer = ''], { format }) =>
      async (ctx) =>
        (await import('../commands/diff.ts')).diff(ctx, older, newer, format),
  );
  prints<{ readonly verdict?: string }>(
    command(`explain <${FILE}> [${t('argument.item')}]`).option(
      `--verdict <${t('argument.technology')}>`,
      t('option.verdict'),
    ),
    ([file = '', item], options) =>
      async (ctx) =>
        (await import('../commands/explain.ts')).explain(ctx, file, {
          ...options,
          ...(item === undefined ? {} : { item }),
        }),
  );
  prints<{ readonly format: AskFormat }>(
    command(`ask <${FILE}>`).addOption(
      new Option('--format <format>', t('option.askFormat')).choices(['text', 'md', 'csv']).default('text'),
    ),
    ([file = ''], { format }) =>
      async (ctx) =>
        (await import('../commands/ask.ts')).ask(ctx, file, format),
  );
}
