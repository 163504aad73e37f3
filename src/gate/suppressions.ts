import type { Suppressed } from '../model/answers.ts';
import type { GateFinding, GateSeverity, SuppressedFinding } from '../model/gate.ts';
import type { Location } from '../model/text.ts';
import { nearest } from '../text/nearest.ts';
import { NOTICED } from './noticed.ts';
import type { Path } from './places.ts';
import type { Examined, Rule } from './rule.ts';
import { RULE_CODES, RULES } from './rules.ts';

/** Something to say about a suppression itself. */
interface Remark {
  readonly code:
    | 'suppression-unknown'
    | 'suppression-unused'
    | 'suppression-too-wide'
    | 'suppression-not-possible';
  readonly severity: GateSeverity;
  readonly args: { readonly code: string; readonly nearest?: string | null };
  readonly place: Path | Location;
}

interface Applied {
  readonly kept: readonly GateFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly remarks: readonly Remark[];
}

const HOW = new Map<string, Rule['suppressible']>([
  ...RULES.map(({ code, suppressible }) => [code, suppressible] as const),
  ...[...NOTICED.keys()].map((code) => [code, 'yes'] as const),
]);

/** Takes out what the file gives a reason for, and says which reasons do nothing. */
export function applySuppressions(found: readonly GateFinding[], examined: Examined): Applied {
  const written = examined.answers.suppressed;
  const kept: GateFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const used = new Set<Suppressed>();
  for (const finding of found) {
    const entry = written.find((candidate) => covers(candidate, finding));
    if (entry === undefined) kept.push(finding);
    else {
      used.add(entry);
      suppressed.push({ ...finding, reason: entry.reason });
    }
  }
  const remarks = written.flatMap((entry) => remarkOn(entry, used.has(entry), examined));
  return { ...explainedFall(kept, suppressed), remarks };
}

function covers({ code, about }: Suppressed, finding: GateFinding): boolean {
  const how = HOW.get(finding.code) ?? 'no';
  if (code !== finding.code || how === 'no') return false;
  return about === null ? how === 'yes' : about === finding.subject;
}

/** Steps back that leave the score where it is: a reason for one explains no fall. */
const UNSCORED: ReadonlySet<GateFinding['code']> = new Set<GateFinding['code']>([
  ...(['evidence-removed', 'evidence-hash-changed', 'basis-fell', 'redated-only'] as const),
  ...(['verdict-softer', 'verdict-worse', 'technology-gone'] as const),
]);

/** Where every answer that got worse has its reason, the score that fell with them needs none of its own. */
function explainedFall(
  kept: readonly GateFinding[],
  suppressed: readonly SuppressedFinding[],
): Pick<Applied, 'kept' | 'suppressed'> {
  const fall = kept.find(({ code }) => code === 'score-fell');
  const reason = suppressed.find(({ kind, code }) => kind === 'regression' && !UNSCORED.has(code))?.reason;
  const open = kept.some((f) => f.kind === 'regression' && f.severity === 'error' && f !== fall);
  if (fall === undefined || reason === undefined || open) return { kept, suppressed };
  return { kept: kept.filter((f) => f !== fall), suppressed: [...suppressed, { ...fall, reason }] };
}

function remarkOn(entry: Suppressed, used: boolean, examined: Examined): readonly Remark[] {
  const { code } = entry;
  const place = entry.location ?? ['suppressed'];
  const how = HOW.get(code);
  if (how === undefined) {
    const args = { code, nearest: nearest(code, RULE_CODES) };
    return [{ code: 'suppression-unknown', severity: 'warning', args, place }];
  }
  if (how === 'no') return [{ code: 'suppression-not-possible', severity: 'warning', args: { code }, place }];
  if (how === 'one-by-one' && entry.about === null)
    return [{ code: 'suppression-too-wide', severity: 'warning', args: { code }, place }];
  // Without a baseline nobody can tell whether a reason against it is still needed.
  const silent = examined.policy.rules.get(code) === 'off';
  if (used || silent || (how === 'one-by-one' && examined.baseline === null)) return [];
  return [{ code: 'suppression-unused', severity: 'info', args: { code }, place }];
}
