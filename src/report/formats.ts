import type { Hidden, ReportPages } from '../model/report-pages.ts';
import type { Words } from '../words/messages.ts';
import type { ReportInput } from './document/input.ts';
import type { ReportDocument } from './document/model.ts';
import type { PdfReport } from './pdf/input.ts';

/*
 * What a plan can be made as: a format is one row of `FORMATS`, and from it come the choices of the command line and of
 * the help, what an ending of `-o` means, which options would do nothing beside it, and what makes it. The command line
 * reads this file at every start: what makes a format is loaded when one is made.
 */

/** The sets of pages, the usual one first, and what a copy may leave out: `report/document/pages.ts` says the same. */
export const REPORT_PAGES = [
  'standard',
  'full',
  'president',
  'plan',
] as const satisfies readonly ReportPages[];
export const USUAL_PAGES: ReportPages = REPORT_PAGES[0];
export const HIDDEN = ['notes', 'evidence', 'technologies'] as const satisfies readonly Hidden[];

/** A set of pages as it is asked for; the form to fill in by hand is no plan. */
export type AskedPages = ReportPages | 'worksheet';

/** Prints on paper, with the fonts and the packer of whoever runs the program. */
export interface Printing {
  readonly plan: () => Promise<PdfReport>;
  readonly sheet: (document: ReportDocument) => Promise<PdfReport>;
}

interface FormatRow {
  readonly id: string;
  /** Endings of `-o` that mean it, the usual one first. */
  readonly endings: readonly string[];
  /** The sets of pages it has. */
  readonly pages: readonly AskedPages[];
  /** Options that mean something beside it. */
  readonly options: readonly ('attach' | 'password' | 'handouts')[];
  /** Whether a batch makes it of each client. */
  readonly ofClients: boolean;
  /** Whether a terminal can show it. */
  readonly isText: boolean;
  readonly make: (input: ReportInput, printing: Pick<Printing, 'plan'>) => Promise<PdfReport | string>;
  /** One page or more of their own, beside the plan; a table has none. */
  readonly makeSheet: (
    document: ReportDocument,
    words: Words,
    printing: Pick<Printing, 'sheet'>,
  ) => Promise<PdfReport | string> | null;
}

export const FORMATS = [
  {
    id: 'pdf',
    endings: ['.pdf'],
    pages: [...REPORT_PAGES, 'worksheet'],
    options: ['attach', 'password', 'handouts'],
    ofClients: true,
    isText: false,
    make: (_, { plan }) => plan(),
    makeSheet: (document, _, { sheet }) => sheet(document),
  },
  {
    id: 'html',
    endings: ['.html', '.htm'],
    pages: REPORT_PAGES,
    options: ['handouts'],
    ofClients: true,
    isText: true,
    make: async (input) => (await import('./html/render.ts')).renderHtml(input),
    makeSheet: async (document, words) => (await import('./html/render.ts')).htmlOf(document, words),
  },
  {
    id: 'md',
    endings: ['.md'],
    pages: REPORT_PAGES,
    options: ['handouts'],
    ofClients: false,
    isText: true,
    make: async (input) => (await import('./md/render.ts')).renderMarkdown(input),
    makeSheet: async (document, words) => (await import('./md/render.ts')).markdownOf(document, words),
  },
  {
    id: 'csv',
    endings: ['.csv'],
    // A table of the plan has no pages to choose from.
    pages: ['standard', 'full'],
    options: [],
    ofClients: false,
    isText: true,
    make: async (input) => (await import('./csv/plan.ts')).planCsv(input),
    makeSheet: () => null,
  },
] as const satisfies readonly FormatRow[];

export type ReportFormat = (typeof FORMATS)[number]['id'];
/** What a batch makes of each client. */
export type ClientFormat = Extract<(typeof FORMATS)[number], { readonly ofClients: true }>['id'];

const rows: readonly (FormatRow & { readonly id: ReportFormat })[] = FORMATS;

/** The formats with something, in their order. */
export const formatsWith = (has: (row: FormatRow) => boolean): readonly ReportFormat[] =>
  rows.filter(has).map(({ id }) => id);

/** The usual format first. */
export const REPORT_FORMATS: readonly ReportFormat[] = formatsWith(() => true);
export const USUAL_FORMAT: ReportFormat = FORMATS[0].id;
export const CLIENT_FORMATS: readonly ReportFormat[] = formatsWith(({ ofClients }) => ofClients);

export function rowOf(format: ReportFormat): FormatRow {
  const row = rows.find(({ id }) => id === format);
  if (row === undefined) throw new Error(`no format ${format}`);
  return row;
}
