import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { contentHash } from '../files/content-hash.ts';
import { saveFile } from '../files/save.ts';

/**
 * Keeps something of the program's own between two sittings: whole or as it was, in a folder only its owner can look
 * into. Throws where the disk does not let it make the folder; `false` = not kept.
 */
export function keepState(path: string, state: unknown): boolean {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const before = existsSync(path) ? contentHash(readFileSync(path)) : null;
  return saveFile(path, Buffer.from(`${JSON.stringify(state)}\n`), before).ok;
}
