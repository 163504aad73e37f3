import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readAnswers } from '../../../src/answers/read.ts';
import { shippedCatalog, shippedWords } from '../../../src/cli/assets.ts';
import { assess } from '../../../src/core/assess.ts';
import type { Pair } from '../../../src/press/blocks/pair.ts';
import { LABEL_ROOM } from '../../../src/press/blocks/pairs.ts';
import { openSheet } from '../../../src/press/canvas/sheet.ts';
import { TYPE } from '../../../src/press/look.ts';
import { reportDocument } from '../../../src/report/document/build.ts';
import type { Block } from '../../../src/report/document/model.ts';
import { TOOLS } from './fixture.ts';

const SAMPLES = ['machining-shop', 'parts-maker', 'materials-maker'] as const;
const cases = SAMPLES.flatMap((sample) => (['ja', 'en'] as const).map((lang) => [sample, lang] as const));

const pairsOf = (blocks: readonly Block[]): readonly Pair[] =>
  blocks.flatMap((block) => (block.kind === 'pairs' || block.kind === 'card' ? block.pairs : []));

it.each(cases)('the labels of %s (%s) break between words, if at all', (sample, lang) => {
  const { catalog, texts } = shippedCatalog(lang);
  const text = readFileSync(new URL(`../../../templates/samples/${sample}.yaml`, import.meta.url), 'utf8');
  const read = readAnswers(text, catalog);
  if (!read.ok) throw new Error('the sample does not read');
  const assessment = assess({ catalog, answers: read.value, today: '2026-11-21', version: 'test' });
  const words = shippedWords(lang);
  const { parts } = reportDocument({
    assessment,
    catalog,
    texts: texts(),
    answers: read.value,
    words,
    pages: 'full',
  });
  const options = {
    title: '',
    author: '',
    creator: '',
    lang,
    asOf: '2026-11-21',
    record: null,
    password: null,
    sign: '',
  };
  const { pen } = openSheet(options, TOOLS, []);
  const labels = new Set(parts.flatMap(({ blocks }) => pairsOf(blocks).map(({ label }) => label)));
  expect(labels.size).toBeGreaterThan(8);
  for (const label of labels) {
    const lines = pen.lines(label, LABEL_ROOM, TYPE.label);
    // A word that had to be cut in two leaves no blank where the line ends.
    if (lang === 'en') expect(lines.join(' ')).toBe(label);
    else expect(lines).toHaveLength(Math.min(1, label.length));
  }
});
