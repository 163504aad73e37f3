import type { CheckedFile, GateFinding, GateSeverity } from '../../model/gate.ts';
import { unspoken, visibleLine } from '../../words/visible.ts';
import { padColumns, wrapPhrases } from '../../words/width.ts';
import { inForceLines } from './in-force.ts';
import { leftOutLines, totalLine } from './left-out.ts';
import { countOf, type GatePage, showFinding } from './show.ts';

const WIDEST = 100;
const MESSAGE_COLUMN = 16;

/** How the parts of a text are coloured, or not. */
export interface GatePaint {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
}

interface Screen {
  readonly columns: number;
  readonly paint: GatePaint;
}

/** The report as a person reads it: by file, one finding after the other, the sum at the end. */
export function gateText(page: GatePage, columns: number, paint: GatePaint, verbose: boolean): string {
  const screen = { columns, paint };
  const { report, words } = page;
  const shown = (finding: GateFinding): boolean => verbose || finding.severity !== 'info';
  const blocks = report.files
    .filter(({ findings }) => findings.some(shown))
    .map((file) => fileBlock({ ...file, findings: file.findings.filter(shown) }, page, screen));
  const infos = countOf(report, 'info');
  const suppressed = report.files.reduce((n, file) => n + file.suppressed.length, 0);
  const unreadable = report.files.filter(({ readable }) => !readable).length;
  const foot = [
    totalLine(page),
    ...inForceLines(page, verbose),
    ...leftOutLines(page, verbose),
    ...(unreadable > 0 ? [words.t('gate.text.unreadable', { n: unreadable })] : []),
    ...(infos > 0 && !verbose ? [words.t('gate.text.hiddenInfos', { n: infos })] : []),
    ...(suppressed > 0 ? [words.t('gate.text.suppressed', { n: suppressed })] : []),
  ];
  return `${[...blocks.map((block) => `${block}\n`), ...foot].map(unspoken).join('\n')}\n`;
}

function fileBlock(file: CheckedFile, page: GatePage, screen: Screen): string {
  const lines = file.findings.flatMap((finding) => findingLines(finding, file.file, page, screen));
  return [screen.paint.strong(visibleLine(file.file)), ...lines].join('\n');
}

function findingLines(
  finding: GateFinding,
  file: string,
  page: GatePage,
  { columns, paint }: Screen,
): readonly string[] {
  const { message, next } = showFinding(finding, file, page);
  const { line, column } = finding.location;
  const severity = page.words.t(`gate.severity.${finding.severity}`);
  const head = `${padColumns(`  ${line}:${column}`, 10)}${COLOUR[finding.severity](paint, severity)}`;
  const width = Math.max(40, Math.min(WIDEST, columns)) - MESSAGE_COLUMN;
  const indent = ' '.repeat(MESSAGE_COLUMN);
  const rest = next === '' ? [] : wrapPhrases(page.words.t('gate.text.next', { next }), width);
  return [
    `${head}  ${paint.quiet(finding.code)}`,
    ...wrapPhrases(message, width).map((text) => indent + text),
    ...rest.map((text) => indent + paint.quiet(text)),
  ];
}

const COLOUR: Readonly<Record<GateSeverity, (paint: GatePaint, text: string) => string>> = {
  error: (paint, text) => paint.error(text),
  warning: (paint, text) => paint.warning(text),
  info: (paint, text) => paint.quiet(text),
};
