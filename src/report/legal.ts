import { isExpired, technologyOf } from '../core/verdict/tasks.ts';
import type { Technology } from '../model/answers.ts';
import type { Assessment, Verdict } from '../model/assessment.ts';
import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { DeterminationTexts } from '../model/determination.ts';
import type { Task } from '../model/plan.ts';
import type { IsoDate } from '../model/text.ts';
import { showDate } from '../words/dates.ts';
import type { Words } from '../words/messages.ts';

/** The verdict on one technology in sentences. Two lines of equal weight: neither may make the other look settled. */
export interface LegalCard {
  readonly technology: string;
  readonly title: string;
  readonly report: string;
  readonly licence: string;
  readonly reason: string;
  /** Sentences of the flags beside it; the one on the as-of date is said once for all cards. */
  readonly flags: readonly string[];
  readonly missing: readonly { readonly label: string; readonly settle: string }[];
  readonly dates: readonly string[];
}

/** What is said once, below all cards. */
export interface LegalNotes {
  readonly asOf: string;
  readonly warning: string;
  readonly separate: string;
  readonly entrance: { readonly title: string; readonly url: string | null };
}

export interface LegalInput {
  readonly assessment: Pick<Assessment, 'verdicts' | 'asOf'>;
  readonly texts: CatalogTexts;
  readonly words: Words;
  /** For the names of technologies; without them their ids are shown. */
  readonly technologies: readonly Technology[];
}

export function legalCards(input: LegalInput): readonly LegalCard[] {
  const { determination } = input.texts;
  if (determination === undefined) return [];
  return input.assessment.verdicts.map((verdict) => cardOf(verdict, determination, input));
}

/** The outcome a reading still has: what has expired is open again. */
export const outcomeNow = (verdict: Verdict, asOf: IsoDate): Verdict['outcome'] =>
  isExpired(verdict, asOf) ? 'confirm' : verdict.outcome;

export function legalNotes({ texts, words }: LegalInput, entrance: string): LegalNotes {
  const source = texts.sources[entrance];
  return {
    asOf: texts.determination?.flags['asof'] ?? '',
    warning: texts.determination?.warning ?? '',
    separate: words.t('report.legal.separate'),
    entrance: { title: source?.title ?? entrance, url: source?.url ?? null },
  };
}

/** What a legal task asks somebody to do; ids `legal:TASK:TECHNOLOGY`. */
export function legalTaskTitle({ id }: Pick<Task, 'id'>, texts: CatalogTexts): string {
  const title = texts.determination?.tasks[id.split(':')[1] ?? ''];
  return title?.replaceAll('{technology}', () => technologyOf(id)) ?? id;
}

function cardOf(verdict: Verdict, texts: DeterminationTexts, input: LegalInput): LegalCard {
  const { words, technologies } = input;
  const name = technologies.find(({ id }) => id === verdict.technology)?.name ?? null;
  return {
    technology: verdict.technology,
    title: words.t(name === null ? 'report.legal.title' : 'report.legal.titleNamed', {
      id: verdict.technology,
      name: name ?? '',
    }),
    report: words.t('report.legal.report', { verdict: reportLine(verdict, texts, input) }),
    licence: words.t('report.legal.licence', {
      state: words.t(`report.legal.export.${exportState(verdict)}`),
    }),
    reason: texts.reasons[verdict.rule] ?? verdict.rule,
    flags: verdict.flags.filter((flag) => flag !== 'asof').map((flag) => texts.flags[flag] ?? flag),
    missing: verdict.missing.map((field) => texts.fields[field] ?? { label: field, settle: '' }),
    // Once it is late the target is no help any more: the flag says what to do today.
    dates: verdict.flags.includes('late')
      ? []
      : verdict.deadlines.map(({ code, date }) => deadlineLine(code, date, input)),
  };
}

function reportLine(verdict: Verdict, texts: DeterminationTexts, { assessment, words }: LegalInput): string {
  const { outcome, secondary, validUntil } = verdict;
  const named = words.t(`report.legal.outcome.${outcome}`);
  const until = validUntil === null ? '' : showDate(validUntil, words.lang);
  if (isExpired(verdict, assessment.asOf)) return words.t('report.legal.expired', { until });
  if (outcome === 'not-subject') {
    const basis = verdict.basis.map((field) => texts.fields[field]?.label ?? field);
    return words.t('report.legal.notSubject', { until, basis });
  }
  if (secondary === null) return named;
  return words.t('report.legal.withOutlook', {
    verdict: named,
    outlook: words.t(`report.legal.outcome.${secondary.outcome}`),
  });
}

/** What is known of the export licence. Nothing here ever says that none is needed. */
function exportState({ outcome, missing, flags }: Verdict): 'stop' | 'listed' | 'notDone' | 'notListed' {
  if (outcome === 'stop') return 'stop';
  if (flags.includes('list-not-done') || missing.includes('listControl')) return 'notDone';
  return outcome === 'list-control-first' ? 'listed' : 'notListed';
}

function deadlineLine(
  code: Verdict['deadlines'][number]['code'],
  date: IsoDate,
  { assessment, words }: LegalInput,
): string {
  const passed = date < assessment.asOf ? 'Passed' : '';
  return words.t(`report.legal.deadline.${code}${passed}`, { date: showDate(date, words.lang) });
}
