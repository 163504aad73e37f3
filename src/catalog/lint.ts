import type { CatalogFinding } from '../model/catalog-finding.ts';
import { afterCircles, askedWhenCircles, sameAsChains } from './lint/circles.ts';
import { conditions, exposureRules } from './lint/conditions.ts';
import type { LintRule } from './lint/content.ts';
import {
  familyOrder,
  notSubjectBasis,
  oneDetermination,
  verdictConditions,
  verdictRulesTotal,
} from './lint/determination.ts';
import { efforts } from './lint/efforts.ts';
import { factPlaces, factValues } from './lint/facts.ts';
import { fieldOrder } from './lint/field-order.ts';
import { idPrefixes, uniqueIds } from './lint/ids.ts';
import { kanjiRuns, openLists, phrases } from './lint/plain-wording.ts';
import { brackets, particles, politeness, sentenceLengths, shouting, widths } from './lint/prose.ts';
import { questions } from './lint/question.ts';
import { quickChecks } from './lint/quick.ts';
import { readinessClasses } from './lint/readiness.ts';
import { askSentences, cautions, contacts, criticalShare, itemSources } from './lint/records.ts';
import { references } from './lint/references.ts';
import { type Judge, vectorCoverage, vectorNumbers, vectorsJudged } from './lint/vectors.ts';
import { weightTables } from './lint/weights.ts';
import {
  bannedWords,
  contactsInProse,
  doubleNegatives,
  emptyTexts,
  japaneseInEnglish,
} from './lint/wording.ts';
import { type ParsedCatalog, parseCatalog, type SourceFiles } from './parse.ts';

const RULES: readonly LintRule[] = [
  uniqueIds,
  idPrefixes,
  references,
  afterCircles,
  askedWhenCircles,
  sameAsChains,
  factValues,
  factPlaces,
  weightTables,
  conditions,
  exposureRules,
  efforts,
  fieldOrder,
  emptyTexts,
  questions,
  doubleNegatives,
  bannedWords,
  japaneseInEnglish,
  contactsInProse,
  sentenceLengths,
  particles,
  politeness,
  widths,
  shouting,
  brackets,
  phrases,
  openLists,
  kanjiRuns,
  quickChecks,
  itemSources,
  readinessClasses,
  cautions,
  askSentences,
  contacts,
  criticalShare,
  oneDetermination,
  verdictRulesTotal,
  notSubjectBasis,
  verdictConditions,
  familyOrder,
  vectorCoverage,
  vectorNumbers,
];

/**
 * Everything wrong with a catalogue, by file and line. First the shape; only what has it is looked at further. With a
 * `judge` the examples of its verdicts are recomputed as well.
 */
export function lintCatalog(files: SourceFiles, judge?: Judge): readonly CatalogFinding[] {
  const parsed = parseCatalog(files);
  const found = parsed.ok ? lintParsed(parsed.catalog, judge) : [];
  return [...parsed.findings, ...found].sort(byPlace);
}

/** What the rules have against a catalogue of the right shape, by file and line. */
export function lintParsed(catalog: ParsedCatalog, judge?: Judge): readonly CatalogFinding[] {
  const rules = judge === undefined ? RULES : [...RULES, vectorsJudged(judge)];
  return rules.flatMap((rule) => rule(catalog)).sort(byPlace);
}

function byPlace(a: CatalogFinding, b: CatalogFinding): number {
  return (
    compareTexts(a.file, b.file) ||
    (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
    (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
    compareTexts(a.code, b.code)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
