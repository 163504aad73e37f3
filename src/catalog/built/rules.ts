import type { Action, Catalog, Checklist, Desk, Fact, Item, Route } from '../../model/catalog.ts';
import { determinationOf } from '../determination/build.ts';
import type { ParsedCatalog, ParsedChecklist } from '../source/parse.ts';
import type * as schema from '../source/schema.ts';
import { sourceRefOf } from './source-ref.ts';

/** The rules' half of a catalogue, in the order its questions are asked. */
export function buildRules(parsed: ParsedCatalog): Catalog {
  const determination = determinationOf(parsed);
  return {
    checklists: parsed.checklists.map(({ head }) => checklistOf(head.value)),
    facts: parsed.facts.map(({ value }) => factOf(value)),
    routes: parsed.routes.map(({ value }) => routeOf(value)),
    items: parsed.checklists.flatMap(itemsOf),
    actions: parsed.actions.map(({ value }) => actionOf(value)),
    roles: parsed.roles.map(({ value }) => value.id),
    roleWords: Object.fromEntries(
      parsed.roles.map(({ value: { id, title } }) => [id, [...new Set([title.ja, title.en])]]),
    ),
    directory: parsed.directory.map(({ value }) => deskOf(value)),
    weights: parsed.weights.value,
    ...(determination === null ? {} : { determination }),
  };
}

function checklistOf(source: schema.ChecklistSource): Checklist {
  return {
    id: source.id,
    kind: source.kind,
    edition: source.edition,
    asOf: source.asOf,
    appliesWhen: source.appliesWhen ?? null,
    sections: source.sections.map(({ id }) => ({ id })),
    quick: source.quick ?? null,
  };
}

function factOf(source: schema.FactSource): Fact {
  return {
    id: source.id,
    place: source.place,
    kind: source.kind,
    values: (source.values ?? []).map(({ id, label }) => ({ id, words: [...new Set([label.ja, label.en])] })),
    askedWhen: source.askedWhen ?? null,
    depth: source.depth ?? 'quick',
    askRole: source.askRole,
  };
}

function routeOf(source: schema.RouteSource): Route {
  return {
    id: source.id,
    exposure: source.exposure.map(({ when, exposure }) => ({ when: when ?? null, exposure })),
  };
}

function itemsOf({ head, sections }: ParsedChecklist): readonly Item[] {
  return sections.flatMap(({ id, items }) => items.map(({ value }) => itemOf(value, head.value.id, id)));
}

function itemOf(source: schema.ItemSource, checklist: string, section: string): Item {
  return {
    id: source.id,
    checklist,
    section,
    scene: source.scene ?? null,
    appliesWhen: source.appliesWhen ?? null,
    severity: source.severity,
    readiness: source.readiness ?? null,
    depth: source.depth,
    routes: source.routes,
    notApplicable: source.notApplicable,
    sameAs: source.sameAs ?? null,
    proposes: source.proposes ?? null,
    askRole: source.askRole,
    action: source.action,
    expert: source.expert,
    gapWhen: source.gapWhen ?? null,
    confidence: source.confidence,
    sources: source.sources.map(sourceRefOf),
  };
}

function actionOf(source: schema.ActionSource): Action {
  return {
    id: source.id,
    effort: source.effort,
    cost: source.cost,
    role: source.role,
    after: source.after ?? [],
    expert: source.expert,
    help: source.help ?? [],
    practice: source.practice ?? null,
  };
}

function deskOf(source: schema.DirectorySource): Desk {
  return {
    id: source.id,
    regions: (source.regions ?? []).map((region) => (typeof region === 'string' ? region : region.ja)),
    reachable: source.contacts.some(({ checkedOn }) => checkedOn !== null && checkedOn !== undefined),
    hideForChina: source.hideForChina ?? false,
    appliesWhen: source.appliesWhen ?? null,
  };
}
