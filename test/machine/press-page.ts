import { deflate, Inflate } from 'pako';
import { assessOpened } from '../../src/engine/assess.ts';
import { openText } from '../../src/engine/open.ts';
import { attachedFile, difference, readPdf, recordOfPdf } from '../../src/press/inside/read.ts';
import type { Inflate as Unpack } from '../../src/press/tools.ts';
import type { ReportInput } from '../../src/report/document/input.ts';
import { type PlanOptions, recordOf } from '../../src/report/pdf/record.ts';
import { renderPdf } from '../../src/report/pdf/render.ts';
import { createWords, type Messages } from '../../src/words/messages.ts';

/** What the page is given as JSON. */
export interface Given extends Pick<ReportInput, 'catalog' | 'texts'> {
  readonly lang: 'ja' | 'en';
  /** Of the answer file. */
  readonly text: string;
  readonly source: { readonly file: string; readonly sha256: string };
  readonly today: string;
  readonly version: string;
  readonly messages: Messages;
  readonly options: PlanOptions;
  readonly meaning: string;
  readonly attached: { readonly name: string; readonly description: string } | null;
}

/** What it made, and what it reads in that; bytes as text of which each character is one. */
export interface Made {
  readonly pdf: string;
  readonly record: string | null;
  readonly attached: string | null;
  readonly differing: string;
}

/** Prints the plan of an answer file and reads it again, with nothing but what a browser has. */
export async function printed(given: Given, font: (name: string) => Promise<Uint8Array>): Promise<Made> {
  const { lang, messages, options, meaning, attached, text, catalog, texts } = given;
  const read = openText(text, catalog);
  if (!read.ok) throw new Error('the answers do not read');
  const { answers } = read.value;
  const { today, version, source } = given;
  const assessment = assessOpened(read.value, read.findings, { catalog, today, version }, source);
  const fallback = await font('NotoSansJP-fallback.ttf');
  const { bytes } = await renderPdf({
    assessment,
    catalog,
    texts,
    answers,
    words: createWords(lang, messages),
    pages: options.pages,
    hide: options.hide,
    handouts: options.handouts,
    attached: options.attach,
    record: recordOf(assessment, lang, options, meaning),
    attachments: attached === null ? [] : [attachmentOf(attached, text)],
    fonts: {
      regular: await font('BIZUDPGothic-Regular.ttf'),
      bold: await font('BIZUDPGothic-Bold.ttf'),
      fallback: () => fallback,
    },
    deflate,
  });
  return { pdf: characters(bytes), ...readAgain(bytes) };
}

const attachmentOf = ({ name, description }: NonNullable<Given['attached']>, text: string) => ({
  name,
  description,
  bytes: new TextEncoder().encode(text),
  type: 'application/yaml',
  relationship: 'Source' as const,
});

function readAgain(bytes: Uint8Array): Omit<Made, 'pdf'> {
  const reading = readPdf(bytes, unpack);
  if (reading.kind !== 'read') throw new Error(reading.kind);
  const inside = attachedFile(reading.pdf, 'application/yaml', 1_000_000);
  return {
    record: recordOfPdf(reading.pdf),
    attached: inside === null ? null : new TextDecoder().decode(inside),
    differing: JSON.stringify(difference(reading.pdf, bytes)),
  };
}

class TooMuch extends Error {}

const unpack: Unpack = (raw, limit) => {
  const inflator = new Inflate();
  const parts: Uint8Array[] = [];
  let [length, used] = [0, (): number => 0];
  inflator.onStart = (stream) => {
    used = () => stream.total_in;
  };
  inflator.onData = (part) => {
    length += part.length;
    if (length > limit) throw new TooMuch();
    parts.push(part);
  };
  try {
    if (!inflator.push(raw, true) || !inflator.ended) return 'spoiled';
  } catch (error) {
    if (error instanceof TooMuch) return 'too-much';
    throw error;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, used: used() };
};

const characters = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
