import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * `npm run check:quick`: what most often stops a submission, in the time of a breath: types, lint, the floors of the
 * house, and the tests beside the files that were changed since the last commit. Says nothing where all is well.
 */
const HOUSE = ['floors', 'way-out', 'registry', 'own-kind'].map((name) => `test/house/${name}.test.ts`);

const git = (...args: readonly string[]): readonly string[] =>
  execFileSync('git', args, { encoding: 'utf8' }).split('\0').filter(Boolean);

/** `src/core/plan/order.ts` → `test/core/plan/order.test.ts`; a test is its own. */
const testOf = (file: string): string =>
  file.startsWith('src/') ? file.replace(/^src\/(.*)\.ts$/, 'test/$1.test.ts') : file;

const changed = [
  ...git('diff', '--name-only', '-z', 'HEAD'),
  ...git('ls-files', '--others', '--exclude-standard', '-z'),
];
const beside = changed
  .map(testOf)
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('test/machine/') && existsSync(file));

const checks: Readonly<Record<string, readonly string[]>> = {
  types: ['tsc'],
  lint: ['biome', 'check', '.'],
  tests: ['vitest', 'run', ...new Set([...HOUSE, ...beside])],
};

const failed = await Promise.all(
  Object.entries(checks).map(async ([name, command]) => ({ name, told: await run(command) })),
);
for (const { name, told } of failed) {
  if (told === null) continue;
  process.stderr.write(`\n== ${name}\n${told}`);
  process.exitCode = 1;
}

/** What a check says where it fails; `null` where it passes. */
function run([program = '', ...args]: readonly string[]): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${program}`, args, { shell: process.platform === 'win32' });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        told += text;
      });
    }
    child.on('error', reject);
    child.on('close', (status) => resolve(status === 0 ? null : told));
  });
}
