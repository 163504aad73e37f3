import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontsFolder } from '../../../src/cli/assets.ts';
import { portfolioInput } from '../../../src/portfolio/document/input.ts';
import { renderPortfolio } from '../../../src/portfolio/document/print.ts';
import { alone, anonymousTotals, FEW, hideFew } from '../../../src/portfolio/tables/anonymous.ts';
import { anonymousCsv, anonymousJson } from '../../../src/portfolio/tables/anonymous-tables.ts';
import { standingsOf } from '../../../src/portfolio/tables/standings.ts';
import { readPdf } from '../../press/read-pdf.ts';
import { catalog, newFolder, run, sampleFolder, texts, WORDS } from '../sample.ts';

describe('少数', () => {
  it.each([
    [
      [12, 9, 7],
      [12, 9, 7],
    ],
    [
      [12, 3, 7],
      [12, null, null],
    ],
    [
      [12, 3, 2],
      [12, null, null],
    ],
    [
      [20, 0],
      [null, null],
    ],
    [[4], [null]],
    [[], []],
  ])('%j is shown as %j', (counts, shown) => {
    expect(hideFew(counts)).toEqual(shown);
  });

  it('never shows a count below five, nor hides one alone beside others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 12 }), (counts) => {
        const shown = hideFew(counts);
        const hidden = shown.filter((n) => n === null).length;
        expect(hidden).not.toBe(1);
        shown.forEach((n, i) => {
          if (n !== null) expect([n, n >= FEW]).toEqual([counts[i], true]);
        });
      }),
    );
  });

  it.each([
    [30, 30, 30],
    [30, 33, null],
    [3, 33, null],
    [20, 33, 20],
  ])('%i of %i alone is %s', (n, of, shown) => {
    expect(alone(n, of)).toBe(shown);
  });
});

describe('a portfolio without names', async () => {
  const { rows, header } = await run(sampleFolder(60));
  const results = {
    catalog,
    texts: texts(),
    words: WORDS.ja,
    rows,
    header,
    out: newFolder(),
    min: null,
    anonymous: true,
  };
  const standings = standingsOf(results);
  const NAMES = /みほん|\.yaml|第二工場|7000099/;

  it('has no name, path, site or number of a client in any file', async () => {
    expect(anonymousCsv(standings.totals, results)).not.toMatch(NAMES);
    expect(anonymousJson(header, standings.totals)).not.toMatch(NAMES);
    expect(portfolioInput(results, standings).visits).toEqual([]);
    const { pages } = await readPdf((await renderPortfolio(results, standings, fontsFolder)).bytes);
    const text = pages.map((page) => page.text).join('');
    expect(text).toContain('少数');
    expect(text).not.toMatch(NAMES);
    for (const page of pages) expect(page.text).toContain('会社名なし');
    const named = { ...results, anonymous: false };
    const names = await readPdf((await renderPortfolio(named, standings, fontsFolder)).bytes);
    expect(names.pages.map((page) => page.text).join('')).toMatch(NAMES);
  });

  it('tells no trade that few are in', () => {
    const { industries } = anonymousTotals({
      ...standings.totals,
      clients: 30,
      industries: [
        { industry: '金属加工', n: 27 },
        { industry: '露光装置の鏡', n: 2 },
        { industry: null, n: 1 },
      ],
    });
    expect(industries).toEqual([
      { industry: '金属加工', n: null },
      { industry: null, n: null },
    ]);
  });
});

it('gives the same PDF for the same rows', async () => {
  const { rows, header } = await run(sampleFolder(8));
  const results = {
    catalog,
    texts: texts(),
    words: WORDS.en,
    rows,
    header,
    out: newFolder(),
    min: null,
    anonymous: false,
  };
  const draw = async () => (await renderPortfolio(results, standingsOf(results), fontsFolder)).bytes;
  expect(Buffer.from(await draw()).equals(Buffer.from(await draw()))).toBe(true);
});
