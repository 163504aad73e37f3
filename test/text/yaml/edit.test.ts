import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeAll,
  removeValue,
  setPrepared,
  setValue,
  type TextChange,
} from '../../../src/text/yaml/edit.ts';
import { parseYaml } from '../../../src/text/yaml/parse.ts';
import type { EditValue, Path } from '../../../src/text/yaml/render.ts';
import { type PlainValue, plainValue } from '../../../src/text/yaml/tree.ts';
import { runs } from '../../setup/random.ts';

function set(text: string, path: Path, value: EditValue): string {
  const result = setValue(text, path, value);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

function remove(text: string, path: Path): string {
  const result = removeValue(text, path);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

describe('setValue', () => {
  it.each<[string, Path, EditValue, string]>([
    ['a: 1 # 一\nb: 2\n', ['a'], 'はい', 'a: はい # 一\nb: 2\n'],
    ['a: 1\r\nb: 2\r\n', ['c'], 3, 'a: 1\r\nb: 2\r\nc: 3\r\n'],
    ['a: 1', ['b'], 2, 'a: 1\nb: 2'],
    ['# 社外秘', ['x', 'y'], 2, '# 社外秘\nx:\n  y: 2\n'],
    ['', ['a'], 1, 'a: 1\n'],
    ['~ # 空\n', ['a'], 1, 'a: 1 # 空\n'],
    ['a: 1\nx:\n', ['x', 'y'], 2, 'a: 1\nx:\n  y: 2\n'],
    ['x: # 空\n  # 例\nb: 1\n', ['x', 'y'], 2, 'x: # 空\n  y: 2\n  # 例\nb: 1\n'],
    ['x: null # 空\n', ['x', 'y'], 2, 'x: # 空\n  y: 2\n'],
    ['x: {}\n', ['x', 'y', 'z'], 2, 'x: {y: {z: 2}}\n'],
    ['x: {a: 1, } # c\n', ['x', 'y'], 2, 'x: {a: 1, y: 2, } # c\n'],
    ['x: {a: }\n', ['x', 'b'], 2, 'x: {a: , b: 2 }\n'],
    ['x: {a}\n', ['x', 'a'], 2, 'x: {a: 2}\n'],
    ['"x": {"a":"b"}\n', ['x', 'a'], 'c', '"x": {"a":c}\n'],
    ['x:\n    y: 1 # c\n', ['x', 'z'], 2, 'x:\n    y: 1 # c\n    z: 2\n'],
    ['a:\n   b: 1\nx:\n', ['x', 'y'], 2, 'a:\n   b: 1\nx:\n   y: 2\n'],
    ['x: |\n  本文\n\ny: 1\n', ['x'], 'はい', 'x: はい\n\ny: 1\n'],
    ['x:\n  a: |\n    本文\n', ['x', 'b'], 1, 'x:\n  a: |\n    本文\n  b: 1\n'],
    ['x:\n- a # 甲\n- b\ny: 1\n', ['x'], ['c', 'd'], '# 甲\nx: [c, d]\ny: 1\n'],
    // layouts that no splice suits: the one entry is written anew
    ['x:\n  a:\tはい # c\n  b: 1\n', ['x', 'a'], { n: 'い' }, 'x:\n  a: {n: い} # c\n  b: 1\n'],
    ['x:\n  ? a # c\n', ['x', 'a'], 'はい', 'x:\n  a: はい # c\n'],
    ['x:\n  ? a\n  ? b\n', ['x', 'b'], 'はい', 'x:\n  ? a\n  b: はい\n'],
    ['{w: 1, c: {name: 甲社}, x} # c\n', ['x', 'a'], 1, '{w: 1, c: {name: 甲社}, x: {a: 1}} # c\n'],
    ['x:\n  n:\n    前の文 # c\n', ['x', 'n'], '担当：　総務', 'x:\n  n: 担当：　総務 # c\n'],
    ['x:\n  n: | # c\n    一行目\n  b: 1\n', ['x', 'n'], '二行目', 'x:\n  n: 二行目 # c\n  b: 1\n'],
    ['x:\n  a: はい\u3000\n  b: 1\n', ['x', 'a'], 'いいえ', 'x:\n  a: いいえ\n  b: 1\n'],
    ['x: はい\u00A0 # c', ['x'], 'いいえ', 'x: いいえ # c'],
    ['x: # c\n  - 0123 # d\n  - "b"\n', ['x', 1], 'e', 'x: # c\n  - 0123 # d\n  - e\n'],
    ['x: # どれか\n  - a\n', ['x'], ['c'], 'x: [c] # どれか\n'],
    ['t:\n', ['t', 0], { id: 't1', name: 'x: y' }, 't:\n  - id: t1\n    name: "x: y"\n'],
    ['t:\n- id: t1\n  kind: design\n', ['t', 1], { id: 't2' }, 't:\n- id: t1\n  kind: design\n- id: t2\n'],
    ['t:\n  - id: t1\n', ['t', 0, 'kind'], 'design', 't:\n  - id: t1\n    kind: design\n'],
    ['t: [a]\n', ['t', 1], 'b', 't: [a, b]\n'],
    ['a: 1\n', ['t', 0], { id: 't1', kind: 'design' }, 'a: 1\nt:\n  - id: t1\n    kind: design\n'],
    ['# 社外秘', ['t', 0, 'id'], 't1', '# 社外秘\nt:\n  - id: t1\n'],
    ['x: {}\n', ['x', 't', 0, 'id'], 't1', 'x: {t: [{id: t1}]}\n'],
    ['? a\n: b\n', ['a'], 'c', '? a\n: c\n'],
  ])('%j at %j = %j', (text, path, value, expected) => {
    expect(set(text, path, value)).toBe(expected);
  });

  it.each<[EditValue, string]>([
    ['n/a', 'n/a'],
    ['?', '"?"'],
    ['-', '"-"'],
    ['true', '"true"'],
    ['2026.10', '"2026.10"'],
    ['2026-11-21', '2026-11-21'],
    ['本社, タイ', '"本社, タイ"'],
    ['一行目\n二行目', '"一行目\\n二行目"'],
    [':\n技', '":\\n技"'],
    ['', '""'],
    ['C:\\docs', 'C:\\docs'],
  ])('writes %j so that it reads back', (value, written) => {
    expect(set('a: 1\n', ['a'], value)).toBe(`a: ${written}\n`);
  });

  it('says so when the text would grow past what a file may hold', () => {
    const full = `note: ${'技'.repeat(256 * 1024 - 8)}\n`;
    expect(setValue(full, ['by'], '総務課長').findings.map(({ code }) => code)).toEqual(['file-too-large']);
  });

  it('gives the findings of a text that is no sound YAML', () => {
    expect(setValue('a: 1\na: 2\n', ['a'], 3).findings.map(({ code }) => code)).toEqual([
      'yaml-duplicate-key',
    ]);
  });
});

describe('setPrepared', () => {
  const prepared = 'answers: # 答え\n  # g.a: はい   # 一覧がありますか\n  # g.b: はい\nplan:\n';

  it('takes the place of the line that stands ready, whichever comes first', () => {
    const first = setPrepared(prepared, ['answers', 'g.b'], 'いいえ');
    expect(first.ok && first.value).toBe(
      'answers: # 答え\n  # g.a: はい   # 一覧がありますか\n  g.b: いいえ\nplan:\n',
    );
    const second = setPrepared(first.ok ? first.value : '', ['answers', 'g.a'], '一部');
    expect(second.ok && second.value).toBe(
      'answers: # 答え\n  g.a: 一部   # 一覧がありますか\n  g.b: いいえ\nplan:\n',
    );
  });

  it('adds a line where none is ready, or the ready one is indented otherwise', () => {
    const other = 'answers:\n    g.b: はい\n  # g.a: はい\n';
    const result = setPrepared(other, ['answers', 'g.a'], 'いいえ');
    expect(result.ok && result.value).toBe('answers:\n    g.b: はい\n    g.a: いいえ\n  # g.a: はい\n');
  });
});

describe('setPrepared beside what a person wrote', () => {
  it('leaves a line that says more than one word', () => {
    const own = 'answers:\n  # g.a: はい だったが、春に見直す\n';
    const result = setPrepared(own, ['answers', 'g.a'], '一部');
    expect(result.ok && result.value).toBe('answers:\n  g.a: 一部\n  # g.a: はい だったが、春に見直す\n');
  });
});

describe('removeValue', () => {
  it.each<[string, Path, string]>([
    ['a: 1\nb:\n  c: 1 # x\n  d: 2\n', ['b', 'c'], 'a: 1\nb:\n  # x\n  d: 2\n'],
    ['b:\n  c: | # x\n    一行目\n  d: 2\n', ['b', 'c'], 'b:\n  # x\n  d: 2\n'],
    ['x: {a: 1, # c\n b: 2}\n', ['x', 'a'], '# c\nx: {b: 2}\n'],
    // what is only written anew keeps its spelling
    [
      'x: {a: 1, # c\n b: 0123, "d": "本", e: \'1\'}\n',
      ['x', 'a'],
      '# c\nx: {b: 0123, "d": "本", e: \'1\'}\n',
    ],
    ['a: 1\nb:\n  c: 1\nd: 2', ['b', 'c'], 'a: 1\nb:\nd: 2'],
    ['a: 1\r\nb: 2', ['b'], 'a: 1'],
    ['a: 1\nb: |\n  x\n  y\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    ['x: {a: 1, b: 2, c: 3}\n', ['x', 'b'], 'x: {a: 1, c: 3}\n'],
    ['x: {a: 1, b: 2}\n', ['x', 'b'], 'x: {a: 1}\n'],
    ['x: {a: 1}\n', ['x', 'a'], 'x: {}\n'],
    ['a: 1\n', ['a'], '{}\n'],
    ['a: 1\n', ['b'], 'a: 1\n'],
    ['a: 1\n', ['b', 'c'], 'a: 1\n'],
    ['t:\n  - id: t1 # 甲\n    k: 1\n  # 乙\n  - id: t2\n', ['t', 0], 't:\n  # 乙\n  - id: t2\n'],
    ['t:\n- id: t1\n- id: t2\n  k: 1\nb: 2\n', ['t', 1], 't:\n- id: t1\nb: 2\n'],
    ['t:\r\n  - id: t1\r\n  -   # 乙\r\n    id: t2', ['t', 1], 't:\r\n  - id: t1'],
    ['t:\n  - id: t1\n    k: 1\nb: 2\n', ['t', 0], 't:\nb: 2\n'],
    ['t: [{id: t1}, {id: t2}]\n', ['t', 0], 't: [{id: t2}]\n'],
    ['t: [{id: t1}, {id: t2}]\n', ['t', 1], 't: [{id: t1}]\n'],
    ['t: [{id: t1}] # c\n', ['t', 0], 't: [] # c\n'],
    ['t:\n  - id: t1\n    k: 1\n', ['t', 0, 'k'], 't:\n  - id: t1\n'],
    ['t:\n  - id: t1\n', ['t', 1], 't:\n  - id: t1\n'],
  ])('%j without %j', (text, path, expected) => {
    expect(remove(text, path)).toBe(expected);
  });
});

describe('changeAll', () => {
  const to = (path: Path, value: EditValue, prepared = false): TextChange => ({
    path,
    change: { kind: 'set', value },
    prepared,
  });

  it.each<[string, readonly TextChange[], string]>([
    ['a: 1\n', [], 'a: 1\n'],
    // what is added at one place keeps its order
    [
      'x:\n  a: 1 # c\n',
      [to(['x', 'b'], 2), to(['x', 'a'], 3), to(['x', 'c'], 4)],
      'x:\n  a: 3 # c\n  b: 2\n  c: 4\n',
    ],
    ['x: {a: 1}\n', [to(['x', 'b'], 2), to(['x', 'c'], 4)], 'x: {a: 1, b: 2, c: 4}\n'],
    // a section each of them would make; entries of an empty one
    [
      'a: 1\n',
      [to(['x', 'b'], 2), to(['x', 'c'], 4), to(['x', 'd'], 5)],
      'a: 1\nx:\n  b: 2\n  c: 4\n  d: 5\n',
    ],
    ['x: {}\n', [to(['x', 'b'], 2), to(['x', 'c'], 4)], 'x: {b: 2, c: 4}\n'],
    // lines that stand ready, and one that has to be written anew
    [
      'x:\n  # b: はい   # 注\n  # c: はい\n  ? d # e\n',
      [to(['x', 'c'], 'い', true), to(['x', 'd'], 'ろ'), to(['x', 'b'], 'は', true)],
      'x:\n  b: は   # 注\n  c: い\n  d: ろ # e\n',
    ],
    [
      'x:\n  a: 1\n  b: | # n\n    t\n',
      [to(['x', 'b'], 't'), { path: ['x', 'a'], change: { kind: 'remove' }, prepared: false }],
      'x:\n  b: t # n\n',
    ],
    // the same place twice: the last word holds
    ['a: 1\n', [to(['a'], 2), to(['a'], 3)], 'a: 3\n'],
  ])('%j after %j is %j', (text, changes, expected) => {
    const result = changeAll(text, changes);
    expect(result.ok && result.value).toBe(expected);
  });

  it('is what the changes are one by one, wherever they are made', () => {
    const change = fc.record({
      path: fc.constantFrom<Path>(['x', 'a'], ['x', 'b'], ['x', 'b', 'n'], ['x', 'new'], ['y'], ['y', 'z']),
      change: fc.constantFrom<TextChange['change']>(
        { kind: 'remove' },
        { kind: 'set', value: 'はい' },
        { kind: 'set', value: { n: 1 } },
      ),
      prepared: fc.boolean(),
    });
    const file = fc.constantFrom<string>(
      '',
      'x:\n  a: 1 # c\n  ? b # d\n',
      'x: {a: 1, b}\ny:\n',
      'x:\n  # a: はい # c\n  b:\n    n: |  # e\n      t\n# f\n',
      '{x: {a: {}}, y}',
    );
    const read = (text: string): PlainValue => {
      const parsed = parseYaml(text);
      if (!parsed.ok) throw new Error(text);
      return plainValue(parsed.value);
    };
    fc.assert(
      fc.property(file, fc.array(change, { maxLength: 6 }), (text, changes) => {
        const together = changeAll(text, changes);
        const oneByOne = changes.reduce<string>((so, one) => {
          const next = changeAll(so, [one]);
          if (!next.ok) throw new Error(so);
          return next.value;
        }, text);
        expect(together.ok && settledText(read(together.value))).toEqual(settledText(read(oneByOne)));
      }),
      { numRuns: 300 },
    );
  });

  it('makes many changes of a long file in one go', () => {
    const long = `answers:\n${Array.from({ length: 400 }, (_, i) => `  g.i${i}: はい # c${i}\n`).join('')}`;
    const changes = Array.from({ length: 400 }, (_, i) =>
      to(['answers', `g.i${i}`], { answer: '一部', note: `n${i}` }),
    );
    const result = changeAll(long, changes);
    expect(result.ok && result.value).toBe(
      `answers:\n${Array.from({ length: 400 }, (_, i) => `  g.i${i}: {answer: 一部, note: n${i}} # c${i}\n`).join('')}`,
    );
  });
});

/** Sections that hold nothing count as not there. */
const settledText = (value: PlainValue): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, inner]) => inner !== null && JSON.stringify(inner) !== '{}')
            .sort(),
        )
      : part,
  );

describe('any layout, any edit', () => {
  // Files as different hands write them: block and flow, comments anywhere, both line ends, quoted keys, long texts.
  const value = fc.constantFrom(
    'はい',
    '"yes"',
    "'n/a'",
    '',
    '{answer: 一部, note: "本社, タイ"}',
    '|\n    本文\n    続き',
    '>-\n    折り\n    返し',
    '[a, b]',
    '\n    answer: はい\n    note: x # y',
    '\n    - a\n    - b',
    '\n  - a',
    '~',
  );
  const trail = fc.constantFrom('', ' # 注', '   #');
  const entry = fc.tuple(fc.constantFrom('g.a', '"g.b"', "'g.c'", 'g.d', 'g.e'), value, trail);
  const between = fc.constantFrom('', '\n', '  # 空き\n', '# 左\n');
  const section = fc.uniqueArray(fc.tuple(entry, between), { selector: ([[key]]) => key, maxLength: 5 });
  const file = fc.record({
    rows: section,
    before: fc.constantFrom('', '# 頭\n', 'wazamori: 1\n'),
    after: fc.constantFrom('', 'plan: {}\n', '# 尾', '\n\n'),
    eol: fc.constantFrom('\n', '\r\n'),
  });
  const text = file.map(({ rows, before, after, eol }) => {
    const lines = rows.map(
      ([[key, written, comment], gap]) =>
        `  ${key}: ${written}${/\n|[|>]/.test(written) ? '' : comment}\n${gap}`,
    );
    return `${before}answers:\n${lines.join('')}${after}`.replaceAll('\n', eol);
  });
  const key = fc.constantFrom('g.a', 'g.b', 'g.c', 'g.d', 'g.e', 'g.new');
  const written = fc.constantFrom<EditValue>(
    'いいえ',
    'n/a',
    '?',
    { answer: '一部', note: '本社, タイ: 未整備\n二行目' },
    ['a'],
    3,
    '',
  );

  const plain = (source: string): PlainValue => {
    const parsed = parseYaml(source);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
    return plainValue(parsed.value);
  };
  const answers = (source: string) => {
    const root = plain(source);
    return new Map(Object.entries(Object(root).answers ?? {}));
  };

  it('sets exactly the one value and keeps every other byte', () => {
    fc.assert(
      fc.property(text, key, written, (source, item, to) => {
        fc.pre(parseYaml(source).ok);
        const result = set(source, ['answers', item], to);
        const expected = answers(source).set(item, to);
        expect(Object.fromEntries(answers(result))).toEqual(Object.fromEntries(expected));
        expectOneStretch(source, result);
      }),
      runs(1000),
    );
  });

  it('removes exactly the one value and keeps every other byte', () => {
    fc.assert(
      fc.property(text, key, (source, item) => {
        fc.pre(parseYaml(source).ok);
        const result = remove(source, ['answers', item]);
        const expected = answers(source);
        expected.delete(item);
        expect(Object.fromEntries(answers(result))).toEqual(Object.fromEntries(expected));
        expectOneStretch(source, result);
      }),
      runs(1000),
    );
  });

  /** Comments outside the changed stretch are all still there, in their order, and so is the kind of line end. */
  function expectOneStretch(before: string, after: string): void {
    let head = 0;
    while (head < before.length && before[head] === after[head]) head++;
    let tail = 0;
    while (
      tail < before.length - head &&
      tail < after.length - head &&
      before.at(-1 - tail) === after.at(-1 - tail)
    )
      tail++;
    const changed = before.slice(head, before.length - tail);
    // A whole long value may go, but never a line of another entry with it.
    expect(changed.split('\n').filter((line) => /^ {2}["']?g\./.test(line)).length).toBeLessThanOrEqual(1);
    if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  }
});
