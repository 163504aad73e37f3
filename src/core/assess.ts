import type { Answer, Answers } from '../model/answers.ts';
import type { AskEntry, Assessment, ChecklistResult, ItemResult } from '../model/assessment.ts';
import type { Catalog, Checklist, Confidence, Item } from '../model/catalog.ts';
import type { Diagnostic } from '../model/finding.ts';
import type { IsoDate } from '../model/text.ts';
import { openActions } from './actions.ts';
import { diagnose } from './diagnostics.ts';
import { askedFacts, factValues } from './facts.ts';
import { acceptedGaps, gapsOf } from './gaps.ts';
import { headlineOf } from './headline.ts';
import { deskServes, headlineHelp, helpOf } from './help.ts';
import { planOf } from './plan.ts';
import { rating } from './rating.ts';
import { readinessOf } from './readiness.ts';
import { exposures, routeResults } from './routes.ts';
import { scoreOf } from './score.ts';
import { isAsked, type Standing, standings } from './standing.ts';
import { legalDesks, legalFindings, legalTasks } from './verdict/tasks.ts';
import { verdictsOf } from './verdict/verdict.ts';

export interface AssessInput {
  readonly catalog: Catalog;
  readonly answers: Answers;
  /** The day the result speaks of; also the start of the plan unless the file names one. */
  readonly today: IsoDate;
  /** Version of the tool, printed in the result. */
  readonly version: string;
  readonly source?: { readonly file: string; readonly sha256: string };
  /** Person-days a month; wins over the file. */
  readonly capacity?: number;
  /** Findings made while the answers were read; they come first among the diagnostics. */
  readonly findings?: readonly Diagnostic[];
}

/**
 * Assesses one company: what applies, where it stands, which gaps are open, what to do next. Pure: the same input
 * gives the same result, to the byte once printed. Never throws for any answers the reader accepted.
 */
export function assess(input: AssessInput): Assessment {
  const { catalog, answers, today } = input;
  const facts = factValues(catalog, answers);
  const standing = standings(catalog, answers, facts);
  const overallLists = listsInScope(standing);
  const items = [...standing.values()].map((s) => itemResult(s, catalog, overallLists));
  const exposure = exposures(catalog, facts);
  const overall = scoreOf(
    items.filter((item) => overallLists.has(item.checklist) && !isTwin(item, standing)),
    catalog.weights,
  );
  const accepted = acceptedGaps(answers.accepted, today);
  const gaps = gapsOf(items, catalog, facts, exposure, accepted);
  const unknownFacts = askedFacts(catalog, answers, facts)
    .filter((fact) => facts.get(fact.id)?.kind === 'unknown')
    .map((fact) => fact.id);
  const askList = askListOf(catalog, items, unknownFacts);
  const actions = openActions(gaps, items, catalog, answers);
  const capacity = input.capacity ?? null;
  const verdicts = verdictsOf(answers.technologies, catalog, today, answers.assessment.date);
  const legal = legalTasks(verdicts, answers.technologies, catalog.determination, today);
  const plan = planOf({
    catalog,
    answers,
    today,
    capacity,
    items,
    gaps,
    actions,
    askList,
    legal,
    overall,
  });
  const headline = headlineOf(items, gaps, plan, catalog);
  const serves = deskServes(catalog, answers, facts);
  const help = helpOf(actions, serves);
  const desks = { help, legal: legalDesks(legal, catalog.determination).filter(serves) };
  return {
    schemaVersion: 1,
    tool: { name: 'wazamori', version: input.version },
    company: { name: answers.company.name, site: answers.company.site, employees: answers.company.employees },
    asOf: today,
    answersAsOf: answers.assessment.date,
    depth: answers.assessment.depth,
    editions: Object.fromEntries(catalog.checklists.map((c) => [c.id, c.edition])),
    ownChecklists: catalog.own ?? null,
    source: input.source ?? null,
    score: overall,
    headline: { ...headline, help: headlineHelp(headline, plan.waves, gaps, desks, catalog) },
    checklists: catalog.checklists.map((c) => checklistResult(c, items, catalog)),
    routes: routeResults(exposure, items, catalog.weights),
    items,
    gaps,
    accepted,
    verdicts,
    plan,
    askList,
    help,
    unknownFacts,
    diagnostics: [
      ...(input.findings ?? []),
      ...diagnose({ catalog, answers, standing, gaps, accepted, unknownFacts, actions, today }),
      ...legalFindings(verdicts, plan, today),
    ],
  };
}

/** Lists that have something to say about this company; one nobody wants is wholly out of scope. */
const listsInScope = (standing: ReadonlyMap<string, Standing>): ReadonlySet<string> =>
  new Set([...standing.values()].filter((s) => s.state !== 'outOfScope').map((s) => s.item.checklist));

const isTwin = (item: ItemResult, standing: ReadonlyMap<string, Standing>): boolean =>
  standing.get(item.id)?.twin ?? false;

function itemResult(standing: Standing, catalog: Catalog, overall: ReadonlySet<string>): ItemResult {
  const { item, state, reason, answer, inheritedFrom, twin } = standing;
  const interval = rating(state);
  return {
    id: item.id,
    checklist: item.checklist,
    section: item.section,
    routes: item.routes,
    state,
    reason,
    severity: item.severity,
    weight: interval === null ? 0 : catalog.weights.severity[item.severity],
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    inOverall: overall.has(item.checklist) && !twin && isAsked(state),
    inheritedFrom,
    confidence: weakest(item),
    action: item.action,
    evidence: evidenceOf(answer),
    location: answer?.location ?? null,
  };
}

function evidenceOf(answer: Answer | null): ItemResult['evidence'] {
  let oldest: IsoDate | null = null;
  for (const { seen } of answer?.evidence ?? []) {
    if (seen !== null && (oldest === null || seen < oldest)) oldest = seen;
  }
  return { count: answer?.evidence.length ?? 0, oldest };
}

/** The weakest of an item's own confidences: what is printed beside it. */
export function weakest({ confidence }: Pick<Item, 'confidence'>): Confidence {
  const { topic, wording, class: category } = confidence;
  if (topic === 'inferred' || wording === 'inferred' || category === 'inferred') return 'inferred';
  return topic === 'official' && wording === 'official' && category === 'official' ? 'official' : 'secondary';
}

function checklistResult(
  checklist: Checklist,
  items: readonly ItemResult[],
  catalog: Catalog,
): ChecklistResult {
  const own = items.filter((item) => item.checklist === checklist.id);
  if (checklist.kind === 'determination') {
    return { id: checklist.id, kind: checklist.kind, score: null, readiness: null, sections: [] };
  }
  return {
    id: checklist.id,
    kind: checklist.kind,
    score: scoreOf(own, catalog.weights),
    readiness: readinessOf(own, catalog),
    sections: checklist.sections.map(({ id }) => ({
      id,
      score: scoreOf(
        own.filter((item) => item.section === id),
        catalog.weights,
      ),
    })),
  };
}

/** Who has to be asked what: 「わからない」 answers and unknown facts by role, in catalogue order. */
function askListOf(
  catalog: Catalog,
  items: readonly ItemResult[],
  unknownFacts: readonly string[],
): readonly AskEntry[] {
  const unknown = new Set(
    items.filter((item) => item.inOverall && item.state === 'unknown').map((item) => item.id),
  );
  const open = catalog.items.filter((item) => unknown.has(item.id));
  return catalog.roles
    .map((role) => ({
      role,
      items: open.filter((item) => item.askRole === role).map((item) => item.id),
      facts: catalog.facts
        .filter((fact) => fact.askRole === role && unknownFacts.includes(fact.id))
        .map((fact) => fact.id),
    }))
    .filter((entry) => entry.items.length + entry.facts.length > 0);
}
