import type { Answers } from '../model/answers.ts';
import type { Assessment, ChecklistResult, ItemResult } from '../model/assessment.ts';
import type { Catalog, Checklist } from '../model/catalog.ts';
import type { Diagnostic } from '../model/finding.ts';
import type { AskEntry } from '../model/plan.ts';
import type { IsoDate } from '../model/text.ts';
import { dangersOf } from './dangers.ts';
import { diagnose } from './diagnostics.ts';
import { askedFacts } from './facts.ts';
import { headlineOf } from './headline.ts';
import { deskServes, headlineHelp, helpOf } from './help.ts';
import { judge } from './judge.ts';
import { openActions } from './plan/actions.ts';
import { ownRoles } from './plan/own-role.ts';
import { planOf } from './plan/plan.ts';
import { readinessOf } from './score/readiness.ts';
import { routeResults } from './score/routes.ts';
import { scoreOf } from './score/score.ts';
import { legalDesks, legalFindings } from './verdict/tasks.ts';

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
  const judged = judge(input);
  const { facts, standing, items, exposure, score: overall, accepted, gaps, verdicts, legal } = judged;
  const unknownFacts = askedFacts(catalog, answers, facts)
    .filter((fact) => facts.get(fact.id)?.kind === 'unknown')
    .map((fact) => fact.id);
  const askList = askListOf(catalog, answers, items, unknownFacts);
  const dangers = dangersOf(gaps);
  const actions = openActions(gaps, items, catalog, answers);
  const capacity = input.capacity ?? null;
  const plan = planOf({
    catalog,
    answers,
    today,
    capacity,
    items,
    gaps,
    dangers,
    actions,
    askList,
    legal,
    overall,
  });
  const headline = headlineOf({ items, gaps, dangers, actions, verdicts, plan });
  const serves = deskServes(catalog, answers, facts);
  const help = helpOf(actions, serves);
  const desks = { help, legal: legalDesks(legal, catalog.determination).filter(serves) };
  return {
    schemaVersion: 2,
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
  answers: Answers,
  items: readonly ItemResult[],
  unknownFacts: readonly string[],
): readonly AskEntry[] {
  const unknown = new Set(
    items.filter((item) => item.inOverall && item.state === 'unknown').map((item) => item.id),
  );
  const open = catalog.items.filter((item) => unknown.has(item.id));
  const own = ownRoles(catalog, answers.assessment.by);
  return catalog.roles
    .map((role) => ({
      role,
      self: own.has(role),
      items: open.filter((item) => item.askRole === role).map((item) => item.id),
      facts: catalog.facts
        .filter((fact) => fact.askRole === role && unknownFacts.includes(fact.id))
        .map((fact) => fact.id),
    }))
    .filter((entry) => entry.items.length + entry.facts.length > 0);
}
