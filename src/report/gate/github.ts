import { inForceLines } from './in-force.ts';
import { hiddenNamesLine, leftOutLines, totalLine } from './left-out.ts';
import { type GatePage, restText, ruleText, showFinding, typedName } from './show.ts';
import { annotationsAFile, fewOfEach } from './worst.ts';

/** GitHub shows ten errors and ten warnings of a step: notes would crowd out what matters. */
const COMMAND = { error: 'error', warning: 'warning', info: null } as const;

/**
 * Workflow commands of GitHub Actions, one a line, a few of each file, the gravest of all first; behind them one notice
 * that says what was looked at. Escaping as its runner undoes it:
 * `%`, CR and LF everywhere, `:` and `,` in properties as well.
 */
export function gateGithub(page: GatePage): string {
  const commands = fewOfEach(page.report.files, annotationsAFile(page.report.files)).flatMap(
    ({ finding, checked, rest }) => {
      const command = COMMAND[finding.severity];
      if (command === null) return [];
      const { message, next } = showFinding(finding, typedName(checked, page), page);
      const properties = {
        file: checked.file,
        line: finding.location.line,
        col: finding.location.column,
        title: `${ruleText(finding.code, 'title', page.words)} (${finding.code})`,
      };
      const told = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
      const text = [message, next, restText(rest, page)].filter((part) => part !== '').join('\n');
      return [`::${command} ${told.join(',')}::${data(text)}\n`];
    },
  );
  const sum = [
    totalLine(page),
    ...inForceLines(page, false),
    ...leftOutLines(page, false),
    ...hiddenNamesLine(page),
  ].join('\n');
  return [...commands, `::notice title=wazamori check::${data(sum)}\n`].join('');
}

/** Why nothing was checked, where somebody looks who does not open the log. */
export const githubRefusal = (reasons: readonly string[]): string =>
  reasons.map((reason) => `::error title=wazamori check::${data(reason)}\n`).join('');

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
