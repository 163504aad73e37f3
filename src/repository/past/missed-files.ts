import type { CheckedFile, GateArgs, GateCode, GateFinding, GateSeverity } from '../../model/gate.ts';
import type { FileNames } from '../file-names.ts';
import type { Aside } from '../targets.ts';
import type { Baselines } from './earlier-versions.ts';

export interface Missing {
  readonly names: FileNames;
  /** Where a file of the baseline lay; `null` = nobody can say. */
  readonly placeOf: (name: string) => string | null;
  /** What the policy over a place says of a code. */
  readonly levelAt: (path: string | null, code: GateCode) => GateSeverity | 'off';
}

interface Missed {
  readonly code: 'not-recognised' | 'file-gone' | 'submodule-unread';
  readonly name: string;
  readonly path: string | null;
  readonly args: Partial<GateArgs['not-recognised']>;
  /** It lies there, as something else. */
  readonly aside?: Aside;
}

type AllMissed = Pick<Baselines, 'gone' | 'lost' | 'closed'> & {
  /** Those the register says are answers, and that are none. */
  readonly unlike: readonly Aside[];
};

const notRecognised = (aside: Aside, by: GateArgs['not-recognised']['by']): Missed => ({
  code: 'not-recognised',
  name: aside.name,
  path: aside.path,
  aside,
  args: { reason: aside.reason, by },
});

/** A file that is there no more, or answers no more, takes all its gaps with it; nothing in another file can excuse that. */
export function missedFiles(
  { gone, lost, closed, unlike }: AllMissed,
  { names, placeOf, levelAt }: Missing,
): readonly CheckedFile[] {
  const missed: readonly Missed[] = [
    ...lost.map((aside) => notRecognised(aside, 'by-baseline')),
    ...unlike.map((aside) => notRecognised(aside, 'by-register')),
    ...gone.map((name): Missed => ({ code: 'file-gone', name, path: placeOf(name), args: {} })),
    ...closed.map((name): Missed => ({ code: 'submodule-unread', name, path: placeOf(name), args: {} })),
  ];
  return missed.flatMap(({ code, name, path, args, aside }): readonly CheckedFile[] => {
    const severity = levelAt(path, code);
    if (severity === 'off') return [];
    const named = aside === undefined ? names.earlier(name) : names.of(aside, null);
    const finding: GateFinding = {
      severity,
      code,
      kind: 'regression',
      args: { path: named.file, ...args },
      location: { line: 1, column: 1 },
      subject: named.file,
    };
    return [{ ...named, readable: true, findings: [finding], suppressed: [] }];
  });
}
