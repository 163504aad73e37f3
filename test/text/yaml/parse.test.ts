import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseYaml } from '../../../src/text/yaml/parse.ts';
import { nodeAt, plainValue, type YamlNode } from '../../../src/text/yaml/tree.ts';
import { runs } from '../../setup/random.ts';

/** `line:column code` of every finding, warnings marked. */
function problems(text: string): readonly string[] {
  return parseYaml(text).findings.map(({ severity, code, location }) => {
    const place = location ? `${location.line}:${location.column} ` : '';
    return `${place}${severity === 'warning' ? '(warning) ' : ''}${code}`;
  });
}

function treeOf(text: string): YamlNode {
  const parsed = parseYaml(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.value;
}

describe('what people mistype', () => {
  it.each<[string, readonly string[]]>([
    ['company:\n  name：株式会社サンプル精機\n', ['2:7 yaml-fullwidth-colon']],
    ['wazamori: 1\ncompany：\n', ['2:8 yaml-fullwidth-colon']],
    ['wazamori：1\ndepth：full\n', ['1:9 yaml-fullwidth-colon', '2:6 yaml-fullwidth-colon']],
    ['a: 1\nb：2\nc：4\nd: 3', ['3:2 yaml-fullwidth-colon', '2:2 yaml-fullwidth-colon']],
    ['x: {answer：はい}\n', ['1:11 yaml-fullwidth-colon']],
    ['company:\n  備考：工場は2つ\n', ['2:5 (warning) yaml-fullwidth-colon']],
    ['note: 備考：工場は2つ\n', []],
    ['note: |\n  name：株式会社\n', []],
    ['wazamori:　1\n', ['1:10 yaml-fullwidth-space']],
    ['a: 1\nb:　1\nc: 2', ['2:3 yaml-fullwidth-space']],
    ['company:\n　name: 株式会社サンプル精機\n', ['2:1 yaml-fullwidth-space']],
    ['a: ?\nb: 1\nc: ?\n', ['1:4 yaml-bare-question-mark', '3:4 yaml-bare-question-mark']],
    ['x: {answer: ?}\n', ['1:13 yaml-bare-question-mark']],
    ['x:\n  ?\n', ['2:3 yaml-bare-question-mark']],
    ['a:\n\tb: 1\n\tc: 1\nd:\n\te: 1\n', ['2:1 yaml-tab', '3:1 yaml-tab', '5:1 yaml-tab']],
    ['name: "株式会社\nsite: 本社\n', ['1:7 yaml-unclosed']],
    ['goals: [tics\nsite: 本社\n', ['1:8 yaml-unclosed']],
    ['x: {\n  a: 1\n }\ny: [\n  a\n  ]\n', []],
    // brackets: what is wrong is told, not where the parser gave up
    ['s:\n  x: {\n    a: 1\n}\n', ['4:1 yaml-bracket-left']],
    ['s:\n  x: {\n    a: 1\n  }\n', ['4:3 yaml-bracket-left']],
    ['x: [\n  a\n]\n', ['3:1 yaml-bracket-left']],
    ['x: {a: 1,\nb: 2}\n', ['2:1 yaml-line-in-brackets']],
    ['x: {a: 1}}\n', ['1:10 yaml-bracket-extra']],
    ['x: {a: ]}\n', ['1:8 yaml-bracket-extra']],
    ['x: {a: [1}\n', ['1:8 yaml-unclosed']],
    ['x: {a: [1, 2}, b: 3}\n', ['1:8 yaml-unclosed']],
    ['goals: [tics\nx: {a: 1}\n', ['1:8 yaml-unclosed']],
    ['x: {a: はい, reason: 議事録 #3 のとおり}\nb: 1\n', ['1:24 yaml-hash-in-brackets']],
    ['x: [a #3]\n', ['1:7 yaml-hash-in-brackets']],
    ['x: [\n  {a: 1},\n  {a: 2 #3}\n ]\n', ['3:9 yaml-hash-in-brackets']],
    ['x: {a: 1, # 例 {b}\n b: 2\n', ['1:11 yaml-hash-in-brackets']],
    ['x: {answer: はい, note: 図面: 本社}\n', ['1:23 yaml-needs-quotes']],
    ['x: {answer: はい, note: @総務}\n', ['1:23 yaml-needs-quotes']],
    ['x: {answer: はい, note: `総務`, by: x}\n', ['1:23 yaml-needs-quotes']],
    ['x: {answer: はい, note: [重要] 図面}\n', ['1:23 yaml-needs-quotes']],
    ['x: {answer: はい, note: "重要" 図面}\n', ['1:23 yaml-needs-quotes']],
    ['x: {answer: はい, note: %5}\n', ['1:23 yaml-needs-quotes']],
    ['x: {answer: はい, note: > 5}\n', ['1:23 yaml-needs-quotes']],
    ['x: [@総務]\n', ['1:5 yaml-needs-quotes']],
    ['x: {answer: はい、note: 本社}\n', ['1:20 yaml-missing-comma']],
    ['{\n"a": 1\n"b": 2\n}\n', ['3:4 yaml-missing-comma']],
    // a tab before a bracket is a space to YAML
    ['x:\t{a: 1}\ny: \t[tics]\n', []],
    // prose
    ['note:\n  担当：　総務\n', ['2:6 (warning) yaml-fullwidth-space']],
    ['note:\n  一行目\n  　二行目。本社：金庫\n', []],
    ['company:\n  会社\n  　name：みなと精工\n', ['3:3 yaml-fullwidth-space']],
    ['where: "C:\\docs"\n', ['1:12 yaml-escape']],
    ['name: 会社\n  site: 本社\n', ['2:3 yaml-indentation']],
    ['note: 本社: 済み\n', ['1:7 yaml-needs-quotes']],
    ['answer: -\n', ['1:9 yaml-needs-quotes']],
    ['name: 会社\nsite\n', ['2:1 yaml-missing-colon']],
    ['name: 会社\nsite\nby: 総務課長\n', ['2:1 yaml-missing-colon']],
    ['wazamori:1\nname: 会社\n', ['1:10 yaml-colon-space']],
    ['x: {answer: はい note: 本社}\n', ['1:20 yaml-missing-comma']],
    ['name: 会\u0007社\n', ['1:8 yaml-control-character']],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

describe('a comment that cuts a value', () => {
  it.each<[string, readonly string[]]>([
    ['name: 甲社 #2工場\n', ['1:10 (warning) yaml-hash-cuts']],
    ['note: #12 の対応\n', ['1:7 (warning) yaml-hash-cuts']],
    ['name: "甲社" #2工場\n', ['1:12 (warning) yaml-hash-cuts']],
    ['goals:\n  - tics #2\n  - #3\n', ['2:10 (warning) yaml-hash-cuts', '3:5 (warning) yaml-hash-cuts']],
    ['x: {note: 課題 #x\n , b: 2}\n', ['1:14 (warning) yaml-hash-cuts']],
    ['note:\n  課題\n  #12 の対応\n', ['3:3 (warning) yaml-hash-cuts']],
    // as people write comments
    ['name: 甲社 # 2工場\n', []],
    ['name: 甲社 #　2工場\n', []],
    ['name: 甲社 #\n', []],
    ['name: 甲社 ##### 本社 #####\n', []],
    ['#社外秘\nname: 甲社\n  #answers:\n', []],
    ['x: {a: 1, #済\n b: [2] #済\n }\n', []],
    // no comments at all
    ['note: |\n  課題 #12\n', []],
    ['note: 課題#12\nname: "甲社 #2"\nby: \'甲 #2\'\n', []],
    ['note:\n  課題\n\n  #12 は別の行\n', []],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

describe('a letter nobody sees', () => {
  const named = (text: string): readonly unknown[] =>
    parseYaml(text).findings.map(({ severity, code, args, location }) => [
      `${location?.line}:${location?.column} ${severity} ${code}`,
      args,
    ]);

  it.each<[string, string, string, string]>([
    ['wazamori: 1\n\uFEFFcompany: 1\n', '2:1', 'company', 'U+FEFF'],
    ['company:\n  \u200Bemployees: 48\n', '2:3', 'employees', 'U+200B'],
    ['company:\n\u00A0\u00A0employees: 48\n', '2:1', 'employees', 'U+00A0'],
    ['{emp\u2060loyees: 48}\n', '1:5', 'employees', 'U+2060'],
    ['a\u200Cb: 1\n', '1:2', 'ab', 'U+200C'],
    ['a\u200D: 1\n', '1:2', 'a', 'U+200D'],
    ['em\u00ADployees: 1\n', '1:3', 'employees', 'U+00AD'],
    ['a\uFE0F: 1\n', '1:2', 'a', 'U+FE0F'],
    ['辻\u{E0100}: 1\n', '1:2', '辻', 'U+E0100'],
    ['name\u3000: 1\n', '1:5', 'name', 'U+3000'],
    ['"na\u200Bme": 1\n', '1:4', 'name', 'U+200B'],
    ['"na\\u200bme": 1\n', '1:1', 'name', 'U+200B'],
    ['? a\u202Eb\n: 1\n', '1:4', 'ab', 'U+202E'],
  ])('in a key is an error that names it: %j', (text, place, key, char) => {
    expect(named(text)).toEqual([[`${place} error yaml-invisible-in-key`, { key, char }]]);
  });

  it.each<[string, string, string]>([
    ['name:\u00A0甲社\n', '1:6', 'U+00A0'],
    ['a: 1\n\u00A0\nb: 2\n', '2:1', 'U+00A0'],
  ])('where a space was meant is named: %j', (text, place, char) => {
    expect(named(text)).toEqual([[`${place} error yaml-invisible`, { char }]]);
  });

  it('in a value is left alone: people have names of all kinds', () => {
    expect(named('name: 辻\u{E0100}\u200B　商店\n"a b": 1\n? a\tb\n: 2\n')).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each<[string, readonly string[]]>([
    ['a: 1\nb: 2\na: 3\n', ['3:1 yaml-duplicate-key']],
    ['x: {a: 1, a: 2}\n', ['1:11 yaml-duplicate-key']],
    [
      '__proto__: 1\nconstructor: 2\nx: {prototype: 3}\n',
      ['1:1 yaml-forbidden-key', '2:1 yaml-forbidden-key', '3:5 yaml-forbidden-key'],
    ],
    ['a: &x 1\nb: *x\n', ['1:4 yaml-anchor', '2:4 yaml-alias']],
    ['a: !!str 1\nb: !mine {c: 1}\nd: !e!x 1\n', ['3:8 yaml-tag']],
    ['a: !!str 1\nb: !mine {c: 1}\n', ['1:4 yaml-tag', '2:4 yaml-tag']],
    ['[1]: 2\n', ['1:1 yaml-key-not-text']],
    ['a: 1\n: 2\n', ['2:1 yaml-key-not-text']],
    ['a: 1\n---\nb: 2\n', ['2:1 yaml-several-documents']],
    ['a: 1\n...\nb: 2\n', ['2:1 yaml-several-documents']],
    ['['.repeat(20_000), ['1:32 yaml-too-deep']],
    [Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}k:`).join('\n'), ['32:32 yaml-too-deep']],
    [Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n'), ['file-too-large']],
  ])('%.40j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('an alias bomb, without ever unfolding it', () => {
    const bomb = `a: &a [x, x]\n${[...'bcdefghij'].map((c, i) => `${c}: &${c} [*${'abcdefghij'[i]}, *${'abcdefghij'[i]}]`).join('\n')}\n`;
    expect(new Set(parseYaml(bomb).findings.map(({ code }) => code))).toEqual(
      new Set(['yaml-anchor', 'yaml-alias']),
    );
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      ':',
      '：',
      '　',
      '\n',
      '  ',
      '- ',
      '? ',
      '?',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '|',
      '>',
      '#',
      '&a',
      '*a',
      '!x',
      '---\n',
      '\t',
      '\r\n',
      '\0',
      '\uFEFF',
      '%',
      '@',
      '~',
      '1',
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: piece, maxLength: 60 }), fc.string({ unit: 'binary' })),
        (text) => {
          const parsed = parseYaml(text);
          expect(parsed.ok || parsed.findings.length > 0).toBe(true);
        },
      ),
      runs(2000),
    );
  });
});

describe('ranges', () => {
  const at = (text: string, path: readonly string[]) => {
    const node = nodeAt(treeOf(text), path);
    return node && text.slice(node.range.start, node.range.end);
  };

  it.each([
    ['a: はい # よし\n', ['a'], 'はい'],
    ['a: "x y" # c\n', ['a'], '"x y"'],
    ["a: 'it''s'\n", ['a'], "'it''s'"],
    ['a: |\n  一行目\n  二行目\nb: 1\n', ['a'], '|\n  一行目\n  二行目\n'],
    ['a: >- # c | d\n  x\n', ['a'], '>- # c | d\n  x\n'],
    ['a: {b: [1, 2], c: {d: x}} # {\n', ['a'], '{b: [1, 2], c: {d: x}}'],
    ['a: {b: [1, 2], }\n', ['a'], '{b: [1, 2], }'],
    ['a: [\n  x, # ]\n  y\n ]\n', ['a'], '[\n  x, # ]\n  y\n ]'],
    ['a:\n  b: 1\n  c: 2 # d\ne: 3\n', ['a'], 'b: 1\n  c: 2'],
    ['a:\n  - x\n  - y # z\n', ['a'], '- x\n  - y'],
    ['a: # nothing\nb: 1\n', ['a'], ''],
    ['{"a":1,"b":{}}', ['b'], '{}'],
  ])('%j %j', (text, path, expected) => {
    expect(at(text, path)).toBe(expected);
  });

  it('an empty value stands behind its colon', () => {
    expect(nodeAt(treeOf('a : # c\n'), ['a'])?.range).toEqual({ start: 3, end: 3 });
  });

  it('every scalar read again from its own range is itself', () => {
    fc.assert(
      fc.property(document(), layout(), (value, options) => {
        const text = stringify(value, options);
        for (const node of scalars(treeOf(text))) {
          const own = text.slice(node.range.start, node.range.end);
          if (node.plain && !own.includes('\n')) expect(own).toBe(node.text);
          else if (own !== '' && /^["']/.test(own) && !own.includes('\n'))
            expect(parse(own)).toBe(node.value);
        }
      }),
    );
  });
});

describe('values', () => {
  it.each<[string, unknown]>([
    ['yes', 'yes'],
    ['no', 'no'],
    ['on', 'on'],
    ['true', true],
    ['010', 10],
    ['2026-11-21', '2026-11-21'],
    ['~', null],
    ['"1"', '1'],
    ['1.5', 1.5],
    ['○', '○'],
  ])('%s is %j', (text, value) => {
    expect(plainValue(treeOf(`a: ${text}\n`))).toEqual({ a: value });
  });

  it('keeps the text of a number as it was typed', () => {
    const node = nodeAt(treeOf('edition: 2026.10\n'), ['edition']);
    expect(node).toMatchObject({ value: 2026.1, text: '2026.10' });
  });

  it('are what the yaml package reads, whatever the layout', () => {
    fc.assert(
      fc.property(document(), layout(), fc.constantFrom('\n', '\r\n'), (value, options, eol) => {
        const text = stringify(value, options).replaceAll('\n', eol);
        expect(plainValue(treeOf(text))).toEqual(parse(text));
      }),
      runs(500),
    );
  });
});

function* scalars(node: YamlNode): Generator<Extract<YamlNode, { kind: 'scalar' }>> {
  if (node.kind === 'scalar') yield node;
  else if (node.kind === 'seq') for (const item of node.items) yield* scalars(item);
  else for (const entry of node.entries) yield* scalars(entry.value);
}

/**
 * Small documents with the words, marks and line breaks that answer files have. No empty lists: `yaml` itself writes
 * them at the left margin, where no reader takes them.
 */
function document() {
  const word = fc.oneof(
    fc.constantFrom(
      'はい',
      'yes',
      'n/a',
      '?',
      '-',
      '2026-11-21',
      'a: b',
      '# x',
      'x #y',
      '全角：値',
      '',
      ' 空白 ',
      '1',
      'true',
      '~',
      'C:\\docs',
      "it's",
      '"',
    ),
    fc.string({ unit: fc.constantFrom('技', 'a', ' ', ':', '#', "'", '"', ',', '{'), maxLength: 8 }),
    // `yaml` writes `:` before a line break unreadably in a flow list, so lines are made of plain words.
    fc.string({ unit: fc.constantFrom('技', 'a ', '\n'), maxLength: 8 }),
  );
  const scalar = fc.oneof(
    word,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const key = fc
    .oneof(fc.constantFrom('a', 'answer', 'guidance.exit-plan', '数字', '1', 'x y'), word)
    .filter((k) => k.trim() !== '');
  const tree = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      fc.dictionary(key, tie('node'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  return fc.dictionary(key, tree.node, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
}

function layout() {
  return fc.record({
    collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
    lineWidth: fc.constantFrom(0, 20, 80),
    indent: fc.constantFrom(2, 4),
    indentSeq: fc.boolean(),
    singleQuote: fc.boolean(),
    aliasDuplicateObjects: fc.constant(false),
  });
}
