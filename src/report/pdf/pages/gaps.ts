import type { AskEntry, Gap } from '../../../model/assessment.ts';
import type { ItemTexts } from '../../../model/catalog.ts';
import {
  drawHere,
  heading,
  type LabelledText,
  labelled,
  labelledHeight,
  notice,
  paragraph,
  partTitle,
  subheading,
} from '../blocks.ts';
import type { Sheet } from '../canvas/page.ts';
import { countStrip, fillState, STATES } from '../charts.ts';
import type { PdfInput } from '../input.ts';
import type { Phrases } from '../phrases.ts';
import { cell, row, table } from '../table.ts';
import { BODY_HEIGHT, COLOR, TYPE } from '../tokens.ts';

/** Where each field stands, every open gap with its first step, and whom to ask what. */
export function gapPages(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  const { t } = phrases;
  const { gaps, askList } = input.assessment;
  partTitle(sheet, t('pdf.gaps.title'), t('pdf.gaps.lead', { n: gaps.length }));
  sectionFigure(sheet, input, phrases);
  if (gaps.length === 0) notice(sheet, t('pdf.gaps.none'));
  else {
    heading(sheet, t('pdf.gaps.list'), 150);
    const firstOf = new Map<string, number>();
    gaps.forEach((gap, i) => {
      card(sheet, input, phrases, gap, i + 1, firstOf.get(gap.action) ?? null);
      if (!firstOf.has(gap.action)) firstOf.set(gap.action, i + 1);
    });
  }
  if (askList.length > 0) askPages(sheet, askList, phrases);
}

const STRIP = { label: 178, row: 19, legend: 20 } as const;

/** One strip of answers for each field of each list. */
function sectionFigure(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  const { pen, tags, left, width } = sheet;
  const sections = input.assessment.checklists.flatMap((list) =>
    list.sections
      .filter(({ score }) => score.coverage.asked > 0)
      .map(({ id, score }) => ({
        title: input.texts.checklists[list.id]?.sections[id] ?? id,
        coverage: score.coverage,
      })),
  );
  if (sections.length === 0) return;
  heading(sheet, phrases.t('pdf.sections.title'), STRIP.legend + sections.length * STRIP.row);
  const top = sheet.y();
  const height = STRIP.legend + sections.length * STRIP.row;
  const ink = (): void => {
    let x = left + STRIP.label;
    for (const state of STATES) {
      fillState(pen, state, { x, y: top + 3, width: 10, height: 7 });
      const label = phrases.t(`report.state.${state}`);
      pen.text(label, x + 14, top, TYPE.noteInk);
      x += 14 + pen.width(label, TYPE.noteInk) + 14;
    }
    sections.forEach(({ title, coverage }, i) => {
      const y = top + STRIP.legend + i * STRIP.row;
      pen.text(pen.lines(title, STRIP.label - 10, TYPE.table)[0] ?? '', left, y, TYPE.table);
      countStrip(
        pen,
        coverage,
        { x: left + STRIP.label, y: y + 1, width: width - STRIP.label, height: 12 },
        true,
      );
    });
  };
  const alt = sections
    .map(({ title, coverage }) =>
      [title, ...STATES.map((state) => `${phrases.t(`report.state.${state}`)} ${coverage[state]}`)].join(' '),
    )
    .join(phrases.t('pdf.stop'));
  tags.leaf('Figure', ink, { alt, bbox: [left, top, left + width, top + height], placement: 'Block' });
  sheet.moveTo(top + height);
}

const NUMBER = 30;

/** One gap: the sentence, why it matters, the first step and all a person needs to take it. */
function card(
  sheet: Sheet,
  input: PdfInput,
  phrases: Phrases,
  gap: Gap,
  n: number,
  sameAs: number | null,
): void {
  const { pen, tags, left, width } = sheet;
  const x = left + NUMBER;
  const inner = width - NUMBER;
  const title = pen.lines(phrases.gapSentence(gap.item), inner, TYPE.bodyBold);
  const pairs = pairsOf(input, phrases, gap, sameAs);
  const tag = tagLine(input, phrases, gap);
  const height =
    title.length * TYPE.bodyBold.leading + TYPE.note.leading + 3 + labelledHeight(sheet, pairs, inner) + 14;
  sheet.keep(Math.min(height, BODY_HEIGHT));
  const top = sheet.y();
  tags.artifact(() => pen.line(left, top, left + width, top, { width: 0.4, color: COLOR.rule }));
  sheet.moveTo(top + 6);
  tags.within('Sect', () => {
    tags.leaf('H3', () => {
      pen.text(String(n), left, top + 6, { ...TYPE.heading, leading: TYPE.bodyBold.leading });
      drawHere(sheet, title, TYPE.bodyBold, x);
    });
    tags.leaf('P', () => drawHere(sheet, [tag], TYPE.note, x));
    sheet.moveTo(sheet.y() + 3);
    labelled(sheet, pairs, x, inner);
  });
  sheet.moveTo(sheet.y() + 8);
}

function tagLine(input: PdfInput, { t }: Phrases, gap: Gap): string {
  const result = input.assessment.items.find(({ id }) => id === gap.item);
  if (result === undefined) return '';
  const section = input.texts.checklists[result.checklist]?.sections[result.section] ?? result.section;
  return [
    section,
    t(`report.severity.${result.severity}`),
    t('pdf.gaps.answer', { state: t(`report.state.${result.state}`) }),
  ].join(t('pdf.dot'));
}

/** What belongs to the action is told with the first of the gaps it closes. */
function pairsOf(
  input: PdfInput,
  phrases: Phrases,
  gap: Gap,
  sameAs: number | null,
): readonly LabelledText[] {
  const { t, askRole } = phrases;
  const texts: ItemTexts | null = phrases.item(gap.item);
  const item = input.catalog.items.find(({ id }) => id === gap.item);
  const pair = (key: string, text: string | null | undefined): readonly LabelledText[] =>
    text === null || text === undefined || text === '' ? [] : [{ label: t(`pdf.gaps.${key}`), text }];
  const ask = gap.conditional ? t('pdf.gaps.askFirst', { role: askRole(gap.item) }) : null;
  const own = phrases.action(gap.action);
  const first = sameAs === null ? own : null;
  const cautions = new Set([texts?.caution, first?.caution].filter((text) => typeof text === 'string'));
  return [
    ...pair('why', texts?.why),
    ...pair('ask', ask),
    ...(sameAs === null
      ? [{ label: t('pdf.gaps.firstStep'), text: own?.firstStep ?? gap.action, style: TYPE.tableBold }]
      : pair('firstStep', t('pdf.gaps.sameStep', { n: sameAs }))),
    ...pair('action', first === null ? null : actionLine(input, phrases, gap.action)),
    ...pair('evidence', texts?.evidence),
    ...pair('caution', [...cautions].join('\n')),
    ...pair('expert', item === undefined ? null : phrases.expert(item.expert)),
    ...pair('practice', first === null ? null : phrases.practice(gap.action)),
    ...pair('help', first === null ? null : helpLines(phrases, gap.action)),
  ];
}

const helpLines = (phrases: Phrases, action: string): string =>
  phrases
    .helpers([action])
    .slice(0, 2)
    .map((entry) => [entry.name, ...phrases.contacts(entry).slice(0, 1)].join('　'))
    .join('\n');

/** Which action the step begins, and when the plan has it done. */
function actionLine({ assessment }: PdfInput, phrases: Phrases, action: string): string {
  const title = phrases.action(action)?.title ?? action;
  const task = assessment.plan.waves
    .flatMap((wave) => wave.tasks)
    .find((candidate) => candidate.kind === 'action' && candidate.action === action);
  if (task === undefined) return title;
  return phrases.t('pdf.gaps.actionWhen', {
    action: title,
    role: phrases.role(task.role),
    date: phrases.date(task.due),
    effort: phrases.effort(task.effort),
  });
}

/** Questions to hand out, a sheet for each role, with boxes to tick. */
function askPages(sheet: Sheet, askList: readonly AskEntry[], phrases: Phrases): void {
  const { t, role, item, factQuestion } = phrases;
  // Handed out: nothing about the company's gaps may stand on the same sheet.
  sheet.newPage();
  heading(sheet, t('pdf.ask.title'), 150);
  paragraph(sheet, t('pdf.ask.lead'), TYPE.body);
  sheet.space(6);
  notice(sheet, t('ask.opening'));
  const boxes = (['yes', 'partial', 'no', 'unknown'] as const).map((state) => {
    const title = t(`report.state.${state}`);
    return { title, width: Math.max(38, sheet.pen.width(title, TYPE.label) + 12) };
  });
  const boxesWidth = boxes.reduce((sum, { width }) => sum + width, 0);
  const columns = [{ title: t('pdf.ask.question'), width: sheet.width - boxesWidth }, ...boxes];
  for (const entry of askList) {
    subheading(
      sheet,
      t('pdf.ask.role', { role: role(entry.role), n: entry.items.length + entry.facts.length }),
      90,
    );
    const facts = entry.facts.map((id) => {
      const choices = { text: phrases.factChoices(id), style: TYPE.note };
      return row(
        { pieces: [{ text: factQuestion(id), style: TYPE.tableBold }, choices] },
        ...boxes.map(() => cell('')),
      );
    });
    const items = entry.items.map((id) =>
      row(
        {
          pieces: [
            { text: item(id)?.question ?? id, style: TYPE.tableBold },
            { text: item(id)?.yesMeans ?? '', style: TYPE.note },
          ],
        },
        ...boxes.map(() => ({ pieces: [], mark: 'box' as const })),
      ),
    );
    table(sheet, columns, [...facts, ...items]);
    sheet.space(6);
  }
}
