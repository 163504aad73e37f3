import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `node scripts/tsx.mjs FILE …`: tsx, with what it keeps between two runs beside the packages. Left to itself it leaves a
 * folder among everybody's temporary files, and `npm test` would not leave the machine as it found it.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const kept = `${root}node_modules/.cache`;
mkdirSync(kept, { recursive: true });

const { status, error } = spawnSync(
  process.execPath,
  [fileURLToPath(import.meta.resolve('tsx/cli')), ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, TMPDIR: kept, TMP: kept, TEMP: kept } },
);
if (error) throw error;
process.exitCode = status ?? 1;
