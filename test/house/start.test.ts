import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;

/** Files and packages that are loaded as soon as an entry is, however it was bundled. */
async function loadedBy(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    splitting: true,
    outdir: 'unused',
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  const { inputs } = metafile;
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { path: to, kind, external } of inputs[path]?.imports ?? []) {
      if (kind !== 'import-statement') continue;
      if (external === true) seen.add(to);
      else visit(to);
    }
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
    expect(packages(await loadedBy('src/cli/program.ts'))).toEqual(['commander', 'fast-string-width']);
  });

  it('score loads the YAML reader, and no zod, yaml, inquirer, pdfkit', async () => {
    expect(packages(await loadedBy('src/cli/commands/score.ts'))).toEqual(['fast-string-width', 'js-yaml']);
  });

  it('report loads the PDF engine only when it draws', async () => {
    expect(packages(await loadedBy('src/cli/commands/report.ts'))).toEqual(['js-yaml']);
  });
});
