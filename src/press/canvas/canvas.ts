import type { TextStyle } from '../look.ts';

export type Align = 'left' | 'center' | 'right';
export type Point = readonly [number, number];

export interface LineOptions {
  readonly width?: number;
  readonly color?: string;
  readonly dash?: number;
}

/** What a figure needs to know of type before anything is drawn. */
export type Measure = Pick<Canvas, 'width' | 'lines'>;

/**
 * What a figure is drawn on: a page of the PDF or a picture in the HTML, so that both show the same. Places are points
 * from the upper left corner.
 */
export interface Canvas {
  /** One line of text, its em box centred in the style's leading below `y`. */
  readonly text: (text: string, x: number, y: number, style: TextStyle, align?: Align) => void;
  /** Width of a line of text, in points. */
  readonly width: (text: string, style: TextStyle) => number;
  /** Lines of `text` no wider than `width` points. */
  readonly lines: (text: string, width: number, style: TextStyle) => readonly string[];
  readonly line: (x1: number, y1: number, x2: number, y2: number, options?: LineOptions) => void;
  readonly polyline: (points: readonly Point[], options?: LineOptions) => void;
  readonly box: (x: number, y: number, width: number, height: number, options?: LineOptions) => void;
  readonly fill: (x: number, y: number, width: number, height: number, color: string) => void;
  /** Slanted lines, the tint that no printer loses. */
  readonly hatch: (x: number, y: number, width: number, height: number, color?: string) => void;
  readonly ring: (x: number, y: number, radius: number, options?: LineOptions) => void;
  readonly disc: (x: number, y: number, radius: number, color: string) => void;
  /** A closed outline. */
  readonly shape: (points: readonly Point[], options?: LineOptions) => void;
  /** A filled outline. */
  readonly area: (points: readonly Point[], color: string) => void;
}
