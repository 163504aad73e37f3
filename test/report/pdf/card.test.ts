import { describe, expect, it } from 'vitest';
import type { Block, Card, ReportDocument } from '../../../src/report/document/model.ts';
import { printPdf } from '../../../src/report/pdf/render.ts';
import { type ReadPdf, readPdf } from '../../press/read-pdf.ts';
import { fixture, TOOLS } from './fixture.ts';

const steps = (n: number): readonly string[] =>
  Array.from({ length: n }, (_, i) => `棚${i + 1}の図面を数え、持ち主の係を決める`);

const card = (title: string, n: number): Card => ({
  kind: 'card',
  number: '1',
  title,
  goesOn: `${title}（つづき）`,
  tag: '製造の責任者',
  framed: [],
  pairs: [
    { label: 'なぜ', texts: ['数えないと、減ったことに気づけません。'], style: 'plain' },
    { label: '手順', texts: steps(n), style: 'numbered' },
    { label: '残す証拠', texts: ['数えた日の表'], style: 'boxes' },
    { label: '相談先', texts: ['商工会議所'], style: 'plain' },
  ],
  bookmark: true,
});

async function printed(blocks: readonly Block[]): Promise<ReadPdf> {
  const { words, assessment } = fixture();
  const document: ReportDocument = {
    title: '行動計画',
    lang: 'ja',
    company: '株式会社サンプル精機',
    president: null,
    parts: [{ id: 'cards', title: '施策カード', lead: '1枚ずつ渡せます。', freshSheet: false, blocks }],
  };
  const { bytes } = await printPdf({
    document,
    words,
    asOf: assessment.asOf,
    version: 'test',
    ...TOOLS,
  });
  return readPdf(bytes);
}

/** Pages on which a text stands. */
const pagesWith = (pdf: ReadPdf, text: string): readonly number[] =>
  pdf.pages.flatMap((page, i) => (page.text.includes(text) ? [i] : []));

describe('a card at the foot of a page', () => {
  it('goes over whole where little of the page is left', async () => {
    const pdf = await printed([card('棚を数える', 27), card('鍵を預ける', 12)]);
    expect(pagesWith(pdf, '鍵を預ける')).toEqual([1]);
    expect(pagesWith(pdf, 'つづき')).toEqual([]);
  });

  it('is divided where a third of the page would stay empty, and named again', async () => {
    const pdf = await printed([card('棚を数える', 18), card('鍵を預ける', 18)]);
    expect(pagesWith(pdf, '鍵を預ける')).toEqual([0, 1]);
    expect(pagesWith(pdf, '鍵を預ける（つづき）')).toEqual([1]);
    // Its last lines stay together.
    expect(pagesWith(pdf, '数えた日の表').at(-1)).toBe(pagesWith(pdf, '商工会議所').at(-1));
  });

  it('goes on over the pages where it is longer than one', async () => {
    const pdf = await printed([card('棚を数える', 80)]);
    expect(pagesWith(pdf, '棚80の図面')).toEqual([pdf.pages.length - 1]);
    expect(pagesWith(pdf, '棚を数える（つづき）')).toEqual(pdf.pages.map((_, i) => i).slice(1));
  });
});
