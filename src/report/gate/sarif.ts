import type { CheckedFile, GateFinding, GateSeverity } from '../../model/gate.ts';
import { jsonText } from '../../words/visible.ts';
import { fingerprints } from './fingerprint.ts';
import { inForceLines } from './in-force.ts';
import { leftOutLines, totalLine } from './left-out.ts';
import { cutTo, fitting, SARIF_LIMITS } from './sarif-limits.ts';
import { type GatePage, ruleText, showFinding, typedName } from './show.ts';
import { GRAVEST } from './worst.ts';

const LEVEL: Readonly<Record<GateSeverity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0: one run, the rules that spoke with their help, written reasons as suppressions. The gravest results stand
 * first, then by file and place; where there are more than code scanning takes, a last one counts the rest.
 */
export function gateSarif(page: GatePage): string {
  const { report } = page;
  const all = report.files.flatMap(({ findings, suppressed }) => [...findings, ...suppressed]);
  const rules = [...new Set(all.map(({ code }) => code))].sort();
  const made = gravestFirst(report.files.flatMap((file) => results(file, rules, page)));
  const kept = fitting(made);
  const left = made.slice(kept.length);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'wazamori',
            semanticVersion: report.version,
            rules: [
              ...rules.map((code) => rule(code, all, page)),
              ...(left.length > 0 ? [restRule(page)] : []),
            ],
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
        results: [...kept.map(({ sarif }) => sarif), ...restOf(left, rules.length, page)],
      },
    ],
  };
  return `${jsonText(log, 2)}\n`;
}

/** What was looked at, and what was not: no results, but whoever trusts a run has to know. */
const notifications = (page: GatePage): readonly object[] =>
  [totalLine(page), ...inForceLines(page, true), ...leftOutLines(page, true)].map((text) => ({
    level: 'note',
    message: { text: cutTo(text, SARIF_LIMITS.notification) },
  }));

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

/** A result as it is written, and what decides its place among the others. */
interface Made {
  readonly sarif: object;
  readonly json: string;
  readonly severity: GateSeverity;
  readonly silent: boolean;
  readonly file: string;
}

function results(file: CheckedFile, rules: readonly string[], page: GatePage): readonly Made[] {
  const made = (finding: GateFinding, sarif: object, silent: boolean): Made => ({
    sarif,
    json: jsonText(sarif, 2),
    silent,
    severity: finding.severity,
    file: file.file,
  });
  const names = fingerprints(file, page.sha256);
  const open = file.findings.map((finding, i) =>
    made(finding, result(finding, names[i], file, rules, page), false),
  );
  const suppressedNames = fingerprints({ ...file, findings: file.suppressed }, page.sha256);
  const silent = file.suppressed.map((finding, i) => {
    const justification = page.report.redacted
      ? {}
      : { justification: cutTo(finding.reason, SARIF_LIMITS.message) };
    const suppressions = [{ kind: 'inSource', ...justification }];
    return made(finding, { ...result(finding, suppressedNames[i], file, rules, page), suppressions }, true);
  });
  return [...open, ...silent];
}

/** What has a written reason comes behind all that has none. */
const gravestFirst = (all: readonly Made[]): readonly Made[] =>
  [false, true].flatMap((silent) =>
    GRAVEST.flatMap((severity) => all.filter((one) => one.silent === silent && one.severity === severity)),
  );

const REST = 'results-left-out';

const restRule = ({ words }: GatePage): object => ({
  id: REST,
  shortDescription: { text: words.t('gate.sarif.title') },
  fullDescription: { text: words.t('gate.sarif.why') },
  help: { text: words.t('gate.sarif.why'), markdown: words.t('gate.sarif.why') },
  properties: { tags: ['wazamori'] },
});

/** One result for all that are left out, as grave as the gravest of them: nobody takes the rest for nothing. */
function restOf(left: readonly Made[], ruleIndex: number, { words }: GatePage): readonly object[] {
  const [first] = left;
  if (first === undefined) return [];
  const [errors, warnings, infos] = GRAVEST.map(
    (severity) => left.filter((one) => one.severity === severity).length,
  );
  const files = new Set(left.map(({ file }) => file)).size;
  const text = words.t('gate.sarif.message', { n: left.length, files, errors, warnings, infos });
  return [
    {
      ruleId: REST,
      ruleIndex,
      level: LEVEL[first.severity],
      message: { text },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(first.file) },
            region: { startLine: 1, startColumn: 1 },
          },
        },
      ],
      partialFingerprints: { 'wazamoriFinding/v1': REST },
    },
  ];
}

function result(
  finding: GateFinding,
  name: string | undefined,
  checked: CheckedFile,
  rules: readonly string[],
  page: GatePage,
): object {
  const { message, next } = showFinding(finding, typedName(checked, page), page);
  const { line, column } = finding.location;
  return {
    ruleId: finding.code,
    ruleIndex: rules.indexOf(finding.code),
    level: LEVEL[finding.severity],
    message: { text: cutTo(next === '' ? message : `${message}\n${next}`, SARIF_LIMITS.message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(checked.file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
    partialFingerprints: { 'wazamoriFinding/v1': name, ...lineHash(name, checked) },
  };
}

/**
 * What code scanning goes by. Its upload makes one of the line in the file; where the file is not named it finds none,
 * and each run would bring every alert anew.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const lineHash = (
  name: string | undefined,
  { file, inLogs }: CheckedFile,
): { readonly primaryLocationLineHash?: string } =>
  name !== undefined && inLogs === file ? { primaryLocationLineHash: name } : {};

/** A relative reference: each part encoded, the slashes kept; a colon in the first part would read as a scheme. */
const uriOf = (path: string): string =>
  path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
