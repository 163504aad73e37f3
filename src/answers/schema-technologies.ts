import { z } from 'zod';
import { type Describe, date, neededText, text, word, wordOrList } from './schema-fields.ts';
import {
  COUNTRY_WORDS,
  destinationOf,
  familyWords,
  type KnownFamilies,
  WORD_FIELDS,
} from './technology-words.ts';
import { foldWord, type WordTable } from './words.ts';

export function technologies(catalog: KnownFamilies, describe: Describe) {
  const one = technology(catalog, describe).nullable();
  return z.array(describe(one, 'schema.technology')).refine((list) => {
    const ids = list.flatMap((entry) => entry?.id ?? []);
    return new Set(ids).size === ids.length;
  });
}

function technology(catalog: KnownFamilies, describe: Describe) {
  const families = familyWords(catalog);
  const day = () => describe(date(), 'schema.date');
  return z
    .object({
      id: neededText(),
      name: text(),
      family: describe(wordOrList(families, 1), 'schema.family'),
      familyAsOf: day(),
      familyBasis: text(),
      familyCheckedBy: text(),
      kind: word(WORD_FIELDS.kind.words),
      withTechnicalDocuments: word(WORD_FIELDS.withTechnicalDocuments.words),
      listControl: word(WORD_FIELDS.listControl.words),
      definitionCheck: word(WORD_FIELDS.definitionCheck.words),
      definitionCheckedOn: day(),
      definitionBasis: text(),
      destination: word(WORD_FIELDS.destination.words),
      countries: describe(wordOrList(COUNTRY_WORDS, 0), 'schema.countries'),
      onward: word(WORD_FIELDS.onward.words),
      onwardBasis: text(),
      trigger: word(WORD_FIELDS.trigger.words),
      exclusion: word(WORD_FIELDS.exclusion.words),
      exclusionBasis: text(),
      stage: word(WORD_FIELDS.stage.words),
      contractDate: day(),
      decisionDate: day(),
      newTechnologyAfterStart: word(WORD_FIELDS.newTechnologyAfterStart.words),
      informReceived: word(WORD_FIELDS.informReceived.words),
      recipientControls: word(WORD_FIELDS.recipientControls.words),
      consultedOn: day(),
      reportedOn: day(),
    })
    .refine(({ family }) => standsAlone(meanings(families, family)))
    .refine(({ destination, countries }) => fits(destination, meanings(COUNTRY_WORDS, countries), catalog));
}

type Words = string | null | undefined;

function meanings(words: WordTable<string>, value: Words | readonly Words[]): readonly string[] {
  const list: readonly Words[] = Array.isArray(value) ? value : [value];
  const meant = list.flatMap((entry) =>
    typeof entry === 'string' ? (words.meaning.get(foldWord(entry)) ?? []) : [],
  );
  return [...new Set(meant)];
}

function standsAlone(families: readonly string[]): boolean {
  return families.length < 2 || !families.some((family) => family === 'none' || family === 'unknown');
}

function fits(destination: Words, countries: readonly string[], catalog: KnownFamilies): boolean {
  const [given] = meanings(WORD_FIELDS.destination.words, destination);
  const derived = destinationOf(countries, catalog);
  return given === undefined || given === 'unknown' || derived === null || given === derived;
}
