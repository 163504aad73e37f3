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
  // What a spreadsheet would write back as something else stays as it was typed.
  ['7000012050002', '"=""7000012050002"""'],
  ['3-4', '"=""3-4"""'],
  ['３／４', '"=""３／４"""'],
  ['4月3日', '"=""4月3日"""'],
  ['R8.4.1', '"=""R8.4.1"""'],
  ['007', '"=""007"""'],
  ['1.50', '"=""1.50"""'],
  ['1,000', '"=""1,000"""'],
  ['2E5', '"=""2E5"""'],
  ['Mar-5', '"=""Mar-5"""'],
  ['10:30', '"=""10:30"""'],
  ['50%', '"=""50%"""'],
  ['TRUE', '"=""TRUE"""'],
  // These it keeps: whole days, plain numbers, and text that only holds digits.
  ['2026-11-20', '2026-11-20'],
  ['48', '48'],
  ['0.5', '0.5'],
  ['3-4号棟', '3-4号棟'],
  ['第2工場', '第2工場'],
  ['a/3-4.yaml', 'a/3-4.yaml'],
  ['Marching', 'Marching'],
])('%j is written %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});
