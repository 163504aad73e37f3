import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHECKLISTS, PACKAGE, ROOT } from '../setup/package.ts';

/** Rooms that look at what ships, and the one that makes the frozen package. */
const LIVE = /^(?:content|machine|setup|fixtures)\//;

/** The shipped checklists, or what is built of them, by a path of one's own. */
const PAST_THE_DOOR = /ROOT(?:, '|\}\/?)(?:checklists|dist|bin)\b|\.\.\/(?:checklists|dist)\b/;

it('no test of the code reads the checklists that ship: a question more must not redden it', () => {
  const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !LIVE.test(path) && path !== 'house/frozen.test.ts');
  expect(files.length).toBeGreaterThan(150);
  const past = files.filter((path) => PAST_THE_DOOR.test(readFileSync(join(ROOT, 'test', path), 'utf8')));
  expect(past).toEqual([]);
  expect(CHECKLISTS.startsWith(PACKAGE)).toBe(true);
  expect(PACKAGE).not.toBe(ROOT);
});
