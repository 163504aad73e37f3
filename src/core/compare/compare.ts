import type { Answers } from '../../model/answers.ts';
import type { Assessment } from '../../model/assessment.ts';
import type {
  CatalogChange,
  Comparability,
  ComparedSide,
  Comparison,
  ExposureChange,
  FactChange,
} from '../../model/comparison.ts';
import type { IsoDate } from '../../model/text.ts';
import { factValues } from '../facts.ts';
import { round4 } from '../score/score.ts';
import { isAsked } from '../score/standing.ts';
import { acceptedChanges } from './accepted.ts';
import { gapChanges, itemChanges } from './changes.ts';
import { comparisonFindings } from './findings.ts';
import { groupsOf, scoreChange } from './score-path.ts';
import type { CompareSide, OlderSide } from './sides.ts';
import { type Stage, stagesOf } from './stages.ts';
import { verdictChanges } from './verdicts.ts';
import { withdrawnOf } from './withdrawn.ts';

export interface CompareOptions {
  /** The day both sides are judged on. */
  readonly today: IsoDate;
  /** Version of the tool, printed in the result. */
  readonly version: string;
}

/**
 * What changed from one set of answers to another, by how much and why (`docs/scoring.md` §9). Pure: the same input
 * gives the same result. Never throws for any answers the reader accepted. `after` of every score is what
 * {@link assess} gives for the newer side. Pass one and the same catalogue object where both sides share it.
 */
export function compare(
  older: OlderSide,
  newer: CompareSide,
  { today, version }: CompareOptions,
): Comparison {
  const sided = { catalog: older.catalog ?? newer.catalog, answers: older.answers };
  const stages = stagesOf(sided, newer, today, version);
  const [before, after] = endsOf(stages);
  const catalog = catalogChange(older, newer);
  const verdicts = verdictChanges(before, after, stages);
  return {
    schemaVersion: 1,
    tool: { name: 'wazamori', version },
    asOf: today,
    before: sideOf(before, older),
    after: sideOf(after, newer),
    catalog,
    comparability: comparabilityOf(before, after),
    scores: groupsOf(before, after).map((group) => scoreChange(group, stages)),
    items: itemChanges(before, after, stages),
    gaps: gapChanges(before, after),
    accepted: acceptedChanges(older.answers, newer.answers, today),
    verdicts,
    facts: factChanges(older.answers, newer),
    exposures: exposureChanges(before, after, stages),
    withdrawn: withdrawnOf(before, after, stages, { older: older.answers, newer: newer.answers }, verdicts),
    diagnostics: comparisonFindings(older, newer, catalog),
  };
}

function endsOf(stages: readonly Stage[]): readonly [Assessment, Assessment] {
  const [first, last] = [stages.at(0), stages.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a comparison without stages');
  return [first.before, last.after];
}

function sideOf(
  assessment: Assessment,
  { source, answers }: Pick<CompareSide, 'source' | 'answers'>,
): ComparedSide {
  const { company, answersAsOf, depth, editions, score, gaps } = assessment;
  return {
    source: source ?? null,
    company: company.name,
    site: company.site,
    answersAsOf,
    depth,
    editions,
    answeredUnder: sorted(answers.assessment.editions),
    coverage: score.coverage,
    gaps: gaps.length,
  };
}

const sorted = (record: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

function catalogChange(older: OlderSide, { catalog }: CompareSide): CatalogChange {
  const written = older.answers.assessment.editions;
  const known =
    older.catalog === null ? null : new Map(older.catalog.checklists.map((c) => [c.id, c.edition]));
  const editions = catalog.checklists.flatMap(({ id, edition }) => {
    const before = known === null ? written[id] : known.get(id);
    return before === undefined || before === edition ? [] : [{ checklist: id, before, after: edition }];
  });
  if (older.catalog === null) return { status: 'not-comparable', editions, added: [], removed: [] };
  const was = new Set(older.catalog.items.map(({ id }) => id));
  const is = new Set(catalog.items.map(({ id }) => id));
  return {
    status: older.catalog === catalog ? 'same' : 'changed',
    editions,
    added: [...is].filter((id) => !was.has(id)).sort(),
    removed: [...was].filter((id) => !is.has(id)).sort(),
  };
}

function comparabilityOf(before: Assessment, after: Assessment): Comparability {
  const asked = ({ items }: Assessment): ReadonlySet<string> =>
    new Set(items.filter(({ state }) => isAsked(state)).map(({ id }) => id));
  const [was, is] = [asked(before), asked(after)];
  const both = [...was].filter((id) => is.has(id)).length;
  const either = was.size + is.size - both;
  return { both, either, ratio: either === 0 ? null : round4(both / either) };
}

/** Both sides as the newer checklists understand them: a fact they do not ask for decides nothing any more. */
function factChanges(older: Answers, { catalog, answers }: CompareSide): readonly FactChange[] {
  const was = factValues(catalog, older);
  return [...factValues(catalog, answers)].flatMap(([fact, after]) => {
    const before = was.get(fact) ?? { kind: 'unknown' };
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ fact, before, after }];
  });
}

function exposureChanges(
  before: Assessment,
  after: Assessment,
  stages: readonly Stage[],
): readonly ExposureChange[] {
  const level = ({ routes }: Assessment, id: string): number | null =>
    routes.find((route) => route.id === id)?.exposure ?? null;
  const recatalogued = stages.find(({ cause }) => cause === 'catalog')?.after ?? before;
  return [...new Set([...after.routes, ...before.routes].map(({ id }) => id))].flatMap((route) => {
    const [was, is] = [level(before, route), level(after, route)];
    if (was === is) return [];
    const cause = level(recatalogued, route) === is ? 'catalog' : 'profile';
    return [{ route, before: was, after: is, cause }];
  });
}
