import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Lines that would leave answers or a password in npm's log or a shell's history. */
const LEAKS = [
  /\b(?:npx|npm (?:exec|start|run))\b.*\s(?:answer|--set|--password)\s.*=/,
  /--password[ =](?!\[|<)["']?[^\s`|"'（(]*[^\s`|"'（(.,;:。、）)]/,
];
const leaks = (line: string): boolean => LEAKS.some((pattern) => pattern.test(line));

it('npm keeps no log here, and prints nothing but the name of a package', () => {
  expect(read('.npmrc').split('\n')).toEqual(
    expect.arrayContaining(['logs-max=0', 'foreground-scripts=false']),
  );
});

it('no document shows answers behind npm or a password on the line', () => {
  const documents = execFileSync('git', ['ls-files', '*.md', 'templates/messages'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path !== '');
  const found = documents.flatMap((path) =>
    read(path)
      .split('\n')
      .filter((line) => /wazamori|npm|npx|--password/.test(line) && leaks(line))
      .map((line) => `${path} ${line.trim()}`),
  );
  expect(found).toEqual([]);
  for (const line of [
    'npx ./wazamori.tgz answer a.yaml guidance.device-updates=はい',
    'npm start -- score a.yaml --set x=はい',
    'wazamori report a.yaml --password himitsu',
    'wazamori report a.yaml --password=himitsu',
  ])
    expect(leaks(line), line).toBe(true);
});
