/**
 * Numbers, one a row, kept outside the heap: 8 bytes each whatever they are, and nothing for V8 to move about while a
 * million rows are read.
 */
export interface Column {
  readonly push: (value: number) => void;
  readonly at: (index: number) => number;
  readonly length: () => number;
}

export function createColumn(): Column {
  let values = new Float64Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const wider = new Float64Array(2 * length);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    at: (index) => values[index] ?? 0,
    length: () => length,
  };
}

/** The numbers 0…`count` − 1 that pass, in the order asked for. */
export function sortedRows(
  count: number,
  passes: (row: number) => boolean,
  order: (a: number, b: number) => number,
): Int32Array {
  const rows = new Int32Array(count);
  let length = 0;
  for (let row = 0; row < count; row++) if (passes(row)) rows[length++] = row;
  return rows.subarray(0, length).sort(order);
}
