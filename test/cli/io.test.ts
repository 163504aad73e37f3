import { expect, it } from 'vitest';
import { programName } from '../../src/cli/io.ts';

it.each([
  [
    'in its own folder',
    '/home/tanaka/wazamori',
    '/home/tanaka/wazamori/bin/wazamori.js',
    'node bin/wazamori.js',
  ],
  ['from somewhere else', '/home/tanaka/clients', '/usr/local/bin/wazamori', 'wazamori'],
  [
    'where it is installed beside the answers',
    '/home/tanaka/clients',
    '/home/tanaka/clients/node_modules/.bin/wazamori',
    'node_modules/.bin/wazamori',
  ],
  [
    'on Windows, where npm starts the file itself',
    '/home/tanaka/clients',
    '/home/tanaka/clients/node_modules/wazamori/bin/wazamori.js',
    'node_modules/.bin/wazamori',
  ],
  ['by another program', '/home/tanaka/clients', null, 'wazamori'],
])('called %s, a hint is a line that can be typed', (_, cwd, script, expected) => {
  expect(programName({ cwd, script })).toBe(expected);
});
