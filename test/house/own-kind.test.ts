import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');
const source = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(SRC, path), 'utf8')]),
);

/** How a file gets its bytes or its name, and who may: each asks `files/own-kind.ts`, or says here why it need not. */
const WAYS: readonly (readonly [string, RegExp, readonly string[]])[] = [
  [
    'a file that is replaced by a save',
    /\b(?:stage|saveFile)\(/,
    [
      'files/save/save.ts',
      // Asks for all commands that print, `report` and `check`.
      'files/save/save-results.ts',
      // Where nothing stands yet (`null`), or the answer file that was read, by its hash.
      'cli/save-answers.ts',
      // The program's own state, in its own folder.
      'files/state/own-state.ts',
      // A function of that name, of another matter.
      'core/compare/stages.ts',
    ],
  ],
  [
    'files that are replaced together',
    /\bswitchAll\(/,
    [
      'files/save/switch.ts',
      'files/save/save.ts',
      'portfolio/written/switch-results.ts',
      'portfolio/written/line-file.ts',
    ],
  ],
  [
    'a large result',
    /\b(?:openWhole|writeWhole|copyAside)\(/,
    [
      'portfolio/written/write-whole.ts',
      // Asked before the run (`portfolio/written/output.ts`) and, of reports, at the switch (`portfolio/written/switch-results.ts`).
      ...[
        'portfolio/written/results.ts',
        'portfolio/written/merge.ts',
        'portfolio/written/switch-results.ts',
      ],
      // In the cache.
      ...['portfolio/work/cache.ts', 'portfolio/written/client-report.ts'],
      'portfolio/written/line-file.ts',
    ],
  ],
  [
    'a file written in its place',
    /\b(?:writeFileSync|openSync\([^)]*'w')/,
    [
      // Aside, under a name of its own, or where nothing may stand (`wx`).
      ...['files/save/save.ts', 'files/save/lock.ts'],
      // To devices and pipes, which keep nothing.
      ...['files/save/output-place.ts', 'portfolio/written/line-file.ts'],
      // To standard output, which the shell opened.
      'cli/io.ts',
    ],
  ],
  [
    'a name given to a file',
    /\b(?:renameSync|copyFileSync|linkSync)\(/,
    [
      'files/save/switch.ts',
      'files/save/lock.ts',
      'portfolio/written/write-whole.ts',
      'portfolio/work/cache.ts',
    ],
  ],
];

describe('what somebody wrote is never replaced', () => {
  it.each(WAYS)('%s', (_, way, allowed) => {
    const users = [...source].filter(([, text]) => way.test(text)).map(([path]) => path);
    expect(users.sort()).toEqual([...allowed].sort());
  });

  it.each([
    ['files/save/save-results.ts', /keptFrom\(before, \[ownKind\(bytes\)\], name\)/],
    ['portfolio/written/line-file.ts', /keptFrom\(readFileSync\(path\), \['json'\], name\)/],
    ['portfolio/written/output.ts', /!mayReplaceAt\(join\(out, file\), own\)/],
    ['portfolio/written/switch-results.ts', /!mayReplaceAt\(file\.target, own\)/],
  ])('%s asks there', (path, seam) => {
    expect(source.get(path)).toMatch(seam);
  });
});
