import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../../src/cli/package.ts';

/** The repository: samples, documents, goldens. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The package under test, its program and its checklists: the frozen ones of `test/fixtures/catalog/`, but in
 * `test/content/` and `test/machine/`, which look at what ships.
 */
export const PACKAGE = `${PACKAGE_ROOT.replace(/\/$/, '')}/`;
export const CHECKLISTS = join(PACKAGE, 'checklists');
export const BIN = join(PACKAGE, 'bin/wazamori.js');
