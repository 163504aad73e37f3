import type { Diagnostic } from '../../model/finding.ts';
import { showDate } from '../../words/dates.ts';
import { displayWidth, padColumns } from '../../words/width.ts';
import { describeFinding } from '../finding.ts';
import { countsLine, rangeLine, standingTitle } from '../headline.ts';
import { concerningLists } from '../lists.ts';
import { ownLine } from '../own.ts';
import { legal } from './legal.ts';
import { dangers, lawFirst, moves } from './moves.ts';
import { createPage, type Page } from './page.ts';
import { readiness } from './readiness.ts';
import { legend, strip } from './strip.ts';
import type { SummaryInput } from './summary-input.ts';

/** Where the company stands and what comes next, on one screen. */
export function summary(input: SummaryInput): string {
  const { assessment, words, terminal } = input;
  const page = createPage(terminal);
  title(page, input);
  legal(page, input, input.technologies ?? []);
  standing(page, input);
  lawFirst(page, input);
  dangers(page, input);
  toAsk(page, input);
  moves(page, input);
  sections(page, input);
  readiness(page, input);
  diagnostics(page, input);
  next(page, input);
  page.gap();
  page.text(words.t('report.disclaimer'), { paint: terminal.paint.dim });
  const editions = concerningLists(assessment).map(
    ({ id }) => `${input.texts.checklists[id]?.title ?? id} ${assessment.editions[id] ?? ''}`,
  );
  page.text(words.t('report.editions', { editions }), { paint: terminal.paint.dim });
  const { ownChecklists } = assessment;
  if (ownChecklists !== null) page.text(ownLine(ownChecklists, words));
  return page.toString();
}

function title(page: Page, { assessment, words, terminal }: SummaryInput): void {
  const { name, site } = assessment.company;
  const where = site === null ? '' : words.lang === 'ja' ? `（${site}）` : ` (${site})`;
  const left = name === null ? '' : `${terminal.paint.bold(name)}${where}`;
  const { asOf, answersAsOf } = assessment;
  const dates = [
    showDate(asOf, words.lang),
    ...(answersAsOf === null || answersAsOf === asOf
      ? []
      : [words.t('report.answersAsOf', { date: showDate(answersAsOf, words.lang) })]),
  ];
  page.raw([left, ...dates.map((date) => terminal.paint.dim(date))].filter((part) => part !== '').join('  '));
}

function standing(page: Page, { assessment, catalog, words, terminal }: SummaryInput): void {
  const { coverage } = assessment.score;
  page.heading(standingTitle(assessment, words));
  page.raw(strip(coverage, Math.min(60, terminal.columns - 4), terminal));
  page.text(countsLine(coverage, words));
  page.text(rangeLine(assessment, catalog.weights, words));
  if (coverage.notAsked > 0)
    page.text(words.t('report.notAsked', { n: coverage.notAsked }), { paint: terminal.paint.dim });
}

function toAsk(page: Page, { assessment, catalog, texts, words }: SummaryInput): void {
  const { toAsk } = assessment.headline;
  const open = assessment.unknownFacts;
  if (toAsk.length + open.length === 0) return;
  page.heading(words.t('terminal.toAsk'));
  for (const id of [...open.slice(0, 3), ...toAsk]) {
    const role =
      catalog.items.find((i) => i.id === id)?.askRole ??
      catalog.facts.find((f) => f.id === id)?.askRole ??
      '';
    const own = assessment.askList.some((entry) => entry.role === role && entry.self);
    const who = own
      ? words.t('terminal.lookUp')
      : words.t('terminal.askWho', { role: texts.roles[role]?.title ?? role });
    const question = texts.items[id]?.question ?? texts.facts[id]?.question ?? id;
    page.text(`${question} — ${who}`, { mark: '-' });
  }
}

const SHORTEST_STRIP = 8;

function sections(page: Page, { assessment, texts, words, terminal }: SummaryInput): void {
  const rows = assessment.checklists.flatMap((list) =>
    list.sections
      .filter((section) => section.score.coverage.asked > 0)
      .map((section) => ({
        ...section,
        title: texts.checklists[list.id]?.sections[section.id] ?? section.id,
      })),
  );
  if (rows.length < 2) return;
  page.heading(words.t('terminal.sections'));
  const room = terminal.columns - SHORTEST_STRIP - 6;
  const label = Math.min(room, Math.max(...rows.map((row) => displayWidth(row.title))) + 2);
  for (const row of rows) {
    page.raw(
      `${padColumns(row.title, label - 2)}  ${strip(row.score.coverage, Math.max(SHORTEST_STRIP, Math.min(36, terminal.columns - label - 4)), terminal)}`,
    );
  }
  page.text(legend(words), { paint: terminal.paint.dim });
}

function diagnostics(page: Page, { assessment, texts, words, verbose }: SummaryInput): void {
  const shown = assessment.diagnostics.filter((d) => verbose || d.severity !== 'info');
  if (shown.length === 0) return;
  page.heading(words.t('terminal.diagnostics'));
  const most = verbose ? shown.length : 5;
  for (const finding of shown.slice(0, most))
    page.text(placed(finding, describeFinding(finding, texts, words)), { mark: '-' });
  if (shown.length > most) page.text(words.t('terminal.moreDiagnostics', { n: shown.length - most }));
}

/** The line of the answer a finding speaks of, for those who edit by hand. */
const placed = ({ location }: Diagnostic, text: string): string =>
  location === null ? text : `${location.line}:${location.column}  ${text}`;

function next(page: Page, { assessment, words, file, program }: SummaryInput): void {
  if (file === null) return;
  const shown = file;
  const { unanswered } = assessment.score.coverage;
  const commands: [string, string][] = [];
  if (unanswered > 0) commands.push([`${program} interview ${shown}`, words.t('terminal.nextInterview')]);
  else if (assessment.depth === 'quick')
    commands.push([`${program} interview ${shown} --depth full`, words.t('terminal.nextDeeper')]);
  commands.push([`${program} report ${shown}`, words.t('terminal.nextReport')]);
  commands.push([`${program} explain ${shown}`, words.t('terminal.nextExplain')]);
  page.heading(words.t('terminal.next'));
  const label = Math.max(...commands.map(([command]) => displayWidth(command))) + 3;
  for (const [command, what] of commands) page.raw(`${padColumns(command, label)}${what}`);
}
