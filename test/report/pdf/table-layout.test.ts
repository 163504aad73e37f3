import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/answers/read.ts';
import { shippedCatalog, shippedWords } from '../../../src/cli/assets.ts';
import { assess } from '../../../src/core/assess.ts';
import { openSheet } from '../../../src/press/canvas/sheet.ts';
import { layRow, placeColumns } from '../../../src/press/tables/layout.ts';
import { reportDocument } from '../../../src/report/document/build.ts';
import type { Part } from '../../../src/report/document/model.ts';
import { worksheetDocument } from '../../../src/report/document/worksheet.ts';
import { TOOLS } from './fixture.ts';

const LANG = 'en';
const { catalog, texts } = shippedCatalog(LANG);
const words = shippedWords(LANG);

function reportParts(sample: string): readonly Part[] {
  const text = readFileSync(new URL(`../../../templates/samples/${sample}.yaml`, import.meta.url), 'utf8');
  const read = readAnswers(text, catalog);
  if (!read.ok) throw new Error('the sample does not read');
  const assessment = assess({ catalog, answers: read.value, today: '2026-11-21', version: 'test' });
  return reportDocument({
    assessment,
    catalog,
    texts: texts(),
    answers: read.value,
    words,
    pages: 'full',
  }).parts;
}

function worksheetParts(section: string | null): readonly Part[] {
  const input = { catalog, texts: texts(), words, assessment: null, section };
  return worksheetDocument(input)?.parts ?? [];
}

const DOCUMENTS: readonly (readonly [string, () => readonly Part[]])[] = [
  ...['machining-shop', 'parts-maker', 'materials-maker'].map(
    (sample) => [sample, () => reportParts(sample)] as const,
  ),
  ['the worksheet of ten questions', () => worksheetParts(null)],
  ['the worksheet of a section', () => worksheetParts(catalog.items[0]?.section ?? '')],
];

const { pen, ...sheet } = openSheet(
  {
    title: '',
    author: '',
    creator: '',
    asOf: '2026-11-21',
    record: null,
    password: null,
    sign: '',
    lang: LANG,
  },
  TOOLS,
  [],
);
const SHEET = { pen, ...sheet };

describe('columns are wide enough for the words of their heads and short cells', () => {
  it.each(DOCUMENTS)('%s', (_, parts) => {
    const wrong: string[] = [];
    let seen = 0;
    for (const block of parts().flatMap(({ blocks }) => blocks)) {
      if (block.kind !== 'table') continue;
      const columns = placeColumns(SHEET, block.columns);
      columns.placed.forEach(({ title }, i) => {
        seen++;
        const whole = block.columns[i]?.title ?? '';
        if (title.join(' ') !== whole) wrong.push(`head ${title.join('|')}`);
      });
      for (const row of block.rows) {
        const laid = layRow(SHEET, columns, row);
        if (laid.kind !== 'cells' || row.kind !== 'cells') continue;
        laid.cells.forEach(({ lines }, i) => {
          const pieces = row.cells[i]?.pieces ?? [];
          const [only] = pieces;
          if (pieces.length !== 1 || only === undefined || only.text.length > 24) return;
          seen++;
          const shown = lines.map(({ text }) => text);
          if (shown.join(' ') !== only.text) wrong.push(`cell ${shown.join('|')}`);
        });
      }
    }
    expect(seen).toBeGreaterThan(10);
    expect([...new Set(wrong)]).toEqual([]);
  });
});
