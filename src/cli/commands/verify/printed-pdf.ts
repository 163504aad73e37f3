import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { nearName, typedPath } from '../../../files/find/typed-path.ts';
import { inflate } from '../../../files/inflate.ts';
import type { Outcome } from '../../../model/finding.ts';
import { recordIn } from '../../../press/engine/metadata.ts';
import type { Side } from '../../../press/inside/alike.ts';
import { isWhole, LARGEST_PDF, readPdf, recordOfPdf } from '../../../press/inside/read.ts';
import type { PrintRecord } from '../../../report/pdf/record.ts';
import { readRecord } from '../../../report/pdf/schema-record.ts';
import { failed } from '../../../text/outcomes.ts';
import { errorCode } from '../../answer-file.ts';

/** A PDF of ours, read. */
export interface PrintedPdf {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pdf: Side;
  readonly record: PrintRecord;
}

/** Reads a PDF that is to be verified, or says why nothing can be said about it. */
export function readPrinted(cwd: string, name: string): Outcome<PrintedPdf> {
  const read = readBytes(cwd, name);
  if (!read.ok) return read;
  const bytes = read.value;
  const reading = readPdf(bytes, inflate);
  if (reading.kind === 'encrypted') return failed({ ...WRONG, code: 'pdf-encrypted', args: { path: name } });
  // What a broken PDF says of itself still tells ours from others.
  const record = readRecord(reading.kind === 'read' ? recordOfPdf(reading.pdf) : recordIn(bytes));
  if (record === null) return failed({ ...WRONG, code: 'pdf-not-ours', args: { path: name } });
  if (reading.kind === 'read')
    return { ok: true, value: { name, bytes, pdf: reading.pdf, record }, findings: [] };
  // Half a download is no forgery: it says nothing about the paper.
  return failed(
    isWhole(bytes)
      ? { ...WRONG, code: 'pdf-broken', args: { path: name, at: reading.at } }
      : { ...WRONG, code: 'pdf-cut-off', args: { path: name } },
  );
}

const WRONG = { severity: 'error', location: null } as const;

function readBytes(cwd: string, name: string): Outcome<Uint8Array> {
  const path = typedPath(cwd, name);
  try {
    // Without waiting: a pipe nobody writes to would be opened for ever.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(file);
      if (stat.isDirectory()) return failed({ ...WRONG, code: 'file-is-folder', args: { path: name } });
      if (!stat.isFile())
        return failed({ ...WRONG, code: 'file-unreadable', args: { path: name, reason: 'not a file' } });
      if (stat.size > LARGEST_PDF) {
        const args = { path: name, bytes: stat.size, limit: LARGEST_PDF };
        return failed({ ...WRONG, code: 'pdf-too-large', args });
      }
      return { ok: true, value: content(file, stat.size), findings: [] };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const reason = errorCode(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR')
      return failed({ ...WRONG, code: 'file-not-found', args: { path: name, nearest: nearName(cwd, name) } });
    return failed({ ...WRONG, code: 'file-unreadable', args: { path: name, reason } });
  }
}

/** As many bytes as the file had when it was looked at: one that grows meanwhile is read no further. */
function content(file: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (let read = -1; read !== 0 && at < size; at += read) read = readSync(file, bytes, at, size - at, null);
  return bytes.subarray(0, at);
}
