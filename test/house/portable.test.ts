import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleForBrowser, ENTRY } from '../setup/browser/bundle.ts';

/*
 * Everything but the shell, the batch, the repository and the disk runs in a browser (docs/architecture.md). Here is what keeps it so;
 * `test/machine/browser.test.ts` has one do it.
 */
const SRC = resolve(import.meta.dirname, '../../src');

/** The rooms that know node; every other is portable, a new one as well. */
const OF_NODE: ReadonlySet<string> = new Set(['files', 'portfolio', 'repository', 'cli']);
/** The published API: what it gives of the rooms above. */
const ROOT_FILES: ReadonlySet<string> = new Set(['index.ts']);

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const roomOf = (path: string): string => path.split('/')[0] ?? '';
const portable = files.filter((path) => !OF_NODE.has(roomOf(path)) && !ROOT_FILES.has(path));

/** What only node has, as code names it. */
const NAMES_NODE =
  /['"]node:|\b(?:Buffer|NodeJS|__dirname|__filename|require|setImmediate)\b|\bprocess\.|\bglobal\.|\bimport\.meta\b/;
const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

describe('the rooms that run in a browser', () => {
  it('are read at all', () => {
    const rooms = new Set(portable.map(roomOf));
    expect(portable.length).toBeGreaterThan(300);
    for (const room of ['model', 'text', 'words', 'press', 'answers', 'catalog', 'core'])
      expect(rooms).toContain(room);
    for (const room of ['gate', 'report', 'interview', 'engine']) expect(rooms).toContain(room);
    expect([...OF_NODE].filter((room) => files.every((path) => roomOf(path) !== room))).toEqual([]);
  });

  it('name nothing that only node has', () => {
    expect(portable.filter((path) => NAMES_NODE.test(code(readFileSync(join(SRC, path), 'utf8'))))).toEqual(
      [],
    );
  });

  it('ask for nothing of node through what they import, packages and all', async () => {
    const { missing } = await bundleForBrowser(portable.map((path) => `src/${path}`));
    expect(missing).toEqual([]);
  });

  it('are one script, with nothing left to load', async () => {
    const { missing, code } = await bundleForBrowser(ENTRY);
    expect(missing).toEqual([]);
    expect(code).toMatch(/^var wazamori = /);
    expect(code).not.toMatch(/['"]node:/);
  });

  it('leave packages to the faces of the interview: a screen that needs one belongs to a shell', () => {
    const interview = portable.filter((path) => roomOf(path) === 'interview');
    expect(interview.length).toBeGreaterThan(20);
    const wanting = interview.filter((path) =>
      /from '[^.]|\bsetTimeout\b/.test(code(readFileSync(join(SRC, path), 'utf8'))),
    );
    expect(wanting).toEqual([]);
  });
});

describe('what only node has is noticed', () => {
  it.each([
    "import { deflateSync } from 'node:zlib';",
    "const zlib = await import('node:zlib');",
    "const bytes = Buffer.from(text, 'latin1');",
    'const { env } = process.versions;',
    'readonly input: NodeJS.ReadableStream;',
    "const see = 'https://example.jp/'; process.exit();",
  ])('%s', (line) => {
    expect(NAMES_NODE.test(code(line))).toBe(true);
  });

  it.each([
    '/** A Buffer of node: needs no word here. */',
    'const kept = new Uint8Array(new ArrayBuffer(4)); // once a process.',
    "import PDFDocument from 'pdfkit';",
    'export function locationOf(reading: Reading, node: YamlNode): Location {',
  ])('and no more: %s', (line) => {
    expect(NAMES_NODE.test(code(line))).toBe(false);
  });

  it('by the bundle as well, where only what is imported has it', async () => {
    const { missing } = await bundleForBrowser([
      'src/files/content-hash.ts',
      'src/files/shipped/texts-in.ts',
    ]);
    expect(missing).toEqual([
      'src/files/content-hash.ts → node:crypto',
      'src/files/shipped/texts-in.ts → node:fs',
      'src/files/shipped/texts-in.ts → node:path',
    ]);
  });
});
