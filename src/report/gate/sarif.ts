import type { CheckedFile, GateFinding, GateSeverity } from '../../model/gate.ts';
import { jsonText } from '../../words/visible.ts';
import { fingerprints } from './fingerprint.ts';
import { leftOutLines, totalLine } from './left-out.ts';
import { type GatePage, ruleText, showFinding } from './show.ts';

const LEVEL: Readonly<Record<GateSeverity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0: one run, the rules that spoke with their help, results by file and place, written reasons as suppressions. */
export function gateSarif(page: GatePage): string {
  const { report } = page;
  const all = report.files.flatMap(({ findings, suppressed }) => [...findings, ...suppressed]);
  const rules = [...new Set(all.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'wazamori',
            semanticVersion: report.version,
            rules: rules.map((code) => rule(code, all, page)),
          },
        },
        automationDetails: { id: 'wazamori/check/' },
        invocations: [
          {
            executionSuccessful: report.files.every(({ readable }) => readable),
            toolExecutionNotifications: notifications(page),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: report.files.flatMap((file) => results(file, rules, page)),
      },
    ],
  };
  return `${jsonText(log, 2)}\n`;
}

/** What was looked at, and what was not: no results, but whoever trusts a run has to know. */
const notifications = (page: GatePage): readonly object[] =>
  [totalLine(page), ...leftOutLines(page, true)].map((text) => ({ level: 'note', message: { text } }));

function rule(code: string, all: readonly GateFinding[], { words }: GatePage): object {
  const [title, why] = [ruleText(code, 'title', words), ruleText(code, 'why', words)];
  const of = all.find((finding) => finding.code === code);
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${title}\n\n${why}`, markdown: `**${title}**\n\n${why}` },
    properties: { tags: ['wazamori', of?.kind ?? 'xray'] },
  };
}

function results(file: CheckedFile, rules: readonly string[], page: GatePage): readonly object[] {
  const names = fingerprints(file);
  const open = file.findings.map((finding, i) => result(finding, names[i], file, rules, page));
  const suppressedNames = fingerprints({ ...file, findings: file.suppressed });
  const silent = file.suppressed.map((finding, i) => ({
    ...result(finding, suppressedNames[i], file, rules, page),
    suppressions: [{ kind: 'inSource', ...(page.report.redacted ? {} : { justification: finding.reason }) }],
  }));
  return [...open, ...silent];
}

function result(
  finding: GateFinding,
  name: string | undefined,
  { file }: CheckedFile,
  rules: readonly string[],
  page: GatePage,
): object {
  const { message, next } = showFinding(finding, file, page);
  const { line, column } = finding.location;
  return {
    ruleId: finding.code,
    ruleIndex: rules.indexOf(finding.code),
    level: LEVEL[finding.severity],
    message: { text: next === '' ? message : `${message}\n${next}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
    partialFingerprints: { 'wazamoriFinding/v1': name },
  };
}

/** A relative reference: each part encoded, the slashes kept; a colon in the first part would read as a scheme. */
const uriOf = (path: string): string =>
  path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
