import type { Finding, Outcome } from '../model/finding.ts';

/** The most a file may weigh before it is even decoded: ten times what a full answer file weighs. */
export const MAX_BYTES = 256 * 1024;

export type Encoding = 'UTF-8' | 'UTF-16' | 'Shift_JIS' | 'ISO-2022-JP';

export interface DecodedText {
  /** Without its BOM; line ends as they stand in the file. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** The line end that stands first in the file. */
  readonly eol: '\n' | '\r\n';
}

/**
 * Text of a file's bytes. UTF-8 is expected; UTF-16 (by its BOM), Shift_JIS and ISO-2022-JP (by its escapes) are
 * read with a warning.
 * Errors: file-too-large, file-not-text, file-encoding-unknown, file-empty (nothing but blank lines and comments).
 */
export function decodeText(bytes: Uint8Array, limit: number = MAX_BYTES): Outcome<DecodedText> {
  if (bytes.length > limit)
    return failed({
      severity: 'error',
      code: 'file-too-large',
      args: { bytes: bytes.length, limit },
      location: null,
    });
  const read = readBytes(bytes);
  if ('code' in read) return failed(read);
  const { text, encoding, bom } = read;
  if (isBlank(text)) return failed({ severity: 'error', code: 'file-empty', args: {}, location: null });
  const value: DecodedText = { text, encoding, bom, eol: firstEol(text) };
  const findings: readonly Finding[] =
    encoding === 'UTF-8'
      ? []
      : [{ severity: 'warning', code: 'file-encoding-assumed', args: { encoding }, location: null }];
  return { ok: true, value, findings };
}

/** A text that never was bytes, as if it had been ours. */
export const undecoded = (text: string): DecodedText => ({
  text,
  encoding: 'UTF-8',
  bom: false,
  eol: firstEol(text),
});

const firstEol = (text: string): DecodedText['eol'] => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');

/**
 * The bytes a changed text is saved as: always UTF-8 (a file in another encoding becomes UTF-8, because those cannot
 * hold every character or are refused by other tools); a UTF-8 BOM stays.
 */
export function encodeText(text: string, from: Pick<DecodedText, 'bom' | 'encoding'>): Uint8Array {
  return new TextEncoder().encode(from.bom && from.encoding === 'UTF-8' ? `\uFEFF${text}` : text);
}

type Read = { readonly text: string; readonly encoding: Encoding; readonly bom: boolean };

function readBytes(bytes: Uint8Array): Read | Finding<'file-not-text' | 'file-encoding-unknown'> {
  const notText: Finding<'file-not-text'> = {
    severity: 'error',
    code: 'file-not-text',
    args: {},
    location: null,
  };
  const unknown: Finding<'file-encoding-unknown'> = {
    severity: 'error',
    code: 'file-encoding-unknown',
    args: {},
    location: null,
  };
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    const text = strictly(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', bytes);
    if (text === null) return unknown;
    return text.includes('\0') ? notText : { text, encoding: 'UTF-16', bom: true };
  }
  if (bytes.includes(0)) return notText;
  const jis = isoText(bytes);
  if (jis !== null) return { text: jis, encoding: 'ISO-2022-JP', bom: false };
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'UTF-8', bom: startsWith(bytes, 0xef, 0xbb, 0xbf) };
  const shiftJis = strictly('shift_jis', bytes);
  if (shiftJis === null) return hasControls(bytes) ? notText : unknown;
  if (hasControls(bytes)) return notText;
  return isMisread(bytes, shiftJis) ? unknown : { text: shiftJis, encoding: 'Shift_JIS', bom: false };
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** Control bytes no text editor writes: the sign of a picture, an archive or random bytes. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12);
}

const ESC = 0x1b;

/** Text of ISO-2022-JP (JIS), as old mail programs save it: seven bits, and an escape before the first Japanese letter. */
function isoText(bytes: Uint8Array): string | null {
  const at = bytes.indexOf(ESC);
  // ESC $ and ESC ( switch the letters. Colours of a terminal begin with ESC [, and are no encoding.
  if (at === -1 || (bytes[at + 1] !== 0x24 && bytes[at + 1] !== 0x28)) return null;
  if (bytes.some((byte) => byte > 0x7e)) return null;
  const text = strictly('iso-2022-jp', bytes);
  return text === null || text.includes('\u001B') ? null : text;
}

const HALF_WIDTH = /[\uFF61-\uFF9F]/g;
const NOT_ASCII = /[\u0080-\uFFFF]/g;
// ｡｢｣､･ stand between words; a voicing mark follows what can be voiced; small kana and the long sound begin nothing.
const SEPARATES = /[\uFF61-\uFF65]/g;
const MISPLACED = /(?<![ｳｶ-ﾄﾊ-ﾎ])ﾞ|(?<![ﾊ-ﾎ])ﾟ|(?<![ｦ-ﾟ])[ｧ-ｰ]/;

/**
 * Whether text that Shift_JIS can read is in another encoding: the bytes of EUC-JP and of Western letters are those of
 * half-width katakana there (ここ becomes ､ｳ､ｳ). But real half-width katakana, as accounting programs write company
 * names, is words, and what stands beside it in Shift_JIS has bytes EUC-JP does not know.
 */
function isMisread(bytes: Uint8Array, shiftJis: string): boolean {
  const kana = shiftJis.match(HALF_WIDTH)?.length ?? 0;
  if (kana === 0) return false;
  const beyondAscii = shiftJis.match(NOT_ASCII)?.length ?? 0;
  if (kana > beyondAscii * 0.3 && MISPLACED.test(shiftJis)) return true;
  const euc = strictly('euc-jp', bytes);
  // ICU reads bytes that EUC-JP does not use as control characters.
  if (euc === null || /[\u0080-\u009F]/.test(euc)) return false;
  const between = shiftJis.match(SEPARATES)?.length ?? 0;
  return kana < beyondAscii || between > kana / 5;
}

/** A line that holds more than space and a comment. */
const CONTENT = /(?:^|[\r\n])[^\S\r\n]*[^\s#]/;

const isBlank = (text: string): boolean => !CONTENT.test(text);

function failed(finding: Finding): Outcome<DecodedText> {
  return { ok: false, findings: [finding] };
}
