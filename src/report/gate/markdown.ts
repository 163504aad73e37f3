import type { CheckedFile } from '../../model/gate.ts';
import { visibleLine } from '../../words/visible.ts';
import { inForceLines } from './in-force.ts';
import { leftOutLines, totalLine } from './left-out.ts';
import { type GatePage, showFinding } from './show.ts';

/** Lets a workflow find its own comment again. */
const MARKER = '<!-- wazamori-check -->';
const MARK = { error: '❌', warning: '⚠️', info: '' } as const;
/** GitHub refuses comments of more than 65,536 characters. */
const MOST_ROWS = 60;

/** A comment for a pull request: the sum, then a table per file. */
export function gateMarkdown(page: GatePage): string {
  const { report, words } = page;
  let room = MOST_ROWS;
  let left = 0;
  const tables = report.files.flatMap((file) => {
    const all = file.findings.filter(({ severity }) => severity !== 'info');
    const shown = all.slice(0, room);
    room -= shown.length;
    left += all.length - shown.length;
    return shown.length === 0 ? [] : [table({ ...file, findings: shown }, page)];
  });
  const parts = [
    MARKER,
    `## ${words.t('gate.md.title')}`,
    totalLine(page),
    ...tables,
    ...(left > 0 ? [words.t('gate.text.more', { n: left })] : []),
    ...suppressedList(page),
    ...leftOutList(page),
  ];
  return `${parts.join('\n\n')}\n`;
}

function table(file: CheckedFile, page: GatePage): string {
  const rows = file.findings.map((finding) => {
    const { message, next } = showFinding(finding, file.file, page);
    const { line, column } = finding.location;
    const what = `${plain(message)}<br>${plain(finding.code)}`;
    return `| ${MARK[finding.severity]} | ${line}:${column} | ${what} | ${plain(next)} |`;
  });
  return [`### ${plain(file.file)}`, '', page.words.t('gate.md.columns'), '|---|---|---|---|', ...rows].join(
    '\n',
  );
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
  const lines = [...inForceLines(page, false), ...leftOutLines(page, false)].map(
    (line) => `- ${plain(line)}`,
  );
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** Words from a file as words: no markup, no link, no HTML, and nobody is mentioned. */
const plain = (text: string): string =>
  visibleLine(text).replace(/[&<>\\`*_[\]|~#!@]/g, (c) => `&#${c.charCodeAt(0)};`);
