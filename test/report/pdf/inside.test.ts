import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { REPORT_PAGES } from '../../../src/report/document/pages.ts';
import { difference, insideOf, isEncrypted } from '../../../src/report/pdf/inside.ts';
import { renderPdf } from '../../../src/report/pdf/render.ts';
import { readRecord } from '../../../src/report/pdf/schema-record.ts';
import { fixture } from './fixture.ts';

const RECORD = {
  ...{ version: '0.1.0', lang: 'ja', asOf: '2026-11-21', sha256: 'a3f1', editions: { guidance: '2026.1' } },
  ...{ pages: 'plan', handouts: false, hide: [], attach: true, capacity: null },
};
const answers = new TextEncoder().encode(
  'wazamori: 1\ncompany: {name: 株式会社サンプル精機 & 息子 <本社>}\n',
);
const printed = async (extra: object = {}): Promise<Uint8Array> =>
  (await renderPdf({ ...fixture({ pages: 'plan' }), record: JSON.stringify(RECORD), ...extra })).bytes;

describe('what a PDF says of its making', () => {
  it('comes back as it was written', async () => {
    expect(readRecord(await printed())).toEqual(RECORD);
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{"version": '],
    ['another shape', '{"version": "0.1.0"}'],
  ])('is null where it says %s', async (_, record) => {
    const input =
      record === undefined ? fixture({ pages: 'president' }) : { ...fixture({ pages: 'president' }), record };
    expect(readRecord((await renderPdf(input)).bytes)).toBeNull();
  });

  it('means everything where it names no set of pages: a version that knew one alone made it', async () => {
    const { pages: _, ...old } = RECORD;
    expect(readRecord(await printed({ record: JSON.stringify(old) }))).toEqual({ ...RECORD, pages: 'full' });
    for (const pages of REPORT_PAGES)
      expect(readRecord(await printed({ record: JSON.stringify({ ...RECORD, pages }) }))?.pages).toBe(pages);
  });

  it('may hold any sign', async () => {
    const odd = { ...RECORD, version: 'a<b>&"c\'' };
    expect(readRecord(await printed({ record: JSON.stringify(odd) }))).toEqual(odd);
  });
});

describe('files inside', () => {
  const attachment = {
    ...{ name: 'answers.yaml', bytes: answers, type: 'application/yaml' },
    ...{ description: '回答', relationship: 'Source' as const },
  };

  it('come out as they went in, the same PDF to the byte each time', async () => {
    const bytes = await printed({ attachments: [attachment] });
    expect(insideOf(bytes).attached.get('yaml')).toEqual(Buffer.from(answers));
    expect(Buffer.compare(await printed({ attachments: [attachment] }), bytes)).toBe(0);
  });
});

describe('two PDFs', async () => {
  const bytes = await printed();

  it('of one plan do not differ, even packed by another zlib', () => {
    expect(difference(bytes, bytes)).toBeNull();
    expect(difference(repacked(bytes), bytes)).toBeNull();
  });

  it('differ on the pages where they do', async () => {
    const other = fixture({ pages: 'plan', capacity: 5 });
    const changed = (await renderPdf({ ...other, record: JSON.stringify(RECORD) })).bytes;
    expect(difference(changed, bytes)?.pages).toContain(3);
  });

  it('differ without a page where only what is not printed differs', async () => {
    const other = await printed({ record: JSON.stringify({ ...RECORD, version: '0.0.9' }) });
    expect(difference(other, bytes)).toEqual({ pages: [] });
  });

  it.each([0.2, 0.5, 0.8])('differ when one byte at %f of the file is changed', (share) => {
    const spoiled = bytes.slice();
    const at = Math.floor(spoiled.length * share);
    spoiled[at] = (spoiled[at] ?? 0) ^ 1;
    expect(difference(spoiled, bytes)).not.toBeNull();
  });

  it('one of which is no PDF of ours differ in every page', () => {
    const foreign = new TextEncoder().encode('%PDF-1.4\n%%EOF');
    expect(difference(foreign, bytes)?.pages.length).toBe(insideOf(bytes).pages.length);
  });
});

it('a password encrypts it: no readable page, no record', async () => {
  const { bytes } = await renderPdf({ ...fixture({ pages: 'president' }), record: '{}', password: 'ひみつ' });
  expect(isEncrypted(bytes)).toBe(true);
  expect(isEncrypted(await printed())).toBe(false);
  expect(readRecord(bytes)).toBeNull();
  const latin = Buffer.from(bytes).toString('latin1');
  expect(latin).toContain('/V 5');
  expect(latin).not.toContain('pdfaid:part');
});

/** The same file with its streams deflated at another level. */
function repacked(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  const start = /\/Length (\d+)\n>>\nstream\n/g;
  const text = file.toString('latin1');
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const from = match.index + match[0].length;
    const raw = file.subarray(from, from + Number(match[1]));
    const again = tryDeflate(raw);
    if (again === null || again.length > raw.length || again.equals(raw)) continue;
    const padded = Buffer.concat([again, Buffer.alloc(raw.length - again.length)]);
    return Buffer.concat([file.subarray(0, from), padded, file.subarray(from + raw.length)]);
  }
  throw new Error('every stream is as small as it can be');
}

function tryDeflate(raw: Buffer): Buffer | null {
  try {
    return deflateSync(inflateSync(raw), { level: 9 });
  } catch {
    return null;
  }
}
