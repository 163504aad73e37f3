import { legalTaskTitle } from '../../report/legal.ts';
import { drawHere, heading, notice, paragraph } from '../../report/pdf/blocks.ts';
import type { Sheet } from '../../report/pdf/canvas/page.ts';
import { type Cell, cell, row, table } from '../../report/pdf/table.ts';
import { BODY_WIDTH, TYPE } from '../../report/pdf/tokens.ts';
import { joinSentences } from '../../words/messages.ts';
import type { Client } from '../clients.ts';
import { reasonText } from '../phrases.ts';
import type { PortfolioInput, Visit } from './input.ts';

/** What lies before the reader: how many clients, of which day, and what this is not. */
export function titleBlock(sheet: Sheet, input: PortfolioInput): void {
  const { words, standings, header } = input;
  const { t, lang } = words;
  const { totals, files } = standings;
  sheet.bookmark(t('portfolio.pdf.title'), 1);
  sheet.tags.leaf('H1', () => drawHere(sheet, [t('portfolio.pdf.title')], TYPE.title));
  sheet.space(2);
  const { clients, withSites } = totals;
  const sentences = [
    t('portfolio.pdf.counts', { date: input.date(header.asOf), clients, read: files.read }),
    // How many of a kind there are may point at one of them: those who get this paper need no more than the size.
    ...(withSites > 0 && !input.anonymous ? [t('portfolio.pdf.withSites', { n: withSites })] : []),
    ...(files.aside > 0 && !input.anonymous ? [t('portfolio.pdf.aside', { n: files.aside })] : []),
    ...(files.failed > 0 && !input.anonymous ? [t('portfolio.pdf.failed', { n: files.failed })] : []),
  ];
  paragraph(sheet, joinSentences(sentences, lang), TYPE.lead);
  sheet.space(10);
  notice(sheet, t(input.anonymous ? 'portfolio.pdf.anonymous' : 'portfolio.pdf.notGraded'), TYPE.body);
}

/** Legal dates first, then whom to visit next, the reason beside each. */
export function visitsPart(sheet: Sheet, input: PortfolioInput): void {
  legalDates(sheet, input);
  visitTable(sheet, input);
}

/** The turns below repeat them: the first page is to show whom to visit as well. */
const MOST_DATES = 12;

function legalDates(sheet: Sheet, input: PortfolioInput): void {
  const { words, texts, visits, standings } = input;
  const { t } = words;
  heading(sheet, t('portfolio.pdf.legal.title'), 60);
  // Clients with legal dates have the first turns: all of them are among those named here.
  const dates = visits
    .flatMap(({ client }) => client.legal.map((legal) => ({ client, ...legal })))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  if (dates.length === 0) {
    paragraph(sheet, t('portfolio.pdf.legal.none'), TYPE.body);
    return;
  }
  paragraph(sheet, t('portfolio.pdf.legal.lead', { n: standings.totals.legal }), TYPE.note);
  sheet.space(4);
  table(
    sheet,
    [
      { title: t('portfolio.pdf.legal.due'), width: 94 },
      { title: t('portfolio.pdf.client'), width: 160 },
      { title: t('portfolio.pdf.legal.task'), width: BODY_WIDTH - 254 },
    ],
    dates
      .slice(0, MOST_DATES)
      .map(({ due, client, task }) =>
        row(
          cell(input.date(due), TYPE.tableBold),
          cell(input.name(client)),
          cell(legalTaskTitle({ id: task }, texts)),
        ),
      ),
  );
  const rest = dates.length - MOST_DATES;
  if (rest > 0) paragraph(sheet, t('portfolio.pdf.legal.more', { n: rest }), TYPE.note);
}

/** So many are told all their reasons; after them only the one that decides the turn. */
const TOLD_ALL = 40;

function visitTable(sheet: Sheet, input: PortfolioInput): void {
  const { words, visits, standings } = input;
  const { t } = words;
  heading(sheet, t('portfolio.pdf.visits.title'), 120);
  paragraph(sheet, t('portfolio.pdf.visits.lead'), TYPE.note);
  sheet.space(4);
  table(
    sheet,
    [
      { title: t('portfolio.pdf.visits.turn'), width: 36, align: 'right' },
      { title: t('portfolio.pdf.client'), width: 176 },
      { title: t('portfolio.pdf.visits.reason'), width: BODY_WIDTH - 212 },
    ],
    visits.map((visit) => visitRow(visit, input)),
  );
  if (visits.length > TOLD_ALL) paragraph(sheet, t('portfolio.pdf.visits.short', { n: TOLD_ALL }), TYPE.note);
  const rest = standings.queue.length - visits.length;
  if (rest > 0) paragraph(sheet, t('portfolio.pdf.visits.more', { n: rest }), TYPE.note);
}

function visitRow({ turn, client, reasons }: Visit, input: PortfolioInput) {
  const told = turn <= TOLD_ALL ? reasons : reasons.slice(0, 1);
  return row(
    cell(String(turn), TYPE.tableBold),
    clientCell(client, input, turn <= TOLD_ALL),
    cell(reasonText(told, input)),
  );
}

function clientCell(client: Client, input: PortfolioInput, withFacts: boolean): Cell {
  const { t, lang } = input.words;
  const facts = [
    ...(client.industry === null ? [] : [client.industry]),
    ...(client.employees === null ? [] : [t('portfolio.pdf.people', { n: client.employees })]),
    ...(client.date === null ? [] : [t('portfolio.pdf.answersOf', { date: input.date(client.date) })]),
  ];
  return {
    pieces: [
      { text: input.name(client), style: TYPE.tableBold },
      { text: withFacts ? facts.join(lang === 'ja' ? '・' : ', ') : '', style: TYPE.note },
    ],
  };
}
