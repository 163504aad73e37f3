import { describe, expect, it } from 'vitest';
import { type Block, cell, type ReportDocument, row } from '../../../src/report/document/model.ts';
import { printPdf } from '../../../src/report/pdf/render.ts';
import { fixture, TOOLS } from '../../report/pdf/fixture.ts';
import { readPdf } from '../read-pdf.ts';

/** Numbers of the rows on each page of a document that is one table. */
async function rowsOnPages(count: number): Promise<readonly (readonly number[])[]> {
  const { words, assessment } = fixture();
  const table: Block = {
    kind: 'table',
    columns: [
      { title: '図面', width: 1 },
      { title: '置き場所', width: 1 },
    ],
    rows: Array.from({ length: count }, (_, i) => row(cell(`図面${i + 1}番`), cell('鍵のかかる棚'))),
  };
  const document: ReportDocument = {
    title: '図面の一覧',
    lang: 'ja',
    company: '株式会社サンプル精機',
    president: null,
    parts: [
      { id: 'list', title: '図面の一覧', lead: '年に1度数えます。', freshSheet: false, blocks: [table] },
    ],
  };
  const { bytes } = await printPdf({
    document,
    words,
    asOf: assessment.asOf,
    version: 'test',
    ...TOOLS,
  });
  const { pages } = await readPdf(bytes);
  return pages.map(({ text }) => [...text.matchAll(/図面(\d+)番/g)].map((match) => Number(match[1])));
}

describe('the rows of a table', () => {
  it('all stand once, and the last never alone on a page', async () => {
    let divided = 0;
    for (let count = 24; count < 60; count += 1) {
      const pages = await rowsOnPages(count);
      expect(pages.flat()).toEqual(Array.from({ length: count }, (_, i) => i + 1));
      if (pages.length > 1) divided++;
      expect(pages.at(-1)?.length, `${count} rows`).toBeGreaterThan(1);
    }
    expect(divided).toBeGreaterThan(20);
  });

  it.each([1, 2, 3])('of a table of %i are together', async (count) => {
    expect(await rowsOnPages(count)).toHaveLength(1);
  });
});
