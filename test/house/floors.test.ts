import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** The house (docs/architecture.md): an import goes to a lower floor or stays in its room. */
const FLOORS: Readonly<Record<string, number>> = {
  model: 0,
  shape: 0,
  text: 0,
  words: 0,
  press: 1,
  files: 1,
  core: 2,
  answers: 2,
  catalog: 2,
  gate: 3,
  report: 3,
  interview: 3,
  exchange: 3,
  engine: 4,
  portfolio: 5,
  repository: 5,
  cli: 6,
  page: 6,
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly types: boolean;
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^\s*import\s+'([^']+)'/gms;

function importsIn(path: string): readonly Import[] {
  return [...readFileSync(path, 'utf8').matchAll(IMPORT)].map((match) => ({
    from: relative(SRC, path),
    to: match[2] ?? match[3] ?? match[4] ?? '',
    types: match[1] !== undefined,
  }));
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const imports = files.flatMap((path) => importsIn(join(SRC, path)));
const roomOf = (path: string): string => path.split('/')[0] ?? '';
const target = ({ from, to }: Import): string => relative(SRC, resolve(SRC, dirname(from), to));

/** Why an import may not be, or `null`. */
function objection(entry: Import): string | null {
  if (!entry.to.startsWith('.')) return null;
  const [from, to] = [roomOf(entry.from), roomOf(target(entry))];
  if (from === to || from === 'index.ts') return null;
  const [here, there] = [FLOORS[from], FLOORS[to]];
  if (here === undefined || there === undefined)
    return `${entry.from} → ${target(entry)}: a room without a floor`;
  // The ground floor has no rooms below it; its plain types are everybody's.
  if (here === 0 && to === 'model') return null;
  return there < here ? null : `${entry.from} → ${target(entry)}: from floor ${here} to floor ${there}`;
}

describe('the house', () => {
  it('is read at all', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(150);
  });

  it('has no import that climbs or crosses a floor', () => {
    expect(imports.map(objection).filter((o) => o !== null)).toEqual([]);
  });

  it.each([
    ['core/assess.ts', '../cli/main.ts'],
    ['report/headline.ts', '../interview/run.ts'],
    ['answers/read.ts', '../core/assess.ts'],
    ['model/text.ts', '../text/yaml.ts'],
    ['text/yaml/parse.ts', '../../files/walk.ts'],
    ['files/find/walk.ts', '../../press/tags.ts'],
    ['press/tags.ts', '../files/walk.ts'],
    ['press/canvas/sheet.ts', '../../report/document/model.ts'],
    ['engine/open.ts', '../portfolio/row.ts'],
    ['repository/check-files.ts', '../portfolio/rows/row.ts'],
    ['repository/context.ts', '../cli/context.ts'],
    ['page/page.ts', '../cli/main.ts'],
    ['attic/box.ts', '../model/text.ts'],
  ])('would object to %s importing %s', (from, to) => {
    expect(objection({ from, to, types: false })).not.toBeNull();
  });

  it('keeps core pure: no node module, no package, no clock, no chance', () => {
    const core = imports.filter((i) => roomOf(i.from) === 'core' && !i.to.startsWith('.'));
    expect(core).toEqual([]);
    for (const path of files.filter((f) => roomOf(f) === 'core')) {
      expect(readFileSync(join(SRC, path), 'utf8')).not.toMatch(
        /Date\.now|new Date\(\)|Math\.random|process\.|performance\./,
      );
    }
  });

  it('touches the disk in files, in portfolio, in repository and in the shells alone', () => {
    const users = imports.filter((i) => /^node:(?:fs|path|child_process)/.test(i.to)).map((i) => i.from);
    const elsewhere = users.filter(
      (path) => !['files', 'portfolio', 'repository', 'cli', 'page'].includes(roomOf(path)),
    );
    expect(elsewhere).toEqual([]);
    expect(users.filter((path) => roomOf(path) === 'files').length).toBeGreaterThan(5);
  });

  it('keeps model free of code that runs', () => {
    for (const path of files.filter((f) => roomOf(f) === 'model')) {
      expect(readFileSync(join(SRC, path), 'utf8')).not.toMatch(
        /^\s*(export )?(const|let|function|class|enum) /m,
      );
    }
  });

  it('loads zod only for schemas, and only lazily from the command line', () => {
    const users = imports.filter((i) => i.to === 'zod' && !i.types).map((i) => i.from);
    expect(users.every((path) => /(^|\/)schema[^/]*\.ts$/.test(path) || path.startsWith('catalog/'))).toBe(
      true,
    );
    const own = 'cli/commands/schema/run.ts';
    const cli = imports.filter(
      (i) => roomOf(i.from) === 'cli' && target(i).endsWith('schema.ts') && target(i) !== own,
    );
    expect(cli.map((i) => i.from)).toEqual([own, own]);
  });

  it('touches the process only in cli, and never ends it', () => {
    for (const path of files) {
      const text = readFileSync(join(SRC, path), 'utf8');
      expect(text, path).not.toMatch(/process\.exit\b|process\.exitCode/);
      if (roomOf(path) !== 'cli') expect(text, path).not.toMatch(/process\.(argv|stdout|stderr|stdin|env)\b/);
    }
  });
});
