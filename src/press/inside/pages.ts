import { dictionaryOf, type PdfFile, resolved } from './file.ts';
import { type Dictionary, nameOf, Unreadable, type Value, wholeOf } from './values.ts';

/** A page with what it inherits from the nodes above it (ISO 32000-1, 7.7.3.4). */
export interface Page {
  readonly id: number;
  readonly entries: ReadonlyMap<string, Value>;
}

const MOST_PAGES = 5000;
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
const NODE = new Set<string>(['Type', 'Kids', 'Count', 'Parent', ...INHERITED]);

/** The pages in their order. Counts and parents have to be right: programs find a page by either. */
export function pagesOf(file: PdfFile): readonly Page[] {
  const pages: Page[] = [];
  const seen = new Set<number>();
  const visit = (
    value: Value | undefined,
    parent: number | null,
    above: ReadonlyMap<string, Value>,
    depth: number,
  ): void => {
    if (value?.kind !== 'ref' || seen.has(value.id) || depth > 32 || pages.length > MOST_PAGES)
      throw new Unreadable(0, 'pages in a circle');
    seen.add(value.id);
    const { entries } = dictionaryOf(file, value);
    const up = entries.get('Parent');
    if (parent === null ? up !== undefined : up?.kind !== 'ref' || up.id !== parent)
      throw new Unreadable(0, 'a page with another parent');
    const inherited = new Map(above);
    for (const key of INHERITED) {
      const own = entries.get(key);
      if (own !== undefined) inherited.set(key, own);
    }
    const type = nameOf(entries.get('Type'));
    if (type === 'Page') {
      if (entries.has('Kids') || entries.has('Count')) throw new Unreadable(0, 'a page that is a node');
      pages.push({ id: value.id, entries: new Map([...entries, ...inherited]) });
      return;
    }
    const before = pages.length;
    const kids = resolved(file, entries.get('Kids'));
    if (type !== 'Pages' || kids.kind !== 'array' || [...entries.keys()].some((key) => !NODE.has(key)))
      throw new Unreadable(0, 'no node of pages');
    for (const kid of kids.items) visit(kid, value.id, inherited, depth + 1);
    if (wholeOf(entries.get('Count')) !== pages.length - before)
      throw new Unreadable(0, 'pages counted otherwise');
  };
  visit(catalogOf(file).entries.get('Pages'), null, new Map(), 0);
  return pages;
}

export function catalogOf(file: PdfFile): Dictionary {
  const catalog = resolved(file, file.trailer.entries.get('Root'));
  if (catalog.kind !== 'dictionary' || nameOf(catalog.entries.get('Type')) !== 'Catalog')
    throw new Unreadable(0, 'no catalogue');
  return catalog;
}
