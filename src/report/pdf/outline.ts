/**
 * A simple TrueType glyph on a coarser grid, without its screen hints (OpenType specification, table glyf). Outlines
 * are two thirds of a report's size; half of one step of 1/256 em is a fiftieth of a point in running text, finer
 * than a printer's dot.
 */
export function coarsened(glyph: Uint8Array, step: number): Uint8Array {
  const { ends, points } = readPoints(glyph);
  const rounded = points.map(({ x, y, flags }) => ({
    ...{ x: Math.round(x / step) * step, y: Math.round(y / step) * step, flags },
  }));
  return writePoints(ends, rounded);
}

interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  /** On the curve, and whether contours overlap; how the place is written is worked out anew. */
  readonly flags: number;
}

const [X_SHORT, Y_SHORT, REPEAT, X_SAME, Y_SAME] = [0x02, 0x04, 0x08, 0x10, 0x20];
const KEPT = 0x41;

function readPoints(glyph: Uint8Array): {
  readonly ends: readonly number[];
  readonly points: readonly OutlinePoint[];
} {
  const view = new DataView(glyph.buffer, glyph.byteOffset, glyph.byteLength);
  const contours = view.getInt16(0);
  const ends = Array.from({ length: contours }, (_, i) => view.getUint16(10 + 2 * i));
  const hints = 10 + 2 * contours;
  let at = hints + 2 + view.getUint16(hints);
  const flags: number[] = [];
  while (flags.length <= (ends.at(-1) ?? -1)) {
    const flag = view.getUint8(at++);
    const times = flag & REPEAT ? view.getUint8(at++) : 0;
    for (let k = 0; k <= times; k++) flags.push(flag);
  }
  const places = (short: number, same: number): readonly number[] => {
    let place = 0;
    return flags.map((flag) => {
      if (flag & short) place += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if ((flag & same) === 0) {
        place += view.getInt16(at);
        at += 2;
      }
      return place;
    });
  };
  const xs = places(X_SHORT, X_SAME);
  const ys = places(Y_SHORT, Y_SAME);
  return { ends, points: flags.map((flag, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, flags: flag & KEPT })) };
}

function writePoints(ends: readonly number[], points: readonly OutlinePoint[]): Uint8Array {
  const flags: number[] = [];
  const [xs, ys]: [number[], number[]] = [[], []];
  let before = { x: 0, y: 0 };
  for (const point of points) {
    const x = written(point.x - before.x, X_SHORT, X_SAME, xs);
    flags.push(point.flags | x | written(point.y - before.y, Y_SHORT, Y_SAME, ys));
    before = point;
  }
  const body = [...repeated(flags), ...xs, ...ys];
  const start = 10 + 2 * ends.length + 2;
  const out = new Uint8Array(start + body.length);
  const view = new DataView(out.buffer);
  view.setInt16(0, ends.length);
  const box = boxOf(points);
  box.forEach((value, i) => {
    view.setInt16(2 + 2 * i, value);
  });
  ends.forEach((end, i) => {
    view.setUint16(10 + 2 * i, end);
  });
  out.set(body, start);
  return out;
}

/** Appends a step to the bytes of its axis and gives the flags that say how it is written. */
function written(step: number, short: number, same: number, bytes: number[]): number {
  if (step === 0) return same;
  if (Math.abs(step) < 256) {
    bytes.push(Math.abs(step));
    return short | (step > 0 ? same : 0);
  }
  bytes.push((step >> 8) & 0xff, step & 0xff);
  return 0;
}

function repeated(flags: readonly number[]): readonly number[] {
  const out: number[] = [];
  for (let i = 0; i < flags.length; ) {
    const flag = flags[i] ?? 0;
    let times = 0;
    while (flags[i + times + 1] === flag && times < 255) times++;
    if (times === 0) out.push(flag);
    else out.push(flag | REPEAT, times);
    i += times + 1;
  }
  return out;
}

function boxOf(points: readonly OutlinePoint[]): readonly number[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
