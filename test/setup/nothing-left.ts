import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What node and tsx keep for their next start, whoever calls them: caches of the tools, not of a test. */
const TOOLS = /^(?:node-compile-cache|tsx-\d+)$/;

let own: string | null = null;

/** All temporary folders of a run lie in one of its own (`globalSetup`). */
export function setup(): void {
  own = mkdtempSync(join(tmpdir(), 'wazamori-tests-'));
  // Some tests look at a folder as another user would.
  chmodSync(own, 0o711);
  process.env['TMPDIR'] = own;
}

/** What a test leaves there fails the run, by name: on somebody's machine it would stay for ever. */
export function teardown(): void {
  if (own === null) return;
  const left = readdirSync(own).filter((name) => !TOOLS.test(name));
  rmSync(own, { recursive: true, force: true });
  if (left.length === 0) return;
  process.exitCode = 1;
  throw new Error(`${left.length} entries left in the temporary folder: ${left.slice(0, 20).join(' ')}`);
}
