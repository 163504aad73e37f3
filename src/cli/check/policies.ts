import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { typedPath } from '../../files/typed-path.ts';
import { slashed } from '../../files/walk.ts';
import { emptyPolicy, readPolicy } from '../../gate/policy/policy.ts';
import { RULE_CODES } from '../../gate/rules.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import type { Policy } from '../../model/policy.ts';
import { decodeText } from '../../text/decode.ts';
import { nearest } from '../../text/nearest.ts';
import { errorCode } from '../answer-file.ts';
import { POLICIES, SHIPPED_POLICIES } from '../assets.ts';
import type { Context } from '../context.ts';
import { printFindings } from '../findings.ts';
import { policyAbove, type Target } from './targets.ts';

export interface NamedPolicy {
  /** As it is shown; `null` = there is none, and the X-ray is all there is. */
  readonly name: string | null;
  readonly path: string | null;
  readonly policy: Policy;
  /** It comes from a revision whoever is checked cannot have written; left out = from the files that are checked. */
  readonly fromBase?: boolean;
}

/** What is wrong with a policy, and which. */
export interface RefusedPolicy {
  readonly name: string | null;
  readonly findings: readonly Finding[];
}

/** The policy of each target: the one given, or the nearest above its file. Each policy is read once. */
export function policiesFor(
  ctx: Context,
  given: string | undefined,
  targets: readonly Target[],
): ReadonlyMap<Target, NamedPolicy> | RefusedPolicy {
  const read = new Map<string | null, NamedPolicy>();
  const above = new Map<string, string | null>();
  const policies = new Map<Target, NamedPolicy>();
  const chosen = given === undefined ? null : chosenPath(ctx, given);
  if (given !== undefined && chosen === null) {
    const args = { given, known: SHIPPED_POLICIES, nearest: nearest(given, SHIPPED_POLICIES) };
    return {
      name: null,
      findings: [{ severity: 'error', code: 'policy-not-found', args, location: null }],
    };
  }
  for (const target of targets) {
    const folder = dirname(target.path);
    if (chosen === null && !above.has(folder)) above.set(folder, policyAbove(folder));
    const path = chosen ?? above.get(folder) ?? null;
    let named = read.get(path);
    if (named === undefined) {
      const name = path === null ? null : given !== undefined ? given : slashed(relative(ctx.io.cwd, path));
      const outcome = path === null ? null : readPolicyFile(ctx, path, name ?? path);
      if (outcome !== null && !outcome.ok) return { name, findings: outcome.findings };
      // A policy whose value a # cuts asks for less than it says: what is odd in one that reads is told, too.
      printFindings(ctx, outcome?.findings ?? [], name);
      named = { name, path, policy: outcome === null ? emptyPolicy(ctx.catalog) : outcome.value };
      read.set(path, named);
    }
    policies.set(target, named);
  }
  return policies;
}

/** A path, or the name of a policy that comes with the program. */
function chosenPath(ctx: Context, given: string): string | null {
  const path = typedPath(ctx.io.cwd, given);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return path;
  return SHIPPED_POLICIES.includes(given) ? join(POLICIES, `${given}.yaml`) : null;
}

function readPolicyFile(ctx: Context, path: string, name: string): Outcome<Policy> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const args = { path: name, reason: errorCode(error) };
    return { ok: false, findings: [{ severity: 'error', code: 'file-unreadable', args, location: null }] };
  }
  const decoded = decodeText(bytes);
  return decoded.ok ? readPolicy(decoded.value.text, ctx.catalog, RULE_CODES) : decoded;
}
