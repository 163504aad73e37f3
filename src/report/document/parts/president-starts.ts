import type { Task } from '../../../model/plan.ts';
import { joinSentences } from '../../../words/messages.ts';
import { legalCards, legalNotes } from '../../legal.ts';
import type { ReportInput } from '../input.ts';
import type { PresidentPage } from '../model.ts';
import type { Sentences } from '../sentences.ts';

/** Roles named one by one in the line on what has to be found out. */
const MOST_ROLES = 4;
const HOURS_A_DAY = 8;
/** Technologies whose reading the first page tells when it goes alone. */
const MOST_TECHNOLOGIES = 3;

/** What an approval sets going, and who has to be asked how much. */
export function startsOf(input: ReportInput, sentences: Sentences): PresidentPage['starts'] {
  const lines = [
    ...movesLine(input, sentences),
    ...ninetyDaysLine(input, sentences),
    toAskLine(input, sentences),
  ];
  return { title: sentences.t('pdf.president.starts'), lines: lines.filter((line) => line !== '') };
}

/** 「3つで約3時間・費用なし」: the numbered steps; what the law asks is no choice. */
function movesLine({ assessment }: ReportInput, { t, cost }: Sentences): readonly string[] {
  const { moves, legal } = assessment.headline;
  const tasks = assessment.plan.waves.flatMap((wave) => wave.tasks);
  const own = moves
    .filter((id) => !legal.includes(id))
    .flatMap((id): readonly Task[] => tasks.filter((task) => task.id === id));
  if (own.length === 0) return [];
  const minutes = own.reduce(
    (sum, task) => sum + (task.minutes > 0 ? task.minutes : task.effort * HOURS_A_DAY * 60),
    0,
  );
  const free = own.every((task) => cost(task) === t('report.cost.none'));
  return [
    t(free ? 'pdf.president.movesFree' : 'pdf.president.movesCost', {
      n: own.length,
      time: timeOf(minutes, t),
    }),
  ];
}

/** Hours up to a day, then days: nobody plans three weeks in hours. */
const timeOf = (minutes: number, t: Sentences['t']): string =>
  minutes <= HOURS_A_DAY * 60
    ? t('report.effort.hours', { n: Math.max(0.5, Math.ceil(minutes / 30) / 2) })
    : t('report.effort.days', { n: Math.ceil(minutes / (HOURS_A_DAY * 60)) });

function ninetyDaysLine({ assessment }: ReportInput, { t }: Sentences): readonly string[] {
  const { waves, overfull, legalOverfull } = assessment.plan;
  const used = waves.find(({ id }) => id === 'd90')?.used ?? 0;
  if (used === 0) return [];
  const key = overfull || legalOverfull ? 'pdf.president.ninetyOverfull' : 'pdf.president.ninety';
  return [t(key, { n: Math.ceil(used * 2) / 2 })];
}

/** 「先に確かめたいこと7件（社長3・購買2…）」 */
function toAskLine({ assessment }: ReportInput, { t, role }: Sentences): string {
  const counts = assessment.askList
    .map((entry) => ({ ...entry, n: entry.items.length + entry.facts.length }))
    .filter(({ n }) => n > 0);
  const all = counts.reduce((sum, { n }) => sum + n, 0);
  if (all === 0) return t('pdf.president.nothingToAsk');
  const named = counts
    .slice(0, MOST_ROLES)
    .map(({ role: id, self, n }) =>
      t('pdf.president.roleCount', { role: self ? t('pdf.president.self') : role(id), n }),
    );
  const roles = named.join(t('pdf.dot')) + (counts.length > MOST_ROLES ? t('pdf.president.andOthers') : '');
  return t('pdf.president.toAsk', { n: all, roles });
}

/** The first page alone says the law's gist itself: no other page goes with it. */
export function gistOf(input: ReportInput, sentences: Sentences): PresidentPage['gist'] {
  const { assessment, texts, words, pages } = input;
  if (pages !== 'president') return null;
  const cards = legalCards({ assessment, texts, words, technologies: sentences.technologies });
  if (cards.length === 0) return null;
  const notes = legalNotes({ assessment, texts, words, technologies: [] }, '');
  const { t, technologyName } = sentences;
  return {
    title: t('report.legal.heading'),
    lines: [
      ...cards.slice(0, MOST_TECHNOLOGIES).map(({ technology, licence, reason }) => {
        const short = t('pdf.president.gist', { name: technologyName(technology), licence });
        return { whole: joinSentences([short, reason], words.lang), short };
      }),
      ...[
        ...(cards.length <= MOST_TECHNOLOGIES
          ? []
          : [t('pdf.president.moreLaw', { n: cards.length - MOST_TECHNOLOGIES })]),
        notes.separate,
      ].map((line) => ({ whole: line, short: line })),
    ],
  };
}
