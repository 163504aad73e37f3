import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Lang } from '../src/model/text.ts';
import { parseYaml } from '../src/text/yaml/parse.ts';
import { plainValue } from '../src/text/yaml/tree.ts';
import type { Messages } from '../src/words/messages.ts';

const FOLDER = fileURLToPath(new URL('../templates/messages/', import.meta.url));

/** All messages of one language as the program uses them: `templates/messages/ja/cli.yaml` gives `cli.…` keys. */
export function readMessages(lang: Lang): Messages {
  const rooms = readdirSync(`${FOLDER}${lang}`)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return Object.fromEntries(
    rooms.flatMap((name) => roomMessages(`${lang}/${name}`, name.replace(/\.yaml$/, ''))),
  );
}

function roomMessages(path: string, room: string): readonly [string, string][] {
  const parsed = parseYaml(readFileSync(`${FOLDER}${path}`, 'utf8'));
  if (!parsed.ok) throw new Error(`templates/messages/${path}: ${JSON.stringify(parsed.findings)}`);
  return flatten(room, plainValue(parsed.value), path);
}

/** Nested mappings become dotted keys; anything but text in them is a slip of the author. */
function flatten(key: string, value: unknown, path: string): readonly [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`templates/messages/${path}: "${key}" is no text`);
  }
  return Object.entries(value).flatMap(([name, inner]) => flatten(`${key}.${name}`, inner, path));
}

/**
 * The keys as a type, so that a message that is missing, or misspelt where it is asked for, stops the compiler and not a
 * person: `src/words/keys.ts` as it has to stand.
 */
export function messageKeys(): Readonly<Record<string, string>> {
  const keys = Object.keys(readMessages('ja')).sort();
  const lines = [
    '// Written by `npm run docs:write` from templates/messages/ja.',
    '',
    '/** The key of a message, in either language. */',
    'export type MessageKey =',
    ...keys.map((key, i) => `  | '${key}'${i === keys.length - 1 ? ';' : ''}`),
  ];
  return { 'src/words/keys.ts': `${lines.join('\n')}\n` };
}
