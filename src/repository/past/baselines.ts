import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readBaseline as earlierVersion } from '../../engine/baseline.ts';
import { kindOfFile } from '../../files/find/answer-files.ts';
import { pairPaths } from '../../files/find/path-pairs.ts';
import { type Patterns, plainPlace } from '../../files/find/patterns.ts';
import { typedPath } from '../../files/find/typed-path.ts';
import { isFolder, walk } from '../../files/find/walk.ts';
import type { Baseline } from '../../gate/regression/baseline.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import { describeFinding } from '../../report/finding.ts';
import { failed, outcome } from '../../text/outcomes.ts';
import type { Run } from '../ci.ts';
import type { CheckContext, Place } from '../context.ts';
import type { Found } from '../targets.ts';
import { unclearNames } from './baseline-refusals.ts';
import { byCompany, type NotedBaselines } from './baselines-by-company.ts';
import { baselinesInGit } from './baselines-git.ts';
import type { Baselines } from './earlier-versions.ts';
import { placeOfBaseline, type Revision, revisionOf } from './revision.ts';
import { scopesIn } from './scopes.ts';
import { openTree, type Tree } from './tree.ts';

/** A commit to compare with, opened. */
export interface Opened {
  readonly revision: Revision;
  readonly tree: Tree;
}

/** `--baseline` as a commit; `null` = it names what lies on disk. */
export function openBaseline(place: Place, given: string, run: Run): Outcome<Opened | null> {
  const lies = placeOfBaseline(place, given);
  if (!lies.ok) return lies;
  if (lies.value === 'disk') return outcome(null);
  const named = revisionOf(place, given, run);
  if (!named.ok) return named;
  const revision = named.value;
  return outcome({ revision, tree: openTree(place, revision) });
}

export interface Asked {
  readonly given: string;
  readonly paths: readonly string[];
  readonly patterns: Patterns;
}

/**
 * `--baseline`: a file, a folder with files of the same names, a git revision (`main:`), or one with a path
 * (`main:clients/a.yaml`). Names are the same as `files/find/path-pairs.ts` says.
 */
export function findBaselines(
  ctx: CheckContext,
  { given, paths, patterns }: Asked,
  found: Found,
  opened: Opened | null,
): Outcome<NotedBaselines> {
  const { cwd, env, shell } = ctx;
  const named =
    opened === null
      ? onDisk(typedPath(cwd, given), given, found, holdsMany(cwd, paths, patterns))
      : baselinesInGit(
          {
            ...opened,
            cwd,
            env,
            shell,
            given,
            scopes: scopesIn(cwd, opened.revision.root, paths, patterns),
          },
          found,
        );
  return named.ok ? outcome(byCompany(named.value, found.targets, ctx.catalog)) : named;
}

/** Only of a folder or a pattern can be said that a file is missing in it. */
const holdsMany = (cwd: string, paths: readonly string[], patterns: Patterns): boolean =>
  paths.some((given) => patterns.has(plainPlace(given)) || isFolder(typedPath(cwd, given)));

function onDisk(path: string, given: string, { targets, leftOut }: Found, many: boolean): Outcome<Baselines> {
  const none = { gone: [], elsewhere: [], lost: [], closed: [], bytesOf: () => null, whole: false };
  if (!statSync(path).isDirectory()) {
    return targets.length > 1
      ? failed({ severity: 'error', code: 'baseline-for-one', args: { given }, location: null })
      : outcome({ ...none, earlierOf: () => outcome({ name: given, bytes: readFileSync(path) }) });
  }
  const then: string[] = [];
  for (const { inner, problem } of walk(path)) {
    // Behind a closed door may lie what would be missed.
    if (problem?.severity === 'error') return failed(problem);
    if (problem === undefined) then.push(inner);
  }
  const { pairs, unclear, left } = pairPaths(
    [...targets, ...leftOut].map(({ within }) => within),
    then,
  );
  const wasAnswers = (name: string): boolean => kindOfFile(join(path, name)) === 'answers';
  const bytesOf = (name: string): Uint8Array | null => {
    const file = join(path, name);
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file) : null;
  };
  return outcome({
    ...none,
    bytesOf,
    earlierOf: ({ within }) => {
      const names = unclear.get(within);
      if (names !== undefined) return failed(unclearNames(within, names));
      const name = pairs.get(within) ?? within;
      const bytes = bytesOf(name);
      return bytes === null ? null : outcome({ name, bytes });
    },
    gone: many ? left.filter(wasAnswers) : [],
    lost: leftOut.flatMap((aside) => {
      const was = pairs.get(aside.within);
      return was !== undefined && wasAnswers(was) ? [{ ...aside, was }] : [];
    }),
  });
}

/** Where an earlier version comes from. */
export interface From {
  readonly given: string;
  readonly inGit: boolean;
  /** What own checklists of now took out of the shipped ones is missed: nobody knows those of then. */
  readonly takesOut: boolean;
}

/** An earlier version as the rules need it, with the checklists of its own commit and the day of now. */
export function readBaseline(ctx: CheckContext, from: From, bytes: Uint8Array): Outcome<Baseline> {
  const { catalog, today } = ctx;
  const shipped = from.takesOut && catalog.own !== undefined ? ctx.shipped.checklists().catalog : null;
  const read = earlierVersion(bytes, { catalog, today, shipped });
  return read.ok ? read : unreadable(ctx, from, read.findings);
}

/** A file that somebody hands in has to be mended; of one in git the next commit is what mends it. */
function unreadable(
  ctx: CheckContext,
  { given, inGit }: From,
  findings: readonly Finding[],
): Outcome<Baseline> {
  const [first] = findings;
  const text = first === undefined ? '' : describeFinding(first, ctx.texts(), ctx.words);
  const line = first?.location?.line;
  const args = { given, problem: line === undefined ? text : `${line}: ${text}` };
  return {
    ok: false,
    findings: [
      inGit
        ? { severity: 'warning', code: 'baseline-broken', args, location: null }
        : { severity: 'error', code: 'baseline-unreadable', args, location: null },
    ],
  };
}
