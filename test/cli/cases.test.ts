import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE } from '../setup/package.ts';
import { launchCli, type Ran, ROOT, runCli } from './run-cli.ts';

/**
 * Each folder under cases/ is one command line: `command` (after `wazamori`), `files/` (the folder it runs in),
 * `samples` (names of bundled samples copied in), and what must come out: `stdout`, `stderr`, `status`, `after/`
 * (files as they must then stand). `UPDATE=1 npx vitest run test/cli` writes what came out; read it before committing.
 */
const CASES = join(import.meta.dirname, 'cases');
const UPDATE = process.env['UPDATE'] === '1';
const names = readdirSync(CASES).sort();

describe('wazamori', () => {
  it('has cases', () => {
    expect(names.length).toBeGreaterThan(20);
  });

  it.concurrent.each(names)('%s', (name) => play(name, runCli));

  // As its users start it: the first case of each command and of each exit code, in a process of its own.
  it.concurrent.each(names.filter(isFirstOfItsKind))('%s, launched', (name) => play(name, launchCli));
});

/** Plays a case and holds what came out against what must. */
async function play(name: string, run: typeof runCli): Promise<void> {
  const folder = join(CASES, name);
  const cwd = mkdtempSync(join(tmpdir(), 'wazamori-case-'));
  try {
    if (existsSync(join(folder, 'files'))) cpSync(join(folder, 'files'), cwd, { recursive: true });
    for (const sample of lines(folder, 'samples')) {
      cpSync(join(ROOT, 'templates/samples', sample), join(cwd, sample));
    }
    closeAll(cwd);
    const ran = await run(words(readFileSync(join(folder, 'command'), 'utf8').trim()), cwd);
    const seen = { ...ran, stdout: steady(ran.stdout, cwd), stderr: steady(ran.stderr, cwd) };
    if (UPDATE) update(folder, seen);
    expect(seen).toEqual(expected(folder));
    for (const file of existsSync(join(folder, 'after')) ? readdirSync(join(folder, 'after')) : []) {
      if (UPDATE) cpSync(join(cwd, file), join(folder, 'after', file));
      expect(readFileSync(join(cwd, file), 'utf8')).toBe(readFileSync(join(folder, 'after', file), 'utf8'));
    }
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Of all cases with this command, or with this exit code, the first. */
function isFirstOfItsKind(name: string): boolean {
  const firstBy = (kind: (of: string) => unknown): boolean =>
    names.find((other) => kind(other) === kind(name)) === name;
  const command = (of: string): unknown => words(readFileSync(join(CASES, of, 'command'), 'utf8'))[0];
  return firstBy(command) || firstBy((of) => expected(join(CASES, of)).status);
}

/** A checkout leaves files as the umask of the machine has it; what is open to everybody is told, and closed. */
function closeAll(folder: string): void {
  for (const { name, parentPath } of readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  ))
    chmodSync(join(parentPath, name), 0o600);
}

function expected(folder: string): Ran {
  const read = (file: string): string =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '';
  return { stdout: read('stdout'), stderr: read('stderr'), status: Number(read('status') || '0') };
}

function update(folder: string, { stdout, stderr, status }: Ran): void {
  const write = (file: string, text: string): void => {
    if (text === '') rmSync(join(folder, file), { force: true });
    else writeFileSync(join(folder, file), text);
  };
  write('stdout', stdout);
  write('stderr', stderr);
  write('status', status === 0 ? '' : `${status}\n`);
}

/** What differs between machines and versions stands for itself. */
function steady(text: string, cwd: string): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return text
    .replaceAll(cwd, '<folder>')
    .replaceAll(PACKAGE, '<package>/')
    .replaceAll(ROOT, '<package>/')
    .replaceAll(`"${version}"`, '"<version>"');
}

function lines(folder: string, file: string): readonly string[] {
  if (!existsSync(join(folder, file))) return [];
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** Splits a command line as a shell does, for spaces and double quotes. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? '');
}
