import { createHash } from 'node:crypto';
import { readParsedAnswers } from '../answers/read.ts';
import { readFileBytes } from '../files/read-file.ts';
import { nearName, typedPath } from '../files/typed-path.ts';
import type { Answers } from '../model/answers.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding, Outcome } from '../model/finding.ts';
import { type DecodedText, decodeText } from '../text/decode.ts';
import { parseYaml } from '../text/yaml/parse.ts';
import type { YamlNode } from '../text/yaml/tree.ts';

/** An answer file as it stands on disk, read and checked. */
export interface AnswerFile {
  /** As it was typed. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly decoded: DecodedText;
  readonly sha256: string;
  readonly answers: Answers;
  /** The document the answers were read from, with the place of everything in it. */
  readonly root: YamlNode;
}

/** Bytes, text and answers of a file; every problem of it at once. */
export function readAnswerFile(cwd: string, name: string, catalog: Catalog): Outcome<AnswerFile> {
  const path = typedPath(cwd, name);
  const bytes = readFileBytes(name, path);
  return bytes.ok
    ? answerFileOf(name, path, bytes.value, catalog)
    : { ...bytes, findings: bytes.findings.map(meant(cwd)) };
}

/** A file that is not there, with the name that may have been meant; in a log that names nobody it would name another. */
const meant =
  (cwd: string) =>
  (finding: Finding): Finding => {
    if (finding.code !== 'file-not-found') return finding;
    return { ...finding, args: { ...finding.args, nearest: nearName(cwd, finding.args.path) } };
  };

/** An answer file from bytes that came from elsewhere than a file of that name. */
export function answerFileOf(
  name: string,
  path: string,
  bytes: Uint8Array,
  catalog: Catalog,
): Outcome<AnswerFile> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const parsed = parseYaml(decoded.value.text);
  const answers = readParsedAnswers(decoded.value.text, parsed, catalog);
  const findings = [...decoded.findings, ...answers.findings];
  if (!answers.ok || !parsed.ok) return { ok: false, findings };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    ok: true,
    value: { name, path, bytes, decoded: decoded.value, sha256, answers: answers.value, root: parsed.value },
    findings,
  };
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error);
}
