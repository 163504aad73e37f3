import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/answers/read.ts';
import {
  catalogOfEdition,
  type Edition,
  editionFile,
  editionName,
  editionOf,
} from '../../../src/catalog/compiled/edition.ts';
import {
  answeredUnder,
  EDITIONS_FOLDER,
  EDITIONS_INDEX,
  fittingEditions,
} from '../../../src/catalog/compiled/shipped-editions.ts';
import { assess } from '../../../src/core/assess.ts';
import { textsIn } from '../../../src/files/shipped/texts-in.ts';
import type { Catalog } from '../../../src/model/catalog.ts';
import { catalog, texts } from '../../setup/checklists.ts';

const ROOT = new URL('../../..', import.meta.url).pathname;
const present = editionOf(catalog, texts);
const samples = readdirSync(join(ROOT, 'templates/samples')).map((name) => ({
  name,
  text: readFileSync(join(ROOT, 'templates/samples', name), 'utf8'),
}));

describe('an edition', () => {
  it.each(samples)('gives $name the scores, gaps and verdicts the checklists gave', ({ text }) => {
    const kept = catalogOfEdition(JSON.parse(editionFile(present)) as Edition);
    const result = (of: Catalog) => {
      const read = readAnswers(text, of);
      if (!read.ok) throw new Error('the sample does not read');
      const { score, checklists, routes, items, gaps, verdicts } = assess({
        catalog: of,
        answers: read.value,
        today: '2026-11-21',
        version: '0',
      });
      // How sure we are of a question is printed with it, never scored.
      return {
        score,
        checklists,
        routes,
        gaps,
        verdicts,
        items: items.map((i) => ({ ...i, confidence: '' })),
      };
    };
    expect(result(kept)).toEqual(result(catalog));
  });

  it('knows the names of its questions in both languages, and no prose', () => {
    const [first] = catalog.items;
    for (const lang of ['ja', 'en'] as const) {
      expect(Object.keys(present.titles[lang].items)).toEqual(catalog.items.map(({ id }) => id));
      expect(present.titles[lang].items[first?.id ?? '']).toBe(texts[lang].items[first?.id ?? '']?.title);
      expect(editionFile(present)).not.toContain(texts[lang].items[first?.id ?? '']?.why);
    }
  });

  it('is kept in a file of a name of its own, one record a line', () => {
    expect(editionName({ guidance: '2026.1', tics: '2026.1' })).toBe('guidance-2026.1_tics-2026.1.json');
    const lines = editionFile(present).split('\n');
    expect(lines.length).toBeGreaterThan(catalog.items.length);
    expect(lines.filter((line) => line.includes(`"id":"${catalog.items[0]?.id}"`))).toHaveLength(1);
  });
});

describe('finding the edition a file was answered under', () => {
  const NOW = { guidance: '2026.1', tics: '2026.1' };
  it.each([
    ['the same editions', { guidance: '2026.1', tics: '2026.1' }, true],
    ['some of them', { guidance: '2026.1' }, true],
    ['none named', {}, true],
    ['an older one', { guidance: '2025.1', tics: '2026.1' }, false],
    ['a list they do not have', { guidance: '2026.1', 'export-control': '2026.1' }, false],
  ])('%s', (_, written, fits) => {
    expect(answeredUnder(written, NOW)).toBe(fits);
  });

  it('takes the latest that fits, and reads no other', () => {
    const dir = mkdtempSync(join(tmpdir(), 'wazamori-editions-'));
    try {
      mkdirSync(join(dir, EDITIONS_FOLDER));
      const index = [
        { file: 'first.json', editions: { guidance: '2025.1', tics: '2025.1' } },
        { file: 'second.json', editions: { guidance: '2025.1', tics: '2026.1' } },
      ];
      writeFileSync(join(dir, EDITIONS_INDEX), JSON.stringify(index));
      writeFileSync(join(dir, EDITIONS_FOLDER, 'second.json'), editionFile(present));
      const [latest, other] = fittingEditions(textsIn(dir), { guidance: '2025.1' });
      expect(latest?.().catalog.items.map(({ id }) => id)).toEqual(catalog.items.map(({ id }) => id));
      expect(other).toThrow('ENOENT');
      expect(fittingEditions(textsIn(dir), { guidance: '2024.1' })).toEqual([]);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
