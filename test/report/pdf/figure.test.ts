import { describe, expect, it } from 'vitest';
import type { Figure, FigureRow } from '../../../src/report/document/model.ts';
import { inWords } from '../../../src/report/document/model.ts';
import { printPdf } from '../../../src/report/pdf/render.ts';
import { readPdf } from '../../press/read-pdf.ts';
import { fixture, TOOLS } from './fixture.ts';

const row = (alt: string | null): FigureRow => ({
  alt,
  height: 15,
  draw: (canvas, left, top, width) => canvas.fill(left, top, width, 10, '#1d3d63'),
});

async function altsOf(figure: Figure): Promise<readonly string[]> {
  const { words, assessment } = fixture();
  const blocks = [{ kind: 'figure' as const, figure }];
  const part = { id: 'strips', title: '会社ごと', lead: '1行が1社です。', freshSheet: false, blocks };
  const document = {
    title: '顧問先',
    lang: 'ja' as const,
    company: '顧問先',
    president: null,
    parts: [part],
  };
  const { bytes } = await printPdf({
    document,
    words,
    asOf: assessment.asOf,
    version: 'test',
    ...TOOLS,
  });
  return (await readPdf(bytes)).pages.flatMap(({ alts }) => alts);
}

describe('a figure of rows', () => {
  const told = ['株式会社サンプル精機 はい 3', '有限会社サンプル切削 いいえ 2'];
  const whole: Figure = { ...inWords(told, '。'), height: () => 45, draw: () => {} };

  it('is heard row by row, its legend not at all', async () => {
    expect(await altsOf({ ...whole, rows: [row(null), ...told.map(row)] })).toEqual(told);
  });

  it('is heard as one without them', async () => {
    expect(await altsOf(whole)).toEqual([told.join('。')]);
  });
});
