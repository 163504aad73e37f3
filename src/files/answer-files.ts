import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { decodeText, MAX_BYTES } from '../text/decode.ts';
import { parseYaml, YAML_LIMITS } from '../text/yaml.ts';
import { firstKeys, firstKeysOfAll } from '../text/yaml-keys.ts';

/**
 * What a YAML file is to us. `answers`: an answer file, sound or broken. Else why it is none: a policy of the gate, YAML
 * of another kind, nothing in it, or something that cannot be read and does not bear our keys either.
 */
export type FileKind = 'answers' | 'policy' | 'other-yaml' | 'empty' | 'unreadable-yaml';

/**
 * Keys only an answer file has at its top. The sections count beside the format's own key: who deletes the line
 * `wazamori: 1` makes a mistake, or wants the file to be passed over.
 */
const OURS: ReadonlySet<string> = new Set(['wazamori', 'answers', 'technologies']);

/** A slip in our key's width, case or invisible characters is the reader's to tell, not a reason to look away. */
const plain = (key: string): string =>
  key
    .normalize('NFKC')
    .replace(/[\p{Cf}\s]|:.*$/gsu, '')
    .toLowerCase();

const kindOfKeys = (keys: readonly string[]): FileKind => {
  const names = keys.map(plain);
  if (names.some((key) => OURS.has(key))) return 'answers';
  return names.includes('policy') ? 'policy' : 'other-yaml';
};

/** What a text is, by the keys of its first mapping: as it reads, in whatever way they are written. */
export function kindOfText(text: string): FileKind {
  const parsed = parseYaml(text);
  const first = parsed.ok ? firstKeys(parsed.value) : null;
  const documents = first === null ? firstKeysOfAll(text, YAML_LIMITS.depth) : [first];
  const kinds = (documents ?? []).map(kindOfKeys);
  if (kinds.includes('answers')) return 'answers';
  const [kind] = kinds;
  if (kind !== undefined) return kind;
  // With a colon of the wrong width a mapping reads as one long word.
  return bearsOurKey(text) ? 'answers' : documents === null ? 'unreadable-yaml' : 'other-yaml';
}

/** What bytes are. */
export function kindOfBytes(bytes: Uint8Array): FileKind {
  if (bearsOurLine(bytes)) return 'answers';
  const decoded = decodeText(bytes);
  if (decoded.ok) return kindOfText(decoded.value.text);
  if (decoded.findings.some(({ code }) => code === 'file-empty')) return 'empty';
  // In UTF-16 without its mark only zeros stand between the letters of our keys.
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_BYTES)).replaceAll('\0', '');
  return bearsOurKey(text) ? 'answers' : 'unreadable-yaml';
}

/** What a file is; of one too large to be read, by its beginning. Throws where it cannot be opened. */
export const kindOfFile = (path: string): FileKind => kindOfBytes(beginningOf(path));

/**
 * How nearly all answer files begin, told without parsing. It can only say yes: the worst it does is to let the reader
 * complain of a file that holds such a line in a text of its own.
 */
const bearsOurLine = (bytes: Uint8Array): boolean =>
  /^wazamori[ \t]*:/m.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));

/** Our key in any quoting, wherever it stands in what cannot be parsed; that of a section only where it is at the left. */
const KEY = /(?<![^\s{,["'])wazamori["']?[ \t]{0,80}[:：]|\?\s{1,80}["']?wazamori(?![\w-])/i;
const SECTION = /^["']?(?:answers|technologies)["']?[ \t]{0,80}[:：]/im;

function bearsOurKey(text: string): boolean {
  const seen = unescaped(text)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '');
  return KEY.test(seen) || SECTION.test(seen);
}

/** Characters written as `\x77` or `\u0077`, and lines broken by a backslash, as double quotes read them. */
const unescaped = (text: string): string =>
  text
    .replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U0{3}([0-9a-f]{5}))/gi, (_, x, u, U) =>
      String.fromCodePoint(Number.parseInt(x ?? u ?? U, 16)),
    )
    .replace(/\\\r?\n[ \t]*/g, '');

function beginningOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    // One byte more than may be read tells that there is more.
    const bytes = Buffer.alloc(Math.min(MAX_BYTES + 1, statSync(path).size));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}
