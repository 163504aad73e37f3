import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gramHashes } from '../test/content/grams.ts';

/**
 * `npx tsx scripts/source-grams.ts FOLDER…`: makes test/content/source-grams.bin from the text of the documents we
 * built on. From .txt files every passage is taken, from .md files what stands in 「」 or “”. Run it when a source is added.
 */
const hashes = new Set<string>();
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    const passages = name.endsWith('.txt') ? [text] : name.endsWith('.md') ? quotations(text) : [];
    for (const passage of passages) for (const { hash } of gramHashes(passage)) hashes.add(hash);
  }
}
writeFileSync(
  new URL('../test/content/source-grams.bin', import.meta.url),
  Buffer.from([...hashes].sort().join(''), 'hex'),
);
console.log(`${hashes.size} passages`);

function quotations(text: string): readonly string[] {
  return [...text.matchAll(/「([^「」]{20,})」|“([^“”]{20,})”/g)].map((m) => m[1] ?? m[2] ?? '');
}
