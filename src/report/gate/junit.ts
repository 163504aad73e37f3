import type { CheckedFile, GateFinding } from '../../model/gate.ts';
import { visibleLine } from '../../words/visible.ts';
import { xml } from '../../words/xml.ts';
import { inForceLines } from './in-force.ts';
import { leftOutLines, totalLine } from './left-out.ts';
import { fails, type GatePage, showFinding, typedName } from './show.ts';

/**
 * JUnit XML as Jenkins and GitLab read it: a suite per file, a case per finding that makes the run fail, an error where
 * it kept a file from being read, one passed case for a file with none. What does not fail is told in `system-out`,
 * also of a file that could not be read; with `--no-fail` that is every finding, for Jenkins takes one failed case for an
 * unstable run and GitLab shows it as a failed test, whatever the exit code was. Host and times say nothing, so that the same input gives the same bytes. The
 * last suite says what was looked at.
 */
export function gateJunit(page: GatePage): string {
  const suites = [
    ...page.report.files.map((file, id) => suite(file, id, page)),
    sum(page.report.files.length, page),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}

/** A suite that always passes: in its output stands how many of the files that lie there were checked. */
function sum(id: number, page: GatePage): string {
  const lines = [totalLine(page), ...inForceLines(page, true), ...leftOutLines(page, true)]
    .map((line) => `${line}\n`)
    .join('');
  return [
    `  <testsuite id="${id}" package="wazamori" name="wazamori check" tests="1" failures="0" errors="0"`,
    ` timestamp="${page.report.asOf}T00:00:00" hostname="localhost" time="0">\n`,
    '    <properties/>\n',
    '    <testcase classname="wazamori" name="wazamori check" time="0"/>\n',
    `    <system-out>${xml(lines)}</system-out>\n`,
    '    <system-err/>\n',
    '  </testsuite>\n',
  ].join('');
}

function suite(checked: CheckedFile, id: number, page: GatePage): string {
  const { file, findings } = checked;
  const failing = findings.filter(
    (finding) => isError(finding, checked) || (page.noFail !== true && fails(finding, page)),
  );
  const others = findings.filter((finding) => !failing.includes(finding));
  const cases = failing.map((finding) => testcase(finding, checked, page));
  if (cases.length === 0)
    cases.push(`    <testcase classname="${xml(visibleLine(file))}" name="wazamori check" time="0"/>\n`);
  const errors = failing.filter((finding) => isError(finding, checked)).length;
  const failures = failing.length - errors;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
  const fixed = `timestamp="${page.report.asOf}T00:00:00" hostname="localhost" time="0"`;
  const out = others.map((finding) => `${place(file, finding)} ${told(finding, checked, page)}\n`).join('');
  return [
    `  <testsuite id="${id}" package="wazamori" name="${xml(visibleLine(file))}" ${counts} ${fixed}>\n`,
    '    <properties/>\n',
    ...cases,
    `    <system-out>${xml(out)}</system-out>\n`,
    '    <system-err/>\n',
    '  </testsuite>\n',
  ].join('');
}

/** What kept a file from being read; beside it a warning is one like any other. */
const isError = ({ severity }: GateFinding, { readable }: CheckedFile): boolean =>
  !readable && severity === 'error';

function testcase(finding: GateFinding, checked: CheckedFile, page: GatePage): string {
  const { file } = checked;
  const { message } = showFinding(finding, typedName(checked, page), page);
  const element = isError(finding, checked) ? 'error' : 'failure';
  const name = `${finding.code} ${finding.location.line}:${finding.location.column}`;
  const text = `${place(file, finding)} ${told(finding, checked, page)}`;
  return [
    `    <testcase classname="${xml(visibleLine(file))}" name="${xml(name)}" time="0">\n`,
    `      <${element} type="${xml(finding.code)}" message="${xml(message)}">${xml(text)}</${element}>\n`,
    '    </testcase>\n',
  ].join('');
}

const place = (file: string, { location }: GateFinding): string =>
  `${visibleLine(file)}:${location.line}:${location.column}`;

function told(finding: GateFinding, checked: CheckedFile, page: GatePage): string {
  const { message, next } = showFinding(finding, typedName(checked, page), page);
  return next === '' ? message : `${message} ${next}`;
}
