import { z } from 'zod';
import { HIDDEN, REPORT_PAGES } from '../document/pages.ts';
import type { PrintRecord } from './record.ts';

const printRecord: z.ZodType<PrintRecord> = z.strictObject({
  version: z.string(),
  lang: z.enum(['ja', 'en']),
  asOf: z.iso.date(),
  editions: z.record(z.string(), z.string()),
  sha256: z.string(),
  meaning: z.string().nullable().default(null),
  // Where it says none it is of a version that knew one set alone.
  pages: z.enum(REPORT_PAGES).default('full'),
  handouts: z.boolean(),
  hide: z.array(z.enum(HIDDEN)),
  attach: z.boolean(),
  capacity: z.number().nullable(),
});

/** How a PDF was made; `null` where it does not say so, or says what we cannot read. */
export function readRecord(said: string | null): PrintRecord | null {
  if (said === null) return null;
  try {
    return printRecord.safeParse(JSON.parse(said)).data ?? null;
  } catch {
    return null;
  }
}
