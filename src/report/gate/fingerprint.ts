import type { CheckedFile, GateFinding } from '../../model/gate.ts';
import type { Sha256 } from '../../model/sha256.ts';

/**
 * A name for a finding that survives moved lines and changed wording: file, code and what it speaks of; the same with
 * names kept out or not. Findings that
 * share all three are numbered in the order of the file.
 */
export function fingerprints(
  checked: Pick<CheckedFile, 'file' | 'identity' | 'findings'>,
  sha256: Sha256,
): readonly string[] {
  const seen = new Map<string, number>();
  return checked.findings.map((finding) => {
    const name = nameOf(checked, finding);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return sha256(`${name}\n${nth}`).slice(0, 32);
  });
}

/** A file that speaks of itself does so by what it is remembered by, as everything else of it. */
const nameOf = (
  { file, identity = file }: Pick<CheckedFile, 'file' | 'identity'>,
  { code, subject }: GateFinding,
): string => [identity, code, subject === file ? identity : (subject ?? '')].join('\n');
