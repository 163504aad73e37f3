import type { DeterminationTexts, FamilyTexts, FieldTexts } from '../../model/determination.ts';
import type { Lang, Text } from '../../model/text.ts';
import { either } from '../built/either.ts';
import type { ParsedCatalog } from '../source/parse.ts';
import type { Placed } from '../source/place.ts';
import { determinationIn } from './build.ts';
import type { FamilySource, VerdictFieldTextsSource } from './schema.ts';

/** The prose of a determination in one language; `null` where the catalogue has none. */
export function determinationTexts(parsed: ParsedCatalog, lang: Lang): DeterminationTexts | null {
  const found = determinationIn(parsed);
  if (found === null) return null;
  const { head, determination } = found;
  const { rules, flags, fields, tasks, families, groupA, preparation } = determination;
  return {
    warning: head.value.warning?.[lang] ?? '',
    ruleLocators: Object.fromEntries(
      rules.value.rules.map(({ id, sources }) => [id, placesIn(sources, lang)]),
    ),
    reasons: texts(rules.value.rules.map(({ id, reason }) => [id, reason])),
    flags: texts(values(flags).map(({ id, text }) => [id, text])),
    fields: Object.fromEntries(values(fields).map((field) => [field.id, fieldTexts(field, lang)])),
    tasks: texts(values(tasks).map(({ id, title }) => [id, title])),
    families: Object.fromEntries(values(families).map((family) => [family.id, familyTexts(family, lang)])),
    countries: texts(groupA.value.countries.map(({ id, name }) => [id, name])),
    preparation: values(preparation).map((entry) => entry[lang]),
  };

  function texts(entries: readonly (readonly [string, Text])[]): Readonly<Record<string, string>> {
    return Object.fromEntries(entries.map(([id, text]) => [id, text[lang]]));
  }
}

function fieldTexts(field: VerdictFieldTextsSource, lang: Lang): FieldTexts {
  const named = { label: field.label[lang], settle: field.settle[lang] };
  if (!('question' in field)) return { ...named, ask: null };
  const { question, why, example, role } = field;
  const labels = Object.entries(field.values ?? {}).map(([value, label]) => [value, label[lang]]);
  return {
    ...named,
    ask: {
      question: question[lang],
      why: why[lang],
      example: example[lang],
      role,
      values: Object.fromEntries(labels),
    },
  };
}

const familyTexts = (source: FamilySource, lang: Lang): FamilyTexts => ({
  name: source.name[lang],
  words: source.words[lang],
  signs: source.signs,
  unknown: source.unknown[lang],
  definition: source.definition?.[lang] ?? null,
  listControl: source.listControl[lang],
  locators: placesIn(source.sources, lang),
});

function placesIn(sources: readonly { readonly locator: string | Text }[], lang: Lang): readonly string[] {
  return sources.map(({ locator }) => either(locator, lang));
}

const values = <T>(records: readonly Placed<T>[]): readonly T[] => records.map(({ value }) => value);
