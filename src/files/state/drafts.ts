import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { firstOf } from '../../text/longest.ts';
import { keepState, stateFolder } from './own-state.ts';

/**
 * Notes on questions that have no answer yet: an answer file has no place for them, and an answer nobody gave must not
 * be made up to hold one. They wait beside the program's own state, in a file for each answer file, readable by its
 * owner alone, and are gone with the last of them.
 */
export function readDrafts(env: NodeJS.ProcessEnv, path: string): ReadonlyMap<string, string> {
  try {
    const kept: unknown = JSON.parse(readFileSync(draftsFile(env, path), 'utf8'));
    if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return new Map();
    return new Map(
      Object.entries(kept).flatMap(([item, text]) =>
        typeof text === 'string' ? [[item, firstOf(text)]] : [],
      ),
    );
  } catch {
    // None, or none that can be read: nothing to offer.
    return new Map();
  }
}

/** `false` = they could not be kept. */
export function keepDrafts(
  env: NodeJS.ProcessEnv,
  path: string,
  notes: ReadonlyMap<string, string>,
): boolean {
  const file = draftsFile(env, path);
  try {
    if (notes.size === 0) rmSync(file, { force: true });
    else return keepState(file, Object.fromEntries(notes));
    return true;
  } catch {
    return false;
  }
}

// Its name says nothing of whose file it is.
const draftsFile = (env: NodeJS.ProcessEnv, path: string): string =>
  join(
    stateFolder(env),
    'drafts',
    `${createHash('sha256').update(path.normalize('NFC')).digest('hex').slice(0, 32)}.json`,
  );
