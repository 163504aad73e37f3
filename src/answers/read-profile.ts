import type { Answers, Company } from '../model/answers.ts';
import type { Catalog, Fact, FactPlace } from '../model/catalog.ts';
import { readCorporateNumber } from '../text/readers/corporate-number.ts';
import { wrongCorporateNumber } from '../text/readers/findings.ts';
import type { YamlNode } from '../text/yaml/tree.ts';
import {
  isAbsent,
  placeOf,
  type Reading,
  readDate,
  readEntries,
  readFields,
  readNumber,
  readOneOrMore,
  readText,
  readWord,
  unknownKey,
} from './fields.ts';
import { DEPTH_WORDS, factWords, isUnknownWord } from './words.ts';

type Facts = Pick<Catalog, 'facts'>;

const COMPANY_KEYS = [
  'name',
  'formerNames',
  'site',
  'corporateNumber',
  'headquarters',
  'industry',
  'employees',
  'strength',
] as const;
const ASSESSMENT_KEYS = ['date', 'by', 'depth', 'goals', 'keepUntil', 'editions'] as const;

export function readCompany(reading: Reading, node: YamlNode | undefined): Company {
  const fields = readFields(reading, node, COMPANY_KEYS, 'company');
  const at = (key: (typeof COMPANY_KEYS)[number]) => fields.get(key)?.value;
  return {
    name: readText(reading, at('name')),
    formerNames: readTexts(reading, at('formerNames')) ?? [],
    site: readText(reading, at('site')),
    corporateNumber: readNumberOfCompany(reading, at('corporateNumber')),
    headquarters: readText(reading, at('headquarters')),
    industry: readText(reading, at('industry')),
    employees: readNumber(reading, at('employees'), 'people'),
    strength: readText(reading, at('strength')),
  };
}

function readNumberOfCompany(reading: Reading, node: YamlNode | undefined): string | null {
  const text = readText(reading, node);
  if (node === undefined || text === null) return null;
  const read = readCorporateNumber(text);
  if (read.ok) return read.value;
  reading.findings.push({ ...wrongCorporateNumber(text, read), location: placeOf(reading, node) });
  return null;
}

/** Without a depth everything is asked: a file must not look better because a line is missing. */
export function readAssessment(
  reading: Reading,
  node: YamlNode | undefined,
  catalog: Facts,
): Answers['assessment'] {
  const fields = readFields(reading, node, ASSESSMENT_KEYS, 'assessment');
  const at = (key: (typeof ASSESSMENT_KEYS)[number]) => fields.get(key)?.value;
  const goals = factAt(catalog, 'assessment', 'goals');
  const editions = [...readEntries(reading, at('editions'))].flatMap(([checklist, entry]) => {
    const edition = readText(reading, entry.value);
    return edition === null ? [] : [[checklist, edition] as const];
  });
  return {
    date: readDate(reading, at('date')),
    by: readText(reading, at('by')),
    depth: readWord(reading, at('depth'), DEPTH_WORDS) ?? 'full',
    goals: goals ? readFact(reading, at('goals'), goals) : readTexts(reading, at('goals')),
    keepUntil: readDate(reading, at('keepUntil')),
    editions: Object.fromEntries(editions),
  };
}

function readTexts(reading: Reading, node: YamlNode | undefined): readonly string[] | null {
  if (node === undefined || isAbsent(node)) return null;
  return readOneOrMore(node).flatMap((item) => readText(reading, item) ?? []);
}

/** Facts about the company that decide what is asked; an absent one was never answered. */
export function readProfile(
  reading: Reading,
  node: YamlNode | undefined,
  catalog: Facts,
): ReadonlyMap<string, readonly string[]> {
  const profile = new Map<string, readonly string[]>();
  const known = catalog.facts.filter((fact) => fact.place === 'profile').map((fact) => fact.id);
  for (const [key, entry] of readEntries(reading, node)) {
    const fact = factAt(catalog, 'profile', key);
    if (fact === undefined) {
      unknownKey(reading, key, entry, [...known, ...elsewhere(catalog)], 'profile');
      continue;
    }
    const values = readFact(reading, entry.value, fact);
    if (values) profile.set(key, values);
  }
  return profile;
}

/** A fact put under `profile` that belongs to another section is shown with its full place. */
function elsewhere(catalog: Facts): readonly string[] {
  return catalog.facts.filter((fact) => fact.place !== 'profile').map((fact) => `${fact.place}.${fact.id}`);
}

function factAt(catalog: Facts, place: FactPlace, id: string): Fact | undefined {
  return catalog.facts.find((fact) => fact.place === place && fact.id === id);
}

/** Value ids of a fact; `['unknown']` for わからない, also where it stands among others; `null` when not given. */
function readFact(reading: Reading, node: YamlNode | undefined, fact: Fact): readonly string[] | null {
  if (node === undefined || isAbsent(node)) return null;
  if (fact.kind === 'number') {
    const text = readText(reading, node);
    if (text !== null && isUnknownWord(text)) return ['unknown'];
    const number = readNumber(reading, node, 'things');
    return number === null ? null : [String(number)];
  }
  const words = factWords(fact);
  if (fact.kind === 'choice') {
    const value = readWord(reading, node, words);
    return value === null ? null : [value];
  }
  const values = [...new Set(readOneOrMore(node).flatMap((item) => readWord(reading, item, words) ?? []))];
  if (values.includes('unknown')) return ['unknown'];
  return values.length === 0 && node.kind !== 'seq' ? null : values;
}
