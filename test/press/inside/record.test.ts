import { describe, expect, it } from 'vitest';
import { inflate } from '../../../src/files/inflate.ts';
import { attachedFile, readPdf, recordOfPdf } from '../../../src/press/inside/read.ts';
import { renderPdf } from '../../../src/report/pdf/render.ts';
import { readRecord } from '../../../src/report/pdf/schema-record.ts';
import { fixture } from '../../report/pdf/fixture.ts';

const RECORD = {
  version: '0.1.0',
  lang: 'ja',
  asOf: '2026-11-21',
  sha256: 'a3f1',
  editions: { guidance: '2026.1' },
  pages: 'plan',
  handouts: false,
  hide: [],
  attach: true,
  capacity: null,
  meaning: 'b2c4',
};
const answers = new TextEncoder().encode(
  'wazamori: 1\ncompany: {name: 株式会社サンプル精機 & 息子 <本社>}\n',
);
function read(bytes: Uint8Array) {
  const reading = readPdf(bytes, inflate);
  if (reading.kind !== 'read') throw new Error(reading.kind);
  return reading.pdf;
}
const recorded = (bytes: Uint8Array) => readRecord(recordOfPdf(read(bytes)));
const printed = async (extra: object = {}): Promise<Uint8Array> =>
  (await renderPdf({ ...fixture({ pages: 'plan' }), record: JSON.stringify(RECORD), ...extra })).bytes;

describe('what a PDF says of its making', () => {
  it('comes back as it was written', async () => {
    expect(recorded(await printed())).toEqual(RECORD);
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{"version": '],
    ['another shape', '{"version": "0.1.0"}'],
  ])('is null where it says %s', async (_, record) => {
    const input =
      record === undefined ? fixture({ pages: 'president' }) : { ...fixture({ pages: 'president' }), record };
    expect(recorded((await renderPdf(input)).bytes)).toBeNull();
  });

  it('knows no meaning of the answers in a file of 0.1.0', async () => {
    const { meaning, ...old } = RECORD;
    expect(meaning).toBe('b2c4');
    expect(recorded(await printed({ record: JSON.stringify(old) }))).toEqual({ ...old, meaning: null });
  });

  it('means everything where it names no set of pages: a version that knew one alone made it', async () => {
    const { pages: _, ...old } = RECORD;
    expect(recorded(await printed({ record: JSON.stringify(old) }))).toEqual({ ...old, pages: 'full' });
  });

  it('may hold any sign', async () => {
    const odd = { ...RECORD, version: 'a<b>&"c\'' };
    expect(recorded(await printed({ record: JSON.stringify(odd) }))).toEqual(odd);
  });
});

describe('files inside', () => {
  const attachment = {
    name: 'answers.yaml',
    bytes: answers,
    type: 'application/yaml',
    description: '回答',
    relationship: 'Source' as const,
  };

  it('come out as they went in, the same PDF to the byte each time', async () => {
    const bytes = await printed({ attachments: [attachment] });
    expect(Buffer.from(attachedFile(read(bytes), 'application/yaml', 1000) ?? '')).toEqual(
      Buffer.from(answers),
    );
    expect(attachedFile(read(bytes), 'application/yaml', answers.length - 1)).toBeNull();
    expect(Buffer.compare(await printed({ attachments: [attachment] }), bytes)).toBe(0);
  });
});

it('a password encrypts it: no readable page, no record', async () => {
  const { bytes } = await renderPdf({ ...fixture({ pages: 'president' }), record: '{}', password: 'ひみつ' });
  expect(readPdf(bytes, inflate)).toEqual({ kind: 'encrypted' });
  const latin = Buffer.from(bytes).toString('latin1');
  expect(latin).toContain('/V 5');
  // Every bit that may be set is: printing, copying, reading aloud … are for whoever has the password (7.6.3.2).
  expect(Number(/\/P (-\d+)/.exec(latin)?.[1])).toBe(-4);
  expect(latin).not.toContain('pdfaid:part');
});
