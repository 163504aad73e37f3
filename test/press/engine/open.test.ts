import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSheet } from '../../../src/press/canvas/sheet.ts';
import { TYPE } from '../../../src/press/look.ts';
import type { Deflate } from '../../../src/press/tools.ts';
import { TOOLS } from '../../report/pdf/fixture.ts';
import { readPdf } from '../read-pdf.ts';

const HEADS = { subject: '', secret: '社外秘', date: '2026年11月21日', page: (n: number) => `${n}` };
const SAID = '鍵のかかる棚に置く図面の一覧。'.repeat(4);

/** A sheet with one sentence, and how often something was packed for it. */
async function printed(password: string | null) {
  let packed = 0;
  const deflate: Deflate = (bytes, settings) => {
    packed++;
    expect(settings).toEqual({ level: 5, memLevel: 9 });
    return deflateSync(bytes, settings);
  };
  const options = {
    title: '図面の一覧',
    author: '株式会社サンプル精機',
    creator: 'wazamori test',
    lang: 'ja' as const,
    asOf: '2026-11-21',
    record: null,
    password,
    sign: '%wazamori',
  };
  const sheet = openSheet(options, { fonts: TOOLS.fonts, deflate }, []);
  sheet.tags.leaf('P', () => sheet.pen.text(SAID, sheet.left, sheet.y(), TYPE.body));
  return { bytes: await sheet.finish(HEADS), packed };
}

describe('a document', () => {
  it('is packed with what the press is handed, and with nothing else', async () => {
    const { bytes, packed } = await printed(null);
    expect(packed).toBe(Buffer.from(bytes).toString('latin1').split('/FlateDecode').length - 1);
    expect(packed).toBeGreaterThan(4);
  });

  it('is so behind a password too, and opens with it', async () => {
    const { bytes, packed } = await printed('himitsu');
    expect(packed).toBe(Buffer.from(bytes).toString('latin1').split('/FlateDecode').length - 1);
    expect(packed).toBeGreaterThan(4);
    const { pages } = await readPdf(bytes, { password: 'himitsu' });
    expect(pages.map(({ text }) => text)).toEqual([expect.stringContaining(SAID)]);
    await expect(readPdf(bytes, { password: 'chigau' })).rejects.toThrow('Incorrect Password');
  });

  it('says below its head whose it is where nobody can read it inside', async () => {
    const head = async (password: string | null): Promise<string> =>
      Buffer.from((await printed(password)).bytes.subarray(0, 40)).toString('latin1');
    expect(await head('himitsu')).toMatch(/^%PDF-1\.7\n%[^\n]+\n%wazamori\n/);
    expect(await head(null)).not.toContain('%wazamori');
  });
});
