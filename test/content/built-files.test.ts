import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const dist = new URL('../../dist', import.meta.url).pathname;
const files = readdirSync(dist).filter((name) => name.endsWith('.js'));
const built = (name: string): string => files.find((file) => file.startsWith(`${name}-`)) ?? '';
/** The files that are opened for one, itself among them. */
const opened = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(join(dist, file), 'utf8');
  for (const [, next = ''] of code.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) opened(next, seen);
  return seen;
};

// Sixty small files took `score` a fifth of its start.
it.each([
  ['program', 4],
  ['score', 5],
  ['check', 8],
])('%s opens no more than %i files', (name, most) => {
  expect(files).toContain(built(name));
  expect(opened(built(name)).size).toBeLessThanOrEqual(most);
});
