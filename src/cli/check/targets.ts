import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { MAX_BYTES } from '../../text/decode.ts';

/** A file to check. */
export interface Target {
  /** Path from the working folder, slashes forward: how findings name it, on every system. */
  readonly name: string;
  readonly path: string;
  /** Path within the folder that was given, or the bare name of a file given itself: how a baseline folder names it. */
  readonly within: string;
}

export const POLICY_NAMES = ['wazamori.policy.yaml', 'wazamori.policy.yml'] as const;

const YAML = /\.ya?ml$/i;
/** Keys only an answer file has at its left edge; a slip like a full-width colon must not hide it from the gate. */
const ANSWER_FILE = /^\ufeff?(?:wazamori|answers|technologies)[ \t]*(?::|：|\xef\xbc\x9a)/m;

/**
 * The files in `paths`, each once, in the order of their names. A file given itself is always checked; in a folder
 * those that look like answer files are. Linked folders are not entered: they may lead in a circle.
 */
export function targetsIn(cwd: string, paths: readonly string[]): readonly Target[] {
  const found = new Map<string, Target>();
  for (const given of paths) {
    const root = resolve(cwd, given);
    const folder = statSync(root, { throwIfNoEntry: false })?.isDirectory() === true;
    const files = folder ? answerFilesIn(root) : [root];
    for (const path of files) {
      const within = folder ? slashed(relative(root, path)) : basename(path);
      if (!found.has(path)) found.set(path, { name: slashed(relative(cwd, path)) || path, path, within });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

export const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** Answer files in a folder and the folders in it, by path. */
export function answerFilesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isSkipped(entry.name) ? [] : answerFilesIn(path);
      return entry.isFile() && isYamlName(entry.name) && looksLikeAnswers(head(path)) ? [path] : [];
    });
}

const isSkipped = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

export const isYamlName = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return YAML.test(name) && !name.startsWith('.') && !POLICY_NAMES.some((policy) => policy === name);
};

/** Told from bytes, whatever their encoding: the keys are ASCII, and in UTF-16 only zeros stand between their letters. */
export const looksLikeAnswers = (bytes: Uint8Array): boolean =>
  ANSWER_FILE.test(
    Buffer.from(bytes)
      .toString('latin1')
      .replaceAll('\0', '')
      .replace(/^(?:ï»¿|ÿþ|þÿ)/, ''),
  );

function head(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(MAX_BYTES, Math.max(1, statSync(path).size)));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}

/** The policy nearest to a folder, looking upwards. */
export function policyAbove(folder: string): string | null {
  for (const name of POLICY_NAMES) {
    const path = join(folder, name);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return path;
  }
  const parent = dirname(folder);
  return parent === folder ? null : policyAbove(parent);
}
