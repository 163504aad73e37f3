import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COUNTRIES, destinationOf, FAMILIES, WORD_FIELDS } from '../../src/answers/technology-words.ts';
import { FIELD_WORDS } from '../../src/catalog/determination/schema.ts';
import { readChecklists } from '../../src/files/shipped/checklists.ts';
import { catalog, texts } from '../setup/checklists.ts';
import { CHECKLISTS } from '../setup/package.ts';
import { bare, gramHashes, HASH_BYTES } from './grams.ts';

const FILES = readChecklists(CHECKLISTS);
const AT = 'prior-notification';
const { determination } = catalog;

describe('the data and the reader of answer files agree', () => {
  it('on the fifteen families, in their order', () => {
    expect(determination?.families.map(({ id }) => id)).toEqual(FAMILIES);
  });

  it('on the 27 countries of group A', () => {
    expect(determination?.groupA).toHaveLength(27);
    const catalog = determination === undefined ? {} : { determination };
    const inside = COUNTRIES.filter((code) => destinationOf([code], catalog) === 'group-a-only');
    expect([...(determination?.groupA ?? [])].sort()).toEqual([...inside].sort());
  });

  it('on the words of every field', () => {
    const words = Object.entries(FIELD_WORDS).map(([key, values]) => [key, Object.keys(values).sort()]);
    const read = Object.entries(WORD_FIELDS).map(([key, { words: table }]) => [
      key,
      [...new Set(table.meaning.values())].sort(),
    ]);
    expect(Object.fromEntries(words)).toEqual(Object.fromEntries(read));
  });
});

describe('the content keeps its promises', () => {
  const verdictFiles = [...FILES].filter(([path]) => path.startsWith(`${AT}/`));

  it('dates: ten families since 2024-12-30, five since 2025-06-09', () => {
    const since = determination?.families.map(({ effectiveFrom }) => effectiveFrom) ?? [];
    expect(since).toEqual([...Array(10).fill('2024-12-30'), ...Array(5).fill('2025-06-09')]);
  });

  it('holds no threshold: no number with a unit in any family', () => {
    for (const [path, text] of verdictFiles.filter(([path]) => path.includes('/technologies/'))) {
      expect(text, path).not.toMatch(/\d\s*(?:nm|µm|μm|mm|%|％|Hz|kV|GPa|℃|J\/kg|Wh|ppm|以上|超|未満)/);
    }
  });

  it('copies no sentence of a source', () => {
    const hex = readFileSync(new URL('./source-grams.bin', import.meta.url)).toString('hex');
    const known = new Set(hex.match(new RegExp(`.{${HASH_BYTES * 2}}`, 'g')));
    const { warning, reasons, flags, fields, tasks, families, preparation } = texts.ja.determination ?? {};
    const ours = [
      ...[warning ?? '', ...(preparation ?? [])],
      ...[reasons, flags, tasks].flatMap((record) => Object.values(record ?? {})),
      ...Object.values(fields ?? {}).map(({ settle }) => settle),
      ...Object.values(families ?? {}).flatMap(({ unknown, listControl }) => [unknown, listControl]),
    ];
    expect(ours.length).toBeGreaterThan(80);
    const copied = ours.flatMap((text) =>
      [...gramHashes(text)]
        .filter(({ hash }) => known.has(hash))
        .map(({ at: i }) => bare(text).slice(i, i + 20)),
    );
    expect(copied).toEqual([]);
  });
});
