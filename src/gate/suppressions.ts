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
    | 'suppression-not-possible'
    | 'suppression-expired';
  readonly severity: GateSeverity;
  readonly args: { readonly code: string; readonly nearest?: string | null; readonly until?: string };
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

/**
 * Takes out what the file gives a reason for, and says which reasons do nothing. Each reason lifts one finding: the one
 * it names; without a name only where there are no more findings of its code than such reasons, for what comes up later
 * has not been thought of.
 */
export function applySuppressions(found: readonly GateFinding[], examined: Examined): Applied {
  const { suppressed: written } = examined.answers;
  const live = written.filter(({ until }) => until === null || until >= examined.today);
  const lifted = new Map<GateFinding, Suppressed>();
  const used = new Set<Suppressed>();
  const lift = (finding: GateFinding | undefined, entry: Suppressed): void => {
    if (finding === undefined) return;
    lifted.set(finding, entry);
    used.add(entry);
  };
  const open = (code: string): readonly GateFinding[] =>
    found.filter((finding) => finding.code === code && !lifted.has(finding));
  for (const entry of live) {
    if (entry.about === null || howOf(entry.code) === 'no') continue;
    lift(
      open(entry.code).find(({ subject }) => subject === entry.about),
      entry,
    );
  }
  const unnamed = live.filter(({ code, about }) => about === null && howOf(code) === 'yes');
  for (const code of new Set(unnamed.map((entry) => entry.code))) {
    const [entries, findings] = [unnamed.filter((entry) => entry.code === code), open(code)];
    if (findings.length <= entries.length)
      for (const [i, entry] of entries.entries()) lift(findings[i], entry);
  }
  const kept = found.filter((finding) => !lifted.has(finding));
  const suppressed = [...lifted].map(([finding, { reason }]) => ({ ...finding, reason }));
  const remarks = written.flatMap((entry) =>
    remarkOn(entry, { used: used.has(entry), open: open(entry.code).length > 0 }, examined),
  );
  return { ...explainedFall(kept, suppressed), remarks };
}

const howOf = (code: string): Rule['suppressible'] => HOW.get(code) ?? 'no';

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

function remarkOn(
  entry: Suppressed,
  { used, open }: { readonly used: boolean; readonly open: boolean },
  examined: Examined,
): readonly Remark[] {
  const { code, until } = entry;
  const place = entry.location ?? ['suppressed'];
  const how = HOW.get(code);
  if (how === undefined) {
    const args = { code, nearest: nearest(code, RULE_CODES) };
    return [{ code: 'suppression-unknown', severity: 'warning', args, place }];
  }
  if (how === 'no') return [{ code: 'suppression-not-possible', severity: 'warning', args: { code }, place }];
  if (until !== null && until < examined.today)
    return [{ code: 'suppression-expired', severity: 'warning', args: { code, until }, place }];
  if (entry.about === null && (how === 'one-by-one' || (open && !used)))
    return [{ code: 'suppression-too-wide', severity: 'warning', args: { code }, place }];
  // Without a baseline nobody can tell whether a reason against it is still needed.
  const silent = examined.policy.rules.get(code) === 'off';
  if (used || silent || (how === 'one-by-one' && examined.baseline === null)) return [];
  return [{ code: 'suppression-unused', severity: 'info', args: { code }, place }];
}
