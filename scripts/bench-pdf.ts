import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import { reportDocument } from '../src/report/document/build.ts';
import type { Block, Pair, ReportDocument } from '../src/report/document/model.ts';
import type { PdfInput } from '../src/report/pdf/input.ts';
import { renderPdf } from '../src/report/pdf/render.ts';

const own = createRequire(import.meta.url);
const font = (weight: string): object =>
  fontkit.openSync(own.resolve(`@expo-google-fonts/biz-udpgothic/${weight}`));

/** Documents made before the clock starts: the code is compiled by then, as in a batch of hundreds. */
const WARM_UP = 12;

/** The report against the same words through PDFKit's own `text()`: untagged, no tables, no figures. Medians in ms. */
export async function benchPdf(input: PdfInput, rounds: number): Promise<PdfBench> {
  const fonts = {
    regular: font('400Regular/BIZUDPGothic_400Regular.ttf'),
    bold: font('700Bold/BIZUDPGothic_700Bold.ttf'),
  };
  const document = reportDocument(input);
  const [ours, plain]: [number[], number[]] = [[], []];
  let bytes = 0;
  let plainBytes = 0;
  for (let round = -WARM_UP; round < rounds; round++) {
    const start = performance.now();
    bytes = (await renderPdf(input)).bytes.length;
    const between = performance.now();
    plainBytes = (await plainPdf(document, fonts)).length;
    if (round < 0) continue;
    ours.push(between - start);
    plain.push(performance.now() - between);
  }
  return { ms: median(ours), plainMs: median(plain), bytes, plainBytes };
}

export interface PdfBench {
  readonly ms: number;
  readonly plainMs: number;
  readonly bytes: number;
  readonly plainBytes: number;
}

function plainPdf(
  document: ReportDocument,
  fonts: { readonly regular: object; readonly bold: object },
): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 51, info: { CreationDate: new Date(0) } });
  const done = new Promise<Uint8Array>((resolve) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
  });
  // PDFKit takes parsed fonts; its types do not say so.
  for (const [name, parsed] of Object.entries(fonts)) doc.registerFont(name, parsed as unknown as string);
  for (const { text, bold } of wordsOf(document)) {
    doc
      .font(bold ? 'bold' : 'regular')
      .fontSize(8.5)
      .text(text, { lineGap: 3 });
  }
  doc.end();
  return done;
}

interface Said {
  readonly text: string;
  readonly bold: boolean;
}

const said = (text: string, bold = false): Said => ({ text, bold });
const pairSaid = ({ label, texts, style }: Pair): readonly Said[] => [
  said(label, true),
  ...texts.map((text) => said(text, style === 'strong')),
];

function wordsOf({ president, parts }: ReportDocument): readonly Said[] {
  const first = JSON.stringify(president).match(/(?<=")[^"]*[ぁ-ん][^"]*(?=")/g) ?? [];
  return [
    ...first.map((text) => said(text)),
    ...parts.flatMap(({ title, lead, blocks }) => [
      said(title, true),
      said(lead),
      ...blocks.flatMap(blockSaid),
    ]),
  ];
}

function blockSaid(block: Block): readonly Said[] {
  switch (block.kind) {
    case 'heading':
      return [said(block.title, true)];
    case 'text':
    case 'notice':
      return [said(block.text)];
    case 'list':
      return block.texts.map((text) => said(text));
    case 'pairs':
      return block.pairs.flatMap(pairSaid);
    case 'card':
      return [
        said(block.title, true),
        ...block.framed.map((line) => said(line)),
        ...block.pairs.flatMap(pairSaid),
      ];
    case 'table':
      return block.rows.flatMap((row) =>
        row.kind === 'group'
          ? [said(row.title, true)]
          : row.cells.flatMap(({ pieces }) => pieces.map(({ text, tone }) => said(text, tone === 'strong'))),
      );
    case 'figure':
      return [said(block.figure.alt)];
    case 'sheet':
      return [];
  }
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
