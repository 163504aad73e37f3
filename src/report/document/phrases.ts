import { wholePoints } from '../../core/score/score.ts';
import type { StateReason } from '../../model/assessment.ts';
import type { Expert } from '../../model/catalog.ts';
import type { ActionTexts, DirectoryEntry, ItemTexts } from '../../model/catalog-texts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Task } from '../../model/plan.ts';
import type { IsoDate } from '../../model/text.ts';
import { showDate, showMonth, showShortDate } from '../../words/dates.ts';
import { visibleLine } from '../../words/visible.ts';
import { describeFinding } from '../finding.ts';
import {
  countsLine,
  decisionTitle,
  effortBand,
  gapSentence,
  rangeLine,
  reasonLine,
  taskBand,
} from '../headline.ts';
import { legalTaskTitle } from '../legal.ts';
import { concerningLists } from '../lists.ts';
import { ownLine } from '../own.ts';
import { practiceText } from '../practice.ts';
import { isPost } from './filler.ts';
import type { ReportInput } from './input.ts';

/** The words of the document: what the assessment says, said in sentences. Chooses and counts nothing itself. */
export type Phrases = ReturnType<typeof createPhrases>;

export interface PointRange {
  readonly low: number;
  readonly high: number;
}

export function createPhrases({ assessment, catalog, texts, words, answers, hide }: ReportInput) {
  const { t } = words;
  const { coverage } = assessment.score;
  const concerning = new Set(concerningLists(assessment).map(({ id }) => id));
  const date = (iso: IsoDate): string => showDate(iso, words.lang);
  const join = (parts: readonly string[]): string => parts.join(t('pdf.join'));
  const item = (id: string): ItemTexts | null => texts.items[id] ?? null;
  const action = (id: string | null): ActionTexts | null =>
    id === null ? null : (texts.actions[id] ?? null);
  const desksOf = (ids: readonly string[]): readonly DirectoryEntry[] =>
    ids.flatMap((id) => texts.directory[id] ?? []);
  const role = (id: string): string => texts.roles[id]?.title ?? id;
  const { by } = answers.assessment;
  /** Whoever filled in, by post; `null` where that is not told, or told by name. */
  const filler = by !== null && isPost(by) ? by : null;
  /** Nobody is sent to ask themselves. */
  const isFiller = (id: string): boolean =>
    assessment.askList.some((entry) => entry.role === id && entry.self);
  const askedOf = (id: string): string =>
    isFiller(id) ? t('pdf.askSelf') : t('pdf.president.ask', { role: role(id) });
  const technologies = hide?.includes('technologies') === true ? [] : answers.technologies;
  const itemTitle = (id: string): string => item(id)?.title ?? id;
  const factQuestion = (id: string): string => texts.facts[id]?.question ?? id;
  const titles = (ids: readonly string[], most: number): string => {
    const shown = join(ids.slice(0, most).map(itemTitle));
    return ids.length > most ? t('pdf.andMore', { shown, n: ids.length - most }) : shown;
  };
  const listOf = new Map(assessment.items.map((result) => [result.id, result.checklist]));
  const listed = new Set(assessment.gaps.map((gap) => listOf.get(gap.item)));
  /** Titles of items; where the company's gaps come from several lists, each list is named before its own. */
  const titlesByList = (ids: readonly string[], most: number): string => {
    if (listed.size < 2) return titles(ids, most);
    const lists = [...new Set(ids.map((id) => listOf.get(id) ?? ''))];
    return lists
      .map((list) => {
        const own = ids.filter((id) => (listOf.get(id) ?? '') === list);
        return t('pdf.ofList', {
          list: texts.checklists[list]?.title ?? list,
          titles: titles(own, Math.max(1, Math.floor(most / lists.length))),
        });
      })
      .join(t('pdf.listBreak'));
  };
  const askedInPart = assessment.plan.waves.some(({ projected }) => projected.ofAsked);
  /** Whole points as people see them; `null` where too much is unknown for a number. */
  const range = (
    scores: { readonly low: number | null; readonly high: number | null },
    unknown: number,
  ): PointRange | null =>
    scores.low === null || scores.high === null || unknown > catalog.weights.tooManyUnknown * coverage.asked
      ? null
      : { low: wholePoints(scores.low), high: wholePoints(scores.high) };

  return {
    t,
    date,
    shortDate: (iso: IsoDate): string => showShortDate(iso, words.lang),
    month: (yearMonth: string): string => showMonth(yearMonth, words.lang),
    year: (iso: IsoDate): string => t('pdf.year', { year: iso.slice(0, 4) }),
    /** What is not done and should have been. */
    overdue: ({ due, status }: Pick<Task, 'due' | 'status'>): boolean =>
      due < assessment.asOf && status !== 'done',
    join,
    item,
    action,
    role,
    filler,
    isFiller,
    /** Whom to ask about something, or that it is for whoever filled in to look it up. */
    askedOf,
    /** Who has to act: for questions that is whoever asks them. Whom they ask stands in the title. */
    doer: ({ kind, role: id, self }: Pick<Task, 'kind' | 'role' | 'self'>): string => {
      if (kind !== 'find-out' || self) return role(id);
      return filler ?? t('pdf.task.nobody');
    },
    /** For the names of technologies; empty where a copy for others hides them. */
    technologies,
    technologyName: (id: string): string => {
      const name = technologies.find((technology) => technology.id === id)?.name ?? null;
      return name === null ? t('report.legal.title', { id }) : t('pdf.president.named', { id, name });
    },
    itemTitle,
    /** What was answered, as people say it. */
    answerOf: (id: string): string =>
      t(`report.state.${assessment.items.find((result) => result.id === id)?.state ?? 'unanswered'}`),
    titles,
    titlesByList,
    range,
    /** Fewer than half of a list's questions were asked: what is projected then speaks of those alone. */
    askedInPart,
    rangeNow: range(assessment.score, coverage.unknown + coverage.unanswered),
    rangeSentence: (): string => rangeLine(assessment, catalog.weights, words),
    counts: (): string => countsLine(coverage, words),
    effort: (days: number): string => effortBand(days, words),
    /** What a task takes of somebody's day. */
    much: (task: Task): string => taskBand(task, words),
    reason: (reason: StateReason): string => reasonLine(reason, texts, words),
    finding: (finding: Finding): string => describeFinding(finding, texts, words),
    company: visibleLine(assessment.company.name ?? t('pdf.noCompany')),
    factQuestion,
    /** What a fact can be, each behind a box to tick; a line to write on where it is a number. */
    factBoxes: (id: string): string => {
      const values = Object.values(texts.facts[id]?.values ?? {});
      if (values.length === 0) return t('pdf.ask.number');
      return [...values, t('report.state.unknown')].map((value) => `☐${value}`).join('　');
    },
    gapSentence: (id: string): string => gapSentence(id, assessment.items, texts, words),
    question: (id: string): string => item(id)?.question ?? id,
    askRole: (id: string): string => catalog.items.find((i) => i.id === id)?.askRole ?? '',
    /** Only whole actions cost money: a first step is an hour of one person, and asking is free. */
    cost: ({ kind, action: id }: Task): string => {
      if (kind === 'legal') return t('pdf.task.legalCost');
      const cost = kind === 'action' ? catalog.actions.find((a) => a.id === id)?.cost : null;
      return t(`report.cost.${cost ?? 'none'}`);
    },
    expert: (expert: Expert): string | null => (expert === 'none' ? null : t(`pdf.expert.${expert}`)),
    taskTitle: (task: Task): string => {
      if (task.kind === 'first-step') return action(task.action)?.firstStep ?? task.id;
      if (task.kind === 'legal') return legalTaskTitle(task, texts);
      if (task.kind === 'action') return action(task.action)?.title ?? task.id;
      if (task.kind === 'decide') return decisionTitle(task, assessment.plan, texts, words);
      const n = task.closes.length + task.facts.length;
      return t(task.self ? 'pdf.task.look-up' : 'pdf.task.find-out', { role: role(task.role), n });
    },
    /** Why a task is there: the gaps it closes, the questions it asks, the action it begins. */
    taskBasis: (task: Task, most: number): string => {
      if (task.kind === 'first-step') {
        return t('pdf.task.firstStepOf', { action: action(task.action)?.title ?? task.id });
      }
      const facts = task.facts.map(factQuestion);
      const items = task.closes.length === 0 ? [] : [titlesByList(task.closes, most)];
      const shown = join([...facts, ...items]);
      if (shown === '') return '';
      return t(task.kind === 'find-out' ? 'pdf.task.asks' : 'pdf.task.closes', { titles: shown });
    },
    /** What another company did about the same thing. */
    practice: (id: string): string | null =>
      practiceText(catalog.actions.find((a) => a.id === id)?.practice ?? null, texts, words),
    /** Whom to turn to for these actions, in their order, each once. */
    helpers: (actionIds: readonly string[]): readonly DirectoryEntry[] => {
      const desks = new Map(assessment.help.map((entry) => [entry.action, entry.desks]));
      return desksOf([...new Set(actionIds.flatMap((id) => desks.get(id) ?? []))]);
    },
    headlineHelp: (): readonly DirectoryEntry[] => desksOf(assessment.headline.help),
    /** Only contacts checked against the official page are printed. */
    contacts: (entry: DirectoryEntry): readonly string[] =>
      entry.contacts.flatMap(({ kind, value, checkedOn }) =>
        checkedOn === null ? [] : [t(`pdf.help.${kind}`, { value, date: date(checkedOn) })],
      ),
    /** Own checklists in use, said once; nothing where there are none. */
    ownChecklists: (): readonly string[] =>
      assessment.ownChecklists === null ? [] : [ownLine(assessment.ownChecklists, words)],
    editions: (): string =>
      join(
        catalog.checklists
          .filter(({ id }) => assessment.editions[id] !== undefined && concerning.has(id))
          .map(({ id, asOf }) =>
            t('pdf.edition', {
              title: texts.checklists[id]?.title ?? id,
              edition: assessment.editions[id],
              date: date(asOf),
            }),
          ),
      ),
  };
}
