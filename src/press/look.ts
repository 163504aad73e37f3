/**
 * The look of the document in one place: type scale and colours. Sizes are points; every leading is a multiple of
 * two, so that neighbouring columns keep one rhythm. BIZ UDPGothic has no line gap of its own: the leading is all ours.
 */
export type Weight = 'regular' | 'bold';

export interface TextStyle {
  readonly weight: Weight;
  readonly size: number;
  readonly leading: number;
  readonly color: string;
}

/**
 * One accent (藍) and its tints. Their lightness differs by a fifth or more, so that a black-and-white print and a
 * colour-blind eye tell them apart; no meaning hangs on the hue.
 */
export const COLOR = {
  ink: '#1b1e22',
  quiet: '#555e68',
  accent: '#1d3d63',
  middle: '#7f9dbd',
  tint: '#d3dde8',
  wash: '#f0f3f6',
  rule: '#aab4bf',
  hairline: '#d3d8de',
  paper: '#ffffff',
} as const;

const style = (weight: Weight, size: number, leading: number, color: string = COLOR.ink): TextStyle => ({
  weight,
  size,
  leading,
  color,
});

export const TYPE = {
  title: style('bold', 21, 30, COLOR.accent),
  part: style('bold', 17, 26, COLOR.accent),
  heading: style('bold', 12, 20, COLOR.accent),
  lead: style('regular', 10.5, 18),
  leadBold: style('bold', 10.5, 18),
  body: style('regular', 9.5, 16),
  bodyBold: style('bold', 9.5, 16),
  table: style('regular', 8.5, 14),
  tableBold: style('bold', 8.5, 14),
  label: style('bold', 8, 14, COLOR.accent),
  note: style('regular', 8, 13, COLOR.quiet),
  noteInk: style('regular', 8, 13),
  fine: style('regular', 7, 11, COLOR.quiet),
  numeral: style('bold', 17, 20, COLOR.accent),
} as const;

/** The same style with less air, for a page that has to stay one page. */
export const tightened = (base: TextStyle, by: number): TextStyle => ({
  ...base,
  size: base.size * (1 - by * 0.35),
  leading: base.leading * (1 - by),
});
