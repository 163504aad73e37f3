import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { catchObjects, type Writing } from '../../../src/press/pack/objects.ts';
import { packed } from '../../../src/press/pack/pack.ts';

/** A document that writes as PDFKit does. */
function scribe(): Writing & { readonly object: (id: number, ...parts: (string | Uint8Array)[]) => void } {
  const doc = {
    _write: (_: string | Uint8Array): void => {},
    _refEnd: (_: { readonly id: number }): void => {},
    _finalize: (): void => {
      for (const line of [
        'xref',
        '0 3',
        'trailer',
        '<<\n/Size 3\n/Root 1 0 R\n>>',
        'startxref',
        '0',
        '%%EOF',
      ])
        doc._write(line);
    },
    object: (id: number, ...parts: (string | Uint8Array)[]): void => {
      for (const part of [`${id} 0 obj`, ...parts, 'endobj']) doc._write(part);
      doc._refEnd({ id });
    },
  };
  return doc;
}

const stream = new Uint8Array([1, 2, 3]);
const STREAM = ['<<\n/Length 3\n>>', 'stream', stream, '\nendstream'] as const;

describe('the objects of a PDF', () => {
  it('are known by their numbers, whatever the order they were written in', () => {
    const doc = scribe();
    const objects = catchObjects(doc);
    doc.object(2, ...STREAM);
    doc.object(1, '<<\n/Type /Catalog\n>>');
    doc._finalize();
    expect(objects()).toEqual({
      all: [
        undefined,
        { value: '<<\n/Type /Catalog\n>>', stream: null },
        { value: '<<\n/Length 3\n>>', stream },
      ],
      trailer: '<<\n/Size 3\n/Root 1 0 R\n>>',
    });
  });

  it('are not given before the document has ended', () => {
    const objects = catchObjects(scribe());
    expect(objects).toThrow('has not ended');
  });

  it('have all to be there before they are packed', () => {
    const doc = scribe();
    const objects = catchObjects(doc);
    doc.object(2, ...STREAM);
    doc._finalize();
    expect(() => packed(objects(), deflateSync)).toThrow('object 1 was never written');
  });

  it('may not be written in another way than the one that is read here', () => {
    const doc = scribe();
    catchObjects(doc);
    expect(() => doc._refEnd({ id: 7 })).toThrow('object 7');
  });
});
