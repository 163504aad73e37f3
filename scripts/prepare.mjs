import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run prepare`: makes `dist/` wherever npm makes a package of this folder: after `npm ci`, before `npm pack`, and in
 * the clone of whoever installs from git. `npm install --global` of a git address (npm 10 and 11) makes that clone without
 * dev dependencies: then they are fetched first. Plain JavaScript, for nothing is installed yet.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
// What the outer npm was told of its own target is not meant for this folder.
const OUTER =
  /^npm_config_(global|location|prefix|omit|only|include|dev|production|prod|dry_run|package_lock_only)$/i;

if (!existsSync(`${root}node_modules/tsx`)) npm('ci', '--include=dev', '--ignore-scripts', '--no-progress');
npm('run', 'build');
npm('run', 'build:types');

function npm(...args) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !OUTER.test(key) && key !== 'NODE_ENV'),
  );
  const cli = process.env.npm_execpath;
  const [program, ...before] = cli === undefined ? ['npm'] : [process.execPath, cli];
  // All that is said goes to stderr: who packs this reads the name of the tarball from stdout.
  const { error, status } = spawnSync(program, [...before, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
