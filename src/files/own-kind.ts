import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

/**
 * What a file of ours is, told by how it begins: a result may replace an older one of its kind and nothing else. Results
 * are made again from the answers; what somebody wrote is not. Every writer of results asks here, with what stands at
 * the end of all links.
 */

/** As much of a file as its beginning is: the first pairs of a JSON result, the head of a table. */
const BEGINNING = 4096;

/** Results that name themselves by their form. A page and Markdown say in their comment of what they are, so do these. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['json', /^\{\s*"schemaVersion":\s*\d+,\s*"(?:tool":\s*\{\s*"name":\s*"wazamori"|line":)/],
  ['portfolio', /^\{\s*"wazamoriPortfolio":\s*\d/],
  ['rows', /^\{\s*"wazamoriRows":\s*\d/],
  ['questions', /^\[\s*\{\s*"id":\s*"[^"]*",\s*"checklist":/],
  [
    'schema',
    /^\{\s*"\$schema":\s*"https:\/\/json-schema\.org\/[^"]*",\s*"type":\s*"object",\s*"properties":\s*\{\s*"(?:wazamori|schemaVersion|policy)":/,
  ],
  [
    'sarif',
    /^\{\s*"\$schema":\s*"[^"]*sarif[^"]*",[^[]*\[\s*\{\s*"tool":\s*\{\s*"driver":\s*\{\s*"name":\s*"wazamori"/,
  ],
  [
    'junit',
    /^<\?xml [^>]*>\s*<testsuites(?:\/>|>\s*(?:<\/testsuites>|<testsuite [^>]{0,80}package="wazamori"))/,
  ],
];

/** The comment or the line in which a page, Markdown or a text of ours says what it is. */
const SIGN =
  /^(?:<!doctype html>)?<!-- wazamori[- ][a-z]+(?: [a-z]+)? -->|^wazamori [a-z]+(?: [a-z]+)?(?=\n\n)/;

/**
 * The kind of a file of ours, or `null` for anybody else's. Two files are of one kind where these are equal. A table is
 * known by its first three columns, so it is of the kind of another one in the same language.
 */
export function ownKind(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') return isOwnPdf(file) ? 'pdf' : null;
  const text = file.subarray(0, BEGINNING).toString('utf8');
  if (text.startsWith('\uFEFF')) return tableKind(text);
  return SIGN.exec(text)?.[0] ?? FORMS.find(([, form]) => form.test(text))?.[0] ?? null;
}

/** Whether a result may go where these bytes stand: where nothing does, or a result of its kind. */
export function mayReplace(before: Uint8Array, kinds: readonly (string | null)[]): boolean {
  if (before.length === 0) return true;
  const kind = ownKind(before);
  return kind !== null && kinds.includes(kind);
}

/** The same of the file a path leads to: a PDF is read whole, of others no more than they say it with. */
export function mayReplaceAt(path: string, kinds: readonly (string | null)[]): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return true;
  return stats.isFile() && mayReplace(beginningAt(path), kinds);
}

function beginningAt(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(BEGINNING);
    const beginning = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
    return beginning.subarray(0, 5).toString('latin1') === '%PDF-' ? readFileSync(path) : beginning;
  } finally {
    closeSync(file);
  }
}

/** An encrypted one says of itself what nobody can read, so that it has a comment behind its head. */
const isOwnPdf = (file: Buffer): boolean =>
  file.includes('<xmp:CreatorTool>wazamori ') || /^%PDF-[^\n]*\n%[^\n]*\n%wazamori\n/.test(headOf(file));

const headOf = (file: Buffer): string => file.subarray(0, 64).toString('latin1');

/** A table is known by its head; that of ours has three columns and more. */
function tableKind(text: string): string | null {
  const [head = ''] = text.slice(1).split('\r\n', 1);
  const columns = head.split(',');
  return columns.length < 3 || head === text.slice(1) ? null : `table:${columns.slice(0, 3).join()}`;
}

/** A text that does not say what it is, with a first line that does; `markdown` hides it from readers. */
export function signed(bytes: Uint8Array, command: string, markdown: boolean): Uint8Array {
  if (ownKind(bytes) !== null) return bytes;
  const sign = markdown ? `<!-- wazamori ${command} -->` : `wazamori ${command}`;
  return Buffer.concat([Buffer.from(`${sign}\n\n`), bytes]);
}
