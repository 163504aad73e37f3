import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Outcome } from '../model/finding.ts';
import { contentHash, saveFile } from '../text/save.ts';

/** Writes a text as a new file, mode 0600; refuses where one exists. */
export function saveNewText(path: string, text: string): Outcome<string> {
  return saveFile(path, new TextEncoder().encode(text), null);
}

/** Writes a report, replacing an older one: reports are made again from the answers, answers never are. */
export function saveReport(path: string, bytes: Uint8Array): Outcome<string> {
  const isFile = existsSync(path) && statSync(path).isFile();
  return saveFile(path, bytes, isFile ? contentHash(readFileSync(path)) : null);
}
