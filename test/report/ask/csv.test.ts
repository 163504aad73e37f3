import { expect, it } from 'vitest';
import { csvCell } from '../../../src/report/csv/cell.ts';

it.each([
  ['総務の担当', '総務の担当'],
  ['はい,いいえ', '"はい,いいえ"'],
  ['「"社外秘"」の印', '"「""社外秘""」の印"'],
  ['1行目\n2行目', '"1行目\n2行目"'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['＝SUM(A1)', "'＝SUM(A1)"],
  ['-1', "'-1"],
  ['@総務', "'@総務"],
  ['', ''],
])('%j is written %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});
