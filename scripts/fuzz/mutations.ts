import { oneOf, type Random, whole } from './random.ts';

const HOSTILE = [
  '&a [*a]',
  '!!js/function "function () {}"',
  '__proto__: {polluted: true}',
  '? {a: 1}',
  '- - - -',
  '"\\ud800"',
  '2026-02-30',
  '99999999999999999999',
  '.nan',
  '{{{{{{{{{{',
  "'",
  '|2-',
  '---',
  '%YAML 1.1',
  'はい：',
  '\u0000',
  '\u202e\u200b',
  '1e400',
  '0x1F',
  '~',
  '[]',
  '{}',
  '<<: *x',
  '@',
  '`',
  '\t',
  'constructor: 1',
  '田中さん@example.invalid 090-0000-0000',
  'x'.repeat(5000),
  '漢'.repeat(20_000),
  '0-'.repeat(20_000),
  `"${'あ '.repeat(20_000)}"`,
  `|\n${'  (a\n'.repeat(5000)}`,
  '['.repeat(200),
  '- '.repeat(200),
] as const;

export type Mutation = (text: string, random: Random) => string | Uint8Array;

/** What can happen to a YAML file. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  truncated: (text, random) => text.slice(0, whole(random, text.length)),
  'line gone': (text, random) => {
    const lines = text.split('\n');
    lines.splice(whole(random, lines.length), 1 + whole(random, 3));
    return lines.join('\n');
  },
  'lines twice': (text, random) => {
    const lines = text.split('\n');
    const at = whole(random, lines.length);
    lines.splice(at, 0, ...lines.slice(at, at + 1 + whole(random, 5)));
    return lines.join('\n');
  },
  'wrong type': (text, random) =>
    eachValue(text, random, () =>
      oneOf(random, ['[]', '{}', '1', 'true', 'null', '[1, 2]', '{a: {b: c}}', '"x"', '']),
    ),
  'hostile value': (text, random) => eachValue(text, random, () => oneOf(random, HOSTILE)),
  'hostile line': (text, random) => {
    const lines = text.split('\n');
    lines.splice(whole(random, lines.length), 0, `${' '.repeat(whole(random, 6))}${oneOf(random, HOSTILE)}`);
    return lines.join('\n');
  },
  indentation: (text, random) =>
    text.replace(/^ */gm, (spaces) => (random() < 0.05 ? ' '.repeat(whole(random, 8)) : spaces)),
  'characters swapped': (text, random) => {
    const at = whole(random, text.length - 1);
    return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  },
  'random bytes': (_, random) => Uint8Array.from({ length: whole(random, 4000) }, () => whole(random, 256)),
  'bytes flipped': (text, random) => {
    const bytes = new TextEncoder().encode(text);
    for (let i = 0; i < 1 + whole(random, 20); i++) bytes[whole(random, bytes.length)] = whole(random, 256);
    return bytes;
  },
  huge: (text, random) =>
    text +
    oneOf(random, ['# x\n', 'a: 1\n', '  guidance.x: はい\n', '- ', '[', '\n']).repeat(
      20_000 + whole(random, 60_000),
    ),
  deep: (text, random) =>
    `${text}deep: ${oneOf(random, ['[', '{a: ', '- '] as const).repeat(whole(random, 5000))}`,
  'CRLF and BOM': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  'another file': (_, random) =>
    oneOf(random, [
      '',
      '# nothing\n',
      '[]',
      '"text"',
      '{"a": 1}',
      '- はい\n',
      'policy: 1\n',
      '\n\n\n',
      'wazamori: 1',
      'wazamori: 2\n',
    ]),
};

/** Some values of `key: value` lines replaced. */
function eachValue(text: string, random: Random, value: () => string): string {
  return text.replace(/: +(\S.*)$/gm, (whole_, given: string) =>
    random() < 0.04 ? `: ${value()}` : whole_ || given,
  );
}

/** A file with one slip in it, and often a second one: together they find what neither finds alone. */
export function mutated(sample: string, random: Random): Mutated {
  const names = Object.keys(MUTATIONS);
  const by = names[whole(random, names.length)] ?? '';
  const first = MUTATIONS[by]?.(sample, random) ?? sample;
  const again =
    typeof first === 'string' && random() < 0.3 ? MUTATIONS['hostile line']?.(first, random) : undefined;
  return { by, bytes: bytesOf(again ?? first) };
}

export interface Mutated {
  readonly by: string;
  readonly bytes: Uint8Array;
}

export const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text;
