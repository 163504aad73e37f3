/**
 * wazamori as a library: the pieces the command line is made of. Everything runs on this machine; nothing here opens
 * a connection. Terms, formulas and the result's fields: docs/scoring.md.
 *
 * @example
 * const { catalog } = shippedCatalog('ja');
 * const read = readAnswers(text, catalog);
 * if (read.ok) console.log(assess({ catalog, answers: read.value, today: '2026-11-21', version: '0.1.0' }).score);
 *
 * @example
 * // The gate of `wazamori check`, on texts that need not be files.
 * const policy = readPolicy(policyText, catalog);
 * if (policy.ok) {
 *   const { findings } = checkAnswers(text, { catalog, policy: policy.value, today: '2026-11-21' });
 *   for (const { severity, code, location } of findings) console.log(severity, code, location.line);
 * }
 *
 * @example
 * // Why the first technology of a file is read as it is.
 * const { determination } = catalog;
 * const [technology] = read.value.technologies;
 * if (determination && technology) {
 *   const { outcome, rule } = verdictOf(technology, determination, '2026-11-21');
 *   const held = explainVerdict(technology, determination, '2026-11-21').at(-1);
 *   console.log(outcome, rule, held?.because.map((look) => look.field));
 * }
 */
import { buildCatalog } from './catalog/built/build.ts';
import type { BuiltCatalog, CatalogOutcome } from './catalog/built/built.ts';
import { explainVerdict as explain, type LookExplained, type RuleExplained } from './core/verdict/explain.ts';
import { verdictOf as judge, verdictsOf as judgeAll } from './core/verdict/verdict.ts';
import { readChecklists } from './files/shipped/checklists.ts';
import type { SchemaName } from './files/shipped/schema-files.ts';
import { readPolicy as readPolicyOf } from './gate/policy/policy.ts';
import { RULE_CODES } from './gate/rules.ts';
import type { Technology } from './model/answers.ts';
import type { Verdict } from './model/assessment.ts';
import type { Catalog } from './model/catalog.ts';
import type { CatalogTexts } from './model/catalog-texts.ts';
import type { Determination } from './model/determination.ts';
import type { Finding, Outcome } from './model/finding.ts';
import type { GateFinding } from './model/gate.ts';
import type { Policy } from './model/policy.ts';
import type { IsoDate } from './model/text.ts';
import type { PressTools } from './press/tools.ts';
import { describeFinding } from './report/finding.ts';
import { type ShownFinding, showFinding } from './report/gate/show.ts';
import type { PdfReport, PdfInput as PrintedInput } from './report/pdf/input.ts';
import type { Words } from './words/messages.ts';

export { readAnswers } from './answers/read.ts';
export { fontsFolder, shippedCatalog, shippedWords } from './cli/assets.ts';
export { type AssessInput, assess } from './core/assess.ts';
export { type CompareOptions, compare } from './core/compare/compare.ts';
export type { CompareSide, OlderSide } from './core/compare/sides.ts';
export { type CheckedAnswers, type CheckInput, checkAnswers } from './engine/check.ts';
export type { Answers } from './model/answers.ts';
export type { Assessment } from './model/assessment.ts';
export type { Comparison } from './model/comparison.ts';
export type { SuppressedFinding } from './model/gate.ts';
export { createWords } from './words/messages.ts';
export type {
  BuiltCatalog,
  Catalog,
  CatalogOutcome,
  CatalogTexts,
  Determination,
  Finding,
  GateFinding,
  IsoDate,
  LookExplained,
  Outcome,
  PdfReport,
  Policy,
  PressTools,
  RuleExplained,
  SchemaName,
  ShownFinding,
  Technology,
  Verdict,
  Words,
};

/** What {@link renderPdf} prints, and with what: the fonts in a folder (`fontsFolder`), or fonts and a packer of your own. */
export type PdfInput = Omit<PrintedInput, keyof PressTools> & ({ readonly fontsDir: string } | PressTools);

/**
 * Checklists from a folder of YAML as `checklists/` is, in both languages, or every problem with its place. Whether its
 * parts agree with each other is for `wazamori catalog lint` to say. Throws as `fs` does where `dir` cannot be read.
 */
export function loadCatalog(dir: string): CatalogOutcome {
  return buildCatalog(readChecklists(dir));
}

/**
 * Reads a policy (`wazamori.policy.yaml`). It must be understood whole: an unknown key, id or rule is an error, for a
 * policy that asks for nothing would pass everything. Never throws.
 *
 * @param text the policy as YAML
 * @param catalog which checklists, sections and questions it may name
 * @returns the policy, or every problem with its place
 * @see docs/ci.md
 */
export function readPolicy(text: string, catalog: Catalog): Outcome<Policy> {
  return readPolicyOf(text, catalog, RULE_CODES);
}

/** What {@link inWords} needs to say something in: messages and the titles of questions, in one language. */
export interface Prose {
  readonly words: Words;
  readonly texts: CatalogTexts;
}

/**
 * A finding of reading as a person reads it, ids told by their titles: what is wrong, and what to write instead. The
 * place is in `finding.location`, lines and columns from 1.
 */
export function inWords(finding: Finding, { words, texts }: Prose): string {
  return describeFinding(finding, texts, words);
}

/**
 * A finding of the gate as a person reads it: `message`, and in `next` what to type (empty where the message says it).
 * Both are one line without control characters. They may hold words of the answer file, which is confidential.
 *
 * @param file name of the answer file, for the commands in `next`
 */
export function gateInWords(finding: GateFinding, file: string, { words, texts }: Prose): ShownFinding {
  const report = { redacted: false };
  return showFinding(finding, file, { words, texts: () => texts, program: 'wazamori', report });
}

/**
 * A JSON Schema (2020-12) as `wazamori schema` prints it: of the answer file, the result, a comparison or a policy. The
 * ids and explanations are those of `catalog` and `words`. The shipped checklists' schemas lie in `dist/schema/` as files.
 * Loads zod on the first call.
 */
export async function jsonSchema(
  name: SchemaName,
  prose: { readonly catalog: Catalog; readonly words: Words },
): Promise<object> {
  return (await import('./cli/commands/schema/run.ts')).schemaOf(name, prose);
}

/**
 * The reading (見立て) of one technology that may go abroad: whether a prior report under 外為法 seems to be needed.
 * Pure; no legal advice, and never "not subject" without a recorded basis.
 *
 * @param technology as {@link readAnswers} gives it: what a file does not say stands there as `unknown`, `not-done`,
 *   `not-checked` or `null`
 * @param determination ordered rules of `catalog.determination`; the first that holds wins, the last takes the rest
 * @param today calendar day `YYYY-MM-DD`; days after it count as not there yet
 * @param answeredOn day of the answers: a "not subject" that rests on no dated check runs out 90 days after it; without
 *   it, after `today`
 * @returns `outcome` one of five; `missing` the fields of the answer file that would settle it; `basis` the fields a
 *   "not subject" rests on (never empty then); `validUntil` and `deadlines` as calendar days, `statutory: false` = our
 *   own target, 30 days before the decision
 * @throws Error only where `determination` has no rules, which the lint of checklists never passes
 * @see docs/scoring.md §8; sources and confidence of every rule: checklists/prior-notification/rules.yaml
 */
export function verdictOf(
  technology: Technology,
  determination: Determination,
  today: IsoDate,
  answeredOn: IsoDate | null = null,
): Verdict {
  return judge(technology, determination, today, answeredOn);
}

/**
 * {@link verdictOf} for each technology, in their order: a technology that is listed is always judged, whatever else a
 * company says. Empty where the catalogue has no determination. Same errors, same source.
 */
export function verdictsOf(
  technologies: readonly Technology[],
  catalog: Pick<Catalog, 'determination'>,
  today: IsoDate,
  answeredOn: IsoDate | null = null,
): readonly Verdict[] {
  return judgeAll(technologies, catalog, today, answeredOn);
}

/**
 * The rules tried for one technology, in their order up to the one that holds (always the last of the result), and the
 * looks that settled each: what was looked for (`test`), what stood there (`values`), and whether that `holds`, `fails`
 * or is still `open`. Same parameters, errors and source as {@link verdictOf}.
 */
export function explainVerdict(
  technology: Technology,
  determination: Determination,
  today: IsoDate,
): readonly RuleExplained[] {
  return explain(technology, determination, today);
}

/**
 * The action plan as a PDF (A4). The same input gives the same bytes. Loads the PDF engine on the first call.
 * Takes the fonts from `fontsDir`, or whatever is to be used in their place as `fonts` and `deflate`.
 * Rejects only where the fonts cannot be read.
 */
export async function renderPdf(input: PdfInput): Promise<PdfReport> {
  const { renderPdf: print } = await import('./report/pdf/render.ts');
  if (!('fontsDir' in input)) return print(input);
  const { pressTools } = await import('./files/shipped/press-tools.ts');
  return print({ ...input, ...pressTools(input.fontsDir) });
}
