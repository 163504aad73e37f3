import { bytesOf, MUTATIONS, type Mutated } from './mutations.ts';
import { oneOf, type Random, whole } from './random.ts';

/** What can happen to files this program has written: rows of a batch and PDFs. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const VALUES: readonly [Json, ...Json[]] = [
  ...[null, true, -1, 0.5, 1e21, '', 'Z', '\u202e\u0000', '2026-02-30', 'constructor'],
  ...['あ'.repeat(5000), [], [null], [[]], {}, { low: 'x' }, { __proto__: null }],
] as unknown as readonly [Json, ...Json[]];

/** A JSON value with something in it that does not belong there. */
function changed(value: Json, random: Random): Json {
  if (typeof value !== 'object' || value === null || random() < 0.15) return oneOf(random, VALUES);
  const keys = Object.keys(value);
  const key = keys[whole(random, keys.length)];
  if (key === undefined) return oneOf(random, VALUES);
  const gone = random() < 0.15;
  if (Array.isArray(value))
    return value.flatMap((part: Json, i) =>
      String(i) !== key ? [part] : gone ? [] : [changed(part, random)],
    );
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      name !== key ? [[name, part]] : gone ? [] : [[name, changed(part, random)]],
    ),
  );
}

export function mutatedRows(text: string, random: Random): Mutated {
  if (random() < 0.3) {
    const by = oneOf(random, [
      'truncated',
      'line gone',
      'lines twice',
      'characters swapped',
      'bytes flipped',
    ]);
    return { by, bytes: bytesOf(MUTATIONS[by]?.(text, random) ?? text) };
  }
  const lines = text.trimEnd().split('\n');
  const at = whole(random, lines.length);
  let value: Json = JSON.parse(lines[at] ?? 'null');
  for (let i = 0; i < 1 + whole(random, 3); i++) value = changed(value, random);
  const broken = lines.map((line, i) => (i === at ? JSON.stringify(value) : line));
  return { by: at === 0 ? 'header changed' : 'row changed', bytes: bytesOf(`${broken.join('\n')}\n`) };
}

const PIECES = [
  '(',
  '<<',
  '[',
  '<',
  '>>',
  'endobj\n',
  '1 0 obj\n',
  'stream\n',
  'endstream\n',
  'startxref\n0\n%%EOF\n',
  'xref\n0 1\n',
  'trailer\n<<>>\n',
  '%',
  '99999999999',
  '-1',
  '/Length 5',
  '/Filter /FlateDecode',
  ' 0 R',
  '\\',
] as const;

const PDF_MUTATIONS: Readonly<Record<string, (bytes: Uint8Array, random: Random) => Uint8Array>> = {
  truncated: (bytes, random) => bytes.subarray(0, whole(random, bytes.length)),
  'bytes flipped': (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    for (let i = 0; i < 1 + whole(random, 10); i++) copy[whole(random, copy.length)] = whole(random, 256);
    return copy;
  },
  'piece put in': (bytes, random) => {
    const at = random() < 0.5 ? whole(random, bytes.length) : Math.max(0, bytes.length - whole(random, 300));
    const piece = bytesOf(oneOf(random, PIECES).repeat(random() < 0.2 ? 5000 : 1));
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  },
  'number changed': (bytes, random) => {
    const text = Buffer.from(bytes).toString('latin1');
    const chance = random() < 0.5 ? 0.001 : 0.02;
    return Buffer.from(
      text.replace(/\d+/g, (digits) => (random() < chance ? String(whole(random, 100_000)) : digits)),
      'latin1',
    );
  },
  'stretch twice': (bytes, random) => {
    const from = whole(random, bytes.length);
    const to = Math.min(bytes.length, from + whole(random, 5000));
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'stretch gone': (bytes, random) => {
    const from = whole(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + whole(random, 500))]);
  },
  'another file': (_, random) =>
    bytesOf(
      oneOf(random, [
        '',
        '%PDF-1.7\n',
        'wazamori: 1\n',
        '%PDF-1.7\nstartxref\n0\n%%EOF',
        '%PDF-1.4\n'.repeat(20_000),
      ]),
    ),
};

export function mutatedPdf(bytes: Uint8Array, random: Random): Mutated {
  const names = Object.keys(PDF_MUTATIONS);
  const by = names[whole(random, names.length)] ?? '';
  return { by, bytes: PDF_MUTATIONS[by]?.(bytes, random) ?? bytes };
}
