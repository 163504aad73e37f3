import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Hidden } from '../../model/report-pages.ts';
import { HIDDEN, REPORT_FORMATS, REPORT_PAGES, USUAL_PAGES } from '../report-formats.ts';
import { withOut } from './out.ts';

/** The options of `wazamori report`; `t` looks up below `cli.`. */
export function withReportOptions(command: Command, t: (key: string) => string): Command {
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
