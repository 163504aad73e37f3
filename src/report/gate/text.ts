import type { CheckedFile, GateFinding, GateSeverity } from '../../model/gate.ts';
import { padColumns, wrapColumns } from '../../words/width.ts';
import type { Terminal } from '../terminal/page.ts';
import { countOf, type GatePage, showFinding, tame } from './show.ts';

const WIDEST = 100;
const MESSAGE_COLUMN = 16;

/** The report as a person reads it: by file, one finding after the other, the sum at the end. */
export function gateText(page: GatePage, terminal: Terminal, verbose: boolean): string {
  const { report, words } = page;
  const shown = (finding: GateFinding): boolean => verbose || finding.severity !== 'info';
  const blocks = report.files
    .filter(({ findings }) => findings.some(shown))
    .map((file) => fileBlock({ ...file, findings: file.findings.filter(shown) }, page, terminal));
  const infos = countOf(report, 'info');
  const suppressed = report.files.reduce((n, file) => n + file.suppressed.length, 0);
  const unreadable = report.files.filter(({ readable }) => !readable).length;
  const foot = [
    totalLine(page),
    ...(unreadable > 0 ? [words.t('gate.text.unreadable', { n: unreadable })] : []),
    ...(infos > 0 && !verbose ? [words.t('gate.text.hiddenInfos', { n: infos })] : []),
    ...(suppressed > 0 ? [words.t('gate.text.suppressed', { n: suppressed })] : []),
  ];
  return `${[...blocks.map((block) => `${block}\n`), ...foot].map(unspoken).join('\n')}\n`;
}

function totalLine({ report, words }: GatePage): string {
  const [errors, warnings, infos] = (['error', 'warning', 'info'] as const).map((s) => countOf(report, s));
  const files = report.files.length;
  return errors === 0 && warnings === 0
    ? words.t('gate.text.nothing', { files })
    : words.t('gate.text.total', { files, errors, warnings, infos });
}

function fileBlock(file: CheckedFile, page: GatePage, terminal: Terminal): string {
  const { paint } = terminal;
  const lines = file.findings.flatMap((finding) => findingLines(finding, file.file, page, terminal));
  return [paint.bold(tame(file.file)), ...lines].join('\n');
}

function findingLines(
  finding: GateFinding,
  file: string,
  page: GatePage,
  { columns, paint }: Terminal,
): readonly string[] {
  const { message, next } = showFinding(finding, file, page);
  const { line, column } = finding.location;
  const severity = page.words.t(`gate.severity.${finding.severity}`);
  const head = `${padColumns(`  ${line}:${column}`, 10)}${COLOUR[finding.severity](paint)(severity)}`;
  const width = Math.max(40, Math.min(WIDEST, columns)) - MESSAGE_COLUMN;
  const indent = ' '.repeat(MESSAGE_COLUMN);
  const rest = next === '' ? [] : wrapColumns(page.words.t('gate.text.next', { next }), width);
  return [
    `${head}  ${paint.dim(finding.code)}`,
    ...wrapColumns(message, width).map((text) => indent + text),
    ...rest.map((text) => indent + paint.dim(text)),
  ];
}

const COLOUR: Readonly<Record<GateSeverity, (paint: Terminal['paint']) => (text: string) => string>> = {
  error: (paint) => paint.red.bold,
  warning: (paint) => paint.yellow,
  info: (paint) => paint.dim,
};

/** A line of a log that begins with `::` or `##[` is a command to some CI systems; words from a file give none. */
const unspoken = (text: string): string =>
  text.replace(
    /^(\s*)(::|##\[)/gm,
    (_, space: string, mark: string) => `${space}${mark[0]} ${mark.slice(1)}`,
  );
