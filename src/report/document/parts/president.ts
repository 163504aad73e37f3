import { standingTitle } from '../../headline.ts';
import { STATES } from '../figures/charts.ts';
import type { ReportInput } from '../input.ts';
import type { PresidentPage } from '../model.ts';
import type { Sentences } from '../sentences.ts';
import { gistOf, startsOf } from './president-starts.ts';
import { stepsTable } from './president-steps.ts';

export function presidentPage(input: ReportInput, sentences: Sentences): PresidentPage {
  const { assessment, words } = input;
  const { t } = sentences;
  const [yes, partial, no, unknown, unanswered] = STATES.map((state) => t(`report.state.${state}`));
  return {
    eyebrow: t('pdf.president.eyebrow'),
    title: t('pdf.president.title'),
    facts: factsOf(input, sentences),
    warning: input.attached === true ? t('pdf.attached.warning') : null,
    steps: stepsTable(input, sentences),
    starts: startsOf(input, sentences),
    gist: gistOf(input, sentences),
    standing: {
      title: standingTitle(assessment, words),
      counts: sentences.counts(),
      range: sentences.rangeSentence(),
      coverage: assessment.score.coverage,
      points: sentences.rangeNow,
      rangeLabel: t('pdf.president.rangeLabel'),
      states: {
        yes: yes ?? '',
        partial: partial ?? '',
        no: no ?? '',
        unknown: unknown ?? '',
        unanswered: unanswered ?? '',
      },
    },
    help: {
      title: t('pdf.president.help'),
      desks: sentences.headlineHelp().map((entry) => {
        const checked = sentences.contacts(entry);
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
      t('report.editions', { editions: sentences.editions() }),
      ...sentences.ownChecklists(),
    ],
  };
}

function factsOf({ assessment }: ReportInput, { t, date, filler }: Sentences): readonly string[] {
  const { site, employees } = assessment.company;
  const { asOf, answersAsOf } = assessment;
  return [
    t('pdf.president.asOf', { date: date(asOf) }),
    ...(answersAsOf === null || answersAsOf === asOf
      ? []
      : [t('report.answersAsOf', { date: date(answersAsOf) })]),
    ...(site === null ? [] : [t('pdf.president.site', { site })]),
    ...(employees === null ? [] : [t('pdf.president.employees', { n: employees })]),
    // This page is passed around: a post may stand on it, a person's name may not.
    ...(filler === null ? [] : [t('pdf.president.by', { by: filler })]),
  ];
}
