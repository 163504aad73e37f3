import type { CheckedFile, GateFinding, GateSeverity } from '../../model/gate.ts';
import { unspoken, visibleLine } from '../../words/visible.ts';
import { displayWidth, padColumns, wrapPhrases } from '../../words/width.ts';
import { inForceLines } from './in-force.ts';
import { hiddenNamesLine, leftOutLines, totalLine } from './left-out.ts';
import { countOf, errorsAndWarnings, type GatePage, listedName, showFinding, typedName } from './show.ts';
import { worstFirst } from './worst.ts';

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

/** The report as a person reads it: the worst file first, one finding after the other, the sum at the end. */
export function gateText(page: GatePage, columns: number, paint: GatePaint, verbose: boolean): string {
  const screen = { columns, paint };
  const { report, words } = page;
  const shown = (finding: GateFinding): boolean => verbose || finding.severity !== 'info';
  const blocks = worstFirst(report.files)
    .filter(({ findings }) => findings.some(shown))
    .map((file) => fileBlock({ ...file, findings: file.findings.filter(shown) }, page, screen, verbose));
  const infos = countOf(report, 'info');
  const suppressed = report.files.reduce((n, file) => n + file.suppressed.length, 0);
  const unreadable = report.files.filter(({ readable }) => !readable).length;
  const foot = [
    ...overview(page),
    totalLine(page),
    ...inForceLines(page, verbose),
    ...leftOutLines(page, verbose),
    ...hiddenNamesLine(page),
    ...(unreadable > 0 ? [words.t('gate.text.unreadable', { n: unreadable })] : []),
    ...(infos > 0 && !verbose ? [words.t('gate.text.hiddenInfos', { n: infos })] : []),
    ...(suppressed > 0 ? [words.t('gate.text.suppressed', { n: suppressed })] : []),
  ];
  return `${[...blocks.map((block) => `${block}\n`), ...foot].map(unspoken).join('\n')}\n`;
}

/** More files on the last screen nobody reads. */
const MOST_FILES = 12;

/** How many of what in which file, where there are several: the long list above has scrolled away. */
function overview({ report, words }: GatePage): readonly string[] {
  const counted = worstFirst(report.files).flatMap((file) => {
    const [errors, warnings] = errorsAndWarnings(file.findings);
    const name = visibleLine(listedName(file, { words }));
    return errors + warnings === 0
      ? []
      : [{ name, count: words.t('gate.text.ofFile', { errors, warnings }) }];
  });
  if (counted.length < 2) return [];
  const widest = Math.max(...counted.map(({ count }) => displayWidth(count)));
  const rows = counted
    .slice(0, MOST_FILES)
    .map(({ name, count }) => `  ${padColumns(count, widest)}  ${name}`);
  const rest = counted.length - rows.length;
  return [...rows, ...(rest > 0 ? [`  ${words.t('gate.text.more', { n: rest })}`] : []), ''];
}

function fileBlock(file: CheckedFile, page: GatePage, screen: Screen, verbose: boolean): string {
  const lines = file.findings.flatMap((finding) => findingLines(finding, file, page, screen));
  const { inLogs } = file;
  // Whoever comes from a log that names nobody looks for the name it told.
  const name =
    inLogs === undefined || inLogs === file.file || !verbose
      ? file.file
      : page.words.t('gate.text.inLogs', { file: file.file, inLogs });
  return [screen.paint.strong(visibleLine(name)), ...lines].join('\n');
}

function findingLines(
  finding: GateFinding,
  file: CheckedFile,
  page: GatePage,
  { columns, paint }: Screen,
): readonly string[] {
  const { message, next } = showFinding(finding, typedName(file, page), page);
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
