import type { Coverage } from '../../model/assessment.ts';
import type { Lang } from '../../model/text.ts';
import type { Pair } from '../../press/blocks/pair.ts';
import type { Canvas, Measure } from '../../press/canvas/canvas.ts';
import type { Cell, Column, Piece, Row } from '../../press/tables/rows.ts';
import type { PointRange } from './sentences/standing.ts';

/**
 * The action plan as content, before it is set on paper or on a screen: PDF, HTML and Markdown all render this one
 * document, so that none of them can say more or less than the others.
 */
export interface ReportDocument {
  readonly title: string;
  readonly lang: Lang;
  readonly company: string;
  /** `null` where the document is a form to fill in. */
  readonly president: PresidentPage | null;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly id: string;
  readonly title: string;
  /** Empty where the title says enough. */
  readonly lead: string;
  /** On paper it begins a sheet of its own: what stands before or on it is handed to other people. */
  readonly freshSheet: boolean;
  /** On paper it follows close behind the part before, wherever its beginning fits. */
  readonly close?: boolean;
  /** Small print: a lesser title, and on paper never divided. Texts alone. */
  readonly small?: boolean;
  readonly blocks: readonly Block[];
}

/** How loudly a text speaks. */
export type Tone = 'lead' | 'body' | 'strong' | 'note' | 'small' | 'fine';

export type Block =
  | { readonly kind: 'heading'; readonly title: string; readonly bookmark: boolean }
  | { readonly kind: 'text'; readonly text: string; readonly tone: Tone }
  /** What the reader must not miss. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | Card
  | { readonly kind: 'figure'; readonly figure: Figure }
  /** On paper, what follows begins a new sheet. */
  | { readonly kind: 'sheet' };

/** One thing a reader can cut out and take along: an action, the verdict on a technology. */
export interface Card {
  readonly kind: 'card';
  readonly number: string | null;
  readonly title: string;
  /** Its title again, where it goes on over the page. */
  readonly goesOn: string;
  readonly tag: string | null;
  /** Lines of one weight in one frame: none may make the others look settled. */
  readonly framed: readonly string[];
  readonly pairs: readonly Pair[];
  readonly bookmark: boolean;
}

/** A picture and the same in words, its numbers included. */
export interface Figure {
  readonly alt: string;
  /** The same a line for each thing shown, for where there are words alone. */
  readonly told: readonly string[];
  /** Where the whole is too much to hear at once: its rows from the top down, each a picture of its own. */
  readonly rows?: readonly FigureRow[];
  readonly height: (width: number, measure: Measure) => number;
  readonly draw: (canvas: Canvas, left: number, top: number, width: number) => void;
  /** The least height in which it can begin on a page, where it can be divided. */
  readonly least?: number;
  /** Itself as two, the first no higher than `room`; `null` where that leaves too little of it. */
  readonly split?: (room: number, width: number, measure: Measure) => readonly [Figure, Figure] | null;
}

/** `alt` is `null` where it only repeats what the other rows say, such as a legend. */
export interface FigureRow {
  readonly alt: string | null;
  readonly height: number;
  readonly draw: (canvas: Canvas, left: number, top: number, width: number) => void;
}

/**
 * The one page a president reads and signs. No person's name stands on it, and of the free text of the answers only the
 * names of the technologies the law speaks of.
 */
export interface PresidentPage {
  readonly eyebrow: string;
  readonly title: string;
  readonly facts: readonly string[];
  /** Said of the file itself: that it carries its answers. */
  readonly warning: string | null;
  /** What is so beside what begins to mend it: the page in one table. */
  readonly steps: StepTable;
  /** What an approval sets going, and what has to be found out, in a line each. */
  readonly starts: { readonly title: string; readonly lines: readonly string[] };
  /** What the law says of each technology, where no other page says it. */
  readonly gist: {
    readonly title: string;
    /** With the reason of each verdict, and without where there is no room for it. */
    readonly lines: readonly { readonly whole: string; readonly short: string }[];
  } | null;
  readonly standing: {
    readonly title: string;
    readonly counts: string;
    readonly range: string;
    readonly coverage: Coverage;
    readonly points: PointRange | null;
    readonly rangeLabel: string;
    /** The states of the strip, named, in its order. */
    readonly states: Readonly<Record<'yes' | 'partial' | 'no' | 'unknown' | 'unanswered', string>>;
  };
  readonly help: { readonly title: string; readonly desks: readonly HelpDesk[] };
  readonly approval: {
    readonly title: string;
    readonly means: string;
    readonly boxes: readonly string[];
    readonly date: string;
    readonly alt: string;
  };
  readonly fine: readonly string[];
}

export interface StepTable {
  readonly title: string;
  readonly columns: {
    readonly what: string;
    readonly step: string;
    readonly who: string;
    readonly due: string;
  };
  readonly rows: readonly StepRow[];
  /** Said where there are no rows. */
  readonly none: string;
}

export interface StepRow {
  /** `null`: what the law asks is no choice among others, and has no number. */
  readonly number: string | null;
  readonly what: string;
  readonly whatNote: string;
  readonly step: string;
  readonly stepNote: string;
  readonly who: string;
  readonly due: string;
  readonly dueNote: string;
}

export interface HelpDesk {
  readonly name: string;
  readonly what: string;
  readonly contacts: readonly string[];
}

export const heading = (title: string, bookmark = true): Block => ({
  kind: 'heading',
  title,
  bookmark,
});
export const text = (content: string, tone: Tone = 'body'): Block => ({ kind: 'text', text: content, tone });
export const notice = (content: string): Block => ({ kind: 'notice', text: content });
/** A figure in words; `stop` parts its sentences. */
export const inWords = (told: readonly string[], stop: string): Pick<Figure, 'alt' | 'told'> => ({
  told,
  alt: told.join(stop),
});
export const figure = (drawn: Figure | null): readonly Block[] =>
  drawn === null ? [] : [{ kind: 'figure', figure: drawn }];
export const cell = (content: string, tone: Piece['tone'] = 'body'): Cell => ({
  pieces: [{ text: content, tone }],
});
export const row = (...cells: readonly Cell[]): Row => ({ kind: 'cells', cells });
export const group = (title: string): Row => ({ kind: 'group', title });

/** A pair, or nothing where there is nothing to say. */
export function pair(
  label: string,
  content: string | readonly string[] | null | undefined,
  style: Pair['style'] = 'plain',
): readonly Pair[] {
  const texts = [content ?? []].flat().filter((one) => one !== '');
  return texts.length === 0 ? [] : [{ label, texts, style }];
}
