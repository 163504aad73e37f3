import { dirname } from 'node:path';
import type { Finding } from '../model/finding.ts';

/** An error of the file system as a finding. */
export function diskProblem(path: string, error: unknown): Finding {
  const code = codeOf(error);
  if (code === 'ENOENT')
    return { severity: 'error', code: 'file-not-found', args: { path: dirname(path) }, location: null };
  if (code === 'ENOTDIR') return notWritable(path, 'not a folder');
  if (code === 'EMFILE' || code === 'ENFILE')
    return { severity: 'error', code: 'file-too-many-open', args: { path }, location: null };
  if (code === 'EISDIR') return { severity: 'error', code: 'file-is-folder', args: { path }, location: null };
  // Open in a program that lets nobody else in: Excel on Windows.
  if (code === 'EBUSY') return { severity: 'error', code: 'file-in-use', args: { path }, location: null };
  if (code === 'ENAMETOOLONG')
    return { severity: 'error', code: 'file-name-too-long', args: { path }, location: null };
  return notWritable(path, code ?? String(error));
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

export function notWritable(path: string, reason: string): Finding {
  return { severity: 'error', code: 'file-not-writable', args: { path, reason }, location: null };
}
