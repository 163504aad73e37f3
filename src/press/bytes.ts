/** A PDF is bytes, and most of them are text: here a character is a byte (ISO 8859-1), whatever the machine. */

/** Text of such characters as bytes; of a character beyond them the lowest byte is left. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** A token is put together by hand; calling for it costs more. */
const SHORT = 24;
/** No engine takes more arguments at once than these for certain. */
const PORTION = 8192;

/** The bytes from `from` up to before `to`, as far as there are any, as text. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  const end = Math.min(to, bytes.length);
  let text = '';
  if (end - from <= SHORT) {
    for (let i = from; i < end; i++) text += String.fromCharCode(bytes[i] ?? 0);
    return text;
  }
  for (let at = from; at < end; at += PORTION)
    text += Reflect.apply(String.fromCharCode, String, bytes.subarray(at, Math.min(end, at + PORTION)));
  return text;
}

/** All of them one behind the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Where `text` stands first, from `from` on; -1 = nowhere. */
export function placeOf(bytes: Uint8Array, text: string, from = 0): number {
  const wanted = bytesOf(text);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1))
    if (standsAt(bytes, wanted, at)) return at;
  return -1;
}

/** Where `text` stands last; -1 = nowhere. */
export function lastPlaceOf(bytes: Uint8Array, text: string): number {
  const wanted = bytesOf(text);
  const [first = 0] = wanted;
  for (let at = bytes.lastIndexOf(first); at !== -1; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1))
    if (standsAt(bytes, wanted, at)) return at;
  return -1;
}

const standsAt = (bytes: Uint8Array, wanted: Uint8Array, at: number): boolean =>
  wanted.every((byte, i) => bytes[at + i] === byte);
