import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Outcome } from '../model/finding.ts';
import { contentHash, saveFile } from '../text/save.ts';

/** Writes a text as a new file, mode 0600; refuses where one exists. */
export function saveNewText(path: string, text: string): Outcome<string> {
  return saveFile(path, new TextEncoder().encode(text), null);
}

/**
 * Writes a PDF, replacing an older one: reports are made again from the answers, answers never are. Anything else that
 * stands there (the answer file itself, after a slip in `-o`) is refused.
 */
export function savePdf(path: string, bytes: Uint8Array, name: string): Outcome<string> {
  if (!existsSync(path) || !statSync(path).isFile()) return saveFile(path, bytes, null);
  const before = readFileSync(path);
  if (before.length > 0 && before.subarray(0, PDF.length).toString('latin1') !== PDF) {
    return {
      ok: false,
      findings: [{ severity: 'error', code: 'output-not-a-pdf', args: { path: name }, location: null }],
    };
  }
  return saveFile(path, bytes, contentHash(before));
}

const PDF = '%PDF-';
