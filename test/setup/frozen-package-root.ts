// Stands in for `src/cli/package.ts` in every test but those of `test/content/` and `test/machine/` (vitest.config.ts).
export { version } from '../../src/cli/package.ts';

const frozen = process.env['WAZAMORI_FROZEN_PACKAGE'];
if (frozen === undefined) throw new Error('the package with the frozen checklists was not made');

export const PACKAGE_ROOT: string = frozen;
