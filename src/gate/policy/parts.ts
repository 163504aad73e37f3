import {
  isAbsent,
  nearestKnown,
  placeOf,
  type Reading,
  readEntries,
  readFields,
  readList,
  readText,
  readWord,
} from '../../answers/fields.ts';
import { sameWords } from '../../answers/words.ts';
import { clip } from '../../text/fullwidth.ts';
import { locate } from '../../text/positions.ts';
import { countIn } from '../../text/readers/counts.ts';
import type { YamlNode } from '../../text/yaml/tree.ts';
import type { KeyBelow } from '../../words/messages.ts';

/**
 * One part of a policy: how it is read and what the published schema says of it, from one definition, so that the two
 * cannot drift apart. `about` names the text an editor shows (`gate.policy.ABOUT`).
 */
export interface Part<T> {
  readonly about: About | null;
  readonly read: (reading: Reading, node: YamlNode | undefined, place: string) => T;
  readonly schema: (describe: Describe) => JsonSchema;
}

/** A key of `gate.policy` in the messages. */
export type About = KeyBelow<'gate.policy'>;

export type JsonSchema = Readonly<Record<string, unknown>>;
/** The text an editor shows for a key of `gate.policy`. */
export type Describe = (about: About) => string;

const described = (schema: JsonSchema, about: About | null, describe: Describe): JsonSchema =>
  about === null ? schema : { description: describe(about), ...schema };

/** A number from `least` to `most`, else `absent`. */
export function numberPart<A extends number | null>(
  about: About,
  [least, most]: readonly [number, number],
  absent: A,
): Part<number | A> {
  return {
    about,
    read: (reading, node) => {
      const text = readText(reading, node);
      if (node === undefined || text === null) return absent;
      const value = countIn(text, 'points') ?? countIn(text, 'days');
      if (value !== null && value >= least && value <= most) return value;
      const args = { given: clip(text), least, most };
      reading.findings.push({
        severity: 'error',
        code: 'policy-number-range',
        args,
        location: placeOf(reading, node),
      });
      return absent;
    },
    schema: (describe) => described({ type: 'number', minimum: least, maximum: most }, about, describe),
  };
}

/** One of a few words, else `null`. */
export function wordPart<T extends string>(about: About | null, words: readonly T[]): Part<T | null> {
  const table = sameWords(words);
  return {
    about,
    read: (reading, node) => readWord(reading, node, table),
    schema: (describe) => described({ enum: words }, about, describe),
  };
}

/** `true` or `false`; absent is `false`: a policy asks for what it says and for nothing else. */
export function flagPart(about: About): Part<boolean> {
  const table = sameWords(['true', 'false']);
  return {
    about,
    read: (reading, node) => readWord(reading, node, table) === 'true',
    schema: (describe) => described({ type: 'boolean' }, about, describe),
  };
}

/** Free text, else `null`. */
export function textPart(about: About | null): Part<string | null> {
  return {
    about,
    read: (reading, node) => readText(reading, node),
    schema: (describe) => described({ type: 'string' }, about, describe),
  };
}

/** An id the catalogue knows; another is an error, for a rule about nothing would never fail. */
export function idPart(about: About | null, known: readonly string[]): Part<string | null> {
  return {
    about,
    read: (reading, node, place) => {
      const given = readText(reading, node);
      if (node === undefined || given === null || known.includes(given)) return given;
      unknownId(reading, given, place, known, placeOf(reading, node));
      return null;
    },
    schema: (describe) => described({ enum: known }, about, describe),
  };
}

function unknownId(
  reading: Reading,
  given: string,
  place: string,
  known: readonly string[],
  location: ReturnType<typeof placeOf>,
): void {
  const args = { given: clip(given), place, nearest: nearestKnown(reading, given, known) };
  reading.findings.push({ severity: 'error', code: 'policy-unknown-id', args, location });
}

/** A list; what cannot be read in it has its finding and is left out. */
export function listPart<T>(about: About, part: Part<T | null>): Part<readonly T[]> {
  return {
    about,
    read: (reading, node, place) =>
      readList(reading, node).flatMap((entry) => {
        const value = part.read(reading, entry, place);
        return value === null ? [] : [value];
      }),
    schema: (describe) => described({ type: 'array', items: part.schema(describe) }, about, describe),
  };
}

/** A map whose keys are ids the catalogue knows. */
export function byIdPart<T>(
  about: About,
  known: readonly string[],
  part: Part<T | null>,
): Part<ReadonlyMap<string, T>> {
  return {
    about,
    read: (reading, node, place) => {
      const values = new Map<string, T>();
      for (const [id, entry] of readEntries(reading, node)) {
        if (!known.includes(id)) {
          unknownId(reading, id, place, known, locate(reading.lines, entry.keyRange.start));
          continue;
        }
        const value = part.read(reading, entry.value, `${place}.${id}`);
        if (value !== null) values.set(id, value);
      }
      return values;
    },
    schema: (describe) => {
      const schema = part.schema(describe);
      const properties = Object.fromEntries(known.map((id) => [id, schema]));
      return described({ type: 'object', additionalProperties: false, properties }, about, describe);
    },
  };
}

type Parts<T> = { readonly [K in keyof T]: Part<T[K]> };

/** A map with fixed keys. An unknown key is an error: a mistyped rule would silently hold nothing. */
export function groupPart<T extends object>(about: About | null, parts: Parts<T>): Part<T> {
  const keys = Object.keys(parts).filter((key): key is keyof T & string => key in parts);
  return {
    about,
    read: (reading, node, place) => {
      const fields = isAbsent(node) ? new Map() : readFields(reading, node, keys, place);
      const read = (key: keyof T & string) => {
        const inner = place === '' ? key : `${place}.${key}`;
        return [key, parts[key].read(reading, fields.get(key)?.value, inner)];
      };
      // The mapped type says that each key has its part's value; Object.fromEntries cannot.
      return Object.fromEntries(keys.map(read)) as T;
    },
    schema: (describe) => {
      const properties = Object.fromEntries(keys.map((key) => [key, parts[key].schema(describe)]));
      return described({ type: 'object', additionalProperties: false, properties }, about, describe);
    },
  };
}
