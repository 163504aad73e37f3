import type { CheckedFile, GateFinding } from '../../model/gate.ts';
import { visibleLine } from '../../words/visible.ts';
import { inForceLines } from './in-force.ts';
import { hiddenNamesLine, leftOutLines, totalLine } from './left-out.ts';
import { errorsAndWarnings, type GatePage, listedName, restText, showFinding, typedName } from './show.ts';
import { worstFirst } from './worst.ts';

/** Lets a workflow find its own comment again. */
const MARKER = '<!-- wazamori-check -->';
const MARK = { error: '❌', warning: '⚠️', info: '' } as const;
/** GitHub refuses comments of more than 65,536 characters. */
const MOST_ROWS = 60;

/** So many of a file where others need room too. */
const MOST_ROWS_A_FILE = 5;

/** A comment for a pull request: the sum, how it stands file by file, then a table per file, the worst first. */
export function gateMarkdown(page: GatePage): string {
  const { report, words } = page;
  const files = worstFirst(report.files)
    .map((file) => ({ ...file, findings: file.findings.filter(({ severity }) => severity !== 'info') }))
    .filter(({ findings }) => findings.length > 0);
  const most = Math.max(MOST_ROWS_A_FILE, Math.floor(MOST_ROWS / Math.max(1, files.length)));
  let room = MOST_ROWS;
  let left = 0;
  const tables = files.flatMap((file) => {
    const shown = file.findings.slice(0, Math.min(room, most));
    room -= shown.length;
    const rest = file.findings.slice(shown.length);
    if (shown.length === 0) left += rest.length;
    return shown.length === 0 ? [] : [table({ ...file, findings: shown }, rest, page)];
  });
  const parts = [
    MARKER,
    `## ${words.t('gate.md.title')}`,
    totalLine(page),
    ...(files.length > 1 ? [overview(files, page)] : []),
    ...tables,
    ...(left > 0 ? [words.t('gate.text.more', { n: left })] : []),
    ...suppressedList(page),
    ...leftOutList(page),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** How many of what in which file: with twelve of them the first thing anybody asks. */
function overview(files: readonly CheckedFile[], { words }: GatePage): string {
  const rows = files.slice(0, MOST_ROWS).map((file) => {
    const [errors, warnings] = errorsAndWarnings(file.findings);
    return `| ${plain(listedName(file, { words }))} | ${errors} | ${warnings} |`;
  });
  const rest = files.length - rows.length;
  const more = rest > 0 ? [`| ${words.t('gate.text.more', { n: rest })} | | |`] : [];
  return [words.t('gate.md.files'), '|---|--:|--:|', ...rows, ...more].join('\n');
}

function table(file: CheckedFile, rest: readonly GateFinding[], page: GatePage): string {
  const rows = file.findings.map((finding) => {
    const { message, next } = showFinding(finding, typedName(file, page), page);
    const { line, column } = finding.location;
    const what = `${plain(message)}<br>${plain(finding.code)}`;
    return `| ${MARK[finding.severity]} | ${line}:${column} | ${what} | ${plain(next)} |`;
  });
  const heads = [`### ${plain(file.file)}`, '', page.words.t('gate.md.columns'), '|---|---|---|---|'];
  const more = restText(rest, page);
  return [...heads, ...rows, ...(more === '' ? [] : ['', more])].join('\n');
}

function suppressedList({ report, words }: GatePage): readonly string[] {
  const rows = report.files.flatMap(({ file, suppressed }) =>
    suppressed.map(({ code, location, reason }) => {
      const why = report.redacted ? '' : `：${plain(reason)}`;
      return `- ${plain(file)}:${location.line} ${plain(code)}${why}`;
    }),
  );
  return rows.length === 0
    ? []
    : [`### ${words.t('gate.md.suppressed')}`, rows.slice(0, MOST_ROWS).join('\n')];
}

function leftOutList(page: GatePage): readonly string[] {
  const lines = [...inForceLines(page, false), ...leftOutLines(page, false), ...hiddenNamesLine(page)].map(
    (line) => `- ${plain(line)}`,
  );
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** Words from a file as words: no markup, no link, no HTML, and nobody is mentioned. */
const plain = (text: string): string =>
  visibleLine(text).replace(/[&<>\\`*_[\]|~#!@]/g, (c) => `&#${c.charCodeAt(0)};`);
