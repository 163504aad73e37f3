import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lintCatalog } from '../src/catalog/lint.ts';
import { readCatalogSource } from '../src/catalog/load.ts';
import { showCatalogFinding } from '../src/catalog/show-finding.ts';
import { verdictOf } from '../src/core/verdict/verdict.ts';
import { createWords } from '../src/words/messages.ts';
import { writeCatalog, writeEditions, writeSchemas } from './compiled-checklists.ts';
import { readMessages } from './messages.ts';

/** Builds `dist/`: the bundled program, the compiled catalogue, the messages, the schemas. Run by `npm run build`. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CHECKLISTS = `${ROOT}checklists`;
const DIST = `${ROOT}dist`;
/** Built aside and put in place at the end: a program that runs meanwhile never sees half of it. */
const ASIDE = `${DIST}.${process.pid}.tmp`;

/**
 * Bundled CommonJS packages still ask for node's own modules by `require`, through one function in one chunk. In that one
 * alone: fifty chunks that each make a `require` of their own cost a command 2 % of its start.
 */
const REQUIRE =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);\n";

const started = performance.now();
mkdirSync(`${ASIDE}/messages`, { recursive: true });
const problems = [
  ...(await attempt(bundle)),
  ...(await attempt(writeMessages)),
  ...(await attempt(checklists)),
  ...(await attempt(editions)),
  ...(await attempt(schemas)),
];
rmSync(DIST, { recursive: true, force: true });
renameSync(ASIDE, DIST);

// What could be built stands there even so: the rest of the program can be tried while one part is being written.
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`dist/ built in ${Math.round(performance.now() - started)} ms\n`);
}

/** What a part of the build has to complain about; one that breaks off says why. */
async function attempt(
  part: () => readonly string[] | Promise<readonly string[]>,
): Promise<readonly string[]> {
  try {
    return await part();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function bundle(): Promise<readonly string[]> {
  const entries = {
    cli: 'src/cli/main.ts',
    'batch-worker': 'src/portfolio/worker.ts',
    index: 'src/index.ts',
  };
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(
      Object.entries(entries).filter(([, path]) => existsSync(`${ROOT}${path}`)),
    ),
    outdir: ASIDE,
    // All chunks lie beside each other: a file beside one is beside all of them.
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    // PDFKit and the fonts find their own files by path, so they stay where npm puts them.
    external: ['pdfkit', 'fontkit', '@expo-google-fonts/*'],
    logLevel: 'silent',
    write: false,
  });
  for (const { path, text } of outputFiles) {
    writeFileSync(path, text.includes('__require=') ? `${REQUIRE}${text}` : text);
  }
  return [];
}

function writeMessages(): readonly string[] {
  for (const lang of ['ja', 'en'] as const)
    write(`messages/${lang}.json`, JSON.stringify(readMessages(lang)));
  return [];
}

function checklists(): readonly string[] {
  const files = readCatalogSource(CHECKLISTS);
  writeCatalog(files, ASIDE);
  const errors = lintCatalog(files, verdictOf).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return [];
  const words = createWords('en', readMessages('en'));
  return errors.map((found) => `checklists/${showCatalogFinding(found, words)}`);
}

function editions(): readonly string[] {
  writeEditions(CHECKLISTS, ASIDE);
  return [];
}

async function schemas(): Promise<readonly string[]> {
  await writeSchemas(ASIDE);
  return [];
}

function write(path: string, content: string): void {
  writeFileSync(`${ASIDE}/${path}`, content);
}
