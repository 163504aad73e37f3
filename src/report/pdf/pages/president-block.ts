import type { Sheet } from '../../../press/canvas/sheet.ts';
import { clamped } from '../../../press/lines/typesetter.ts';
import { COLOR, type TextStyle, TYPE, tightened } from '../../../press/look.ts';
import type { PresidentPage } from '../../document/model.ts';

/** A part of the page whose height is known before it is drawn. */
export interface Block {
  readonly height: number;
  readonly draw: (y: number) => void;
}

export interface Density {
  /** Share of leading taken away. */
  readonly tighter: number;
  /** Lines a sentence of a list may take. */
  readonly maxLines: number;
  /** Lines of why a move is there. */
  readonly basisLines: number;
  /** What a desk does, in whole: half of a sentence helps nobody. */
  readonly deskDoes: boolean;
  readonly contacts: number;
  /** The range of points as a picture too; its sentence always stands. */
  readonly rangeBar: boolean;
  /** The counts as a strip too; their sentence always stands. */
  readonly strip: boolean;
  /** Places to turn to, which the other pages name as well. */
  readonly help: boolean;
  /** Why the law says so of each technology, in whole: half of a sentence misleads. */
  readonly gistReasons: boolean;
  /** Lines of what the law says of each technology. */
  readonly gistLines: number;
}

const WHOLE: Density = {
  tighter: 0,
  maxLines: 6,
  basisLines: 3,
  deskDoes: true,
  contacts: 2,
  rangeBar: true,
  strip: true,
  help: true,
  gistReasons: true,
  gistLines: 9,
};
const TIGHT: Density = { ...WHOLE, tighter: 0.22 };
const BARE: Density = { ...TIGHT, deskDoes: false, contacts: 1 };
const LEAN: Density = { ...BARE, rangeBar: false };
const BARREN: Density = { ...LEAN, help: false, basisLines: 1, strip: false };
const LAST: Density = { ...BARREN, gistReasons: false, gistLines: 1 };

/**
 * First all the air goes, then what a desk does, the picture of the range, lines of why, the desks, the other picture,
 * the law's reasons, and only then are sentences cut short; the last setting always fits.
 */
export const DENSITIES: readonly Density[] = [
  WHOLE,
  { ...WHOLE, tighter: 0.06 },
  { ...WHOLE, tighter: 0.12 },
  { ...WHOLE, tighter: 0.17 },
  TIGHT,
  { ...TIGHT, deskDoes: false },
  BARE,
  LEAN,
  { ...LEAN, basisLines: 1 },
  { ...LEAN, help: false, basisLines: 1 },
  BARREN,
  { ...BARREN, gistReasons: false },
  { ...BARREN, gistReasons: false, maxLines: 4 },
  { ...LAST, gistLines: 3, maxLines: 4 },
  { ...LAST, maxLines: 4 },
  { ...LAST, maxLines: 3 },
  { ...LAST, maxLines: 2 },
  { ...LAST, maxLines: 1 },
];

/** What every part of the page needs at hand. */
export interface Desk {
  readonly sheet: Sheet;
  readonly page: PresidentPage;
  readonly company: string;
  readonly density: Density;
}

export const EMPTY: Block = { height: 0, draw: () => {} };

export const styleOf = ({ density }: Desk, style: TextStyle): TextStyle =>
  density.tighter === 0 ? style : tightened(style, density.tighter);

export interface Placing {
  readonly x?: number;
  readonly width?: number;
  readonly maxLines?: number;
  readonly tag?: string;
}

/** A text as a block of its own. */
export function textBlock(desk: Desk, text: string, base: TextStyle, placing: Placing = {}): Block {
  const { pen, tags, left, width } = desk.sheet;
  const style = styleOf(desk, base);
  const x = placing.x ?? left;
  const lines = clamped(pen.lines(text, placing.width ?? width, style), placing.maxLines ?? 99);
  return {
    height: lines.length * style.leading,
    draw: (y) => {
      tags.leaf(placing.tag ?? 'P', () => {
        pen.textLines(lines, x, y, style);
      });
    },
  };
}

/** Blocks one below the other. */
export function stacked(blocks: readonly Block[], gap = 0): Block {
  const shown = blocks.filter((block) => block.height > 0);
  return {
    height: shown.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, shown.length - 1),
    draw: (y) => {
      let at = y;
      for (const block of shown) {
        block.draw(at);
        at += block.height + gap;
      }
    },
  };
}

/** Blocks side by side, their tops aligned. */
export function beside(blocks: readonly Block[]): Block {
  return {
    height: Math.max(0, ...blocks.map((block) => block.height)),
    draw: (y) => {
      for (const block of blocks) block.draw(y);
    },
  };
}

/** A part with its heading under a rule. */
export function part(desk: Desk, title: string, body: Block, placing: Placing = {}): Block {
  const { pen, tags, left, width } = desk.sheet;
  const head = textBlock(desk, title, TYPE.heading, { ...placing, tag: 'H2', maxLines: 1 });
  const x = placing.x ?? left;
  return {
    height: 3 + head.height + 2 + body.height,
    draw: (y) => {
      tags.artifact(() =>
        pen.line(x, y, x + (placing.width ?? width), y, { width: 0.8, color: COLOR.accent }),
      );
      head.draw(y + 3);
      body.draw(y + 3 + head.height + 2);
    },
  };
}
