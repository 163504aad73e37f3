import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';
import { lintCatalog } from '../src/catalog/lint.ts';
import { showCatalogFinding } from '../src/catalog/show-finding.ts';
import { verdictOf } from '../src/core/verdict/verdict.ts';
import { readChecklists } from '../src/files/shipped/checklists.ts';
import { createWords } from '../src/words/messages.ts';
import { writeCatalog, writeEditions, writeSchemas } from './compiled-checklists.ts';
import { readMessages } from './messages.ts';
import { pdfEngine } from './pdf-engine.ts';
import { licencesOf } from './third-party.ts';

/**
 * Builds `dist/`: the bundled program with all the packages it uses, the compiled catalogue, the messages, the schemas, the
 * fonts. Run by `npm run build`.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CHECKLISTS = `${ROOT}checklists`;
const DIST = `${ROOT}dist`;
/** Built aside and put in place at the end: a program that runs meanwhile never sees half of it. */
const ASIDE = `${DIST}.${process.pid}.tmp`;

/**
 * What commands load, from the least to the most: each of these, with all it imports that those before it did not, is one
 * file. Without them every set of modules that some commands share is a file of its own, and sixty small files cost
 * `score` a fifth of its start.
 */
const TOGETHER: readonly (readonly string[])[] = [
  ['src/cli/main.ts'],
  ['src/cli/program.ts'],
  ['src/cli/commands/score/run.ts'],
  ['src/cli/commands/check/run.ts'],
  // With what the press is handed on this machine: nobody needs the one without the other.
  ['src/report/pdf/render.ts', 'src/files/shipped/press-tools.ts'],
  ['src/portfolio/work/worker.ts'],
];

const BIZ = 'node_modules/@expo-google-fonts/biz-udpgothic';
const FONTS = [
  [`${BIZ}/400Regular/BIZUDPGothic_400Regular.ttf`, 'BIZUDPGothic-Regular.ttf'],
  [`${BIZ}/700Bold/BIZUDPGothic_700Bold.ttf`, 'BIZUDPGothic-Bold.ttf'],
  [`${BIZ}/LICENSE_FONT`, 'BIZUDPGothic.LICENSE.txt'],
  ['templates/fonts/NotoSansJP-fallback.ttf', 'NotoSansJP-fallback.ttf'],
  ['templates/fonts/NotoSansJP-fallback.LICENSE.txt', 'NotoSansJP-fallback.LICENSE.txt'],
] as const;

/**
 * Commander starts another program where a command is a file of its own. Here none is, and node's module for it takes
 * `--help` 3 % of its time.
 */
const withoutProcesses: Plugin = {
  name: 'commander-without-processes',
  resolveId: (source, importer) =>
    source === 'node:child_process' && /[\\/]commander[\\/]/.test(importer ?? '')
      ? '\0no-processes.cjs'
      : null,
  load: (id) => (id === '\0no-processes.cjs' ? 'module.exports = {};' : null),
};

const started = performance.now();
mkdirSync(`${ASIDE}/messages`, { recursive: true });
const problems = [
  ...(await attempt(bundle)),
  ...(await attempt(writeMessages)),
  ...(await attempt(fonts)),
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
  const problems: string[] = [];
  const { output } = await build({
    cwd: ROOT,
    input: {
      cli: 'src/cli/main.ts',
      'batch-worker': 'src/portfolio/work/worker.ts',
      index: 'src/index.ts',
    },
    platform: 'node',
    // Else each entry is a file that only names the one which holds it, and opening one more takes its time.
    preserveEntrySignatures: 'allow-extension',
    // What is loaded only on demand by one part, and at once by another, is as it should be here.
    plugins: [withoutProcesses, pdfEngine],
    checks: { ineffectiveDynamicImport: false },
    onLog: (level, { message }) => {
      if (level === 'warn') problems.push(message);
    },
    output: {
      dir: ASIDE,
      // All chunks lie beside each other: a file beside one is beside all of them.
      chunkFileNames: ({ name, moduleIds }) => {
        // What a command does is `run.ts` in the folder that bears its name.
        const only = name === 'run' ? moduleIds.at(-1) : undefined;
        return `${only === undefined ? '[name]' : named(only)}-[hash].js`;
      },
      minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
      // With a module comes all it imports, but for what a group before it has taken.
      codeSplitting: {
        groups: TOGETHER.map((paths, i) => ({
          name: named(paths[0] ?? ''),
          test: (id) => paths.some((path) => id === join(ROOT, path)),
          priority: TOGETHER.length - i,
        })),
      },
    },
  });
  write(
    'THIRD-PARTY.txt',
    licencesOf(output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))),
  );
  return problems;
}

/** What a file of the build is called: after its module, or after the command that this is the work of. */
function named(path: string): string {
  const name = basename(path, '.ts');
  return name === 'run' ? basename(dirname(path)) : name;
}

/** The faces of the document in one folder, with the licence they are handed on under. */
function fonts(): readonly string[] {
  mkdirSync(`${ASIDE}/fonts`);
  for (const [from, name] of FONTS) copyFileSync(`${ROOT}${from}`, `${ASIDE}/fonts/${name}`);
  return [];
}

/** What the help and every command line need in a file of its own, a tenth of all. */
function writeMessages(): readonly string[] {
  for (const lang of ['ja', 'en'] as const) {
    const all = Object.entries(readMessages(lang));
    const isFirst = ([key]: readonly [string, string]): boolean => key.startsWith('cli.');
    write(`messages/${lang}.cli.json`, JSON.stringify(Object.fromEntries(all.filter(isFirst))));
    write(`messages/${lang}.json`, JSON.stringify(Object.fromEntries(all.filter((m) => !isFirst(m)))));
  }
  return [];
}

function checklists(): readonly string[] {
  const files = readChecklists(CHECKLISTS);
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
