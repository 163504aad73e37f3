import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCompiledCatalog } from '../src/catalog/compiled/compile.ts';
import { catalogFolder } from '../src/cli/assets.ts';
import { textsIn } from '../src/files/shipped/texts-in.ts';
import { sampleFiles } from './sample-files.ts';

/**
 * `npm run sample:portfolio -- 500`: a folder of invented clients, the same ones for the same seed. `--out DIR`,
 * `--seed N`, `--later` (the same clients a year on, for `--since`), `--full` (every question answered, with notes:
 * files of 13 KB), `--whole` (no broken files).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'sample-portfolio' },
    seed: { type: 'string', default: '1' },
    later: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
  },
});

const count = Number(positionals[0] ?? 100);
const { catalog } = readCompiledCatalog(textsIn(catalogFolder), 'ja');
const { later, full, whole } = values;
const files = sampleFiles({ catalog, count, seed: Number(values.seed), later, full, broken: !whole });
let written = 0;
for (const { path, bytes } of files) {
  const target = join(resolve(values.out), path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes, { mode: 0o600 });
  written += 1;
}
process.stdout.write(`${values.out}: ${written} files\n`);
