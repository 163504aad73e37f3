import {
  READINESS_CLASSES,
  READINESS_COUNTS,
  type ReadinessList,
  readinessBenefits,
  readinessLists,
  readinessSteps,
} from '../../readiness.ts';
import { bullets, heading, notice, paragraph, partTitle } from '../blocks.ts';
import type { Sheet } from '../canvas/page.ts';
import type { PdfInput } from '../input.ts';
import type { Phrases } from '../phrases.ts';
import { type Column, cell, row, table } from '../table.ts';
import { TYPE } from '../tokens.ts';

/** How far the company has come on the readiness lists it wants; nothing for a company that wants none. */
export function readinessPages(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  for (const list of readinessLists(input.assessment)) {
    sheet.tags.within('Sect', () => listPages(sheet, list, input, phrases));
  }
}

function listPages(sheet: Sheet, list: ReadinessList, input: PdfInput, phrases: Phrases): void {
  const { t } = phrases;
  const { texts, words } = input;
  partTitle(sheet, texts.checklists[list.id]?.title ?? list.id, t('report.readiness.lead'));
  notice(sheet, t('report.readiness.noVerdict'));
  counts(sheet, list, phrases);
  if (list.notAsked > 0) paragraph(sheet, t('report.readiness.notAsked', { n: list.notAsked }), TYPE.note);
  missing(sheet, list, input, phrases);
  const steps = readinessSteps(list.id, words);
  const benefits = readinessBenefits(list.id, words);
  if (steps.length + benefits.length === 0) return;
  heading(sheet, t('report.readiness.next'), 80);
  for (const text of benefits) paragraph(sheet, text, TYPE.body);
  sheet.space(4);
  bullets(sheet, steps, TYPE.body);
}

const COUNT_WIDTH = 66;

function counts(sheet: Sheet, { readiness }: ReadinessList, { t }: Phrases): void {
  const columns: readonly Column[] = [
    { title: t('report.readiness.item'), width: sheet.width - COUNT_WIDTH * READINESS_COUNTS.length },
    ...READINESS_COUNTS.map((count) => ({
      title: t(`report.readiness.count.${count}`),
      width: COUNT_WIDTH,
      align: 'right' as const,
    })),
  ];
  const rows = READINESS_CLASSES.map((name) =>
    row(
      cell(t(`report.readiness.class.${name}`), TYPE.tableBold),
      ...READINESS_COUNTS.map((count) => cell(String(readiness[name][count]))),
    ),
  );
  sheet.space(6);
  table(sheet, columns, rows);
}

/** All that is missing: who prepares for an audit works through it line by line. */
function missing(sheet: Sheet, list: ReadinessList, input: PdfInput, phrases: Phrases): void {
  const { t } = phrases;
  const n = list.missing.length;
  heading(sheet, t(n === 0 ? 'report.readiness.nothingMissing' : 'report.readiness.missing', { n }), 90);
  const classes = new Map(input.catalog.items.map((item) => [item.id, item.readiness]));
  const columns: readonly Column[] = [
    { title: t('report.readiness.item'), width: 158 },
    { title: t('report.readiness.kind'), width: 96 },
    { title: t('pdf.answers.answer'), width: 74 },
    { title: t('pdf.gaps.action'), width: sheet.width - 158 - 96 - 74 },
  ];
  const rows = list.missing.map(({ id, state, action }) => {
    const name = classes.get(id) ?? 'assumed';
    return row(
      cell(phrases.itemTitle(id), TYPE.tableBold),
      cell(t(`report.readiness.class.${name}`)),
      cell(t(`report.state.${state}`)),
      cell(phrases.action(action)?.title ?? action),
    );
  });
  table(sheet, columns, rows);
}
