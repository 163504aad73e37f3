import type { CatalogFinding } from '../model/catalog-finding.ts';
import { afterCircles, askedWhenCircles, sameAsChains } from './lint/circles.ts';
import { conditions, exposureRules } from './lint/conditions.ts';
import type { LintRule } from './lint/content.ts';
import { efforts } from './lint/efforts.ts';
import { factValues } from './lint/facts.ts';
import { fieldOrder } from './lint/field-order.ts';
import { idPrefixes, uniqueIds } from './lint/ids.ts';
import { questions } from './lint/question.ts';
import { quickChecks } from './lint/quick.ts';
import { readinessClasses } from './lint/readiness.ts';
import { askSentences, cautions, contacts, criticalShare, itemSources } from './lint/records.ts';
import { references } from './lint/references.ts';
import { weightTables } from './lint/weights.ts';
import { bannedWords, contactsInProse, doubleNegatives, emptyTexts } from './lint/wording.ts';
import { parseCatalog, type SourceFiles } from './parse.ts';

const RULES: readonly LintRule[] = [
  uniqueIds,
  idPrefixes,
  references,
  afterCircles,
  askedWhenCircles,
  sameAsChains,
  factValues,
  weightTables,
  conditions,
  exposureRules,
  efforts,
  fieldOrder,
  emptyTexts,
  questions,
  doubleNegatives,
  bannedWords,
  contactsInProse,
  quickChecks,
  itemSources,
  readinessClasses,
  cautions,
  askSentences,
  contacts,
  criticalShare,
];

/** Everything wrong with a catalogue, by file and line. First the shape; only what has it is looked at further. */
export function lintCatalog(files: SourceFiles): readonly CatalogFinding[] {
  const parsed = parseCatalog(files);
  const found = parsed.ok ? RULES.flatMap((rule) => rule(parsed.catalog)) : [];
  return [...parsed.findings, ...found].sort(byPlace);
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
