import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * `npm run build:types`: the declarations of the published programming interface, `dist/types/`. The compiler writes one
 * for every source file; those that `src/index.ts` shows the world are kept. They show no type of a package: none is
 * installed with us, and zod's ask for a browser's types or node's, which is an error in a project that has neither.
 */
const ROOT = resolve(import.meta.dirname, '..');
const OUT = join(ROOT, 'dist/types');
const SPECIFIER = /(\bfrom |\bimport\()(['"])([^'"]+)\2/g;

const all = mkdtempSync(join(tmpdir(), 'wazamori-types-'));
try {
  declare(all);
  rmSync(OUT, { recursive: true, force: true });
  const kept = new Set<string>();
  keep('index.d.ts', kept);
  process.stdout.write(`dist/types/ built, ${kept.size} files\n`);
} finally {
  rmSync(all, { recursive: true, force: true });
}

function declare(folder: string): void {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const ran = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.types.json', '--outDir', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`${ran.stdout}${ran.stderr}`);
}

/** A declaration and what it names, its neighbours by the names they have once compiled. */
function keep(file: string, kept: Set<string>): void {
  if (kept.has(file)) return;
  kept.add(file);
  const text = readFileSync(join(all, file), 'utf8').replace(SPECIFIER, (_, how, quote, name: string) => {
    if (name.startsWith('.')) keep(join(dirname(file), name.replace(/\.ts$/, '.d.ts')), kept);
    else throw new Error(`${file} shows a type of ${name}`);
    return `${how}${quote}${name.replace(/^(\..*)\.ts$/, '$1.js')}${quote}`;
  });
  mkdirSync(dirname(join(OUT, file)), { recursive: true });
  writeFileSync(join(OUT, file), text);
}
