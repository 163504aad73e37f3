import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildCatalog } from '../src/catalog/built/build.ts';
import {
  compileCatalog,
  RULES_FILE,
  readCompiledCatalog,
  textsFile,
} from '../src/catalog/compiled/compile.ts';
import type { Edition } from '../src/catalog/compiled/edition.ts';
import {
  EDITIONS_FOLDER,
  EDITIONS_INDEX,
  type EditionsIndex,
} from '../src/catalog/compiled/shipped-editions.ts';
import type { SourceFiles } from '../src/catalog/source/parse.ts';
import { schemaText } from '../src/cli/commands/schema/run.ts';
import { SCHEMAS, schemaFile } from '../src/files/shipped/schema-files.ts';
import { textsIn } from '../src/files/shipped/texts-in.ts';
import { createWords } from '../src/words/messages.ts';
import { readMessages } from './messages.ts';

/** What follows from a folder of checklists in `dist/`; the tests make the same of theirs. */

/** The rules and the prose, compiled; nothing where the files do not have the right shape. */
export function writeCatalog(files: SourceFiles, dist: string): void {
  const built = buildCatalog(files);
  if (!built.ok) return;
  const { rules, ja, en } = compileCatalog(built.value);
  write(dist, `catalog/${RULES_FILE}`, rules);
  write(dist, `catalog/${textsFile('ja')}`, ja);
  write(dist, `catalog/${textsFile('en')}`, en);
}

/** Editions of other days, oldest first, and a small index to find one by. */
export function writeEditions(checklists: string, dist: string): void {
  const folder = `${checklists}/editions`;
  const index: EditionsIndex = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const edition = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Edition;
      write(dist, `catalog/${EDITIONS_FOLDER}/${file}`, JSON.stringify(edition));
      const asOf = edition.checklists.map((list) => list.asOf).sort();
      return { file, editions: edition.editions, key: [asOf.at(-1), file].join(' ') };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ file, editions }) => ({ file, editions }));
  write(dist, `catalog/${EDITIONS_INDEX}`, JSON.stringify(index));
}

/** The JSON Schemas as `wazamori schema` prints them, for editors. */
export async function writeSchemas(dist: string): Promise<void> {
  for (const lang of ['ja', 'en'] as const) {
    const { catalog } = readCompiledCatalog(textsIn(`${dist}/catalog`), lang);
    const words = createWords(lang, readMessages(lang));
    for (const name of SCHEMAS)
      write(dist, schemaFile(name, lang), await schemaText(name, { catalog, words }));
  }
}

function write(dist: string, path: string, content: string): void {
  mkdirSync(`${dist}/${path}`.replace(/\/[^/]*$/, ''), { recursive: true });
  writeFileSync(`${dist}/${path}`, content);
}
