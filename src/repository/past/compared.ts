import type { CheckedFile, Compared, GateFinding } from '../../model/gate.ts';
import type { CheckedTarget } from '../check-file.ts';
import type { Opened } from './baselines.ts';
import type { Baselines } from './earlier-versions.ts';

/** What the files were held against, and which were not. */
export function comparedOf(
  results: readonly CheckedTarget[],
  opened: Opened | null,
  given: string | undefined,
): Compared | null {
  if (given === undefined) return null;
  const revision = opened?.revision;
  return {
    name: revision?.name ?? given,
    commit: revision?.commit.slice(0, 7) ?? null,
    found: revision?.found ?? 'named',
    files: results.filter(({ against }) => against === 'earlier').length,
    left: results.flatMap(({ file: { file }, against }) =>
      against === 'earlier' ? [] : [{ file, reason: against }],
    ),
  };
}

/**
 * A comparison with nothing finds nothing. Where the baseline knows of answer files and not one of them goes with one of
 * now, something is wrong with what was named: that is told at the first file, and is bad input. Where it knows of none,
 * all files are new.
 */
export function noneCompared(
  files: readonly CheckedFile[],
  compared: Compared | null,
  baselines: Baselines | null,
): readonly CheckedFile[] {
  const [first, ...others] = files;
  if (compared === null || baselines === null || first === undefined || compared.files > 0) return files;
  const { gone, lost, closed, elsewhere, whole } = baselines;
  const isNew = compared.left.every(({ reason }) => reason === 'new-file');
  const knowsNone = whole && [...gone, ...lost, ...closed, ...elsewhere].length === 0;
  if (!isNew || knowsNone) return files;
  const finding: GateFinding = {
    severity: 'error',
    code: 'baseline-none-compared',
    kind: 'input',
    args: { given: compared.name, count: files.length },
    location: { line: 1, column: 1 },
    subject: null,
  };
  return [{ ...first, readable: false, findings: [finding, ...first.findings] }, ...others];
}
