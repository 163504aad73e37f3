import { realpathSync, statSync } from 'node:fs';
import { typedPath } from '../../files/find/typed-path.ts';
import type { Finding } from '../../model/finding.ts';
import { findInputs, type Inputs } from '../work/inputs.ts';

/** Why a folder cannot be the round before, or `null`: against nothing, or against itself, every client would come out as new or as unchanged. */
export function sinceProblem(cwd: string, since: string, { sources }: Inputs): Finding | null {
  const folder = typedPath(cwd, since);
  const wrong = { severity: 'error', args: { path: since }, location: null } as const;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return { ...wrong, code: 'usage-since-missing' };
  const real = realpathSync(folder);
  if (sources.some((source) => source.folder && realpathSync(source.root) === real))
    return { ...wrong, code: 'usage-since-same' };
  if (findInputs(cwd, [since], []).entries.length === 0)
    return { ...wrong, code: 'batch-nothing-found', args: { places: [since] } };
  return null;
}
