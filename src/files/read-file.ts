import { readFileSync, statSync } from 'node:fs';
import type { Finding, Outcome } from '../model/finding.ts';
import { MAX_BYTES } from '../text/decode.ts';
import { codeOf } from './disk-problem.ts';

/**
 * The bytes of an answer file, refused before they are in memory where they cannot be one: a folder, a pipe, a file of
 * gigabytes. `name` is how messages call the file. Errors: file-is-folder, file-unreadable, file-too-large,
 * file-not-found.
 */
export function readFileBytes(name: string, path: string): Outcome<Uint8Array> {
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
    if (stat.size > MAX_BYTES) {
      const args = { bytes: stat.size, limit: MAX_BYTES };
      return failed({ severity: 'error', code: 'file-too-large', args, location: null });
    }
    return { ok: true, value: readFileSync(path), findings: [] };
  } catch (error) {
    const reason = codeOf(error) ?? String(error);
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
