import { placeOf } from '../bytes.ts';
import { recordIn } from '../engine/metadata.ts';
import type { Inflate } from '../tools.ts';
import { contentOf, type Side, streamOf } from './alike.ts';
import { compareFiles, type Difference } from './compare.ts';
import { freshBudget, readFile } from './file.ts';
import { catalogOf, pagesOf } from './pages.ts';
import { nameOf, Unreadable } from './values.ts';

export type { Difference } from './compare.ts';

/** The most a PDF may weigh before it is even read: fifty times a plan that carries everything. */
export const LARGEST_PDF = 16 * 1024 * 1024;

/** A PDF that could be read, or why not. `broken`: programs may show it each in its own way. */
export type Reading =
  | { readonly kind: 'read'; readonly pdf: Side }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'broken'; readonly at: number };

/** Reads a PDF strictly. `inflate` unpacks its streams, of this one and of those it is held against. */
export function readPdf(bytes: Uint8Array, inflate: Inflate): Reading {
  return orBroken(() => {
    const budget = freshBudget(inflate);
    const file = readFile(bytes, budget);
    return file === 'encrypted'
      ? { kind: 'encrypted' }
      : { kind: 'read', pdf: { file, pages: pagesOf(file), budget } };
  });
}

/** How a PDF differs from the plan it should be. */
export function difference(
  printed: Side,
  expected: Uint8Array,
): { readonly kind: 'compared'; readonly difference: Difference } | Exclude<Reading, { kind: 'read' }> {
  const plan = readPdf(expected, printed.budget.inflate);
  if (plan.kind !== 'read') return plan;
  return orBroken(() => ({ kind: 'compared', difference: compareFiles(printed, plan.pdf) }));
}

function orBroken<T>(read: () => T): T | { readonly kind: 'broken'; readonly at: number } {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'broken', at: error.at };
    throw error;
  }
}

const LARGEST_METADATA = 256 * 1024;

/** What a PDF says of its own making, or `null`. */
export function recordOfPdf(pdf: Side): string | null {
  const stream = streamOf(pdf, catalogOf(pdf.file).entries.get('Metadata'));
  const metadata = stream === null ? null : contentOf(pdf, stream, LARGEST_METADATA);
  return metadata === null ? null : recordIn(metadata);
}

/** The file inside a PDF of a media type, up to `limit` bytes. */
export function attachedFile(pdf: Side, type: string, limit: number): Uint8Array | null {
  for (const object of pdf.file.objects.values()) {
    if (object.value.kind !== 'dictionary' || object.raw === null) continue;
    const { entries } = object.value;
    if (nameOf(entries.get('Type')) === 'EmbeddedFile' && nameOf(entries.get('Subtype')) === type)
      return contentOf(pdf, object, limit);
  }
  return null;
}

/** Whether bytes reach to where every PDF ends; what a stopped copy or download left does not. */
export const isWhole = (bytes: Uint8Array): boolean => placeOf(bytes.subarray(-1024), '%%EOF') !== -1;
