import { decodeText, MAX_BYTES } from '../../text/decode.ts';
import { firstKeys, firstKeysOfAll, type TopKey } from '../../text/yaml/keys.ts';
import { parseYaml, YAML_LIMITS } from '../../text/yaml/parse.ts';

/**
 * What a YAML file is to us. `answers`: an answer file, sound or broken. Else why it is none: a policy of the gate, YAML
 * of another kind, nothing in it, or something that cannot be read and does not bear our keys either.
 */
export type FileKind = 'answers' | 'policy' | 'other-yaml' | 'empty' | 'unreadable-yaml';

/** The sections of an answer file; those of others have such words among words of their own. */
export const SECTION_KEYS: ReadonlySet<string> = new Set([
  ...(['company', 'assessment', 'profile', 'answers', 'technologies'] as const),
  ...(['plan', 'accepted', 'suppressed'] as const),
]);

/** Who deletes the line `wazamori: 1` makes a mistake, or wants the file to be passed over: these count beside it. */
const TELLING: ReadonlySet<string> = new Set(['answers', 'technologies']);

/** A slip in our key's width, case or invisible characters is the reader's to tell, not a reason to look away. */
const plain = (key: string): string =>
  key
    .normalize('NFKC')
    .replace(/[\p{Cf}\s]|:.*$/gsu, '')
    .toLowerCase();

/** Our key holds a number: a service or a chart of that name holds a mapping, and is none of ours. */
function kindOfKeys(keys: readonly TopKey[]): FileKind {
  const names = keys.map(({ key }) => plain(key));
  if (keys.some(({ nested }, i) => names[i] === 'wazamori' && !nested)) return 'answers';
  const ours = names.filter((name) => SECTION_KEYS.has(name));
  if (ours.some((name) => TELLING.has(name)) && ours.length > names.length / 2) return 'answers';
  return names.includes('policy') ? 'policy' : 'other-yaml';
}

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

/**
 * How nearly all answer files begin, told without parsing. It can only say yes: the worst it does is to let the reader
 * complain of a file that holds such a line in a text of its own.
 */
const bearsOurLine = (bytes: Uint8Array): boolean =>
  /^wazamori[ \t]*:[ \t]+\w/m.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
  );

/**
 * Our key in any quoting in what cannot be parsed: where a key stands, with whatever behind its colon, elsewhere only
 * with the space that makes it a key (`image: wazamori:1` of a chart is none). That of a section only at the left.
 */
const KEYS: readonly RegExp[] = [
  /(?:^[ \t]{0,80}|[{,[]\s{0,80})["']?wazamori["']?[ \t]{0,80}:/im,
  /(?<![^\s{,["'])wazamori["']?[ \t]{0,80}:(?=[\s,}\]]|$)/i,
  /\?\s{1,80}["']?wazamori(?![\w-])/i,
  /^["']?(?:answers|technologies)["']?[ \t]{0,80}:/im,
];

function bearsOurKey(text: string): boolean {
  const seen = unescaped(text)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^[ \t]*#.*$/gm, '');
  return KEYS.some((key) => key.test(seen));
}

/** Characters written as `\x77` or `\u0077`, and lines broken by a backslash, as double quotes read them. */
const unescaped = (text: string): string =>
  text
    .replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U0{3}([0-9a-f]{5}))/gi, (_, x, u, U) =>
      String.fromCodePoint(Number.parseInt(x ?? u ?? U, 16)),
    )
    .replace(/\\\r?\n[ \t]*/g, '');
