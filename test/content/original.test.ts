import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../src/catalog/built/build.ts';
import { readChecklists } from '../../src/files/shipped/checklists.ts';
import { CHECKLISTS } from '../setup/package.ts';
import { bare, GRAM, gramHashes, HASH_BYTES } from './grams.ts';

const KNOWN = knownGrams();

/** Passages of `text` that stand in a source as they are, as they read here. */
function copied(text: string): readonly string[] {
  const chars = [...bare(text)];
  return [...gramHashes(text)]
    .filter(({ hash }) => KNOWN.has(hash))
    .map(({ at }) => chars.slice(at, at + GRAM).join(''));
}

function knownGrams(): ReadonlySet<string> {
  const hex = readFileSync(new URL('source-grams.bin', import.meta.url)).toString('hex');
  return new Set(hex.match(new RegExp(`.{${HASH_BYTES * 2}}`, 'g')));
}

const loaded = buildCatalog(readChecklists(CHECKLISTS));
const texts = loaded.ok ? loaded.value.texts.ja : null;

/**
 * Every sentence of ours a person reads. Titles of documents, of their chapters, of programmes and desks
 * are names, and stay as they are.
 */
const sentences: readonly (readonly [string, string])[] = [
  ...Object.entries(texts?.items ?? {}).flatMap(([id, t]) =>
    Object.entries(t).flatMap(([key, text]) =>
      typeof text === 'string' ? [[`${id} ${key}`, text] as const] : [],
    ),
  ),
  ...Object.entries(texts?.actions ?? {}).flatMap(([id, t]) =>
    [t.title, t.why, t.firstStep, t.evidence, t.caution ?? '', ...t.steps].map((text) => [id, text] as const),
  ),
  ...Object.entries(texts?.facts ?? {}).flatMap(([id, t]) =>
    [t.question, t.help ?? ''].map((text) => [id, text] as const),
  ),
  ...Object.entries(texts?.practices ?? {}).flatMap(([id, t]) =>
    [...t.did, t.small ?? '', t.caution ?? ''].map((text) => [id, text] as const),
  ),
  ...Object.entries(texts?.directory ?? {}).flatMap(([id, t]) =>
    [t.what, t.when].map((text) => [id, text] as const),
  ),
];

describe('facts carry over from sources, sentences never do', () => {
  it('has sources and sentences to compare', () => {
    expect(KNOWN.size).toBeGreaterThan(30_000);
    expect(sentences.length).toBeGreaterThan(500);
  });

  it('shares no 20 characters in a row with a source', () => {
    expect(sentences.flatMap(([id, text]) => copied(text).map((passage) => `${id}: ${passage}`))).toEqual([]);
  });

  it('would find a passage, whatever its layout', () => {
    // A line of the table of contents of the guidance, as the bureau's slides print it.
    expect(copied('生産拠点の海外進出に伴う、\n技術流出への　対策')).not.toEqual([]);
  });
});
