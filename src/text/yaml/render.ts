import { stringify } from 'yaml';
import { parseYaml } from './parse.ts';
import { sameValue } from './same-value.ts';
import { plainValue } from './tree.ts';

/** Keys of maps and positions in lists; a position one past the end is where something is added. */
export type Path = readonly (string | number)[];

/** What can be written into a file. */
export type EditValue =
  | string
  | number
  | boolean
  | null
  | readonly EditValue[]
  | { readonly [key: string]: EditValue };

/** A value on one line, right inside `{…}` and in the open alike: text is quoted where either would need it. */
export function render(value: EditValue): string {
  if (isList(value)) return `[${value.map(render).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, part]) => renderEntry(key, part))
      .join(', ')}}`;
  }
  return typeof value === 'string' ? renderText(value) : String(value);
}

/**
 * `yaml` decides the quoting (it is never handed a file from outside); what it writes is read back, because it slips
 * on some texts of several lines. JSON's quoting is always right, only less pleasant to read.
 */
function renderText(text: string): string {
  const line = stringify([text], {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trim();
  if (line.includes('\n')) return quoted(text);
  const read = parseYaml(line);
  const same = read.ok && read.findings.length === 0 && sameValue(plainValue(read.value), [text]);
  return same ? line.slice(1, -1) : quoted(text);
}

/** In JSON's quotes; YAML wants a few more letters as escapes than JSON does (YAML 1.2 §5.1). */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function isList(value: EditValue): value is readonly EditValue[] {
  return Array.isArray(value);
}

/** An entry as it stands in a block map: `key: value`. */
export function renderEntry(key: string, value: EditValue): string {
  return `${render(key)}: ${render(value)}`;
}

/** An entry as it stands in a block list; a map gets a line for each key. */
export function renderItem(value: EditValue, indent: string, eol: string): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `${indent}- ${render(value)}`;
  const lines = Object.entries(value).map(([key, part]) => renderEntry(key, part));
  return lines.length === 0 ? `${indent}- {}` : `${indent}- ${lines.join(`${eol}${indent}  `)}`;
}

/** A chain of new sections down to a value: `a:` / `  b: value`, each on its own line behind `indent`. */
export function renderSections(
  path: Path,
  value: EditValue,
  indent: string,
  step: string,
  eol: string,
): string {
  const [key = '', ...rest] = path;
  if (typeof key === 'number') return renderItem(nested(rest, value), indent, eol);
  if (rest.length === 0) return `${indent}${renderEntry(key, value)}`;
  return `${indent}${render(key)}:${eol}${renderSections(rest, value, indent + step, step, eol)}`;
}

/** The same chain inside braces: `a: {b: value}`. */
export function renderNested(path: Path, value: EditValue): string {
  const [key = '', ...rest] = path;
  return renderEntry(String(key), nested(rest, value));
}

/** A value with the sections around it: nothing stands there yet, so a position is the first of its list. */
function nested([key, ...rest]: Path, value: EditValue): EditValue {
  if (key === undefined) return value;
  return typeof key === 'number' ? [nested(rest, value)] : { [key]: nested(rest, value) };
}
