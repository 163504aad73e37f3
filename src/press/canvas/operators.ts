/** Hundredths of a point are finer than any printer. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const colors = new Map<string, string>();

/** `#1d3d63` as three numbers between 0 and 1. */
export function rgb(color: string): string {
  const known = colors.get(color);
  if (known !== undefined) return known;
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const made = parts.map((part) => String(Math.round(part * 1000) / 1000)).join(' ');
  colors.set(color, made);
  return made;
}
