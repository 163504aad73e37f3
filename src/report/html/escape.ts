import { visible } from '../../words/visible.ts';

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, in content and in attributes alike. */
export const escaped = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (char) => ENTITY[char] ?? char);
