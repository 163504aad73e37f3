import type { Technology } from '../../model/answers.ts';
import { legalCards, legalNotes } from '../legal.ts';
import type { Page } from './page.ts';
import type { SummaryInput } from './summary-input.ts';

/** The verdicts, before any number: a score must not stand in front of a duty. Never in green. */
export function legal(
  page: Page,
  { assessment, catalog, texts, words, terminal }: SummaryInput,
  technologies: readonly Technology[],
): void {
  const input = { assessment, texts, words, technologies };
  const cards = legalCards(input);
  if (cards.length === 0) return;
  page.heading(words.t('report.legal.heading'));
  cards.forEach((card, i) => {
    if (i > 0) page.gap();
    page.text(card.title);
    page.text(card.report, { mark: '-', paint: terminal.paint.bold });
    page.text(card.licence, { mark: '-', paint: terminal.paint.bold });
    page.text(card.reason, { mark: ' ' });
    // What a rule rests on may be a summary of somebody's: a reading is shown with how sure it is.
    const rule = catalog.determination?.rules.find(({ id }) => id === assessment.verdicts[i]?.rule);
    if (rule !== undefined) {
      const confidence = words.t(`report.confidence.${rule.confidence}`);
      page.text(words.t('terminal.explainVerdict.confidence', { confidence }), {
        mark: ' ',
        paint: terminal.paint.dim,
      });
    }
    for (const line of [...card.flags, ...card.dates]) page.text(line, { mark: '  !' });
    if (card.missing.length > 0) {
      const missing = words.t('report.legal.missing', { fields: card.missing.map(({ label }) => label) });
      page.text(missing, { mark: ' ' });
    }
  });
  const notes = legalNotes(input, catalog.determination?.entrance ?? '');
  page.gap();
  for (const note of [notes.separate, notes.asOf, notes.warning])
    page.text(note, { paint: terminal.paint.dim });
  const { title, url } = notes.entrance;
  page.text(words.t('report.legal.entrance', { title, url: url ?? '' }), { paint: terminal.paint.dim });
}
