import { displayWidth } from '../src/words/width.ts';

const ESC = '\u001b';
const PARTS = new RegExp(`${ESC}\\[\\??\\d*(?:;\\d+)*[A-Za-z]|[^${ESC}]`, 'gu');
const CODE = new RegExp(`^${ESC}\\[\\??(\\d*)[;\\d]*([A-Za-z])$`);

/** What a terminal would show of what is written to it: the few codes the prompts use, no colour, no scrolling back. */
export function createScreen(columns: number) {
  let rows: string[][] = [[]];
  let row = 0;
  let column = 0;
  const cell = (text: string): void => {
    const line = rows[row] ?? [];
    while (line.length < column) line.push(' ');
    const width = displayWidth(text);
    line.splice(column, width, text, ...Array<string>(Math.max(0, width - 1)).fill(''));
    rows[row] = line;
    column += width;
  };
  const control = (count: number, code: string): void => {
    switch (code) {
      case 'A':
        row = Math.max(0, row - count);
        break;
      case 'B':
        row += count;
        break;
      case 'C':
        column += count;
        break;
      case 'D':
        column = Math.max(0, column - count);
        break;
      case 'G':
        column = Math.max(0, count - 1);
        break;
      case 'K':
        rows[row] = count === 2 ? [] : (rows[row] ?? []).slice(0, column);
        break;
      case 'J':
        rows = rows.slice(0, row + 1);
        break;
    }
    while (rows.length <= row) rows.push([]);
  };
  return {
    write: (text: string): void => {
      for (const [part] of text.matchAll(PARTS)) {
        const code = CODE.exec(part);
        if (code !== null) {
          const [, count = '', letter = ''] = code;
          control(count === '' ? (letter === 'K' || letter === 'J' ? 0 : 1) : Number(count), letter);
        } else if (part === '\n') {
          row++;
          column = 0;
          while (rows.length <= row) rows.push([]);
        } else if (part === '\r') column = 0;
        else if (column < columns && part >= ' ') cell(part);
      }
    },
    /** The last lines, as many as a window has. */
    lines: (height: number): readonly string[] => rows.slice(-height).map((line) => line.join('').trimEnd()),
    text: (): string => rows.map((line) => line.join('')).join(''),
    clear: (): void => {
      rows = [[]];
      row = 0;
      column = 0;
    },
  };
}
