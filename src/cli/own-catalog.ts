import type { BuiltCatalog } from '../catalog/built/built.ts';
import { OWN_LIMITS } from '../catalog/own/contents.ts';
import { loadOwnCatalog, type OwnOutcome, type OwnSource } from '../catalog/own/load.ts';
import { showCatalogFinding } from '../catalog/show-finding.ts';
import { verdictOf } from '../core/verdict/verdict.ts';
import { contentHash } from '../files/content-hash.ts';
import { typedPath } from '../files/find/typed-path.ts';
import { readChecklists, readOwnFolder } from '../files/shipped/checklists.ts';
import { ownLine } from '../report/own.ts';
import type { Words } from '../words/messages.ts';
import { errorCode } from './answer-file.ts';
import { CHECKLISTS } from './assets.ts';
import { type Io, typable } from './io.ts';

/** The shipped checklists with a folder of one's own laid over them; loaded by `--catalog` alone, with zod and the YAML reader. */
export function loadOwn(name: string, shipped: string, io: Io, words: Words): OwnOutcome | null {
  // An empty name (`--catalog "$UNSET"`) would mean the folder one stands in.
  if (name.trim() === '') {
    io.err(`${words.t('cli.own.unnamed')}\n`);
    return null;
  }
  try {
    const own = readOwnFolder(typedPath(io.cwd, name), OWN_LIMITS);
    return loadOwnCatalog({ ...laidOver(shipped, name), own });
  } catch (error) {
    io.err(`${words.t('cli.own.unreadable', { folder: name, reason: errorCode(error) })}\n`);
    return null;
  }
}

const laidOver = (folder: string, name: string): Omit<OwnSource, 'own'> => ({
  shipped: { folder, files: () => readChecklists(folder) },
  name,
  judge: verdictOf,
  sha256: contentHash,
});

/**
 * The merged catalogue for a command: what it changes and what it had better mend is said on stderr. `null` where the
 * folder cannot be used: every error stands on stderr at its place.
 */
export function useOwn(name: string, io: Io, words: Words): BuiltCatalog | null {
  const outcome = loadOwn(name, CHECKLISTS, io, words);
  if (outcome === null) return null;
  for (const found of outcome.findings) io.err(`${showCatalogFinding(found, words)}\n`);
  if (!outcome.ok) {
    io.err(`${words.t('cli.own.refused', { folder: typable(name) })}\n`);
    return null;
  }
  const { own } = outcome.value.catalog;
  if (own !== undefined) io.err(`${ownLine(own, words)}\n`);
  return outcome.value;
}
