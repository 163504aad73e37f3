import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildCatalog } from '../src/catalog/built/build.ts';
import { editionFile, editionName, editionOf } from '../src/catalog/compiled/edition.ts';
import { readChecklists } from '../src/files/shipped/checklists.ts';

/**
 * `npm run edition`: keeps the present checklists as an edition, in checklists/editions/. Run it before an edition is
 * published; after that its file never changes, and whoever changes a question raises the edition in its checklist.yaml.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const built = buildCatalog(readChecklists(`${ROOT}checklists`));
if (built.ok) {
  const edition = editionOf(built.value.catalog, built.value.texts);
  const file = `checklists/editions/${editionName(edition.editions)}`;
  mkdirSync(`${ROOT}checklists/editions`, { recursive: true });
  writeFileSync(`${ROOT}${file}`, editionFile(edition));
  process.stdout.write(`${file}\n`);
} else {
  process.stderr.write('The checklists cannot be read: npm run build says why\n');
  process.exitCode = 1;
}
