import type { FolderLimits, OwnFolder, OwnFolderProblem } from '../../model/own-folder.ts';
import type { Sha256 } from '../../model/sha256.ts';
import type { SourceFiles } from '../parse.ts';

/** The folder comes from somebody else: what it may cost to read is bounded before anything is parsed. */
export const OWN_LIMITS: FolderLimits = {
  entries: 2000,
  bytes: 8 * 1024 * 1024,
  // `prior-notification/technologies/mlcc.yaml` is as deep as it gets.
  depth: 3,
};

/** An own folder of the bytes it holds, by path inside it: it lies elsewhere than on the disk, and its links have been followed. */
export function ownFolderOf(contents: ReadonlyMap<string, Uint8Array>): OwnFolder {
  const problems: OwnFolderProblem[] = [];
  const files = new Map<string, string>();
  const found = [...contents].filter(([path]) => {
    const parts = path.split('/');
    const hidden = parts.some((part) => part.startsWith('.'));
    return parts.length <= OWN_LIMITS.depth && !hidden && /\.ya?ml$/.test(path);
  });
  const bytes = found.reduce((sum, [, content]) => sum + content.length, 0);
  if (found.length > OWN_LIMITS.entries || bytes > OWN_LIMITS.bytes) {
    const args = { files: found.length, limit: OWN_LIMITS.entries };
    return { files, problems: [{ code: 'own-too-large', args }] };
  }
  for (const [path, content] of found.sort(byPath)) {
    try {
      files.set(path, new TextDecoder('utf-8', { fatal: true }).decode(content));
    } catch {
      problems.push({ code: 'own-not-utf8', args: { path } });
    }
  }
  return { files, problems };
}

/** As the folders of a disk are gone through: a folder stands where its name does. */
const byPath = ([a]: readonly [string, Uint8Array], [b]: readonly [string, Uint8Array]): number => {
  const [left, right] = [a.split('/'), b.split('/')];
  const at = left.findIndex((part, i) => part !== right[i]);
  return (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
};

/** By which a folder is known again, wherever it lies. */
export const ownHash = (files: SourceFiles, sha256: Sha256): string =>
  sha256([...files].map(([path, text]) => `${path}\0${text}\0`).join(''));
