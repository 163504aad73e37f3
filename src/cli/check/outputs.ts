import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding, Outcome } from '../../model/finding.ts';
import { contentHash, saveFile } from '../../text/save.ts';

export const CHECK_FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'md'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** One format and where it goes; `null` = stdout. */
export interface CheckOutput {
  readonly format: CheckFormat;
  readonly file: string | null;
}

/** `text`, `sarif=out.sarif` …: any number with files, at most one for the screen, which `--output` can send to a file. */
export function outputsOf(
  formats: readonly string[],
  output: string | undefined,
): readonly CheckOutput[] | Finding {
  const given = formats.length === 0 || (output !== undefined && formats.every((f) => f.includes('=')));
  const outputs: CheckOutput[] = [];
  for (const text of given ? [...formats, 'text'] : formats) {
    const at = text.indexOf('=');
    const name = at === -1 ? text : text.slice(0, at);
    const format = CHECK_FORMATS.find((known) => known === name);
    if (format === undefined) {
      const args = { given: name, allowed: CHECK_FORMATS };
      return { severity: 'error', code: 'usage-unknown-format', args, location: null };
    }
    const file = at === -1 ? (output ?? null) : text.slice(at + 1);
    if (at === -1 && outputs.some((o) => o.file === file)) {
      return { severity: 'error', code: 'check-format-twice', args: { given: name }, location: null };
    }
    if (file === '') {
      return { severity: 'error', code: 'check-output-unnamed', args: { given: name }, location: null };
    }
    if (file !== null && outputs.some((o) => o.file === file)) {
      return { severity: 'error', code: 'check-output-twice', args: { path: file }, location: null };
    }
    outputs.push({ format, file });
  }
  return outputs;
}

/** Writes a report, replacing an older one; never over an answer file, a policy or anything else that is YAML. */
export function saveReport(
  cwd: string,
  file: string,
  text: string,
  inputs: ReadonlySet<string>,
): Outcome<string> {
  const path = resolve(cwd, file);
  if (inputs.has(path) || /\.ya?ml$/i.test(path) || file === '') {
    return refused({ severity: 'error', code: 'check-output-taken', args: { path: file }, location: null });
  }
  const exists = existsSync(path);
  if (exists && !statSync(path).isFile()) {
    if (statSync(path).isDirectory())
      return refused({ severity: 'error', code: 'file-is-folder', args: { path: file }, location: null });
    const args = { path: file, reason: 'not a file' };
    return refused({ severity: 'error', code: 'file-not-writable', args, location: null });
  }
  const before = exists ? contentHash(readFileSync(path)) : null;
  return saveFile(path, new TextEncoder().encode(text), before);
}

const refused = (finding: Finding): Outcome<string> => ({ ok: false, findings: [finding] });
