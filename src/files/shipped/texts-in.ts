import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of a folder by name, each read when it is asked for. Throws as `fs` does. */
export const textsIn =
  (dir: string) =>
  (file: string): string =>
    readFileSync(join(dir, file), 'utf8');
