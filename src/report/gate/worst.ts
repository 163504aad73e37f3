import type { CheckedFile, GateFinding, GateKind, GateSeverity } from '../../model/gate.ts';

/** From the gravest on. */
export const GRAVEST: readonly GateSeverity[] = ['error', 'warning', 'info'];

/** Of equal severity: what keeps a file from being read first, for nothing else of it counts until then. */
const KINDS: readonly GateKind[] = ['input', 'regression', 'policy', 'xray'];

/** What must not leave the house, whatever else is open (`docs/scoring.md`): before its kind. */
const FIRST: ReadonlySet<string> = new Set(['legal-stop', 'report-not-made']);

/** What only sums up others of its kind: behind them, for the cause is what can be put right. */
const SUMS: ReadonlySet<string> = new Set(['score-fell']);

const rankOf = ({ kind, code }: GateFinding): number =>
  kind === 'input' ? -2 : FIRST.has(code) ? -1 : KINDS.indexOf(kind) + (SUMS.has(code) ? 0.5 : 0);

const byWeight = (a: GateFinding, b: GateFinding): number =>
  GRAVEST.indexOf(a.severity) - GRAVEST.indexOf(b.severity) ||
  rankOf(a) - rankOf(b) ||
  a.location.line - b.location.line ||
  a.location.column - b.location.column;

/**
 * Files as a person should come to them: those that could not be read, then by errors, then by warnings, else by name.
 * In each the gravest first. For eyes only: programs and test lists find files in the order of their paths.
 */
export function worstFirst<T extends CheckedFile>(files: readonly T[]): readonly T[] {
  return files
    .map((file) => ({
      file: { ...file, findings: file.findings.toSorted(byWeight) },
      weight: weightOf(file),
    }))
    .toSorted((a, b) => compared(a.weight, b.weight))
    .map(({ file }) => file);
}

/** How many of each, most first. */
const weightOf = ({ readable, findings }: CheckedFile): readonly number[] => [
  readable ? 0 : 1,
  ...GRAVEST.map((severity) => findings.filter((finding) => finding.severity === severity).length),
];

const compared = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((difference, n, i) => difference || (b[i] ?? 0) - n, 0);

/** So many of a file are annotated: a file that is bad all over must not hide eleven others. */
export const MOST_ANNOTATIONS_A_FILE = 3;
/**
 * GitHub shows ten errors and ten warnings of a step: where there are few files, each has more room.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
const SHOWN_OF_A_STEP = 10;

export const annotationsAFile = (files: readonly CheckedFile[]): number => {
  const loud = files.filter(({ findings }) => findings.some(({ severity }) => severity !== 'info')).length;
  return Math.max(MOST_ANNOTATIONS_A_FILE, Math.floor(SHOWN_OF_A_STEP / Math.max(1, loud)));
};

/** A finding among those of all files. */
export interface Ranked {
  readonly finding: GateFinding;
  readonly checked: CheckedFile;
  /** What of its file is not among them, on the gravest of it: the one most surely seen. */
  readonly rest: readonly GateFinding[];
}

/**
 * A few of each file, the gravest of all files first: of one severity, first the worst of every file, then the second
 * of every file. Where only the beginning is shown (GitHub: ten errors and ten warnings a step), ten files are in it.
 */
export function fewOfEach(files: readonly CheckedFile[], most: number): readonly Ranked[] {
  const few = worstFirst(files).map((checked) => ({
    checked,
    shown: checked.findings.filter(({ severity }) => severity !== 'info'),
  }));
  return GRAVEST.flatMap((severity) =>
    Array.from({ length: most }, (_, round) =>
      few.flatMap(({ checked, shown }): readonly Ranked[] => {
        const finding = shown[round];
        if (finding?.severity !== severity) return [];
        return [{ finding, checked, rest: round === 0 ? shown.slice(most) : [] }];
      }),
    ).flat(),
  );
}
