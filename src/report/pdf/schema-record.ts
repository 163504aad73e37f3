import { z } from 'zod';
import type { PrintRecord } from './record.ts';

const printRecord: z.ZodType<PrintRecord> = z.strictObject({
  version: z.string(),
  lang: z.enum(['ja', 'en']),
  asOf: z.iso.date(),
  editions: z.record(z.string(), z.string()),
  sha256: z.string(),
  meaning: z.string().nullable().default(null),
  pages: z.enum(['full', 'president', 'plan']),
  handouts: z.boolean(),
  hide: z.array(z.enum(['notes', 'evidence'])),
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
