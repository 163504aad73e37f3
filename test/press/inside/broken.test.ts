import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../../src/files/inflate.ts';
import { type Reading, readPdf } from '../../../src/press/inside/read.ts';

/** Small files that break the rules, or were made to cost whoever opens them. Each is refused, and soon. */
interface Bare {
  /** Bodies by number, as they stand between `obj` and `endobj`. */
  readonly objects: Readonly<Record<number, string>>;
  readonly trailer?: string;
  readonly start?: string;
  readonly head?: string;
}

const ONE_PAGE: Readonly<Record<number, string>> = {
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
  4: '<< /Length 4 >>\nstream\nq Q \nendstream',
};

function file({ objects, trailer = '/Root 1 0 R', start, head = '%PDF-1.7\n' }: Bare): Buffer {
  let text = head;
  let table = 'xref\n0 1\n0000000000 65535 f \n';
  for (const [id, body] of Object.entries(objects)) {
    table += `${id} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${id} 0 obj\n${body}\nendobj\n`;
  }
  const at = text.length;
  const end = `trailer\n<< /Size 9 ${trailer.replace('HERE', String(at))} >>\nstartxref\n${start ?? at}\n%%EOF\n`;
  return Buffer.from(text + table + end, 'latin1');
}

const kind = (bytes: Uint8Array): Reading['kind'] => readPdf(bytes, inflate).kind;
const instead = (objects: Readonly<Record<number, string>>): Bare => ({
  objects: { ...ONE_PAGE, ...objects },
});
/** A stream with this content, for the entries its dictionary is to have. */
function packedAs(content: string | Uint8Array): (entries: string) => string {
  const data = deflateSync(content, { level: 9 });
  const stream = `stream\n${data.toString('latin1')}\nendstream`;
  return (entries) => `<< ${entries} /Filter /FlateDecode /Length ${data.length} >>\n${stream}`;
}
const packed = (entries: string, content: string | Uint8Array): string => packedAs(content)(entries);
/** 200 MB of spaces, packed once: packing takes longer than all readers need. */
const SPACES = packedAs(Buffer.alloc(200 * 1024 * 1024, ' '));

it('one page, and nothing wrong with it, is read', () => {
  expect(kind(file({ objects: ONE_PAGE }))).toBe('read');
});

describe('is refused', () => {
  it.each<[string, Bare]>([
    ['a section that leads to itself', { objects: ONE_PAGE, trailer: '/Root 1 0 R /Prev HERE' }],
    ['a place behind the end', { objects: ONE_PAGE, start: '99999999' }],
    ['a place inside an object', { objects: ONE_PAGE, start: '12' }],
    ['an older section nowhere', { objects: ONE_PAGE, trailer: '/Root 1 0 R /Prev -5' }],
    ['no catalogue', { objects: ONE_PAGE, trailer: '/Root 4 0 R' }],
    ['something before its head', { objects: ONE_PAGE, head: '\n%PDF-1.7\n' }],
    ['a comment for programs that scan', { objects: ONE_PAGE, head: '%PDF-1.7\n%9 0 obj\n' }],
    ['pages in a circle', instead({ 2: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' })],
    ['a page met twice', instead({ 2: '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>' })],
    ['pages counted otherwise', instead({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 2 >>' })],
    ['a page that belongs elsewhere', instead({ 3: '<< /Type /Page /Parent 1 0 R >>' })],
    ['a node that does more', instead({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /AA << >> >>' })],
    ['a stream longer than it says', instead({ 4: '<< /Length 2 >>\nstream\nq Q \nendstream' })],
    ['a stream shorter than it says', instead({ 4: '<< /Length 9 >>\nstream\nq Q \nendstream' })],
    ['a stream as long as the file', instead({ 4: '<< /Length 999999999 >>\nstream\nq Q \nendstream' })],
    ['a length that is itself', instead({ 4: '<< /Length 4 0 R >>\nstream\nq Q \nendstream' })],
    ['an object that is another one', instead({ 5: '4 0 R' })],
    ['a later generation', instead({ 5: '[4 1 R]' })],
  ])('%s', (_, bare) => expect(kind(file(bare))).toBe('broken'));

  it('an object over another', () => {
    const bytes = file({
      objects: { ...ONE_PAGE, 5: '<< /Length 25 >>\nstream\n6 0 obj\n(hid)\nendobj\n    \nendstream' },
    });
    const text = bytes.toString('latin1');
    const inner = String(text.indexOf('6 0 obj')).padStart(10, '0');
    const listed = text.replace('trailer', `6 1\n${inner} 00000 n \ntrailer`);
    expect(kind(bytes)).toBe('read');
    expect(kind(Buffer.from(listed, 'latin1'))).toBe('broken');
  });

  it.each<[string, string]>([
    ['a table of a size nobody has', '/Type /XRef /Size 2000000000 /W [1 4 2] /Root 1 0 R'],
    ['rows of no width', '/Type /XRef /Size 9 /W [0 0 0] /Root 1 0 R'],
    ['rows wider than a number', '/Type /XRef /Size 9 /W [1 99 1] /Root 1 0 R'],
    ['a range without an end', '/Type /XRef /Size 9 /W [1 4 2] /Index [0] /Root 1 0 R'],
    [
      'packed in an unknown way',
      '/Type /XRef /Size 1 /W [1 4 2] /Root 1 0 R /DecodeParms << /Predictor 2 >>',
    ],
  ])('a stream of cross-references: %s', (_, entries) => {
    const start = '%PDF-1.7\n';
    const bytes = `${start}9 0 obj\n${packed(entries, new Uint8Array(7))}\nendobj\nstartxref\n${start.length}\n%%EOF\n`;
    expect(kind(Buffer.from(bytes, 'latin1'))).toBe('broken');
  });
});

describe('costs no more than a plan', () => {
  // Memory is measured in a process of its own by the tests of the command line.
  it.each<[string, Bare]>([
    ['objects that inflate to 200 MB', instead({ 5: SPACES('/Type /ObjStm /N 1 /First 4') })],
    [
      'a million objects in one',
      instead({ 5: packed(`/Type /ObjStm /N 1000000 /First 4000000`, '1 0 '.repeat(1e6)) }),
    ],
    ['a list of millions', instead({ 5: `[${'0 '.repeat(1_100_000)}]` })],
    ['brackets', instead({ 5: '['.repeat(100_000) })],
  ])('%s', (_, bare) => expect(kind(file(bare))).toBe('broken'));

  it('a drawing that inflates to 200 MB is read, and never inflated', () => {
    expect(kind(file(instead({ 4: SPACES('') })))).toBe('read');
  });
});
