import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative } from 'node:path';
import { typedPath } from '../files/find/typed-path.ts';
import type { EvidenceFile } from '../gate/rule.ts';
import type { Answers } from '../model/answers.ts';

/** What lies at the paths that answers name as evidence, seen from their file; nothing outside of what is checked is touched. */
export function evidenceFiles(
  cwd: string,
  answerFile: string,
  { answers }: Answers,
): ReadonlyMap<string, EvidenceFile> {
  const folder = dirname(answerFile);
  const files = new Map<string, EvidenceFile>();
  for (const { evidence } of answers.values()) {
    for (const { file } of evidence) {
      if (file !== null && !files.has(file)) files.set(file, evidenceFile(file, folder, cwd));
    }
  }
  return files;
}

function evidenceFile(file: string, folder: string, cwd: string): EvidenceFile {
  // `\\server\share` is a computer elsewhere: not even looked at.
  if (isAbsolute(file) || /^(?:[\\/]{2}|[A-Za-z]:)/.test(file)) return 'outside';
  const path = typedPath(folder, file);
  if (!isWithin(path, folder) && !isWithin(path, cwd)) return 'outside';
  try {
    const real = realpathSync(path);
    if (!isWithin(real, realpathSync(folder)) && !isWithin(real, realpathSync(cwd))) return 'outside';
    return statSync(real).isFile() ? { sha256: hashOf(real) } : 'missing';
  } catch {
    return 'missing';
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}

/** Read in pieces: evidence may be a film of the workshop. */
function hashOf(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  const piece = Buffer.alloc(1 << 20);
  try {
    for (let n = readSync(file, piece); n > 0; n = readSync(file, piece)) hash.update(piece.subarray(0, n));
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}
