import { readFileSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { codeOf } from '../../files/disk-problem.ts';
import { typedPath } from '../../files/find/typed-path.ts';
import { slashed } from '../../files/find/walk.ts';
import { emptyPolicy, readPolicy } from '../../gate/policy/policy.ts';
import { RULE_CODES } from '../../gate/rules.ts';
import type { FileOutcome, Finding, Outcome } from '../../model/finding.ts';
import type { Side } from '../../model/gate.ts';
import type { Policy } from '../../model/policy.ts';
import { decodeText } from '../../text/decode.ts';
import { nearest } from '../../text/nearest.ts';
import { failed, outcome } from '../../text/outcomes.ts';
import type { CheckContext } from '../context.ts';
import { policyAbove, policyBeside } from '../targets.ts';

export interface NamedPolicy {
  /** As it is shown; `null` = there is none, and the X-ray is all there is. */
  readonly name: string | null;
  /** Where it lies now; `null` = nowhere. */
  readonly path: string | null;
  readonly policy: Policy;
  readonly from: Side;
  /** As it is written, to find the place of a setting. */
  readonly text: string;
}

/** The policies that lie here. */
export interface Policies {
  /** The one over a file: the one given, or the nearest above it. */
  readonly over: (path: string) => FileOutcome<NamedPolicy>;
  /** The next one above a policy that was found by going up. */
  readonly above: (policy: NamedPolicy) => FileOutcome<NamedPolicy>;
  /** Name of another in the same folder that is not looked at: `.yml` beside `.yaml`. */
  readonly beside: (policy: NamedPolicy) => string | null;
}

/** Each policy is read once. A name of one that comes with the program means that one, whatever file is called so. */
export function policiesHere(ctx: CheckContext, given: string | undefined): FileOutcome<Policies> {
  const chosen = given === undefined ? null : chosenPath(ctx, given);
  if (given !== undefined && chosen === null) {
    const known = [...ctx.shipped.policies.keys()];
    const args = { given, known, nearest: nearest(given, known) };
    const finding: Finding = { severity: 'error', code: 'policy-not-found', args, location: null };
    return { ...failed(finding), file: null };
  }
  const read = new Map<string | null, FileOutcome<NamedPolicy>>();
  const nearestTo = new Map<string, string | null>();
  const readAt = (path: string | null): FileOutcome<NamedPolicy> => {
    const before = read.get(path);
    if (before !== undefined) return before;
    const policy = path === null ? outcome(noPolicy(ctx)) : policyOnDisk(ctx, path, given);
    read.set(path, policy);
    return policy;
  };
  const from = (folder: string): FileOutcome<NamedPolicy> => {
    const known = nearestTo.get(folder);
    const path = known === undefined ? policyAbove(folder) : known;
    nearestTo.set(folder, path);
    return readAt(path);
  };
  return outcome({
    over: (path) => (chosen === null ? from(dirname(path)) : readAt(chosen)),
    beside: ({ path }) => (chosen !== null || path === null ? null : policyBeside(path)),
    above: ({ path }) =>
      chosen !== null || path === null ? outcome(noPolicy(ctx)) : from(dirname(dirname(path))),
  });
}

/** The X-ray alone. */
export const noPolicy = (ctx: Pick<CheckContext, 'catalog'>): NamedPolicy => ({
  name: null,
  path: null,
  policy: emptyPolicy(ctx.catalog),
  from: 'head',
  text: '',
});

/** A path, or the name of a policy that comes with the program. */
function chosenPath(ctx: CheckContext, given: string): string | null {
  const shipped = ctx.shipped.policies.get(given);
  if (shipped !== undefined) return shipped;
  const path = typedPath(ctx.cwd, given);
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? path : null;
}

function policyOnDisk(ctx: CheckContext, path: string, given: string | undefined): FileOutcome<NamedPolicy> {
  const name = given ?? slashed(relative(ctx.cwd, path));
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const args = { path: name, reason: codeOf(error) ?? String(error) };
    return { ...failed({ severity: 'error', code: 'file-unreadable', args, location: null }), file: name };
  }
  const read = policyIn(ctx, bytes);
  if (!read.ok) return { ...read, file: name };
  // A policy whose value a # cuts asks for less than it says: what is odd in one that reads is told, too.
  ctx.tell(read.findings, name);
  const from = given !== undefined && ctx.shipped.policies.has(given) ? 'shipped' : 'head';
  return outcome({ name, path, from, ...read.value });
}

/** The policy that bytes hold, with the ids of these checklists. */
export function policyIn(
  ctx: Pick<CheckContext, 'catalog'>,
  bytes: Uint8Array,
): Outcome<Pick<NamedPolicy, 'policy' | 'text'>> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const read = readPolicy(text, ctx.catalog, RULE_CODES);
  return read.ok ? { ...read, value: { policy: read.value, text } } : read;
}
