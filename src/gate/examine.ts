import type { Diagnostic } from '../model/finding.ts';
import type { GateFinding, SuppressedFinding } from '../model/gate.ts';
import type { Location } from '../model/text.ts';
import { levelOf } from './levels.ts';
import { isNews, NOTICED, placeOfNoticed, subjectOfNoticed } from './noticed.ts';
import type { Path, Places } from './places.ts';
import type { Examined } from './rule.ts';
import { RULES } from './rules.ts';
import { applySuppressions } from './suppressions.ts';

export interface FileFindings {
  /** In the order of the file. */
  readonly findings: readonly GateFinding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Everything the policy, the baseline and the X-ray have to say about one file. Pure; never throws. */
export function examine(examined: Examined, places: Places): FileFindings {
  const located = (place: Path | Location): Location => ('line' in place ? place : places.at(place));
  const found = [
    ...RULES.flatMap((rule) => {
      if (examined.policy.rules.get(rule.code) === 'off') return [];
      return rule.find(examined).flatMap(({ args, place, subject, severity }): readonly GateFinding[] => {
        const level = levelOf(examined.policy, rule.code, severity ?? rule.severity);
        if (level === 'off') return [];
        const { code, kind } = rule;
        return [{ severity: level, code, kind, args, location: located(place), subject }];
      });
    }),
    ...noticed(examined, located),
  ];
  const { kept, suppressed, remarks } = applySuppressions(found, examined);
  const extra = remarks.flatMap(({ code, args, place, severity }): readonly GateFinding[] => {
    const level = levelOf(examined.policy, code, severity);
    if (level === 'off') return [];
    const location = located(place);
    return [{ severity: level, code, kind: 'xray', args, location, subject: args.code }];
  });
  return { findings: [...kept, ...extra].sort(byPlace), suppressed: [...suppressed].sort(byPlace) };
}

/** A file that could not be read: its findings are all there is. */
export function unreadable(findings: readonly Diagnostic[]): readonly GateFinding[] {
  return findings.map(({ severity, code, args, location }) => ({
    severity,
    code,
    kind: 'input',
    args,
    location: location ?? { line: 1, column: 1 },
    subject: null,
  }));
}

function noticed(examined: Examined, located: (place: Path | Location) => Location): readonly GateFinding[] {
  const { policy, assessment } = examined;
  return assessment.diagnostics.flatMap((diagnostic): readonly GateFinding[] => {
    const own = NOTICED.get(diagnostic.code);
    // The policy's own limit on age speaks instead.
    if (
      own === undefined ||
      !isNews(diagnostic) ||
      (diagnostic.code === 'answers-old' && policy.ageDays !== null)
    )
      return [];
    const severity = levelOf(policy, diagnostic.code, own);
    if (severity === 'off') return [];
    return [
      {
        severity,
        code: diagnostic.code,
        kind: 'xray',
        args: diagnostic.args,
        location: located(placeOfNoticed(diagnostic, examined)),
        subject: subjectOfNoticed(diagnostic),
      },
    ];
  });
}

export function byPlace(a: GateFinding, b: GateFinding): number {
  return (
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}
