import { isExpired } from '../../../core/verdict/tasks.ts';
import type { Task, VerdictOutcome } from '../../../model/assessment.ts';
import { standingTitle } from '../../headline.ts';
import { STATES } from '../figures/charts.ts';
import type { ReportInput } from '../input.ts';
import type { Move, PointList, PresidentPage } from '../model.ts';
import type { Phrases } from '../phrases.ts';

// This page is passed around: a role may stand on it, a person's name may not.
const ROLE = /^[^\s　]{0,12}(長|役|担当|責任者|主任|係|室|部|課|manager|head|president|officer)$/i;
const isRole = (by: string | null): by is string => by !== null && ROLE.test(by);

export function presidentPage(input: ReportInput, phrases: Phrases): PresidentPage {
  const { assessment, words } = input;
  const { t } = phrases;
  const [yes, partial, no, unknown, unanswered] = STATES.map((state) => t(`report.state.${state}`));
  return {
    eyebrow: t('pdf.president.eyebrow'),
    title: t('pdf.president.title'),
    facts: factsOf(input, phrases),
    warning: input.attached === true ? t('pdf.attached.warning') : null,
    legal: legalOf(input, phrases),
    standing: {
      title: standingTitle(assessment, words),
      counts: phrases.counts(),
      range: phrases.rangeSentence(),
      coverage: assessment.score.coverage,
      points: phrases.rangeNow,
      rangeLabel: t('pdf.president.rangeLabel'),
      states: {
        ...{ yes: yes ?? '', partial: partial ?? '', no: no ?? '' },
        ...{ unknown: unknown ?? '', unanswered: unanswered ?? '' },
      },
    },
    dangers: dangersOf(input, phrases),
    toAsk: toAskOf(input, phrases),
    moves: movesOf(input, phrases),
    help: {
      title: t('pdf.president.help'),
      desks: phrases.headlineHelp().map((entry) => {
        const checked = phrases.contacts(entry);
        const contacts = checked.length > 0 ? checked : [t('pdf.help.unchecked')];
        return { name: entry.name, what: entry.what, contacts };
      }),
    },
    approval: {
      title: t('pdf.approval.title'),
      means: t('pdf.approval.means'),
      boxes: (['made', 'checked', 'approved'] as const).map((key) => t(`pdf.approval.${key}`)),
      date: t('pdf.approval.date'),
      alt: t('pdf.approval.alt'),
    },
    fine: [
      t('report.disclaimer'),
      t('report.editions', { editions: phrases.editions() }),
      ...phrases.ownChecklists(),
    ],
  };
}

function factsOf({ assessment, answers }: ReportInput, { t, date }: Phrases): readonly string[] {
  const { site, employees } = assessment.company;
  const { asOf, answersAsOf } = assessment;
  const { by } = answers.assessment;
  return [
    t('pdf.president.asOf', { date: date(asOf) }),
    ...(answersAsOf === null || answersAsOf === asOf
      ? []
      : [t('report.answersAsOf', { date: date(answersAsOf) })]),
    ...(site === null ? [] : [t('pdf.president.site', { site })]),
    ...(employees === null ? [] : [t('pdf.president.employees', { n: employees })]),
    ...(isRole(by) ? [t('pdf.president.by', { by })] : []),
  ];
}

/** The legal verdicts by the ids of their technologies, before any number; their names are free text and stay off this page. */
function legalOf({ assessment }: ReportInput, { t, join }: Phrases): PresidentPage['legal'] {
  const { verdicts, asOf } = assessment;
  if (verdicts.length === 0) return null;
  const ids = new Map<VerdictOutcome, string[]>();
  for (const verdict of verdicts) {
    // What has expired is open again: this line must not say more than its card.
    const outcome = isExpired(verdict, asOf) ? 'confirm' : verdict.outcome;
    ids.set(outcome, [...(ids.get(outcome) ?? []), verdict.technology]);
  }
  const shown = [...ids].map(([outcome, same]) =>
    t('pdf.president.verdict', {
      ...{ ids: same.join(t('pdf.president.verdictJoin')) },
      outcome: t(`report.legal.outcome.${outcome}`),
    }),
  );
  return { title: t('report.legal.heading'), verdicts: join(shown), lead: t('pdf.president.legal') };
}

function dangersOf({ assessment }: ReportInput, { t, gapSentence }: Phrases): PointList {
  const { dangers } = assessment.headline;
  return {
    title:
      dangers.length === 0
        ? t('pdf.president.noDangersTitle')
        : t('pdf.president.dangers', { n: dangers.length }),
    none: t('pdf.president.noDangers'),
    points: dangers.map((id) => ({ text: gapSentence(id), note: null })),
  };
}

/** Facts about the company first: they decide what else is asked. */
function toAskOf({ assessment }: ReportInput, phrases: Phrases): PointList {
  const { t, question, askRole, factQuestion, role: named } = phrases;
  const open = [
    ...assessment.unknownFacts.map((id) => ({ text: factQuestion(id), role: '' })),
    ...assessment.headline.toAsk.map((id) => ({ text: question(id), role: named(askRole(id)) })),
  ];
  return {
    title: t('pdf.president.toAsk'),
    none: t('pdf.president.nothingToAsk'),
    points: open.slice(0, 3).map(({ text, role }) => ({ text, note: t('pdf.president.ask', { role }) })),
  };
}

function movesOf({ assessment }: ReportInput, phrases: Phrases): PresidentPage['moves'] {
  const { t } = phrases;
  const all = assessment.plan.waves.flatMap((wave) => wave.tasks);
  const moves = assessment.headline.moves.flatMap((id) => all.find((task) => task.id === id) ?? []);
  return {
    title:
      moves.length === 0 ? t('pdf.president.noMovesTitle') : t('pdf.president.moves', { n: moves.length }),
    none: t('pdf.president.noMoves'),
    moves: moves.map((task) => moveOf(task, phrases)),
  };
}

function moveOf(task: Task, phrases: Phrases): Move {
  const { t, taskTitle, taskBasis, role, date, much, cost, overdue } = phrases;
  const key = overdue(task) ? 'pdf.president.whoOverdue' : 'pdf.president.whoWhen';
  return {
    title: taskTitle(task),
    basis: taskBasis(task, 3),
    who: t(key, { role: role(task.role), date: date(task.due) }),
    much: [much(task), cost(task)].join(t('pdf.dot')),
  };
}
