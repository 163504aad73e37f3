import { extname, normalize } from 'node:path';
import { typedPath } from '../../../files/find/typed-path.ts';
import { isYamlName } from '../../../files/find/walk.ts';
import { signed } from '../../../files/own-kind.ts';
import { isStdout } from '../../../files/save/output-names.ts';
import { targetOf } from '../../../files/save/save.ts';
import { saveResults } from '../../../files/save/save-results.ts';
import type { Finding, Outcome } from '../../../model/finding.ts';
import { failed, outcome } from '../../../text/outcomes.ts';
import { visibleBytes } from '../../../words/visible.ts';

export const CHECK_FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'md'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** One format and where it goes; `null` = stdout. */
export interface CheckOutput {
  readonly format: CheckFormat;
  readonly file: string | null;
}

const FORMAT_OF_ENDING: ReadonlyMap<string, CheckFormat> = new Map([
  ['.json', 'json'],
  ['.sarif', 'sarif'],
  ['.xml', 'junit'],
  ['.md', 'md'],
]);

/**
 * `text`, `sarif=out.sarif` …: any number with files, at most one for the screen, which `-o` can send to a file.
 * Where no format says what `-o` holds, its ending does.
 */
export function outputsOf(
  formats: readonly string[],
  output: string | undefined,
): Outcome<readonly CheckOutput[]> {
  const unsaid = formats.length === 0 || (output !== undefined && formats.every((f) => f.includes('=')));
  const byEnding = FORMAT_OF_ENDING.get(extname(output ?? '').toLowerCase()) ?? 'text';
  const outputs: CheckOutput[] = [];
  for (const text of unsaid ? [...formats, byEnding] : formats) {
    const next = outputOf(text, output);
    if (!next.ok) return next;
    const refusal = refusalBeside(outputs, next.value, text);
    if (refusal !== null) return failed(refusal);
    outputs.push(next.value);
  }
  return outcome(outputs);
}

function outputOf(text: string, output: string | undefined): Outcome<CheckOutput> {
  const at = text.indexOf('=');
  const name = at === -1 ? text : text.slice(0, at);
  const format = CHECK_FORMATS.find((known) => known === name);
  if (format === undefined) {
    const args = { given: name, allowed: CHECK_FORMATS };
    return failed({ severity: 'error', code: 'usage-unknown-format', args, location: null });
  }
  const file = at === -1 ? (output ?? '-') : text.slice(at + 1);
  if (file === '')
    return failed({ severity: 'error', code: 'check-output-unnamed', args: { given: name }, location: null });
  return outcome({ format, file: isStdout(file) ? null : file });
}

/** `a.json` and `./a.json` are one place. */
const placeOf = ({ file }: CheckOutput): string | null => (file === null ? null : normalize(file));

/** Two formats in one place would mix on the screen, and replace each other in a file. */
function refusalBeside(
  outputs: readonly CheckOutput[],
  { format, file }: CheckOutput,
  text: string,
): Finding | null {
  if (outputs.every((other) => placeOf(other) !== placeOf({ format, file }))) return null;
  return file === null || !text.includes('=')
    ? { severity: 'error', code: 'check-format-twice', args: { given: format }, location: null }
    : { severity: 'error', code: 'check-output-twice', args: { path: file }, location: null };
}

/** Writes reports, all or none, replacing older ones; never over an answer file, a policy or anything else that is YAML. */
export function saveCheck(
  cwd: string,
  written: readonly { readonly file: string; readonly text: string }[],
  inputs: ReadonlySet<string>,
): Outcome<unknown> {
  const taken = written.find(({ file }) =>
    [typedPath(cwd, file), endOf(typedPath(cwd, file))].some((path) => inputs.has(path) || isYamlName(path)),
  );
  if (taken !== undefined) {
    const args = { path: taken.file };
    return failed({ severity: 'error', code: 'check-output-taken', args, location: null });
  }
  return saveResults(
    written.map(({ file, text }) => ({
      path: typedPath(cwd, file),
      name: file,
      bytes: signed(visibleBytes(text), 'check', false),
    })),
  );
}

/** Where links lead; whoever writes there is told why that cannot be followed. */
function endOf(path: string): string {
  try {
    return targetOf(path);
  } catch {
    return path;
  }
}
