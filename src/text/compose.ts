/**
 * Letters typed in two parts: Latin, Greek and Cyrillic ones with their accents, kana with their voicing marks (as macOS
 * writes file names), Hangul in its jamo. Nothing else: NFC of a whole text would also make 神 of 神 (U+FA19), and a
 * company is called what its register says.
 */
const IN_PARTS =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][\u0300-\u036F]+|[\u3041-\u30FF][\u3099\u309A]|[\u1100-\u11FF]{2,}/gu;

/** `text` with letters in one piece that were typed in two; every other character is left to the letter. */
export const composed = (text: string): string => text.replace(IN_PARTS, (letter) => letter.normalize('NFC'));
