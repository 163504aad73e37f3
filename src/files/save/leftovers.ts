import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TEMPORARY, thisHost } from './aside.ts';
import { isRunning } from './lock.ts';
import { targetOf } from './save.ts';

/**
 * Takes away what a program killed in the middle of a save left beside a file: a half-written copy of the answers,
 * confidential like the file itself. Those of a living process or of another machine are somebody's save in progress.
 */
export function removeLeftovers(path: string, isAlive: (pid: number) => boolean = isRunning): void {
  try {
    const folder = dirname(targetOf(path));
    for (const name of readdirSync(folder)) {
      const [, host, pid] = TEMPORARY.exec(name) ?? [];
      if (host === thisHost() && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // Nobody came here to tidy up: a folder that cannot be read or written says so at the save.
  }
}
