import { inForceLines } from './in-force.ts';
import { leftOutLines, totalLine } from './left-out.ts';
import { type GatePage, ruleText, showFinding } from './show.ts';

/** GitHub shows ten annotations of a step: notes would crowd out what matters. */
const COMMAND = { error: 'error', warning: 'warning', info: null } as const;

/**
 * Workflow commands of GitHub Actions, one a line; behind them one notice that says what was looked at. Escaping as its runner undoes it:
 * `%`, CR and LF everywhere, `:` and `,` in properties as well.
 */
export function gateGithub(page: GatePage): string {
  const commands = page.report.files.flatMap(({ file, findings }) =>
    findings.flatMap((finding) => {
      const command = COMMAND[finding.severity];
      if (command === null) return [];
      const { message, next } = showFinding(finding, file, page);
      const properties = {
        file,
        line: finding.location.line,
        col: finding.location.column,
        title: `${ruleText(finding.code, 'title', page.words)} (${finding.code})`,
      };
      const told = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
      const text = [message, next].filter((part) => part !== '').join('\n');
      return [`::${command} ${told.join(',')}::${data(text)}\n`];
    }),
  );
  const sum = [totalLine(page), ...inForceLines(page, false), ...leftOutLines(page, false)].join('\n');
  return [...commands, `::notice title=wazamori check::${data(sum)}\n`].join('');
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
