import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `node scripts/tsx.mjs FILE …`: tsx, with a temporary folder of its own that goes with it. Left to itself it leaves one
 * behind, and `npm test` would not leave the machine as it found it. Not beside the packages: tsx opens a socket in it,
 * and the path of a socket may have some hundred letters, which the clone of a hook's installer goes beyond.
 */
const own = mkdtempSync(join(tmpdir(), 'w-'));
try {
  const { status, error } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.resolve('tsx/cli')), ...process.argv.slice(2)],
    { stdio: 'inherit', env: { ...process.env, TMPDIR: own, TMP: own, TEMP: own } },
  );
  if (error) throw error;
  process.exitCode = status ?? 1;
} finally {
  rmSync(own, { recursive: true, force: true });
}
