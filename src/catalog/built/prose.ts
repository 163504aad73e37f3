import type {
  ActionTexts,
  CatalogTexts,
  ChecklistTexts,
  DirectoryEntry,
  FactTexts,
  ItemTexts,
  PracticeTexts,
  SourceTexts,
} from '../../model/catalog-texts.ts';
import type { Lang } from '../../model/text.ts';
import { determinationTexts } from '../determination/prose.ts';
import type { ParsedCatalog } from '../source/parse.ts';
import type * as schema from '../source/schema.ts';
import { either } from './either.ts';

/** The prose half of a catalogue in one language. */
export function buildTexts(parsed: ParsedCatalog, lang: Lang): CatalogTexts {
  const { strength, emergency } = parsed;
  const determination = determinationTexts(parsed, lang);
  const items = parsed.checklists.flatMap(({ sections }) => sections.flatMap((section) => section.items));
  return {
    strength: {
      question: strength.value.question[lang],
      help: strength.value.help[lang],
      examples: strength.value.examples.map(({ industry, example }) => ({
        industry: industry[lang],
        example: example[lang],
      })),
    },
    items: byId(items.map(({ value }) => [value.id, itemTexts(value, lang)])),
    actions: byId(parsed.actions.map(({ value }) => [value.id, actionTexts(value, lang)])),
    facts: byId(parsed.facts.map(({ value }) => [value.id, factTexts(value, lang)])),
    roles: byId(
      parsed.roles.map(({ value: { id, title, ask } }) => [id, { title: title[lang], ask: ask[lang] }]),
    ),
    routes: byId(parsed.routes.map(({ value: { id, title } }) => [id, title[lang]])),
    sources: byId(parsed.sources.map(({ value }) => [value.id, sourceTexts(value, lang)])),
    checklists: byId(parsed.checklists.map(({ head }) => [head.value.id, checklistTexts(head.value, lang)])),
    directory: byId(parsed.directory.map(({ value }) => [value.id, directoryEntry(value, lang)])),
    practices: byId(parsed.practices.map(({ value }) => [value.id, practiceTexts(value, lang)])),
    emergency: {
      title: emergency.value.title[lang],
      lead: emergency.value.lead[lang],
      steps: emergency.value.steps.map(({ title, detail }) => ({ title: title[lang], detail: detail[lang] })),
      contacts: emergency.value.contacts,
      after: emergency.value.after[lang],
    },
    ...(determination === null ? {} : { determination }),
  };
}

function itemTexts(source: schema.ItemSource, lang: Lang): ItemTexts {
  return {
    title: source.title[lang],
    question: source.question[lang],
    yesMeans: source.yesMeans[lang],
    why: source.why[lang],
    example: source.example[lang],
    gap: source.gap[lang],
    evidence: source.evidence[lang],
    caution: source.caution?.[lang] ?? null,
    locators: source.sources.map(({ locator }) => either(locator, lang)),
  };
}

function actionTexts(source: schema.ActionSource, lang: Lang): ActionTexts {
  return {
    title: source.title[lang],
    why: source.why[lang],
    firstStep: source.firstStep[lang],
    steps: source.steps.map((step) => step[lang]),
    evidence: source.evidence[lang],
    caution: source.caution?.[lang] ?? null,
  };
}

function factTexts(source: schema.FactSource, lang: Lang): FactTexts {
  return {
    question: source.question[lang],
    help: source.help?.[lang] ?? null,
    values: byId((source.values ?? []).map(({ id, label }) => [id, label[lang]])),
  };
}

function sourceTexts(source: schema.SourceSource, lang: Lang): SourceTexts {
  return {
    title: source.title[lang],
    publisher: source.publisher[lang],
    edition: either(source.edition, lang),
    date: source.date,
    url: source.url ?? null,
    asOf: source.asOf,
    note: source.note?.[lang] ?? null,
  };
}

function checklistTexts(source: schema.ChecklistSource, lang: Lang): ChecklistTexts {
  return {
    title: source.title[lang],
    statement: source.statement[lang],
    sections: byId(source.sections.map(({ id, title }) => [id, title[lang]])),
    scenes: byId((source.scenes ?? []).map(({ id, title }) => [id, title[lang]])),
  };
}

function directoryEntry(source: schema.DirectorySource, lang: Lang): DirectoryEntry {
  return {
    name: source.name[lang],
    what: source.what[lang],
    when: source.when[lang],
    contacts: source.contacts.map(({ kind, value, checkedOn }) => ({
      kind,
      value,
      checkedOn: checkedOn ?? null,
    })),
    caution: source.caution?.[lang] ?? null,
  };
}

function practiceTexts(source: schema.PracticeSource, lang: Lang): PracticeTexts {
  return {
    edition: source.edition,
    no: source.no,
    title: source.title[lang],
    industry: source.industry === 'unknown' ? [] : source.industry.map((name) => name[lang]),
    did: source.did.map((deed) => deed[lang]),
    small: source.small?.[lang] ?? null,
    caution: source.caution?.[lang] ?? null,
    doc: source.source.doc,
  };
}

/** Own keys only: an id such as `constructor` must never find anything but itself. */
function byId<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries(entries);
}
