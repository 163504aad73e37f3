import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');
const ROOMS = ['press', 'report/pdf'] as const;

/** What only node has. A browser prints the same plan: `test/machine/press-browser.test.ts` has one do it. */
const OF_NODE =
  /['"]node:|\b(?:Buffer|__dirname|__filename|require|setImmediate)\b|\bprocess\.|\bimport\.meta\b/;

const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
const filesOf = (room: string): readonly string[] =>
  readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${room}/${path}`);

describe.each(ROOMS)('%s', (room) => {
  const files = filesOf(room);

  it('knows bytes and nothing of node', () => {
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((path) => OF_NODE.test(code(readFileSync(join(SRC, path), 'utf8'))))).toEqual([]);
  });
});

it.each([
  "import { deflateSync } from 'node:zlib';",
  "const zlib = await import('node:zlib');",
  "const bytes = Buffer.from(text, 'latin1');",
  'const { env } = process.versions;',
])('would notice %s', (line) => {
  expect(OF_NODE.test(code(line))).toBe(true);
});

it.each([
  '/** A Buffer of node: needs no word here. */',
  'const kept = new Uint8Array(new ArrayBuffer(4)); // once a process.',
  "import PDFDocument from 'pdfkit';",
])('lets stand %s', (line) => {
  expect(OF_NODE.test(code(line))).toBe(false);
});
