import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAnswers } from '../answers/read.ts';
import type { Answers } from '../model/answers.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding, Outcome } from '../model/finding.ts';
import { type DecodedText, decodeText, MAX_BYTES } from '../text/decode.ts';

/** An answer file as it stands on disk, read and checked. */
export interface AnswerFile {
  /** As it was typed. */
  readonly name: string;
  readonly path: string;
  readonly decoded: DecodedText;
  readonly sha256: string;
  readonly answers: Answers;
}

/** Bytes, text and answers of a file; every problem of it at once. */
export function readAnswerFile(cwd: string, name: string, catalog: Catalog): Outcome<AnswerFile> {
  const path = resolve(cwd, name);
  const bytes = readBytes(name, path);
  if (!bytes.ok) return bytes;
  const decoded = decodeText(bytes.value);
  if (!decoded.ok) return decoded;
  const answers = readAnswers(decoded.value.text, catalog);
  const findings = [...decoded.findings, ...answers.findings];
  if (!answers.ok) return { ok: false, findings };
  const sha256 = createHash('sha256').update(bytes.value).digest('hex');
  return {
    ok: true,
    value: { name, path, decoded: decoded.value, sha256, answers: answers.value },
    findings,
  };
}

function readBytes(name: string, path: string): Outcome<Uint8Array> {
  const failed = (finding: Finding): Outcome<Uint8Array> => ({ ok: false, findings: [finding] });
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      return failed({ severity: 'error', code: 'file-is-folder', args: { path: name }, location: null });
    }
    // A pipe nobody writes to, or a device without an end, would be read for ever.
    if (!stat.isFile() && name !== '/dev/stdin') {
      const args = { path: name, reason: 'not a file' };
      return failed({ severity: 'error', code: 'file-unreadable', args, location: null });
    }
    // A file of gigabytes must be refused before it is in memory.
    if (stat.size > MAX_BYTES) {
      const args = { bytes: stat.size, limit: MAX_BYTES };
      return failed({ severity: 'error', code: 'file-too-large', args, location: null });
    }
    return { ok: true, value: readFileSync(path), findings: [] };
  } catch (error) {
    const reason = errorCode(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') {
      return failed({ severity: 'error', code: 'file-not-found', args: { path: name }, location: null });
    }
    return failed({
      severity: 'error',
      code: 'file-unreadable',
      args: { path: name, reason },
      location: null,
    });
  }
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error);
}
