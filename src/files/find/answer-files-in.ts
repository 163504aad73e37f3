import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { kindOfFile } from './answer-files.ts';
import { isYamlName } from './walk.ts';

/** More files, or larger ones, are not looked into: somebody waits for a menu. */
const MOST = 50;
const LARGEST = 256 * 1024;

/** Answer files in a folder by their names, the newest first. */
export function answerFilesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter(isYamlName)
    .slice(0, MOST)
    .map((name) => ({ name, stat: statSync(join(folder, name), { throwIfNoEntry: false }) }))
    .filter(
      ({ name, stat }) =>
        stat?.isFile() === true && stat.size <= LARGEST && kindOfFile(join(folder, name)) === 'answers',
    )
    .sort((a, b) => (b.stat?.mtimeMs ?? 0) - (a.stat?.mtimeMs ?? 0))
    .map(({ name }) => name);
}
