import type { IsoDate } from '../../model/text.ts';
import { showDate, showMonth, showShortDate } from '../../words/dates.ts';
import { visibleLine } from '../../words/visible.ts';
import { concerningLists } from '../lists.ts';
import { ownLine } from '../own.ts';
import type { ReportInput } from './input.ts';
import { helpIn } from './sentences/help.ts';
import { namesIn } from './sentences/names.ts';
import { standingIn } from './sentences/standing.ts';
import { tasksIn } from './sentences/tasks.ts';

/** The words of the document: what the assessment says, said in sentences. Chooses and counts nothing itself. */
export type Sentences = ReturnType<typeof createSentences>;

export function createSentences(input: ReportInput) {
  const { assessment, words } = input;
  const names = namesIn(input);
  return {
    ...names,
    ...standingIn(input),
    ...tasksIn(input, names),
    ...helpIn(input),
    t: words.t,
    date: (iso: IsoDate): string => showDate(iso, words.lang),
    shortDate: (iso: IsoDate): string => showShortDate(iso, words.lang),
    month: (yearMonth: string): string => showMonth(yearMonth, words.lang),
    year: (iso: IsoDate): string => words.t('pdf.year', { year: iso.slice(0, 4) }),
    company: visibleLine(assessment.company.name ?? words.t('pdf.noCompany')),
    /** Own checklists in use, said once; nothing where there are none. */
    ownChecklists: (): readonly string[] =>
      assessment.ownChecklists === null ? [] : [ownLine(assessment.ownChecklists, words)],
    editions: (): string => names.join(editionsIn(input)),
  };
}

/** The lists that concern the company, each with its edition and the day of its sources. */
function editionsIn({ assessment, catalog, texts, words }: ReportInput): readonly string[] {
  const concerning = new Set(concerningLists(assessment).map(({ id }) => id));
  return catalog.checklists
    .filter(({ id }) => assessment.editions[id] !== undefined && concerning.has(id))
    .map(({ id, asOf }) =>
      words.t('pdf.edition', {
        title: texts.checklists[id]?.title ?? id,
        edition: assessment.editions[id],
        date: showDate(asOf, words.lang),
      }),
    );
}
