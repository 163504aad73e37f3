import { createHash } from 'node:crypto';
import type { CheckedFile, GateFinding } from '../../model/gate.ts';

/**
 * A name for a finding that survives moved lines and changed wording: file, code and what it speaks of. Findings that
 * share all three are numbered in the order of the file.
 */
export function fingerprints({ file, findings }: Pick<CheckedFile, 'file' | 'findings'>): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = nameOf(file, finding);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return createHash('sha256').update(`${name}\n${nth}`).digest('hex').slice(0, 32);
  });
}

const nameOf = (file: string, { code, subject }: GateFinding): string =>
  [file, code, subject ?? ''].join('\n');
