import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Outcome } from '../model/finding.ts';
import { contentHash, saveFile } from '../text/save.ts';

/** Writes a text as a new file, mode 0600; refuses where one exists. */
export function saveNewText(path: string, text: string): Outcome<string> {
  return saveFile(path, new TextEncoder().encode(text), null);
}

export type ReportFormat = 'pdf' | 'html' | 'md' | 'csv';

/** How a report begins, and nothing else a person may have: a comment like `# …` begins many an answer file. */
function beginningOf(format: ReportFormat, content: Uint8Array): Uint8Array {
  if (format === 'pdf') return content.subarray(0, '%PDF-'.length);
  return content.subarray(0, content.indexOf('\n'.charCodeAt(0)) + 1);
}

/**
 * Writes a report, replacing an older one of its kind: reports are made again from the answers, answers never are.
 * Anything else that stands there (the answer file itself, after a slip in `-o`) is refused.
 */
export function saveReport(
  path: string,
  content: Uint8Array | string,
  format: ReportFormat,
  name: string,
): Outcome<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (!existsSync(path) || !statSync(path).isFile()) return saveFile(path, bytes, null);
  const before = readFileSync(path);
  const beginning = beginningOf(format, bytes);
  if (before.length > 0 && !before.subarray(0, beginning.length).equals(beginning)) {
    const args = { path: name, format };
    return {
      ok: false,
      findings: [{ severity: 'error', code: 'output-not-a-report', args, location: null }],
    };
  }
  return saveFile(path, bytes, contentHash(before));
}
