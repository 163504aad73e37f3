import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCatalog, writeEditions, writeSchemas } from '../../scripts/compiled-checklists.ts';
import { readChecklists } from '../../src/files/shipped/checklists.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FROZEN = join(ROOT, 'test/fixtures/catalog');

/** What follows from the checklists is made of the frozen ones; all else is the built program's own. */
const OF_CHECKLISTS = new Set(['catalog', 'schema']);

let made: string | null = null;

/**
 * The package as it would be with the checklists of `test/fixtures/catalog/`: the built program beside them, to be run
 * here and in processes of its own. Whoever changes `checklists/` changes nothing here.
 */
export async function setup(): Promise<void> {
  const dist = join(ROOT, 'dist');
  if (!existsSync(dist)) throw new Error('dist/ is missing: npm run build');
  made = mkdtempSync(join(tmpdir(), 'wazamori-package-'));
  // A test runs it as another user would.
  chmodSync(made, 0o755);
  const inside = (name: string): string => join(made ?? '', name);
  for (const part of ['bin', 'package.json']) cpSync(join(ROOT, part), inside(part), { recursive: true });
  for (const part of ['templates', 'node_modules']) symlinkSync(join(ROOT, part), inside(part));
  cpSync(FROZEN, inside('checklists'), { recursive: true });
  mkdirSync(inside('dist'));
  cpSync(dist, inside('dist'), {
    recursive: true,
    filter: (path) => !OF_CHECKLISTS.has(path.slice(dist.length + 1)),
  });
  writeCatalog(readChecklists(FROZEN), inside('dist'));
  writeEditions(FROZEN, inside('dist'));
  await writeSchemas(inside('dist'));
  process.env['WAZAMORI_FROZEN_PACKAGE'] = made;
}

export function teardown(): void {
  if (made !== null) rmSync(made, { recursive: true, force: true });
}
