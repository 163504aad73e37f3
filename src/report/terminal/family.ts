import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Determination, Family } from '../../model/determination.ts';
import { showDate } from '../../words/dates.ts';
import type { KeyBelow, Words } from '../../words/messages.ts';
import { LABEL } from './explain.ts';
import { createPage, type Terminal } from './page.ts';

/** One family of technologies: words to notice it by, and what is not known of it. Never a definition. */
export function showFamily(
  family: Family,
  determination: Determination,
  texts: CatalogTexts,
  words: Words,
  terminal: Terminal,
): string {
  const prose = texts.determination?.families[family.id];
  const page = createPage(terminal);
  const row = (key: KeyBelow<'terminal'>, text: string): void =>
    page.row(words.t(`terminal.${key}`), text, LABEL);
  const sure = (confidence: KeyBelow<'report.confidence'>): string =>
    words.t(`report.confidence.${confidence}`);
  page.raw(`${terminal.paint.bold(prose?.name ?? family.id)}  ${terminal.paint.dim(family.id)}`);
  page.gap();
  if (prose !== undefined) {
    row('family.words', prose.words.join(words.lang === 'ja' ? '・' : ', '));
    if (prose.definition !== null) row('family.definition', prose.definition);
    row('family.unknown', prose.unknown);
    row('family.listControl', prose.listControl);
  }
  row(
    'family.from',
    words.t('terminal.family.fromLine', { date: showDate(family.effectiveFrom, words.lang) }),
  );
  row('family.notice', showDate(determination.asOf, words.lang));
  for (const [i, { doc, confidence }] of family.sources.entries()) {
    const locator = prose?.locators[i] ?? '';
    const title = texts.sources[doc]?.title ?? doc;
    row(
      'explain.source',
      words.t('terminal.explainVerdict.source', { title, locator, confidence: sure(confidence) }),
    );
  }
  const { name, words: noticed, definition } = family.confidence;
  const read = definition === 'unknown' ? words.t('terminal.family.notRead') : sure(definition);
  const args = { name: sure(name), words: sure(noticed), definition: read };
  row('explain.confidence', words.t('terminal.family.confidenceLine', args));
  page.gap();
  for (const note of [texts.determination?.warning ?? '', words.t('report.legal.separate')])
    page.text(note, { paint: terminal.paint.dim });
  return page.toString();
}
