import type { ReportInput } from '../document/input.ts';

export interface PdfInput extends ReportInput {
  /** Folder of `NotoSansJP-fallback.ttf`. */
  readonly fontsDir: string;
}

export interface PdfReport {
  readonly bytes: Uint8Array;
  /** Characters no font has, each once; 〓 was printed in their place. */
  readonly missing: readonly string[];
}
