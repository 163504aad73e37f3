import { readFileSync } from 'node:fs';
import { contentHash, diskProblem, saveFile } from '../files/save.ts';
import type { Finding, Outcome } from '../model/finding.ts';
import { visibleBytes } from '../words/visible.ts';
import { notAPlace, placeAt, writeStream } from './output-place.ts';
import type { ReportFormat } from './report-formats.ts';

/** Writes a text as a new file, mode 0600; refuses where one exists. */
export function saveNewText(path: string, text: string): Outcome<string> {
  return saveFile(path, new TextEncoder().encode(text), null);
}

/** How a report begins, and nothing else a person may have: a comment like `# …` begins many an answer file. */
function beginningOf(format: ReportFormat, content: Uint8Array): Uint8Array {
  if (format === 'pdf') return content.subarray(0, '%PDF-'.length);
  return content.subarray(0, content.indexOf('\n'.charCodeAt(0)) + 1);
}

/** Writes a report, replacing an older one of its kind: reports are made again from the answers, answers never are. */
export function saveReport(
  path: string,
  content: Uint8Array | string,
  format: ReportFormat,
  name: string,
): Outcome<string> {
  const bytes = typeof content === 'string' ? visibleBytes(content) : content;
  return saveResult(path, bytes, name, (before) => {
    const beginning = beginningOf(format, bytes);
    if (before.length === 0 || before.subarray(0, beginning.length).equals(beginning)) return null;
    return { severity: 'error', code: 'output-not-a-report', args: { path: name, format }, location: null };
  });
}

/**
 * Writes a result to wherever it was sent: a file, whole or not at all; a device or a pipe as it takes it. `protects`
 * looks at the file that stands there and says why it stays (the answer file itself, after a slip in `-o`).
 */
export function saveResult(
  path: string,
  bytes: Uint8Array,
  name: string,
  protects: (before: Buffer) => Finding | null,
): Outcome<string> {
  try {
    const place = placeAt(path);
    if (place === 'stream') return writeStream(path, bytes, name);
    if (place === 'folder' || place === 'other') return refused(notAPlace(place, name));
    if (place === 'nothing') return saveFile(path, bytes, null);
    const before = readFileSync(path);
    const reason = protects(before);
    return reason === null ? saveFile(path, bytes, contentHash(before)) : refused(reason);
  } catch (error) {
    return refused(diskProblem(name, error));
  }
}

const refused = (finding: Finding): Outcome<string> => ({ ok: false, findings: [finding] });
