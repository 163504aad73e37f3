import { type Alike, alikeIn, type Side } from './alike.ts';
import { dictionaryOf, type PdfFile, resolved, type Surplus } from './file.ts';
import { catalogOf, type Page } from './pages.ts';
import type { Value } from './values.ts';

/** What a printed PDF has that the plan has not. */
export type Addition = Surplus | Kind | 'pages' | 'unused';

/** Parts of a PDF that are no page, by what people call them. */
export type Kind =
  | 'annotations'
  | 'attachments'
  | 'bookmarks'
  | 'colours'
  | 'form'
  | 'layers'
  | 'metadata'
  | 'other'
  | 'reading'
  | 'scripts'
  | 'view';

/** Where a printed PDF is not what the plan would be. Nothing in it = it shows, says and holds the same. */
export interface Difference {
  readonly added: readonly Addition[];
  /** Numbers of the pages that show or hold something else. */
  readonly pages: readonly number[];
  /** What is another one, or missing. */
  readonly changed: readonly Kind[];
}

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...(['AA', 'OpenAction', 'JavaScript', 'URI'] as const).map((key) => [key, 'scripts'] as const),
  ...(['AF', 'EmbeddedFiles', 'Collection'] as const).map((key) => [key, 'attachments'] as const),
  ...(['StructTreeRoot', 'MarkInfo', 'Lang', 'Tabs', 'StructParents', 'ActualText'] as const).map(
    (key) => [key, 'reading'] as const,
  ),
  ...(['ViewerPreferences', 'PageMode', 'PageLayout', 'PageLabels', 'Dur', 'Trans'] as const).map(
    (key) => [key, 'view'] as const,
  ),
  ...(['Outlines', 'Dests'] as const).map((key) => [key, 'bookmarks'] as const),
  ...(['Metadata', 'PieceInfo', 'Info'] as const).map((key) => [key, 'metadata'] as const),
  ...[
    ['Annots', 'annotations'] as const,
    ['AcroForm', 'form'] as const,
    ['OCProperties', 'layers'] as const,
    ['OutputIntents', 'colours'] as const,
  ],
]);

const OF_THE_PAGE = new Set([
  ...['Contents', 'Resources', 'MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'],
  ...['Rotate', 'UserUnit', 'Group', 'Type'],
]);
/** What a page looks like hangs on these (ISO 32000-1, 7.7.3.3). */
const SHOWN = new Set([...OF_THE_PAGE, 'Annots']);

/** What the file is packed with; the identifier is another one with each packing. */
const OF_THE_FILE = new Set([
  'Size',
  'ID',
  'Prev',
  'XRefStm',
  'Type',
  'W',
  'Index',
  'Length',
  'Filter',
  'DecodeParms',
  'Root',
  'Info',
]);

export function compareFiles(printed: Side, expected: Side): Difference {
  const found = {
    added: new Set<Addition>(printed.file.surplus),
    pages: new Set<number>(),
    changed: new Set<Kind>(),
  };
  const alike = alikeIn(printed, expected);
  const note = (key: string, was: Value | undefined, is: Value | undefined): void => {
    if (alike(was, is)) return;
    const kind = KINDS.get(key) ?? 'other';
    if (is === undefined) found.added.add(kind);
    else found.changed.add(kind);
  };
  comparePages(printed, expected, alike, found.pages, note);
  if (printed.pages.length > expected.pages.length) found.added.add('pages');
  compareCatalogs(printed.file, expected.file, note);
  note('Info', printed.file.trailer.entries.get('Info'), expected.file.trailer.entries.get('Info'));
  if ([...printed.file.trailer.entries.keys()].some((key) => !OF_THE_FILE.has(key))) found.added.add('other');
  if (hasUnused(printed.file)) found.added.add('unused');
  return {
    added: [...found.added].sort(),
    pages: [...found.pages].sort((a, b) => a - b),
    changed: [...found.changed].sort(),
  };
}

type Note = (key: string, was: Value | undefined, is: Value | undefined) => void;

function comparePages(printed: Side, expected: Side, alike: Alike, differing: Set<number>, note: Note): void {
  const most = Math.max(printed.pages.length, expected.pages.length);
  for (let i = 0; i < most; i++) {
    const [was, is] = [printed.pages[i], expected.pages[i]];
    if (was === undefined || is === undefined) differing.add(i + 1);
    else
      comparePage(was, is, (key, a, b) => {
        const drawing = key === 'Contents';
        if (drawing ? alike(onlyOne(printed.file, a), onlyOne(expected.file, b)) : alike(a, b)) return;
        if (SHOWN.has(key)) differing.add(i + 1);
        if (!OF_THE_PAGE.has(key)) note(key, a, b);
      });
  }
}

function comparePage(was: Page, is: Page, differ: Note): void {
  for (const key of new Set([...was.entries.keys(), ...is.entries.keys()]))
    if (key !== 'Parent') differ(key, was.entries.get(key), is.entries.get(key));
}

/** A list of one stream is that stream; of several a program makes one drawing with a space between. */
function onlyOne(file: PdfFile, value: Value | undefined): Value | undefined {
  const contents = resolved(file, value);
  return contents.kind === 'array' && contents.items.length === 1 ? contents.items[0] : value;
}

function compareCatalogs(printed: PdfFile, expected: PdfFile, note: Note): void {
  const [was, is] = [catalogOf(printed).entries, catalogOf(expected).entries];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    if (key === 'Pages') continue;
    if (key !== 'Names') note(key, was.get(key), is.get(key));
    else {
      const [left, right] = [dictionaryOf(printed, was.get(key)), dictionaryOf(expected, is.get(key))];
      for (const name of new Set([...left.entries.keys(), ...right.entries.keys()]))
        note(name, left.entries.get(name), right.entries.get(name));
    }
  }
}

/** Objects nothing leads to are not shown by anyone, and are in no plan of ours. */
function hasUnused(file: PdfFile): boolean {
  const used = new Set<number>(file.holding);
  const open: Value[] = [...file.trailer.entries.values()];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value.kind === 'array') for (const item of value.items) open.push(item);
    else if (value.kind === 'dictionary') for (const item of value.entries.values()) open.push(item);
    else if (value.kind === 'ref' && !used.has(value.id)) {
      used.add(value.id);
      open.push(file.objects.get(value.id)?.value ?? value);
    }
  }
  return [...file.objects].some(([id, { value }]) => !used.has(id) && value.kind !== 'null');
}
