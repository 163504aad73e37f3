import { factValues } from '../../../core/facts.ts';
import { dealsWithChina } from '../../../core/help.ts';
import type { Technology } from '../../../model/answers.ts';
import type { Verdict } from '../../../model/assessment.ts';
import { type LegalCard, legalCards, legalNotes } from '../../legal.ts';
import {
  bullets,
  drawHere,
  heading,
  type LabelledText,
  labelled,
  labelledHeight,
  notice,
  paragraph,
  partTitle,
} from '../blocks.ts';
import type { Sheet } from '../canvas/page.ts';
import type { PdfInput } from '../input.ts';
import type { Phrases } from '../phrases.ts';
import { COLOR, TYPE } from '../tokens.ts';

/** The verdict on each technology, before the plan; nothing where no technology is listed. */
export function legalPages(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  const { assessment, answers, catalog, texts, words } = input;
  const { t } = phrases;
  const cards = legalCards({ assessment, texts, words, technologies: answers.technologies });
  if (cards.length === 0) return;
  const notes = legalNotes(
    { assessment, texts, words, technologies: [] },
    catalog.determination?.entrance ?? '',
  );
  partTitle(sheet, t('pdf.legal.title'), t('pdf.legal.lead'));
  notice(sheet, notes.warning);
  if (dealsWithChina(answers, factValues(catalog, answers))) notice(sheet, t('pdf.legal.keepInJapan'));
  cards.forEach((card, i) => {
    const verdict = assessment.verdicts[i];
    const technology = answers.technologies.find(({ id }) => id === card.technology);
    if (verdict !== undefined) cardBlock(sheet, input, phrases, card, verdict, technology);
  });
  const { title, url } = notes.entrance;
  sheet.space(10);
  for (const note of [notes.separate, notes.asOf]) paragraph(sheet, note, TYPE.note);
  paragraph(sheet, t('report.legal.entrance', { title, url: url ?? '' }), TYPE.noteInk);
  if (assessment.verdicts.every(({ outcome }) => outcome === 'not-subject')) return;
  heading(sheet, t('pdf.legal.preparation'), 60, false);
  paragraph(sheet, t('pdf.legal.preparationLead'), TYPE.note);
  sheet.space(4);
  bullets(sheet, texts.determination?.preparation ?? []);
}

/** Two lines of one size in one frame, then what they rest on. */
function cardBlock(
  sheet: Sheet,
  input: PdfInput,
  phrases: Phrases,
  card: LegalCard,
  verdict: Verdict,
  technology: Technology | undefined,
): void {
  const pairs = pairsOf(input, phrases, card, verdict, technology);
  const lines = [card.report, card.licence].map((line) =>
    sheet.pen.lines(line, sheet.width - 28, TYPE.leadBold),
  );
  const frame = lines.flat().length * TYPE.leadBold.leading + 16;
  const whole = frame + labelledHeight(sheet, pairs, sheet.width) + 8;
  // A card stands on one page where it can; a longer one at least begins with its lines and its reason.
  heading(sheet, card.title, whole < 240 ? whole : frame + 60);
  const top = sheet.y();
  sheet.tags.artifact(() => {
    sheet.pen.fill(sheet.left, top, sheet.width, frame, COLOR.wash);
    sheet.pen.box(sheet.left, top, sheet.width, frame, { width: 0.8, color: COLOR.accent });
  });
  sheet.moveTo(top + 8);
  for (const line of lines) sheet.tags.leaf('P', () => drawHere(sheet, line, TYPE.leadBold, sheet.left + 14));
  sheet.moveTo(top + frame + 6);
  labelled(sheet, pairs, sheet.left, sheet.width);
}

function pairsOf(
  { catalog, texts }: PdfInput,
  { t }: Phrases,
  card: LegalCard,
  verdict: Verdict,
  technology: Technology | undefined,
): readonly LabelledText[] {
  const rule = catalog.determination?.rules.find(({ id }) => id === verdict.rule);
  const families = (technology?.family ?? []).flatMap((id) => texts.determination?.families[id] ?? []);
  const pair = (key: string, parts: readonly string[]): readonly LabelledText[] =>
    parts.length === 0 ? [] : [{ label: t(`pdf.legal.${key}`), text: parts.join('\n') }];
  return [
    ...pair('reason', [card.reason]),
    ...pair('caution', card.flags).map((entry) => ({ ...entry, style: TYPE.tableBold })),
    ...pair('dates', card.dates),
    ...pair(
      'missing',
      card.missing.map(({ label, settle }) => t('pdf.legal.settle', { label, settle })),
    ),
    ...pair('basis', basisLines(verdict, technology, texts.determination?.fields ?? {}, t)),
    ...pair(
      'family',
      families.flatMap(({ name, unknown }) => [t('pdf.legal.settle', { label: name, settle: unknown })]),
    ),
    ...pair(
      'listControl',
      families.map(({ listControl }) => listControl),
    ),
    ...pair('confidence', rule === undefined ? [] : [t(`report.confidence.${rule.confidence}`)]),
  ];
}

/** What the answers record as the basis, in their own words. */
function basisLines(
  { basis }: Verdict,
  technology: Technology | undefined,
  fields: Readonly<Record<string, { readonly label: string }>>,
  t: Phrases['t'],
): readonly string[] {
  const written = new Map<string, unknown>(Object.entries(technology ?? {}));
  return basis.flatMap((field) => {
    const text = written.get(field);
    const label = fields[field]?.label ?? field;
    return typeof text === 'string' ? [t('pdf.legal.settle', { label, settle: text })] : [];
  });
}
