import { factValues } from '../../../core/facts.ts';
import { dealsWithChina } from '../../../core/help.ts';
import type { Technology } from '../../../model/answers.ts';
import type { Verdict } from '../../../model/assessment.ts';
import type { Pair } from '../../../press/blocks/pair.ts';
import type { Column } from '../../../press/tables/rows.ts';
import type { KeyBelow } from '../../../words/messages.ts';
import { type LegalCard, legalCards, legalNotes } from '../../legal.ts';
import type { ReportInput } from '../input.ts';
import { type Block, type Card, cell, heading, notice, type Part, pair, row, text } from '../model.ts';
import type { Sentences } from '../sentences.ts';

/** The short set has a card for each of so many technologies, and a table of more. */
const MOST_CARDS = { quick: 1, full: 3, evidence: 3 } as const;
/** And of so many it tells the dates, which the plan has as well. */
const MOST_DATED = 4;

/** The verdict on each technology, before the plan; nothing where no technology is listed. */
export function legalPart(input: ReportInput, sentences: Sentences, short: boolean): Part | null {
  const { assessment, answers, catalog, texts, words } = input;
  const { t } = sentences;
  const cards = legalCards({ assessment, texts, words, technologies: sentences.technologies });
  if (cards.length === 0) return null;
  const entrance = catalog.determination?.entrance ?? '';
  const notes = legalNotes({ assessment, texts, words, technologies: [] }, entrance);
  const { title, url } = notes.entrance;
  const china = dealsWithChina(answers, factValues(catalog, answers));
  return {
    id: 'legal',
    title: t('pdf.legal.title'),
    lead: t('pdf.legal.lead'),
    freshSheet: false,
    blocks: [
      notice(notes.warning),
      ...(china ? [notice(t('pdf.legal.keepInJapan'))] : []),
      ...(short && cards.length > MOST_CARDS[assessment.depth]
        ? [verdictTable(input.lean === true ? alike(cards, sentences) : cards, sentences)]
        : cards.flatMap((card, i) => {
            const verdict = assessment.verdicts[i];
            return verdict === undefined ? [] : [cardOf(input, sentences, card, verdict, short)];
          })),
      text(notes.separate, 'note'),
      text(notes.asOf, 'note'),
      text(t('report.legal.entrance', { title, url: url ?? '' }), 'small'),
      ...(short ? [] : preparation(input, sentences)),
    ],
  };
}

/** Both lines of each technology, side by side: neither makes the other look settled. */
function verdictTable(cards: readonly LegalCard[], { t }: Sentences): Block {
  const columns: readonly Column[] = [
    { title: t('pdf.legal.technology'), width: 150 },
    { title: t('pdf.legal.verdict'), width: 150 },
    { title: t('pdf.legal.licence'), width: 193 },
  ];
  const rows = cards.map(({ title, report, licence, dates }) =>
    row(
      cell(title, 'strong'),
      {
        pieces: [
          { text: report, tone: 'body' },
          ...(cards.length > MOST_DATED ? [] : dates).map((date) => ({ text: date, tone: 'note' as const })),
        ],
      },
      cell(licence),
    ),
  );
  return { kind: 'table', columns, rows };
}

/** Technologies of which the same is said, by their ids in one row: however many there are, it is a handful of rows. */
function alike(cards: readonly LegalCard[], { t }: Sentences): readonly LegalCard[] {
  const bySaid = new Map<string, LegalCard[]>();
  for (const card of cards) {
    const said = JSON.stringify([card.report, card.licence]);
    bySaid.set(said, [...(bySaid.get(said) ?? []), card]);
  }
  return [...bySaid.values()].flatMap((same) => {
    const [first] = same;
    const id = same.map(({ technology }) => technology).join(t('pdf.dot'));
    return first === undefined ? [] : [{ ...first, title: t('report.legal.title', { id }), dates: [] }];
  });
}

function preparation({ assessment, texts }: ReportInput, { t }: Sentences): readonly Block[] {
  if (assessment.verdicts.every(({ outcome }) => outcome === 'not-subject')) return [];
  return [
    heading(t('pdf.legal.preparation'), false),
    text(t('pdf.legal.preparationLead'), 'note'),
    { kind: 'list', texts: texts.determination?.preparation ?? [] },
  ];
}

/** Two lines of one size in one frame, then what they rest on. */
function cardOf(
  input: ReportInput,
  sentences: Sentences,
  card: LegalCard,
  verdict: Verdict,
  short: boolean,
): Card {
  const technology = input.answers.technologies.find(({ id }) => id === card.technology);
  return {
    kind: 'card',
    number: null,
    title: card.title,
    tag: null,
    bookmark: true,
    goesOn: sentences.t('pdf.goesOn', { title: card.title }),
    framed: [card.report, card.licence],
    pairs: [
      ...toldPairs(sentences, card, short && input.assessment.depth === 'quick'),
      ...(short ? [] : groundPairs(input, sentences, verdict, technology)),
    ],
  };
}

/** What to do about it, and why; after ten questions what is missing is named without how to settle it. */
function toldPairs({ t, join }: Sentences, card: LegalCard, quick: boolean): readonly Pair[] {
  const label = (key: KeyBelow<'pdf.legal'>): string => t(`pdf.legal.${key}`);
  return [
    ...pair(label('reason'), card.reason),
    ...pair(label('caution'), card.flags, 'strong'),
    ...pair(label('dates'), card.dates),
    ...pair(
      label('missing'),
      quick
        ? join(card.missing.map((field) => field.label))
        : card.missing.map((field) => t('pdf.legal.settle', { ...field })),
    ),
  ];
}

/** What it rests on. */
function groundPairs(
  { catalog, texts, hide }: ReportInput,
  { t }: Sentences,
  verdict: Verdict,
  technology: Technology | undefined,
): readonly Pair[] {
  const rule = catalog.determination?.rules.find(({ id }) => id === verdict.rule);
  const families = (technology?.family ?? []).flatMap((id) => texts.determination?.families[id] ?? []);
  const label = (key: KeyBelow<'pdf.legal'>): string => t(`pdf.legal.${key}`);
  const settle = (of: string, how: string): string => t('pdf.legal.settle', { label: of, settle: how });
  const basis =
    hide?.includes('notes') === true
      ? []
      : basisLines(verdict, technology, texts.determination?.fields ?? {}, t);
  return [
    ...pair(label('basis'), basis),
    ...pair(
      label('family'),
      families.map(({ name, unknown }) => settle(name, unknown)),
    ),
    ...pair(
      label('listControl'),
      families.map(({ listControl }) => listControl),
    ),
    ...pair(label('confidence'), rule === undefined ? null : t(`report.confidence.${rule.confidence}`)),
  ];
}

/** What the answers record as the basis, in their own words. */
function basisLines(
  { basis }: Verdict,
  technology: Technology | undefined,
  fields: Readonly<Record<string, { readonly label: string }>>,
  t: Sentences['t'],
): readonly string[] {
  const written = new Map<string, unknown>(Object.entries(technology ?? {}));
  return basis.flatMap((field) => {
    const content = written.get(field);
    const label = fields[field]?.label ?? field;
    return typeof content === 'string' ? [t('pdf.legal.settle', { label, settle: content })] : [];
  });
}
