import type { Technology } from '../model/answers.ts';
import type { YamlNode } from '../text/yaml/tree.ts';
import {
  type Fields,
  isAbsent,
  missing,
  placeOf,
  type Reading,
  readDate,
  readFields,
  readList,
  readOneOrMore,
  readText,
  readWord,
} from './fields.ts';
import {
  COUNTRY_WORDS,
  DATE_FIELDS,
  destinationOf,
  familyWords,
  type KnownFamilies,
  TEXT_FIELDS,
  WORD_FIELDS,
} from './technology-words.ts';
import type { WordTable } from './words.ts';

const KNOWN = ['id', 'family', 'countries', ...Object.keys(WORD_FIELDS), ...DATE_FIELDS, ...TEXT_FIELDS];

/** The technologies that may go abroad. A missing basis is no reading error: the rules judge it. */
export function readTechnologies(
  reading: Reading,
  node: YamlNode | undefined,
  catalog: KnownFamilies,
): readonly Technology[] {
  const families = familyWords(catalog);
  const seen = new Map<string, number>();
  const technologies: Technology[] = [];
  for (const item of readList(reading, node)) {
    const technology = readTechnology(reading, item, seen, { catalog, families });
    if (technology) technologies.push(technology);
  }
  return technologies;
}

function readTechnology(
  reading: Reading,
  node: YamlNode,
  seen: Map<string, number>,
  { catalog, families }: { readonly catalog: KnownFamilies; readonly families: WordTable<string> },
): Technology | null {
  const fields = readFields(reading, node, KNOWN, 'technologies');
  const id = readId(reading, node, fields, seen);
  const countries = readCountries(reading, fields.get('countries')?.value);
  const date = (key: (typeof DATE_FIELDS)[number]) => readDate(reading, fields.get(key)?.value);
  const text = (key: (typeof TEXT_FIELDS)[number]) => readText(reading, fields.get(key)?.value);
  const technology = {
    name: text('name'),
    family: readFamily(reading, fields.get('family')?.value, families),
    familyAsOf: date('familyAsOf'),
    familyBasis: text('familyBasis'),
    familyCheckedBy: text('familyCheckedBy'),
    ...readWords(reading, fields),
    definitionCheckedOn: date('definitionCheckedOn'),
    definitionBasis: text('definitionBasis'),
    destination: readDestination(reading, fields.get('destination')?.value, countries, catalog),
    countries,
    onwardBasis: text('onwardBasis'),
    exclusionBasis: text('exclusionBasis'),
    contractDate: date('contractDate'),
    decisionDate: date('decisionDate'),
    consultedOn: date('consultedOn'),
    reportedOn: date('reportedOn'),
    location: placeOf(reading, node),
  };
  return id === null ? null : { id, ...technology };
}

function readWords(reading: Reading, fields: Fields) {
  const read = <T>(
    key: keyof typeof WORD_FIELDS,
    field: { readonly words: WordTable<T>; readonly absent: T },
  ): T => readWord<T>(reading, fields.get(key)?.value, field.words) ?? field.absent;
  return {
    kind: read('kind', WORD_FIELDS.kind),
    withTechnicalDocuments: read('withTechnicalDocuments', WORD_FIELDS.withTechnicalDocuments),
    listControl: read('listControl', WORD_FIELDS.listControl),
    definitionCheck: read('definitionCheck', WORD_FIELDS.definitionCheck),
    onward: read('onward', WORD_FIELDS.onward),
    trigger: read('trigger', WORD_FIELDS.trigger),
    exclusion: read('exclusion', WORD_FIELDS.exclusion),
    stage: read('stage', WORD_FIELDS.stage),
    newTechnologyAfterStart: read('newTechnologyAfterStart', WORD_FIELDS.newTechnologyAfterStart),
    informReceived: read('informReceived', WORD_FIELDS.informReceived),
    recipientControls: read('recipientControls', WORD_FIELDS.recipientControls),
  };
}

function readId(reading: Reading, node: YamlNode, fields: Fields, seen: Map<string, number>): string | null {
  // Something that is no map has its finding already.
  if (node.kind !== 'map') return null;
  const entry = fields.get('id');
  const id = readText(reading, entry?.value);
  if (entry === undefined || id === null) {
    return entry && !isAbsent(entry.value) && entry.value.kind !== 'scalar'
      ? null
      : missing(reading, 'id', 'technologies', node);
  }
  const location = placeOf(reading, entry.value);
  const firstLine = seen.get(id);
  if (firstLine !== undefined)
    reading.findings.push({ severity: 'error', code: 'duplicate-id', args: { id, firstLine }, location });
  else seen.set(id, location.line);
  return id;
}

/** Absent = unknown. `none` and `unknown` speak of the whole technology, so they stand alone; an empty list says nothing. */
function readFamily(
  reading: Reading,
  node: YamlNode | undefined,
  words: WordTable<string>,
): readonly string[] {
  if (node === undefined || isAbsent(node)) return ['unknown'];
  const items = readOneOrMore(node);
  if (items.length === 0) {
    missing(reading, 'family', 'technologies', node);
    return ['unknown'];
  }
  const families = items.flatMap((item) => readWord(reading, item, words) ?? []);
  const distinct = [...new Set(families)];
  const alone = distinct.find((family) => family === 'none' || family === 'unknown');
  if (alone !== undefined && distinct.length > 1) {
    reading.findings.push({
      severity: 'error',
      code: 'stands-alone',
      args: { given: alone },
      location: placeOf(reading, node),
    });
  }
  return distinct.length === 0 ? ['unknown'] : distinct;
}

function readCountries(reading: Reading, node: YamlNode | undefined): readonly string[] {
  if (node === undefined || isAbsent(node)) return [];
  return [...new Set(readOneOrMore(node).flatMap((item) => readWord(reading, item, COUNTRY_WORDS) ?? []))];
}

/** Countries decide where they are given; what is written beside them must not say otherwise. */
function readDestination(
  reading: Reading,
  node: YamlNode | undefined,
  countries: readonly string[],
  catalog: KnownFamilies,
): Technology['destination'] {
  const given = readWord(reading, node, WORD_FIELDS.destination.words) ?? 'unknown';
  const derived = destinationOf(countries, catalog);
  if (derived === null) return given;
  if (node !== undefined && given !== 'unknown' && given !== derived) {
    const location = placeOf(reading, node);
    reading.findings.push({
      severity: 'error',
      code: 'destination-contradicts',
      args: { given, countries, derived },
      location,
    });
  }
  return derived;
}
