import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inflate } from '../../src/files/inflate.ts';
import { recordIn } from '../../src/press/engine/metadata.ts';
import { openFonts } from '../../src/press/fonts/fonts.ts';
import { difference, readPdf } from '../../src/press/inside/read.ts';
import { createTypesetter } from '../../src/press/lines/typesetter.ts';
import { TYPE } from '../../src/press/look.ts';
import { renderPdf } from '../../src/report/pdf/render.ts';
import { readPdf as readText, type TextPiece } from '../press/read-pdf.ts';
import { fixture, TOOLS } from '../report/pdf/fixture.ts';

/** Checks of a finished PDF with other people's programs: poppler and qpdf. */
const folder = mkdtempSync(join(tmpdir(), 'wazamori-pdf-'));
const file = join(folder, 'plan.pdf');
const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });

let bytes: Uint8Array = new Uint8Array();
beforeAll(async () => {
  ({ bytes } = await renderPdf(fixture()));
  writeFileSync(file, bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('qpdf finds nothing to complain about', () => {
  const said = run('qpdf', '--check', file);
  expect(said).toContain('No syntax or stream encoding errors found');
  expect(said).not.toMatch(/WARNING/i);
});

it('every font is embedded, a subset, and can be copied as text', () => {
  const fonts = run('pdffonts', file).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(1);
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.+Identity-H\s+yes yes yes/);
});

it('pdftotext reads the headline', () => {
  const text = run('pdftotext', '-f', '1', '-l', '1', file, '-').replace(/\s/g, '');
  expect(text).toContain('45問：はい19・一部6・いいえ8・わからない8・未回答4');
  expect(text).toContain('危ない所3件と、はじめの一歩');
});

it('pdfinfo calls it tagged', () => {
  expect(run('pdfinfo', file)).toMatch(/Tagged:\s+yes/);
});

it('the root of the bookmarks counts all that stand open', () => {
  const plain = run('qpdf', '--qdf', '--object-streams=disable', file, '-');
  const items = plain.match(/\/Dest \[/g) ?? [];
  const root = plain
    .split('endobj')
    .find((object) => /\/First/.test(object) && !/\/Title|\/Type/.test(object));
  expect(Number(/\/Count (\d+)/.exec(root ?? '')?.[1])).toBe(items.length);
});

describe('signs no font has', () => {
  it('are drawn, and can be copied and read aloud', async () => {
    const marked = join(folder, 'marked.pdf');
    const company = '株式会社☐☑☒✔✗精機';
    const printed = await renderPdf(fixture({ company, pages: 'president' }));
    expect(printed.missing).toEqual([]);
    writeFileSync(marked, printed.bytes);
    expect(run('pdftotext', marked, '-').replace(/\s/g, '')).toContain(company);
    expect(run('qpdf', '--check', marked)).toContain('No syntax or stream encoding errors found');
    const picture = rasterise(1, marked);
    // The five marks stand between 株式会社 and 精機, each a quarter wider than its em.
    const pieces = (await readText(printed.bytes)).pages[0]?.pieces ?? [];
    const name = pieces.find(({ text }) => text === '株式会社');
    if (name === undefined) throw new Error('the company is not named');
    for (let i = 0; i < 5; i++) {
      const left = name.x + name.width + i * 1.25 * name.size;
      const cell = { char: '☐', left, right: left + name.size, baseline: name.y, size: name.size };
      expect(hasInk(picture, cell), `mark ${i + 1}`).toBe(true);
    }
  });
});

describe('whatever a company is called', () => {
  const xmpOf = (pdf: Uint8Array): string =>
    /<\?xpacket begin[\s\S]*<\?xpacket end="w"\?>/.exec(Buffer.from(pdf).toString('utf8'))?.[0] ?? '';
  it.each([
    ['A&B株式会社', 'A&B株式会社'],
    ['<株>サンプル精機>', '<株>サンプル精機>'],
    ['x ]]> y --> z \' " w', 'x ]]> y --> z \' " w'],
    ['&amp;&lt;', '&amp;&lt;'],
    ['<wazamori:record>{}</wazamori:record>', '<wazamori:record>{}</wazamori:record>'],
    ['制御\u0001\u0008\u000b\u007f文字', '制御[U+0001][U+0008][U+000B][U+007F]文字'],
    ['絵文字🏭と𠮷田', '絵文字🏭と𠮷田'],
    ['半分だけ\ud83cの字\udc4d', '半分だけ\ufffdの字\ufffd'],
    ['終わり\ufffe\uffff', '終わり\ufffd\ufffd'],
  ])('its metadata are XML that says so: %j', async (company, written) => {
    const named = join(folder, 'named.pdf');
    const { bytes: pdf } = await renderPdf({
      ...fixture({ company, pages: 'president' }),
      record: '{"a":"<&"}',
    });
    writeFileSync(named, pdf);
    const xmp = join(folder, 'xmp.xml');
    writeFileSync(xmp, xmpOf(pdf));
    const creator = "string(//*[local-name()='creator']//*[local-name()='li'])";
    const said = run('xmllint', '--nonet', '--xpath', creator, xmp).trim();
    expect(said).toBe(written);
    expect(recordIn(pdf)).toBe('{"a":"<&"}');
    expect(run('qpdf', '--check', named)).toContain('No syntax or stream encoding errors found');
    expect(run('pdfinfo', named)).toContain('Tagged');
  });
});

describe('files and passwords', () => {
  it('carries the answers as poppler finds them', async () => {
    const carrying = join(folder, 'carrying.pdf');
    const content = 'wazamori: 1\ncompany: {name: 株式会社サンプル精機}\n';
    const attachment = {
      name: 'answers.yaml',
      bytes: new TextEncoder().encode(content),
      type: 'application/yaml',
      description: '回答ファイル',
      relationship: 'Source' as const,
    };
    const input = { ...fixture({ pages: 'president' }), attachments: [attachment] };
    writeFileSync(carrying, (await renderPdf(input)).bytes);
    expect(run('pdfdetach', '-list', carrying)).toContain('answers.yaml');
    run('pdfdetach', '-save', '1', '-o', join(folder, 'out.yaml'), carrying);
    expect(readFileSync(join(folder, 'out.yaml'), 'utf8')).toBe(content);
  });

  it('opens with its password alone, and then permits everything', async () => {
    const locked = join(folder, 'locked.pdf');
    const { bytes: sealed } = await renderPdf({ ...fixture({ pages: 'president' }), password: 'ひみつ' });
    writeFileSync(locked, sealed);
    expect(() => run('pdftotext', '-q', locked, '-')).toThrow();
    const shown = run('qpdf', '--password=ひみつ', '--show-encryption', locked);
    expect(shown).toMatch(/AESv3/);
    expect(shown).toContain('print high resolution: allowed');
    expect(shown).toContain('extract for any purpose: allowed');
    expect(shown).not.toContain('not allowed');
    expect(run('pdfinfo', '-upw', 'ひみつ', locked)).toMatch(
      /Encrypted: +yes \(print:yes copy:yes change:yes/,
    );
    expect(run('qpdf', '--password=ひみつ', '--check', locked)).toContain('No syntax');
  });
});

describe('packed anew by qpdf', () => {
  it.each([
    ['for quick display from the web', ['--linearize']],
    ['without streams of objects', ['--object-streams=disable']],
    ['unpacked', ['--stream-data=uncompress']],
    ['unpacked, for quick display', ['--stream-data=uncompress', '--linearize']],
    ['packed harder', ['--recompress-flate', '--compression-level=9', '--object-streams=generate']],
  ])('%s it is the same plan', (_, options) => {
    const again = join(folder, 'again.pdf');
    run('qpdf', ...options, file, again);
    const reading = readPdf(readFileSync(again), inflate);
    if (reading.kind !== 'read') throw new Error(reading.kind);
    expect(difference(reading.pdf, bytes)).toEqual({
      kind: 'compared',
      difference: { added: [], pages: [], changed: [] },
    });
  });

  it('encrypted it says so', () => {
    const locked = join(folder, 'locked-by-qpdf.pdf');
    run('qpdf', '--encrypt', 'a', 'b', '256', '--', file, locked);
    expect(readPdf(readFileSync(locked), inflate)).toEqual({ kind: 'encrypted' });
  });
});

describe('ink', () => {
  // A glyph that is in the text but was lost from the font leaves white paper where it should stand.
  it('every character of every page leaves ink on the paper', async () => {
    const { pages } = await readText(bytes);
    expect(pages.length).toBeGreaterThan(8);
    pages.forEach(({ pieces }, i) => {
      const picture = rasterise(i + 1);
      const bare = pieces.flatMap((piece) =>
        cellsOf(piece)
          .filter((cell) => !hasInk(picture, cell))
          .map((cell) => `${cell.char} in ${piece.text}`),
      );
      expect(bare, `page ${i + 1}`).toEqual([]);
    });
  });
});

const DPI = 110;

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

interface Cell {
  readonly char: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** The page in shades of grey, read from poppler's PGM. */
function rasterise(n: number, pdf = file): Picture {
  const name = join(folder, 'page');
  run('pdftoppm', '-gray', '-singlefile', '-r', String(DPI), '-f', String(n), '-l', String(n), pdf, name);
  const pgm = readFileSync(`${name}.pgm`);
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1')) ?? [];
  return { width: Number(width), height: Number(height), grey: pgm.subarray(head.length) };
}

function cellsOf(piece: TextPiece): readonly Cell[] {
  const typesetter = createTypesetter(openFonts(TOOLS.fonts));
  const widths = [...piece.text].map((char) => typesetter.width(char, { ...TYPE.body, size: piece.size }));
  const scale = piece.width / widths.reduce((sum, width) => sum + width, 0);
  let x = piece.x;
  return [...piece.text].flatMap((char, i) => {
    const left = x;
    x += (widths[i] ?? 0) * scale;
    return /\s/.test(char) ? [] : [{ char, left, right: x, baseline: piece.y, size: piece.size }];
  });
}

/** Ink is contrast: black on paper, or paper-white on the accent. */
function hasInk(picture: Picture, { left, right, baseline, size }: Cell): boolean {
  const px = DPI / 72;
  const [top, bottom] = [
    picture.height - (baseline + size * 0.88) * px,
    picture.height - (baseline - size * 0.12) * px,
  ];
  let [darkest, lightest] = [255, 0];
  for (let y = Math.floor(top); y <= Math.ceil(bottom); y++) {
    for (let x = Math.floor(left * px) + 1; x < Math.ceil(right * px); x++) {
      const grey = picture.grey[y * picture.width + x] ?? 255;
      darkest = Math.min(darkest, grey);
      lightest = Math.max(lightest, grey);
    }
  }
  return lightest - darkest > 40;
}
