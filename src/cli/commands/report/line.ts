import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Hidden } from '../../../model/report-pages.ts';
import { capacityOption, type Defining, type Translate } from '../../define/defining.ts';
import { withOut } from '../../define/out.ts';
import type { ReportFlags } from '../../report-flags.ts';
import { HIDDEN, REPORT_FORMATS, REPORT_PAGES, USUAL_PAGES } from '../../report-formats.ts';

export function defineReport({ t, command, does }: Defining): void {
  does<ReportFlags>(
    withReportOptions(command(`report [${t('argument.file')}]`), t).addOption(capacityOption(t)),
    ([file], flags) => {
      const { pages = USUAL_PAGES } = flags;
      return pages === 'worksheet'
        ? async (ctx) => (await import('./worksheet.ts')).worksheet(ctx, file ?? null, flags)
        : async (ctx) => (await import('./run.ts')).report(ctx, file, { ...flags, pages });
    },
  );
}

/** All options but those other commands have too. */
export function withReportOptions(command: Command, t: Translate): Command {
  return withOut(command, t)
    .addOption(new Option('--format <format>', t('option.reportFormat')).choices(REPORT_FORMATS))
    .addOption(
      new Option('--pages <pages>', t('option.pages'))
        .choices([...REPORT_PAGES, 'worksheet'])
        .default(USUAL_PAGES),
    )
    .option('--section <id>', t('option.section'))
    .option('--handouts', t('option.handouts'))
    .addOption(new Option('--hide <parts>', t('option.hide')).argParser(hiddenOf))
    .option('--attach', t('option.attach'))
    .option('--password [password]', t('option.password'));
}

/** `notes,evidence`, full-width commas too. */
function hiddenOf(given: string): readonly Hidden[] {
  const parts = given.split(/[,、，]/).map((part) => part.trim());
  return parts.map((part) => {
    const known = HIDDEN.find((one) => one === part);
    if (known === undefined) throw new InvalidArgumentError(given);
    return known;
  });
}
