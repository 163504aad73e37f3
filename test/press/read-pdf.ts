import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

/** A finished PDF as a reader sees it. */
export interface ReadPdf {
  readonly title: string | undefined;
  /** What its XMP states, read as XML: nothing at all where it is none. */
  readonly stated: { readonly title: string | undefined; readonly author: string | undefined };
  readonly lang: string | undefined;
  readonly tagged: boolean;
  readonly pages: readonly ReadPage[];
  readonly outline: readonly { readonly title: string; readonly items: readonly string[] }[];
}

export interface ReadPage {
  /** Pieces of text in the order they are drawn. */
  readonly pieces: readonly TextPiece[];
  /** All text of the page without spaces: line breaks of the layout must not break a search. */
  readonly text: string;
  /** Roles of structure elements on this page, in reading order. */
  readonly roles: readonly string[];
  /** Alternative texts of figures. */
  readonly alts: readonly string[];
  /** Numbers of all glyphs drawn, inside their subset fonts; 0 is the box that stands for a missing glyph. `null` where nobody asked. */
  readonly glyphs: readonly number[] | null;
}

export interface TextPiece {
  readonly text: string;
  readonly x: number;
  /** Height of the baseline above the bottom of the page. */
  readonly y: number;
  readonly size: number;
  readonly width: number;
}

const Item = z.object({ str: z.string(), transform: z.array(z.number()), width: z.number() });
const Struct: z.ZodType<StructNode> = z.lazy(() =>
  z.object({ role: z.string().optional(), alt: z.string().optional(), children: z.array(Struct).optional() }),
);
interface StructNode {
  readonly role?: string | undefined;
  readonly alt?: string | undefined;
  readonly children?: readonly StructNode[] | undefined;
}
const Glyph = z.object({ originalCharCode: z.number() });
const Info = z.object({ info: z.object({ Title: z.string().optional(), Language: z.string().nullish() }) });

export async function readPdf(
  bytes: Uint8Array,
  asked: { readonly glyphs?: boolean; readonly password?: string } = {},
): Promise<ReadPdf> {
  const { password } = asked;
  const document = await getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    ...(password === undefined ? {} : { password }),
  }).promise;
  const pages: ReadPage[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const content = await page.getTextContent();
    const pieces = content.items.flatMap((item): TextPiece[] => {
      const parsed = Item.safeParse(item);
      if (!parsed.success || parsed.data.str === '') return [];
      const { str, transform, width } = parsed.data;
      return [{ text: str, x: transform[4] ?? 0, y: transform[5] ?? 0, size: transform[0] ?? 0, width }];
    });
    const nodes = flatten(Struct.parse(await page.getStructTree()));
    pages.push({
      pieces,
      text: pieces
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
      roles: nodes.flatMap(({ role }) => role ?? []),
      alts: nodes.flatMap(({ alt }) => alt ?? []),
      glyphs: asked.glyphs === true ? glyphsOf(await page.getOperatorList()) : null,
    });
  }
  const told = await document.getMetadata();
  const { info } = Info.parse(told);
  const xmp = (name: string): string | undefined =>
    z.union([z.string(), z.tuple([z.string()]).transform(([one]) => one)]).safeParse(told.metadata?.get(name))
      .data;
  const mark = await document.getMarkInfo();
  const outline = ((await document.getOutline()) ?? []).map(({ title, items }) => ({
    title,
    items: z
      .array(z.object({ title: z.string() }))
      .parse(items)
      .map((item) => item.title),
  }));
  await document.destroy();
  return {
    title: info.Title,
    stated: { title: xmp('dc:title'), author: xmp('dc:creator') },
    lang: info.Language ?? undefined,
    tagged: mark !== null,
    pages,
    outline,
  };
}

const flatten = (node: StructNode): readonly StructNode[] => [
  node,
  ...(node.children ?? []).flatMap(flatten),
];

function glyphsOf(list: {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}): readonly number[] {
  return list.fnArray.flatMap((fn, i) => {
    if (fn !== OPS.showText) return [];
    const shown = z.array(z.array(z.unknown())).parse(list.argsArray[i])[0] ?? [];
    return shown.flatMap((glyph) => {
      const parsed = Glyph.safeParse(glyph);
      return parsed.success ? [parsed.data.originalCharCode] : [];
    });
  });
}
