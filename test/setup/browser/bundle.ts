import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** What the browser tests hand a page: reading, assessing, the gate and the reports that are text. */
export const ENTRY = 'test/setup/browser/entry.ts';

export interface BrowserBundle {
  readonly code: string;
  /** What is left to be imported at run time, by file that wants it: nothing, where all is there. */
  readonly missing: readonly string[];
}

/** One script for a browser, its exports under `wazamori`; or what is left to be imported where there are many entries. */
export async function bundleForBrowser(input: string | readonly string[]): Promise<BrowserBundle> {
  const one = typeof input === 'string';
  const { output } = await build({
    cwd: ROOT,
    input: one ? input : [...input],
    platform: 'browser',
    write: false,
    // What is missing is told by what is left; that it is node's, too.
    logLevel: 'silent',
    checks: { unresolvedImport: false },
    treeshake: one,
    output: one ? { format: 'iife', name: 'wazamori', codeSplitting: false } : { format: 'esm' },
  });
  const chunks = output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const names = new Set(chunks.map(({ fileName }) => fileName));
  return {
    code: chunks.map(({ code }) => code).join('\n'),
    missing: chunks.flatMap(({ imports, dynamicImports, moduleIds }) =>
      [...imports, ...dynamicImports]
        .filter((to) => !names.has(to))
        .map((to) => `${one ? input : moduleIds.map((id) => id.slice(ROOT.length)).join(', ')} → ${to}`),
    ),
  };
}
