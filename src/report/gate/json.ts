import type { CheckedFile } from '../../model/gate.ts';
import { jsonText } from '../../words/visible.ts';
import { fingerprints } from './fingerprint.ts';
import { countOf, type GatePage, showFinding, typedName } from './show.ts';

/** The report for machines, versioned: fields are added, never renamed. Shape: `docs/ci.md`. */
export function gateJson(page: GatePage): string {
  const { report, failOn } = page;
  const { version, asOf, policy, baseline, redacted } = report;
  const count = {
    files: report.files.length,
    found: report.found,
    checked: report.checked,
    leftOut: report.leftOut.length,
    clients: report.clients,
    unreadable: report.files.filter(({ readable }) => !readable).length,
    error: countOf(report, 'error'),
    warning: countOf(report, 'warning'),
    info: countOf(report, 'info'),
    suppressed: report.files.reduce((n, { suppressed }) => n + suppressed.length, 0),
  };
  const result = {
    schemaVersion: 1,
    tool: { name: 'wazamori', version },
    asOf,
    policy,
    baseline,
    redacted,
    failOn,
    count,
    files: report.files.map((file) => fileResult(file, page)),
    inForce: report.inForce,
    compared: report.compared,
    leftOut: report.leftOut,
  };
  return `${jsonText(result, 2)}\n`;
}

function fileResult(file: CheckedFile, page: GatePage): object {
  const names = fingerprints(file, page.sha256);
  const { redacted } = page.report;
  return {
    file: file.file,
    // By which whoever may see the name finds what a log speaks of.
    ...(file.inLogs === undefined ? {} : { inLogs: file.inLogs }),
    readable: file.readable,
    findings: file.findings.map((finding, i) => {
      const { severity, code, kind, location, subject } = finding;
      const { message, next } = showFinding(finding, typedName(file, page), page);
      // What could name a technology or quote a note stays out with them.
      const own = redacted ? {} : { subject, args: finding.args };
      return { severity, code, kind, message, next, location, ...own, fingerprint: names[i] };
    }),
    suppressed: file.suppressed.map(({ code, kind, location, subject, reason }) => ({
      code,
      kind,
      location,
      ...(redacted ? {} : { subject, reason }),
    })),
  };
}
