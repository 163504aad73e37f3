import { type KnownIds, readParsedAnswers } from '../answers/read.ts';
import type { Answers } from '../model/answers.ts';
import type { Finding, Outcome } from '../model/finding.ts';
import { type DecodedText, decodeText, undecoded } from '../text/decode.ts';
import { indexLines, type LineIndex } from '../text/positions.ts';
import { parseYaml, YAML_LIMITS } from '../text/yaml/parse.ts';
import type { YamlNode } from '../text/yaml/tree.ts';

/** An answer document: decoded, parsed and read, each once. */
export interface OpenedAnswers {
  readonly decoded: DecodedText;
  /** The document the answers were read from, with the place of everything in it. */
  readonly root: YamlNode;
  readonly answers: Answers;
}

/** What bytes answer, with everything there is to say of them; or every problem of them at once. Never throws. */
export function openAnswers(bytes: Uint8Array, catalog: KnownIds): Outcome<OpenedAnswers> {
  const decoded = decodeText(bytes);
  return decoded.ok ? openDecoded(decoded.value, decoded.findings, catalog) : decoded;
}

/** The same of a text that never was bytes. */
export const openText = (text: string, catalog: KnownIds): Outcome<OpenedAnswers> =>
  openDecoded(undecoded(text), [], catalog);

/** The same of a text, with what was said of decoding it. */
export function openDecoded(
  decoded: DecodedText,
  findings: readonly Finding[],
  catalog: KnownIds,
): Outcome<OpenedAnswers> {
  const lines = indexLines(decoded.text);
  return readTree(decoded, lines, parseYaml(decoded.text, YAML_LIMITS, lines), findings, catalog);
}

/** What the same bytes answer by the ids of one catalogue or another: decoded and parsed once, read as often as asked. */
export function readerOf(bytes: Uint8Array): (catalog: KnownIds) => Outcome<OpenedAnswers> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return () => decoded;
  const { value, findings } = decoded;
  const lines = indexLines(value.text);
  const parsed = parseYaml(value.text, YAML_LIMITS, lines);
  return (catalog) => readTree(value, lines, parsed, findings, catalog);
}

/** Opened answers as other checklists ask for them; what stood in the way of parsing is told already. */
export const readAgain = ({ decoded, root }: OpenedAnswers, catalog: KnownIds): Outcome<OpenedAnswers> =>
  readTree(decoded, indexLines(decoded.text), { ok: true, value: root, findings: [] }, [], catalog);

function readTree(
  decoded: DecodedText,
  lines: LineIndex,
  parsed: Outcome<YamlNode>,
  decoding: readonly Finding[],
  catalog: KnownIds,
): Outcome<OpenedAnswers> {
  const read = readParsedAnswers(decoded.text, parsed, catalog, lines);
  const findings = decoding.length === 0 ? read.findings : [...decoding, ...read.findings];
  if (!read.ok || !parsed.ok) return { ok: false, findings };
  return { ok: true, value: { decoded, root: parsed.value, answers: read.value }, findings };
}
