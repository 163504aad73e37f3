import type { Finding } from '../model/finding.ts';
import type { Lang } from '../model/text.ts';
import type { MessageKey } from './keys.ts';
import { visibleLine } from './visible.ts';

/** Flat message table of one language: `room.key` → text with `{name}` placeholders. */
export type Messages = Readonly<Record<string, string>>;

/** The rest of the keys that begin with `Prefix.`: for a function that speaks of one thing. */
export type KeyBelow<Prefix extends string> = MessageKey extends infer Key
  ? Key extends `${Prefix}.${infer Rest}`
    ? Rest
    : never
  : never;

export type { MessageKey } from './keys.ts';

export type MessageArgs = Readonly<Record<string, unknown>>;

/** Looks up and fills messages of one language. */
export interface Words {
  readonly lang: Lang;
  /**
   * The message `key` with its placeholders filled. `{name}` takes a value; `{n|one|many}` takes `one` where n is 1,
   * else `many` (English plurals). A value stands on one line and does nothing but stand there. Throws on an unknown key: a missing message is a defect, never a blank.
   */
  readonly t: (key: MessageKey, args?: MessageArgs) => string;
  /** For keys put together of words that are data: ids of own checklists, codes of another program. */
  readonly has: (key: string) => key is MessageKey;
}

/** Words out of one table or of several; a table is asked for only when none before it has the key. */
export function createWords(lang: Lang, ...tables: readonly (Messages | (() => Messages))[]): Words {
  const find = (key: string): string | undefined => {
    for (const table of tables) {
      const messages = typeof table === 'function' ? table() : table;
      if (Object.hasOwn(messages, key)) return messages[key];
    }
    return undefined;
  };
  return {
    lang,
    has: (key): key is MessageKey => find(key) !== undefined,
    t: (key, args = {}) => {
      const message = find(key);
      if (message === undefined) throw new Error(`no message "${key}" in ${lang}`);
      return fill(message, args, lang);
    },
  };
}

const PLACEHOLDER = /\{([A-Za-z]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

function fill(message: string, args: MessageArgs, lang: Lang): string {
  if (!message.includes('{')) return message;
  return message.replace(PLACEHOLDER, (whole, name: string, one?: string, many?: string) => {
    const value = args[name];
    if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
    return value === undefined ? whole : show(value, lang);
  });
}

function show(value: unknown, lang: Lang): string {
  if (Array.isArray(value)) return value.map((v) => show(v, lang)).join(lang === 'ja' ? '・' : ', ');
  if (typeof value === 'number') return showNumber(value);
  return visibleLine(String(value));
}

const AS_IT_STANDS = /^-?\d+(?:\.\d{1,3})?$/;
const BEFORE_THREE_DIGITS = /\B(?=(?:\d{3})+(?!\d))/g;

/** A number with its thousands apart. Intl would do all of them, but costs a command 10 ms the first time it is asked. */
function showNumber(value: number): string {
  const digits = String(value);
  return AS_IT_STANDS.test(digits) ? digits.replace(BEFORE_THREE_DIGITS, ',') : value.toLocaleString('en-US');
}

/** Names of the placeholders a message uses, sorted, each once. */
export function placeholders(message: string): readonly string[] {
  return [...new Set([...message.matchAll(PLACEHOLDER)].map((m) => m[1] ?? ''))].sort();
}

/**
 * A finding as a person reads it: what is wrong, and behind it what to type next. A hint of its own
 * (`finding.CODE.nearest`) is added where the nearest known word was found, or
 * what was perhaps meant.
 */
export function findingText(finding: Finding, words: Words): string {
  const args = finding.args as MessageArgs;
  const text = words.t(`finding.${finding.code}`, args);
  const nearest = args['nearest'] ?? args['meant'];
  return typeof nearest === 'string'
    ? joinSentences([text, words.t('finding.nearest', { nearest })], words.lang)
    : text;
}

/** Sentences one after the other, as the language spaces them. */
export function joinSentences(sentences: readonly string[], lang: Lang): string {
  return sentences.join(lang === 'ja' ? '' : ' ');
}
