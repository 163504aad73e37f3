import type { Diagnostic, FindingCode } from '../model/finding.ts';
import type { GateSeverity } from '../model/gate.ts';
import type { Location } from '../model/text.ts';
import type { Path } from './places.ts';
import { type Examined, factPlace } from './rule.ts';

/**
 * What reading and assessing noticed already and the X-ray passes on, with how loud it is here. A fact nobody knows yet
 * is news, never a fault: a policy that wants it known says so itself.
 */
export const NOTICED: ReadonlyMap<FindingCode, GateSeverity> = new Map<FindingCode, GateSeverity>([
  ['file-encoding-assumed', 'warning'],
  ['yaml-fullwidth-colon', 'warning'],
  ['yaml-hash-cuts', 'warning'],
  ['unknown-key', 'warning'],
  ['unknown-item', 'warning'],
  ['unknown-action', 'warning'],
  ['too-long', 'warning'],
  ['more-problems', 'warning'],
  ['not-applicable-refused', 'warning'],
  ['answer-out-of-scope', 'info'],
  ['fact-unknown', 'info'],
  ['accepted-expired', 'warning'],
  ['accepted-not-a-gap', 'info'],
  ['done-action-open-item', 'warning'],
  ['edition-differs', 'warning'],
  ['answers-old', 'warning'],
  ['keep-until-passed', 'warning'],
  ['legal-does-not-fit', 'warning'],
]);

/** A fact that keeps nothing from being asked is no news to a machine. */
export const isNews = (diagnostic: Diagnostic): boolean =>
  NOTICED.has(diagnostic.code) && !(diagnostic.code === 'fact-unknown' && diagnostic.args.items === 0);

/** Where a diagnostic stands; those about the file as a whole stand at the line that would change them. */
export function placeOfNoticed(
  diagnostic: Diagnostic,
  { catalog }: Pick<Examined, 'catalog'>,
): Path | Location {
  if (diagnostic.location !== null) return diagnostic.location;
  switch (diagnostic.code) {
    case 'fact-unknown':
      return factPlace(catalog, diagnostic.args.fact);
    case 'edition-differs':
      return ['assessment', 'editions', diagnostic.args.checklist];
    case 'answers-old':
      return ['assessment', 'date'];
    case 'keep-until-passed':
      return ['assessment', 'keepUntil'];
    default:
      return [];
  }
}

/** Id of what a diagnostic speaks of, where its args name one. */
export function subjectOfNoticed({ args }: Diagnostic): string | null {
  for (const key of ['item', 'fact', 'action', 'task', 'checklist', 'key'] as const) {
    const value: unknown = Object.entries(args).find(([name]) => name === key)?.[1];
    if (typeof value === 'string') return value;
  }
  return null;
}
