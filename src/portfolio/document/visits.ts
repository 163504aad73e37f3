import type { Cell, Row } from '../../press/tables/rows.ts';
import { type Block, cell, heading, notice, type Part, row, text } from '../../report/document/model.ts';
import { legalTaskTitle } from '../../report/legal.ts';
import { joinSentences } from '../../words/messages.ts';
import { compare, dayOf } from '../rows/row.ts';
import { missingShares } from '../rows/shard.ts';
import { legalDay, reasonText } from '../tables/client-sentences.ts';
import { FILES } from '../written/output.ts';
import type { PortfolioInput, Visit } from './input.ts';

/** How many clients, of which day, and what this is not; then legal dates, then whom to visit next and why. */
export function visitsPart(input: PortfolioInput): Part {
  const { t } = input.words;
  return {
    id: 'visits',
    title: t('portfolio.pdf.title'),
    lead: counts(input),
    freshSheet: false,
    blocks: [
      ...partOnly(input),
      notice(t(input.anonymous ? 'portfolio.pdf.anonymous' : 'portfolio.pdf.notGraded')),
      ...(input.anonymous ? [] : [...legalDates(input), ...visitTable(input)]),
    ],
  };
}

/** Some shares of a split run are not the whole: whoever holds this paper cannot see it otherwise. */
function partOnly({ words, header }: PortfolioInput): readonly Block[] {
  const { shares } = header;
  return shares === undefined
    ? []
    : [notice(words.t('portfolio.pdf.part', { missing: missingShares(shares) }))];
}

function counts({ words, standings, header, anonymous, date }: PortfolioInput): string {
  const { t, lang } = words;
  const { totals, files, gone } = standings;
  const { clients, withSites } = totals;
  const all = t('portfolio.pdf.counts', { date: date(header.asOf), clients, read: files.read });
  // How many of a kind there are may point at one of them: those who get this paper need no more than the size.
  if (anonymous) return all;
  return joinSentences(
    [
      all,
      ...(withSites > 0 ? [t('portfolio.pdf.withSites', { n: withSites })] : []),
      ...howCounted(files, t),
      ...(gone.length > 0 ? [t('portfolio.pdf.gone.count', { n: gone.length })] : []),
      ...(files.failed > 0 ? [t('portfolio.pdf.failed', { n: files.failed })] : []),
    ],
    lang,
  );
}

/** Which files were joined, left out, or may be somebody else's: nothing of it in silence. */
function howCounted(
  { sites, uncounted, byName, doubts }: PortfolioInput['standings']['files'],
  t: PortfolioInput['words']['t'],
): readonly string[] {
  const told = [
    ['older', uncounted.older],
    ['aside', uncounted['same-day']],
    ['copies', uncounted.copy],
    ['byName', byName],
    ['sharedNumber', doubts['number-shared']],
    ['unclear', doubts['identity-unclear']],
  ] as const;
  return [
    t('portfolio.pdf.sites', { n: sites }),
    ...told.flatMap(([key, n]) => (n > 0 ? [t(`portfolio.pdf.${key}`, { n, file: FILES.errors })] : [])),
  ];
}

/** The turns below repeat them: the first page is to show whom to visit as well. */
const MOST_DATES = 12;

function legalDates({ words, texts, visits, standings, name }: PortfolioInput): readonly Block[] {
  const { t } = words;
  const title = heading(t('portfolio.pdf.legal.title'));
  // Clients with legal dates have the first turns: all of them are among those named here.
  const dates = visits
    .flatMap(({ client }) => client.legal.map((legal) => ({ client, ...legal })))
    .sort((a, b) => compare(dayOf(a), dayOf(b)));
  if (dates.length === 0) return [title, text(t('portfolio.pdf.legal.none'))];
  const rest = dates.length - MOST_DATES;
  return [
    title,
    text(t('portfolio.pdf.legal.lead', { n: standings.totals.legal }), 'note'),
    {
      kind: 'table',
      columns: [
        { title: t('portfolio.pdf.legal.due'), width: 124 },
        { title: t('portfolio.pdf.client'), width: 134 },
        { title: t('portfolio.pdf.legal.task'), width: 235 },
      ],
      rows: dates
        .slice(0, MOST_DATES)
        .map(({ client, ...legal }) =>
          row(
            cell(legalDay(legal, words), 'strong'),
            cell(name(client)),
            cell(legalTaskTitle({ id: legal.task }, texts)),
          ),
        ),
    },
    ...(rest > 0 ? [text(t('portfolio.pdf.legal.more', { n: rest }), 'note')] : []),
  ];
}

/** So many are told all their reasons; after them only the one that decides the turn. */
const TOLD_ALL = 40;

function visitTable(input: PortfolioInput): readonly Block[] {
  const { words, visits, standings } = input;
  const { t } = words;
  const rest = standings.queue.length - visits.length;
  return [
    heading(t('portfolio.pdf.visits.title')),
    text(t('portfolio.pdf.visits.lead'), 'note'),
    {
      kind: 'table',
      columns: [
        { title: t('portfolio.pdf.visits.turn'), width: 36, align: 'right' },
        { title: t('portfolio.pdf.client'), width: 192 },
        { title: t('portfolio.pdf.visits.reason'), width: 265 },
      ],
      rows: visits.map((visit) => visitRow(visit, input)),
    },
    ...(visits.length > TOLD_ALL ? [text(t('portfolio.pdf.visits.short', { n: TOLD_ALL }), 'note')] : []),
    ...(rest > 0 ? [text(t('portfolio.pdf.visits.more', { n: rest }), 'note')] : []),
  ];
}

function visitRow({ turn, client, reasons }: Visit, input: PortfolioInput): Row {
  const all = turn <= TOLD_ALL;
  return row(
    cell(String(turn), 'strong'),
    all ? clientCell(client, input) : cell(input.name(client), 'strong'),
    cell(reasonText(all ? reasons : reasons.slice(0, 1), input)),
  );
}

function clientCell(client: Visit['client'], { words, name, date }: PortfolioInput): Cell {
  const { t, lang } = words;
  const facts = [
    ...(client.industry === null ? [] : [client.industry]),
    ...(client.employees === null ? [] : [t('portfolio.pdf.people', { n: client.employees })]),
    ...(client.date === null ? [] : [t('portfolio.pdf.answersOf', { date: date(client.date) })]),
  ];
  return {
    pieces: [
      { text: name(client), tone: 'strong' },
      { text: facts.join(lang === 'ja' ? '・' : ', '), tone: 'note' },
    ],
  };
}
