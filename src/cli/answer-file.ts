import { type OpenedAnswers, openAnswers } from '../engine/open.ts';
import { contentHash } from '../files/content-hash.ts';
import { meantIn, typedPath } from '../files/find/typed-path.ts';
import { readFileBytes } from '../files/read-file.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Outcome } from '../model/finding.ts';

/** A file as it stands on disk. */
export interface BytesOfFile {
  /** As it was typed. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** An answer file, opened. */
export type AnswerFile = BytesOfFile & OpenedAnswers;

/** Bytes, text and answers of a file; every problem of it at once. */
export function readAnswerFile(cwd: string, name: string, catalog: Catalog): Outcome<AnswerFile> {
  const file = readBytesOf(cwd, name);
  return file.ok ? answersOf(file.value, catalog) : file;
}

/** Answers of bytes that may have come from elsewhere than a file of that name. */
export function answersOf(file: BytesOfFile, catalog: Catalog): Outcome<AnswerFile> {
  const opened = openAnswers(file.bytes, catalog);
  return opened.ok ? { ...opened, value: { ...file, ...opened.value } } : opened;
}

export function readBytesOf(cwd: string, name: string): Outcome<BytesOfFile> {
  const path = typedPath(cwd, name);
  const read = readFileBytes(name, path);
  return read.ok
    ? { ...read, value: bytesOfFile(name, path, read.value) }
    : { ...read, findings: read.findings.map(meantIn(cwd)) };
}

export const bytesOfFile = (name: string, path: string, bytes: Uint8Array): BytesOfFile => ({
  name,
  path,
  bytes,
  sha256: contentHash(bytes),
});

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error);
}
