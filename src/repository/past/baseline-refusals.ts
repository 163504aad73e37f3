import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../../files/disk-problem.ts';
import { typedPath } from '../../files/find/typed-path.ts';
import type { Finding } from '../../model/finding.ts';
import { nearest } from '../../text/nearest.ts';
import { typed } from '../../words/typed.ts';
import type { Place } from '../context.ts';

/** No such place on disk, and git has no repository here, or no such revision: most often a slip of the pen. */
export function nowhere(
  cwd: string,
  given: string,
  code: 'baseline-no-repository' | 'baseline-no-revision' | 'baseline-no-git',
): Finding {
  return { severity: 'error', code, args: { given, nearest: nearestPath(cwd, given) }, location: null };
}

/** What git's own words mean for who typed `given`; git speaks English (`LC_ALL=C`). */
export function gitRefusal({ cwd, shell }: Place, given: string, reason: string): Finding {
  if (/ENOENT$/.test(reason)) return nowhere(cwd, given, 'baseline-no-git');
  if (/not a git repository/i.test(reason)) return nowhere(cwd, given, 'baseline-no-repository');
  // A container runs as another user than the one who checked out: git then reads nothing at all.
  const [, owned] = /dubious ownership in repository at '([^']*)'/.exec(reason) ?? [];
  if (owned !== undefined)
    return {
      severity: 'error',
      code: 'baseline-git-owner',
      args: { folder: typed(owned, shell) },
      location: null,
    };
  return { severity: 'error', code: 'baseline-git-failed', args: { given, reason }, location: null };
}

/** Nobody can tell which file of the baseline a file was. */
export function unclearNames(path: string, names: readonly string[]): Finding {
  return { severity: 'error', code: 'baseline-unclear', args: { path, names }, location: null };
}

/** The entry beside which the path was missed, written as the path was. */
function nearestPath(cwd: string, given: string): string | null {
  const folder = dirname(given);
  try {
    const near = nearest(basename(given), readdirSync(typedPath(cwd, folder)));
    return near === null ? null : join(folder, near);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}
