import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kindOfBytes } from '../../files/find/answer-kind.ts';
import { type PathPairs, pairPaths } from '../../files/find/path-pairs.ts';
import type { Outcome } from '../../model/finding.ts';
import { failed, outcome } from '../../text/outcomes.ts';
import type { Place } from '../context.ts';
import type { Found, Target } from '../targets.ts';
import { gitRefusal, unclearNames } from './baseline-refusals.ts';
import type { Baselines, Earlier } from './earlier-versions.ts';
import type { GitOutcome } from './git.ts';
import type { Revision } from './revision.ts';
import { fromRoot, isOutside, mayBeAnswers, nameFromRoot, namesInScope, type Scope } from './scopes.ts';
import type { Tree } from './tree.ts';

export interface GitBaseline extends Place {
  readonly given: string;
  readonly revision: Revision;
  readonly tree: Tree;
  readonly scopes: readonly Scope[];
}

/** Earlier versions out of the local repository. */
export function baselinesInGit(baseline: GitBaseline, { targets, leftOut }: Found): Outcome<Baselines> {
  const { given, revision, tree } = baseline;
  const { kind } = revision;
  if (kind === 'blob' && targets.length > 1)
    return failed({ severity: 'error', code: 'baseline-for-one', args: { given }, location: null });
  // A single file of then stands for a single one of now, and for nothing beside it.
  const compared = kind === 'blob' ? targets : [...targets, ...leftOut];
  const names = new Map(compared.map((target) => [target, namesThen(baseline, target)]));
  const paired = pairsIn(baseline, names);
  if (!paired.ok) return failed(gitRefusal(baseline, given, paired.reason));
  const pairing = paired.value;
  const { nameOf, unclear } = pairing;
  const wasAnswers = (name: string): boolean => {
    const bytes = tree.bytesAt(name);
    return bytes !== null && kindOfBytes(bytes) === 'answers';
  };
  return outcome({
    earlierOf: (target): Outcome<Earlier> | null => {
      const several = unclear.get(target);
      if (several !== undefined) return failed(unclearNames(target.name, several));
      const name = nameOf.get(target);
      const bytes = name === undefined ? null : tree.bytesAt(name);
      return name === undefined || bytes === null ? null : outcome({ name, bytes });
    },
    bytesOf: tree.bytesAt,
    gone: pairing.gone.filter(wasAnswers),
    elsewhere: pairing.elsewhere.filter(wasAnswers),
    lost: leftOut.flatMap((aside) => {
      const was = nameOf.get(aside);
      return was !== undefined && wasAnswers(was) ? [{ ...aside, was }] : [];
    }),
    closed: tree.closed().filter((path) => concerns(path, baseline, names)),
    whole: revision.path === '',
  });
}

/** What a file may be called in a revision: by its own name, and where that is a link, by what it leads to now. */
function namesThen({ cwd, revision }: GitBaseline, { path, within }: Target): readonly string[] {
  const { root, kind } = revision;
  if (revision.path !== '') return [kind === 'blob' ? revision.path : `${revision.path}/${within}`];
  return [...new Set([nameFromRoot(root, cwd, path), fromRoot(root, path)])];
}

/** Whether a submodule may hold what is checked. */
const concerns = (path: string, { scopes }: GitBaseline, names: Names): boolean =>
  scopes.some(({ folders }) =>
    folders.some((folder) => folder === '' || path === folder || `${path}/`.startsWith(`${folder}/`)),
  ) || [...names.values()].some((own) => own.some((name) => name.startsWith(`${path}/`)));

interface Pairing {
  readonly nameOf: ReadonlyMap<Target, string>;
  readonly unclear: ReadonlyMap<Target, readonly string[]>;
  readonly gone: readonly string[];
  readonly elsewhere: readonly string[];
}

type Names = ReadonlyMap<Target, readonly string[]>;

/** Which files of a revision those of now are, by the names they may have there; or what git complains of. */
function pairsIn(baseline: GitBaseline, names: Names): GitOutcome<Pairing> {
  const { revision, tree, scopes } = baseline;
  const inScope = scopes.length === 0 ? [] : listed(baseline);
  const problem = tree.read([...names.values()].flat());
  if (problem !== null) return { ok: false, reason: problem };
  const before = exactly(names, tree);
  const isSingle = revision.kind === 'blob';
  // The whole tree is listed for who misses something, and not for files that are all there.
  const everywhere = isSingle || before.size === names.size ? [] : listedEverywhere(baseline);
  const again = tree.read([...names.values()].flat());
  if (again !== null) return { ok: false, reason: again };
  const nameOf = exactly(names, tree);
  const open = new Map(
    [...names].flatMap(([target, own]) => (nameOf.has(target) ? [] : [[own[0] ?? '', target] as const])),
  );
  const taken = new Set(nameOf.values());
  const free = isSingle ? [] : [...new Set([...inScope, ...(scopes.length === 0 ? everywhere : [])])];
  const { pairs, unclear, left } = pairPaths(
    open.keys(),
    free.filter((name) => !taken.has(name)),
  );
  for (const [name, target] of open) {
    const other = pairs.get(name);
    if (other !== undefined) nameOf.set(target, other);
  }
  const gone = scopes.length === 0 ? [] : left;
  const elsewhere = goneElsewhere(baseline, everywhere, new Set([...inScope, ...nameOf.values()]));
  const rest = tree.read([...pairs.values(), ...gone, ...elsewhere]);
  if (rest !== null) return { ok: false, reason: rest };
  return { ok: true, value: { nameOf, unclear: unclearOf(open, unclear), gone, elsewhere } };
}

function exactly(names: Names, tree: Tree): Map<Target, string> {
  const found = new Map<Target, string>();
  for (const [target, own] of names) {
    const exact = own.find((name) => !isOutside(name) && tree.bytesAt(name) !== null);
    if (exact !== undefined) found.set(target, exact);
  }
  return found;
}

type Listed = Pick<GitBaseline, 'revision' | 'tree' | 'scopes'>;

/** Names of then in the places that were given, or in the folder of then that was named. */
function listed({ revision, tree, scopes }: Listed): readonly string[] {
  const { path, kind } = revision;
  if (kind === 'blob') return [];
  const places = path === '' ? scopes : [{ folders: [path], means: () => true }];
  return [...new Set(places.flatMap((scope) => namesInScope(scope, tree)))];
}

const listedEverywhere = ({ revision, tree }: Listed): readonly string[] =>
  revision.path === ''
    ? tree.namesIn('').filter((name) => mayBeAnswers(name))
    : listed({ revision, tree, scopes: [] });

/** Where a file that seems to be new may have come from. */
function goneElsewhere(
  { revision }: GitBaseline,
  everywhere: readonly string[],
  known: ReadonlySet<string>,
): readonly string[] {
  if (revision.path !== '') return [];
  return everywhere.filter((name) => !known.has(name) && !existsSync(join(revision.root, name)));
}

const unclearOf = (
  open: ReadonlyMap<string, Target>,
  unclear: PathPairs['unclear'],
): ReadonlyMap<Target, readonly string[]> =>
  new Map(
    [...open].flatMap(([name, target]) => {
      const several = unclear.get(name);
      return several === undefined ? [] : [[target, several] as const];
    }),
  );
