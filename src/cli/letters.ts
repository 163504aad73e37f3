import type { PdfReport } from '../report/pdf/input.ts';
import type { Context } from './context.ts';

/** Says which letters a PDF could not print as they were written; of several PDFs of one run, each letter once. */
export function tellLetters(
  { io, words }: Pick<Context, 'io' | 'words'>,
  { missing, plain }: Pick<PdfReport, 'missing' | 'plain'>,
  told: Set<string> = new Set(),
): void {
  for (const [key, letters] of [['missing', missing] as const, ['plain', plain] as const]) {
    const characters = letters.filter((letter) => !told.has(letter));
    for (const letter of characters) told.add(letter);
    if (characters.length > 0) io.err(`${words.t(`cli.report.${key}`, { characters })}\n`);
  }
}
