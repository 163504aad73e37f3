import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SRC = new URL('../../src', import.meta.url).pathname;

/** A path a person typed is looked for as it may stand on the disk: `files/find/typed-path.ts`. */
const PLAIN = /\b(?:resolve|join)\((?:\w+\.)*(?:cwd|realCwd),(?!\s*relative\()/;

it('every path somebody types goes through one place', () => {
  const found = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== join('files', 'find', 'typed-path.ts'))
    .flatMap((name) =>
      readFileSync(join(SRC, name), 'utf8')
        .split('\n')
        .flatMap((line, i) => (PLAIN.test(line) ? [`${name}:${i + 1} ${line.trim()}`] : [])),
    )
    // Where the program itself lies is nothing anybody types.
    .filter((line) => !/node_modules|'bin'/.test(line));
  expect(found).toEqual([]);
  expect(PLAIN.test('const path = resolve(ctx.io.cwd, name);')).toBe(true);
});
