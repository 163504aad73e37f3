import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import { readAnswers } from '../src/answers/read.ts';
import { fontsFolder, shippedCatalog, shippedWords } from '../src/cli/assets.ts';
import { assess } from '../src/core/assess.ts';
import { pressTools } from '../src/files/shipped/press-tools.ts';
import type { Pair } from '../src/press/blocks/pair.ts';
import { reportDocument } from '../src/report/document/build.ts';
import type { Block, ReportDocument } from '../src/report/document/model.ts';
import type { PdfInput } from '../src/report/pdf/input.ts';
import { renderPdf } from '../src/report/pdf/render.ts';

/**
 * A process that makes PDFs of one kind and nothing else, as a batch's threads do: `node bench-pdf-maker.ts KIND FILE`,
 * KIND being `ours` (the report of an answer file) or `plain` (the same words through PDFKit's own `text()`: untagged, no
 * tables, no figures). Answers a number with the times of so many documents.
 */
export interface Made {
  /** In ms, one a document. */
  readonly times: readonly number[];
  readonly bytes: number;
}

const [, , kind, file = ''] = process.argv;
const input = inputOf(file);
const document = reportDocument(input);
const fonts = {
  regular: font('400Regular/BIZUDPGothic_400Regular.ttf'),
  bold: font('700Bold/BIZUDPGothic_700Bold.ttf'),
};
const make = async (): Promise<number> =>
  kind === 'ours' ? (await renderPdf(input)).bytes.length : (await plainPdf(document)).length;

process.on('message', async (count: number) => {
  const times: number[] = [];
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    bytes = await make();
    times.push(performance.now() - start);
  }
  process.send?.({ times, bytes } satisfies Made);
});

function inputOf(path: string): PdfInput {
  const { catalog, texts } = shippedCatalog('ja');
  const read = readAnswers(readFileSync(path, 'utf8'), catalog);
  if (!read.ok) throw new Error('the bench file does not read');
  const assessment = assess({ catalog, answers: read.value, today: '2026-11-21', version: 'bench' });
  const words = shippedWords('ja');
  return {
    assessment,
    catalog,
    texts: texts(),
    answers: read.value,
    words,
    pages: 'standard',
    ...pressTools(fontsFolder),
  };
}

function font(path: string): object {
  return fontkit.openSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/biz-udpgothic/${path}`));
}

function plainPdf(document: ReportDocument): Promise<Uint8Array> {
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
