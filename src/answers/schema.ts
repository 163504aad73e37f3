import { z } from 'zod';
import type { Fact } from '../model/catalog.ts';
import type { Words } from '../words/messages.ts';
import { FORMAT_VERSION, type KnownIds } from './read.ts';
import {
  corporateNumberField,
  type Describe,
  date,
  neededDate,
  neededReason,
  neededText,
  neededWord,
  number,
  text,
  word,
  wordOrList,
} from './schema-fields.ts';
import { technologies } from './schema-technologies.ts';
import { ANSWER_WORDS, BASIS_WORDS, DEPTH_WORDS, factWords, STATUS_WORDS } from './words.ts';

const undescribed: Describe = (schema) => schema;

/**
 * The answer file as a zod schema: the published contract. A test holds it to the reader: it accepts exactly the files
 * that read without an error. Unknown keys pass, as they do there (with a warning).
 */
export function answerFileSchema(catalog: KnownIds, describe: Describe = undescribed) {
  return z.object({
    wazamori: describe(z.literal(FORMAT_VERSION), 'schema.wazamori'),
    company: describe(company(describe), 'company.about').nullish(),
    assessment: describe(assessment(catalog, describe), 'assessment.about').nullish(),
    profile: describe(profile(catalog), 'profile.about').nullish(),
    answers: describe(z.record(z.string(), answer(describe)), 'answers.about').nullish(),
    technologies: describe(technologies(catalog, describe), 'technologies.about').nullish(),
    plan: describe(plan(describe), 'plan.about').nullish(),
    accepted: describe(z.array(accepted().nullable()), 'accepted.about').nullish(),
    suppressed: describe(z.array(suppressed().nullable()), 'suppressed.about').nullish(),
  });
}

/** JSON Schema (2020-12) of the answer file with the facts of this catalogue, described in the language of `words`. */
export function answerFileJsonSchema(catalog: KnownIds, words: Words): object {
  const describe: Describe = (schema, key) => schema.describe(words.t(`answers.${key}`));
  const schema = answerFileSchema(catalog, describe).meta({
    title: words.t('answers.schema.title'),
    description: words.t('answers.schema.description'),
  });
  return z.toJSONSchema(schema, {
    // Unknown keys are a warning of the tool, no breach of the contract: files outlive the keys of one version.
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
}

function company(describe: Describe) {
  return z.object({
    name: describe(text(), 'schema.name'),
    formerNames: describe(z.union([text(), z.array(text())]).optional(), 'company.formerNames'),
    site: describe(text(), 'company.site'),
    corporateNumber: describe(corporateNumberField(), 'company.corporateNumber'),
    headquarters: describe(text(), 'company.headquarters'),
    industry: describe(text(), 'company.industry'),
    employees: describe(number('people'), 'company.employees'),
    strength: describe(text(), 'company.strength'),
  });
}

function assessment(catalog: KnownIds, describe: Describe) {
  const goals = factAt(catalog, 'assessment', 'goals');
  return z.object({
    date: describe(date(), 'assessment.date'),
    by: describe(text(), 'assessment.by'),
    depth: describe(word(DEPTH_WORDS), 'assessment.depth'),
    goals: describe(goals ? factField(goals) : z.union([text(), z.array(text())]).optional(), 'schema.goals'),
    keepUntil: describe(date(), 'assessment.keepUntil'),
    editions: describe(z.record(z.string(), text()), 'schema.editions').nullish(),
  });
}

function profile(catalog: KnownIds) {
  const facts = catalog.facts.filter((fact) => fact.place === 'profile');
  return z.object(Object.fromEntries(facts.map((fact) => [fact.id, factField(fact)])));
}

function factField(fact: Fact): z.ZodType {
  if (fact.kind === 'number') return number('things');
  return fact.kind === 'choice' ? word(factWords(fact)) : wordOrList(factWords(fact), 0);
}

function factAt(catalog: KnownIds, place: Fact['place'], id: string): Fact | undefined {
  return catalog.facts.find((fact) => fact.place === place && fact.id === id);
}

function answer(describe: Describe) {
  const long = z.object({
    answer: describe(neededWord(ANSWER_WORDS), 'schema.answer'),
    reason: describe(text(), 'schema.reason'),
    note: describe(text(), 'schema.note'),
    basis: describe(word(BASIS_WORDS), 'schema.basis'),
    evidence: describe(z.array(evidence(describe).nullable()), 'schema.evidence').nullish(),
    by: describe(text(), 'schema.by'),
    on: describe(date(), 'schema.on'),
  });
  return z.union([word(ANSWER_WORDS), long]);
}

function evidence(describe: Describe) {
  return z.object({
    what: describe(text(), 'schema.what'),
    where: describe(text(), 'schema.where'),
    file: describe(text(), 'schema.file'),
    sha256: describe(text(), 'schema.sha256'),
    seen: describe(date(), 'schema.seen'),
  });
}

function plan(describe: Describe) {
  const action = z.object({ owner: text(), due: date(), status: word(STATUS_WORDS) });
  return z.object({
    start: describe(date(), 'plan.start'),
    capacity: describe(number('person-days'), 'plan.capacity'),
    actions: z.record(z.string(), action.nullable()).nullish(),
  });
}

function accepted() {
  return z.object({ item: neededText(), reason: neededReason(), until: neededDate(), by: neededReason() });
}

function suppressed() {
  return z.object({ code: neededText(), about: text(), reason: neededReason(), until: date(), by: text() });
}
