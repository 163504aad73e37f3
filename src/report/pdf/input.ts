import type { IsoDate } from '../../model/text.ts';
import type { Attachment } from '../../press/engine/open.ts';
import type { PressTools } from '../../press/tools.ts';
import type { Words } from '../../words/messages.ts';
import type { ReportInput } from '../document/input.ts';
import type { ReportDocument } from '../document/model.ts';

/** How a document is printed. */
export interface Printing extends PressTools {
  /** What it is made with, written into its metadata. */
  readonly record?: string;
  readonly attachments?: readonly Attachment[];
  /** Encrypts the file with AES-256; it is then not PDF/A and differs each time. */
  readonly password?: string;
}

export interface PdfInput extends ReportInput, Printing {}

export interface PrintInput extends Printing {
  readonly document: ReportDocument;
  readonly words: Words;
  readonly asOf: IsoDate;
  /** Of the tool. */
  readonly version: string;
  /** Stands on every page in place of 社外秘. */
  readonly seal?: string;
}

export interface PdfReport {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Characters no font has, each once; 〓 was printed in their place. */
  readonly missing: readonly string[];
  /** Letters printed in their plain form, each as it was written: what chose a variant was dropped (IVS), or no font has it. */
  readonly plain: readonly string[];
}
