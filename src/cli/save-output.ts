import { readFileSync } from 'node:fs';
import { kindOfBytes } from '../files/answer-files.ts';
import { diskProblem } from '../files/disk-problem.ts';
import { removeLeftovers } from '../files/leftovers.ts';
import { contentHash, type Staged, saveFile, stage, switchStaged, unstage } from '../files/save.ts';
import type { Finding, Outcome } from '../model/finding.ts';
import { notAPlace, placeAt, writeStream } from './output-place.ts';
import type { ReportFormat } from './report-formats.ts';

/** A result and where it goes. */
export interface Result {
  readonly path: string;
  /** As it was typed. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Says of the file that stands there why it stays (the answer file itself, after a slip in `-o`). */
  readonly protects: (before: Buffer) => Finding | null;
}

/** Writes a text as a new file, mode 0600; refuses where one exists. */
export function saveNewText(path: string, text: string): Outcome<string> {
  return saveFile(path, new TextEncoder().encode(text), null);
}

/** How a report begins, and nothing else a person may have: a comment like `# …` begins many an answer file. */
function beginningOf(format: ReportFormat, content: Uint8Array): Uint8Array {
  if (format === 'pdf') return content.subarray(0, '%PDF-'.length);
  return content.subarray(0, content.indexOf('\n'.charCodeAt(0)) + 1);
}

/** Keeps all but an older report of its kind: reports are made again from the answers, answers never are. */
export const protectsFrom =
  (format: ReportFormat, bytes: Uint8Array, name: string): Result['protects'] =>
  (before) => {
    const beginning = beginningOf(format, bytes);
    if (before.length === 0 || before.subarray(0, beginning.length).equals(beginning)) return null;
    return { severity: 'error', code: 'output-not-a-report', args: { path: name, format }, location: null };
  };

/** Keeps what is plainly another kind of file than the result: answers and policies above all. */
export const protectsOthers =
  (bytes: Uint8Array, name: string): Result['protects'] =>
  (before) =>
    before.length === 0 || kindOf(before) === kindOf(bytes)
      ? null
      : { severity: 'error', code: 'output-other-kind', args: { path: name }, location: null };

/** Keeps what nobody would have sent a check's result over on purpose; results of other formats it replaces. */
export const protectsNoResults =
  (name: string): Result['protects'] =>
  (before) =>
    PRECIOUS.has(kindOf(before))
      ? { severity: 'error', code: 'output-other-kind', args: { path: name }, location: null }
      : null;

const PRECIOUS = new Set(['answers', 'policy', 'pdf', 'binary']);

function kindOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 4096));
  if (start.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  if (start.includes(0)) return 'binary';
  const [first] = start
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (first === '<') return 'markup';
  const ours = kindOfBytes(bytes);
  if (ours === 'answers') return ours;
  // The result of a check names its policy under the same key as a policy has.
  if (first === '{' || first === '[') return 'json';
  return ours === 'policy' ? ours : 'text';
}

/**
 * Writes results to wherever they were sent: files all together, or none of them; then devices and pipes as they take
 * it. Nothing stays aside, whatever goes wrong.
 */
export function saveResults(results: readonly Result[]): Outcome<readonly string[]> {
  const staged: Staged[] = [];
  const streams: Result[] = [];
  for (const result of results) {
    const next = stageResult(result);
    if (next === 'stream') streams.push(result);
    else if (next.ok) staged.push(next.value);
    else {
      unstage(staged);
      return next;
    }
  }
  const switched = switchStaged(staged);
  if (!switched.ok) return switched;
  for (const { path, bytes, name } of streams) {
    const written = writeStream(path, bytes, name);
    if (!written.ok) return written;
  }
  return switched;
}

function stageResult({ path, name, bytes, protects }: Result): Outcome<Staged> | 'stream' {
  const refused = (finding: Finding): Outcome<Staged> => ({ ok: false, findings: [finding] });
  try {
    const place = placeAt(path);
    if (place === 'stream') return 'stream';
    if (place === 'folder' || place === 'other') return refused(notAPlace(place, name));
    removeLeftovers(path);
    if (place === 'nothing') return stage(path, bytes, null, name);
    const before = readFileSync(path);
    const reason = protects(before);
    return reason === null ? stage(path, bytes, contentHash(before), name) : refused(reason);
  } catch (error) {
    return refused(diskProblem(name, error));
  }
}
