import type { Assessment } from '../../model/assessment.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Words } from '../../words/messages.ts';
import { displayWidth, padColumns } from '../../words/width.ts';
import {
  READINESS_CLASSES,
  READINESS_COUNTS,
  type ReadinessList,
  readinessBenefits,
  readinessLists,
  readinessSteps,
} from '../readiness.ts';
import type { Page, Terminal } from './page.ts';

export interface ReadinessInput {
  readonly assessment: Assessment;
  readonly texts: CatalogTexts;
  readonly words: Words;
  readonly terminal: Terminal;
}

const MOST_MISSING = 5;

/** How far the company has come on each readiness list: counts, what is missing first, and how to go on. */
export function readiness(page: Page, input: ReadinessInput): void {
  const { assessment, texts, words, terminal } = input;
  const { t } = words;
  for (const list of readinessLists(assessment)) {
    page.heading(texts.checklists[list.id]?.title ?? list.id);
    counts(page, list, input);
    if (list.notAsked > 0) {
      page.text(t('report.readiness.notAsked', { n: list.notAsked }), { paint: terminal.paint.dim });
    }
    missing(page, list, input);
    for (const text of readinessBenefits(list.id, words)) page.text(text);
    readinessSteps(list.id, words).forEach((step, i) => {
      page.text(step, { mark: `${i + 1}.` });
    });
    page.text(t('report.readiness.noVerdict'));
  }
}

/** A table where it fits, else a line for each class. */
function counts(page: Page, { readiness: of }: ReadinessList, { words, terminal }: ReadinessInput): void {
  const { t } = words;
  const titles = READINESS_COUNTS.map((count) => t(`report.readiness.count.${count}`));
  const classes = READINESS_CLASSES.map((name) => ({
    of: of[name],
    title: t(`report.readiness.class.${name}`),
  }));
  const label = Math.max(...classes.map(({ title }) => displayWidth(title))) + 2;
  const widths = titles.map((title) => displayWidth(title) + 2);
  const line = (first: string, cells: readonly string[]): string =>
    padColumns(first, label) + cells.map((cell, i) => padLeft(cell, widths[i] ?? 0)).join('');
  if (label + widths.reduce((sum, width) => sum + width, 2) <= terminal.columns) {
    page.raw(terminal.paint.dim(line('', titles)));
    for (const { title, of } of classes) {
      page.raw(
        line(
          title,
          READINESS_COUNTS.map((count) => String(of[count])),
        ),
      );
    }
    return;
  }
  for (const { title, of } of classes) {
    const parts = READINESS_COUNTS.map(
      (count, i) => `${titles[i] ?? ''}${words.lang === 'ja' ? '' : ' '}${of[count]}`,
    );
    page.text(t('report.readiness.line', { class: title, parts }));
  }
}

const padLeft = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - displayWidth(text))) + text;

function missing(page: Page, list: ReadinessList, { texts, words }: ReadinessInput): void {
  const { t } = words;
  if (list.missing.length === 0) {
    page.text(t('report.readiness.nothingMissing'));
    return;
  }
  page.text(t('report.readiness.missing', { n: list.missing.length }));
  for (const { id, state } of list.missing.slice(0, MOST_MISSING)) {
    const args = { title: texts.items[id]?.title ?? id, state: t(`report.state.${state}`) };
    page.text(t('report.readiness.missingItem', args), { mark: '-' });
  }
  if (list.missing.length > MOST_MISSING) {
    page.text(t('report.readiness.moreMissing', { n: list.missing.length - MOST_MISSING }), { mark: '-' });
  }
}
