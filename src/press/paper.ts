/** The sheet of paper: grid and margins, in points. */
/** A4, with room for a two-hole punch and for printers that cannot reach the edge. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 51,
  right: 544.28,
  top: 70,
  bottom: 780,
  header: 42,
  footer: 802,
} as const;

export const BODY_WIDTH = PAGE.right - PAGE.left;
export const BODY_HEIGHT = PAGE.bottom - PAGE.top;
