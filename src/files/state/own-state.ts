import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { contentHash } from '../content-hash.ts';
import { saveFile } from '../save/save.ts';

/** Where this program keeps what belongs to the person at this computer and not to a company. */
export function stateFolder(env: NodeJS.ProcessEnv): string {
  const folder = env['XDG_STATE_HOME'] || env['LOCALAPPDATA'] || join(homedir(), '.local', 'state');
  return join(folder, 'wazamori');
}

/**
 * Keeps something of the program's own between two sittings: whole or as it was, in a folder only its owner can look
 * into. Throws where the disk does not let it make the folder; `false` = not kept.
 */
export function keepState(path: string, state: unknown): boolean {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const before = existsSync(path) ? contentHash(readFileSync(path)) : null;
  return saveFile(path, Buffer.from(`${JSON.stringify(state)}\n`), before).ok;
}
