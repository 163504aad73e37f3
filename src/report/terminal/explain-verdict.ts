import type { LookExplained, RuleExplained } from '../../core/verdict/explain.ts';
import { writtenField } from '../../core/verdict/verdict.ts';
import type { Technology } from '../../model/answers.ts';
import type { Assessment, Verdict } from '../../model/assessment.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Determination, VerdictDay, VerdictField } from '../../model/determination.ts';
import { showDate } from '../../words/dates.ts';
import type { KeyBelow, Words } from '../../words/messages.ts';
import { legalCards, legalNotes } from '../legal.ts';
import { ownLine } from '../own.ts';
import { createPage, type Page, type Terminal } from './page.ts';

export interface ExplainVerdictInput {
  readonly assessment: Assessment;
  readonly verdict: Verdict;
  readonly technology: Technology;
  readonly determination: Determination;
  /** The rules tried, the last of which holds. */
  readonly tried: readonly RuleExplained[];
  readonly texts: CatalogTexts;
  readonly words: Words;
  readonly terminal: Terminal;
}

/** One verdict, rule by rule: what was looked at, what stood there, what would have been wanted. */
export function explainVerdictPage(input: ExplainVerdictInput): string {
  const { assessment, verdict, technology, tried, words, terminal } = input;
  const t = (key: KeyBelow<'terminal.explainVerdict'>, args = {}): string =>
    words.t(`terminal.explainVerdict.${key}`, args);
  const page = createPage(terminal);
  const { id, name } = technology;
  page.heading(t(name === null ? 'title' : 'titleNamed', { id, name }));
  const notes = { ...input, assessment: { ...assessment, verdicts: [verdict] }, technologies: [technology] };
  const [card] = legalCards(notes);
  if (card !== undefined) {
    page.text(card.report, { paint: terminal.paint.bold });
    page.text(card.licence, { paint: terminal.paint.bold });
  }
  page.text(t('order'));
  page.heading(t('rules'));
  for (const rule of tried) ruleLines(page, rule, input);
  if (card !== undefined) {
    if (verdict.secondary !== null) {
      const { rule, outcome } = verdict.secondary;
      page.text(t('outlook', { rule, outcome: words.t(`report.legal.outcome.${outcome}`) }));
    }
    for (const line of [card.reason, ...card.flags, ...card.dates]) page.text(line, { mark: '!' });
    if (card.missing.length > 0) page.heading(t('missing'));
    for (const { label, settle } of card.missing) page.text(`${label} — ${settle}`, { mark: '-' });
  }
  sources(page, input);
  page.gap();
  for (const note of Object.values(closing(input))) page.text(note, { paint: terminal.paint.dim });
  if (assessment.ownChecklists !== null) page.text(ownLine(assessment.ownChecklists, words));
  return page.toString();
}

function ruleLines(page: Page, { rule, outcome, holds, because }: RuleExplained, input: ExplainVerdictInput) {
  const { words, terminal } = input;
  const t = (key: KeyBelow<'terminal.explainVerdict'>, args = {}): string =>
    words.t(`terminal.explainVerdict.${key}`, args);
  const named = t('rule', { rule, outcome: words.t(`report.legal.outcome.${outcome}`) });
  const how = t(!holds ? 'notHeld' : because.length === 0 ? 'heldRest' : 'held');
  page.text(`${named} — ${how}`, { paint: holds ? terminal.paint.bold : (s) => s });
  for (const look of because) page.text(lookLine(look, input), { mark: `  ${MARKS[look.state]}` });
}

/** Drawn without colour too: the mark alone has to say it. */
const MARKS = { holds: '+', fails: 'x', open: '?' } as const;

function lookLine(look: LookExplained, { texts, words, determination }: ExplainVerdictInput): string {
  const { field, values, state, test } = look;
  const written = writtenField(field);
  const label = texts.determination?.fields[written]?.label ?? written;
  const value = values.map((word) => valueWord(field, word, words)).join(words.lang === 'ja' ? '・' : ', ');
  // A date of a check that does not count is known, and still nothing is known by it.
  const key = state === 'open' && !('in' in test) && values.length > 0 ? 'openStale' : state;
  const expected = expectedOf(look, determination, words);
  return words.t(`terminal.explainVerdict.${key}`, { label, value, expected });
}

function expectedOf({ test, field, negated }: LookExplained, notice: Determination, words: Words): string {
  const t = (key: KeyBelow<'terminal.explainVerdict'>, args = {}): string =>
    words.t(`terminal.explainVerdict.${key}`, args);
  const day = (name: VerdictDay): string =>
    name === 'today' ? t('today') : showDate(name === 'amended-on' ? notice.amendedOn : name, words.lang);
  const expected = (): string => {
    if ('in' in test) return test.in.map((word) => valueWord(field, word, words)).join(t('or'));
    if ('given' in test) return t('expectedGiven');
    return [
      ...(test.from === undefined ? [] : [t('expectedFrom', { day: day(test.from) })]),
      ...(test.until === undefined ? [] : [t('expectedUntil', { day: day(test.until) })]),
      ...(test.before === undefined ? [] : [t('expectedBefore', { day: day(test.before) })]),
    ].join(words.lang === 'ja' ? '・' : ', ');
  };
  return negated ? t('expectedNot', { expected: expected() }) : expected();
}

/** A word of the answer file as people say it; free words and ids of the catalogue stand as they are. */
function valueWord(field: VerdictField, value: string, words: Words): string {
  const key = 'terminal.explainVerdict.value';
  const own = [`${key}.${field}.${value}`, `${key}.${value}`].find((name) => words.has(name));
  if (own !== undefined) return words.t(own);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDate(value, words.lang) : value;
}

function sources(page: Page, { verdict, determination, texts, words }: ExplainVerdictInput): void {
  const rule = determination.rules.find(({ id }) => id === verdict.rule);
  if (rule === undefined) return;
  const t = (key: KeyBelow<'terminal.explainVerdict'>, args = {}): string =>
    words.t(`terminal.explainVerdict.${key}`, args);
  const sure = (confidence: KeyBelow<'report.confidence'>): string =>
    words.t(`report.confidence.${confidence}`);
  page.heading(t('sources', { rule: rule.id }));
  const locators = texts.determination?.ruleLocators[rule.id] ?? [];
  for (const [i, { doc, confidence }] of rule.sources.entries()) {
    const locator = locators[i] ?? '';
    const title = texts.sources[doc]?.title ?? doc;
    page.text(t('source', { title, locator, confidence: sure(confidence) }), { mark: '-' });
  }
  page.text(t('confidence', { confidence: sure(rule.confidence) }));
}

function closing(input: ExplainVerdictInput) {
  const { words, texts, assessment, technology, determination } = input;
  const { asOf, separate, entrance } = legalNotes(
    { assessment, texts, words, technologies: [technology] },
    determination.entrance,
  );
  const { title, url } = entrance;
  return { separate, asOf, entrance: words.t('report.legal.entrance', { title, url: url ?? '' }) };
}
