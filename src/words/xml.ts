import { visible } from './visible.ts';

/** Characters XML 1.0 has no way to write (its §2.2), lone surrogates among them. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text without what XML cannot hold; in the place of each stands U+FFFD. */
export const writable = (text: string): string => visible(text).replace(UNWRITABLE, '\ufffd');

/** Text between tags. */
export const xmlContent = (text: string): string => writable(text).replace(/[&<>]/g, (c) => ENTITY[c] ?? c);

/** Text between tags or in a double-quoted attribute. */
export const xml = (text: string): string => writable(text).replace(/[&<>"]/g, (c) => ENTITY[c] ?? c);
