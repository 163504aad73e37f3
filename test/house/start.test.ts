import { readdirSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { build } from 'rolldown';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;

interface Graph {
  /** What each module imports as soon as it is loaded. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  readonly texts: readonly string[];
}

/** Modules by their path in this folder, packages and node's own by their name. */
async function graphOf(input: readonly string[]): Promise<Graph> {
  const imports = new Map<string, readonly string[]>();
  const named = (id: string): string => (isAbsolute(id) ? relative(ROOT, id) : id);
  const { output } = await build({
    cwd: ROOT,
    input: [...input],
    external: /^[^./]/,
    platform: 'node',
    treeshake: false,
    write: false,
    plugins: [
      {
        name: 'imports',
        moduleParsed: ({ id, importedIds }) => {
          imports.set(named(id), importedIds.map(named));
        },
      },
    ],
  });
  return { imports, texts: output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])) };
}

/** Files and packages that are loaded as soon as an entry is, however it was bundled. */
async function loadedBy(entry: string): Promise<readonly string[]> {
  const { imports } = await graphOf([entry]);
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const to of imports.get(path) ?? []) visit(to);
  };
  visit(entry);
  return [...seen].filter((path) => !path.startsWith('node:')).sort();
}

const packages = (loaded: readonly string[]): readonly string[] =>
  loaded.filter((path) => !path.startsWith('src/'));

describe('what a command loads before it needs it', () => {
  it('--version loads no package at all', async () => {
    expect(packages(await loadedBy('src/cli/main.ts'))).toEqual([]);
  });

  it('reading the command line loads commander and nothing that draws, asks, checks or parses', async () => {
    const loaded = await loadedBy('src/cli/program.ts');
    expect(packages(loaded)).toEqual(['commander', 'fast-string-width']);
    expect(
      loaded.filter((path) => /^src\/(core|answers|gate|report|interview|portfolio)\//.test(path)),
      // Choices and help name the formats; what makes one is loaded when one is made.
    ).toEqual(['src/report/formats.ts']);
  });

  it('score loads the YAML reader, and no zod, yaml, inquirer, pdfkit', async () => {
    expect(packages(await loadedBy('src/cli/commands/score/run.ts'))).toEqual([
      'fast-string-width',
      'js-yaml',
    ]);
  });

  it('check loads the YAML reader alone: no zod, no yaml, nothing that draws', async () => {
    expect(packages(await loadedBy('src/cli/commands/check/run.ts'))).toEqual(['js-yaml']);
  });

  it('diff loads the YAML reader, and what draws only once there is something to draw', async () => {
    expect(packages(await loadedBy('src/cli/commands/diff/run.ts'))).toEqual(['js-yaml']);
  });

  it('report loads the PDF engine only when it draws', async () => {
    expect(packages(await loadedBy('src/cli/commands/report/run.ts'))).toEqual(['js-yaml']);
  });

  it('verify alone loads what reads a PDF', async () => {
    const reads = (loaded: readonly string[]): readonly string[] =>
      loaded.filter((path) => path.startsWith('src/press/inside/'));
    const verify = await loadedBy('src/cli/commands/verify/run.ts');
    expect(packages(verify)).toEqual(['js-yaml', 'zod']);
    expect(reads(verify)).toContain('src/press/inside/file.ts');
    expect(reads(await loadedBy('src/cli/program.ts'))).toEqual([]);
    expect(reads(await loadedBy('src/cli/commands/report/run.ts'))).toEqual([]);
    expect(reads(await loadedBy('src/portfolio/work/worker.ts'))).toEqual([]);
  });

  it('a batch and its threads load the YAML reader, and the PDF engine only when they draw', async () => {
    expect(packages(await loadedBy('src/portfolio/work/worker.ts'))).toEqual(['js-yaml']);
    expect(packages(await loadedBy('src/cli/commands/batch/run.ts'))).toEqual([
      'fast-string-width',
      'js-yaml',
    ]);
  });
});

describe('core, with everything it loads', () => {
  const files = readdirSync(join(ROOT, 'src/core'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `src/core/${path}`);
  // Remembers for a key what was made of it, and knows of nothing else.
  const allowed = [...files, 'src/text/once-per.ts', 'src/text/has-words.ts'];

  it('is itself and its memory alone: no package, no node module, no zod, no YAML, no prose', async () => {
    const { imports } = await graphOf(files);
    const loaded = [...imports].flat(2);
    expect(files.length).toBeGreaterThan(20);
    expect([...new Set(loaded)].filter((path) => !allowed.includes(path))).toEqual([]);
  });

  it('reads no clock, no chance, no process and no language of the machine', async () => {
    const { texts } = await graphOf(files);
    for (const text of texts) {
      expect(text).not.toMatch(/Date\.now|new Date\(\)|Date\(\)|Math\.random|crypto|performance\./);
      expect(text).not.toMatch(
        /\bprocess\b|\bglobalThis\b|\bfetch\(|localeCompare|toLocale|\bIntl\b|getTimezone/,
      );
    }
  });
});
