import type { Catalog, Item } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Family } from '../../model/determination.ts';
import type { MessageKey, Words } from '../../words/messages.ts';
import { itemTexts, LABEL, practiceRow } from './explain.ts';
import { createPage, type Page, type Terminal } from './page.ts';

/** What a list of the catalogue shows: questions, and the families of technologies of the list of verdicts. */
export interface Listed {
  readonly items: readonly Item[];
  readonly families: readonly Family[];
  /** The list the families stand in. */
  readonly familiesIn: string;
}

/** The questions of the checklists, section by section, and behind them the families of technologies. */
export function listEntries(listed: Listed, texts: CatalogTexts, words: Words, terminal: Terminal): string {
  const { items, families, familiesIn } = listed;
  const page = createPage(terminal);
  listItems(page, items, texts, words, terminal);
  if (families.length > 0) page.heading(texts.checklists[familiesIn]?.title ?? familiesIn);
  for (const { id } of families) {
    page.text(texts.determination?.families[id]?.name ?? id, { mark: '-' });
    page.text(id, { mark: ' ', paint: terminal.paint.dim });
  }
  page.gap();
  const counts = [
    ...(items.length === 0 ? [] : [words.t('cli.catalog.count', { n: items.length })]),
    ...(families.length === 0 ? [] : [words.t('cli.catalog.families', { n: families.length })]),
  ];
  for (const count of counts) page.text(count, { paint: terminal.paint.dim });
  return page.toString();
}

function listItems(
  page: Page,
  items: readonly Item[],
  texts: CatalogTexts,
  words: Words,
  terminal: Terminal,
): void {
  let section = '';
  for (const item of items) {
    const key = `${item.checklist}/${item.section}`;
    if (key !== section) {
      const list = texts.checklists[item.checklist];
      const name = list?.sections[item.section] ?? item.section;
      page.heading(
        words.t('terminal.catalogItem.heading', { list: list?.title ?? item.checklist, section: name }),
      );
      section = key;
    }
    page.text(texts.items[item.id]?.question ?? item.id, { mark: '-' });
    page.text(item.id, { mark: ' ', paint: terminal.paint.dim });
  }
}

/** One question with everything about it that holds for every company. */
export function showItem(
  item: Item,
  catalog: Catalog,
  texts: CatalogTexts,
  words: Words,
  terminal: Terminal,
): string {
  const page = createPage(terminal);
  itemTexts(page, item, texts, words, terminal);
  const row = (key: MessageKey, text: string): void => page.row(words.t(key), text, LABEL);
  row(
    'terminal.catalogItem.section',
    texts.checklists[item.checklist]?.sections[item.section] ?? item.section,
  );
  row('terminal.explain.weight', words.t(`report.severity.${item.severity}`));
  row('terminal.catalogItem.depth', words.t(`report.depth.${item.depth}`));
  row('terminal.catalogItem.notApplicable', words.t(`terminal.catalogItem.${item.notApplicable}`));
  row('terminal.explain.action', texts.actions[item.action]?.title ?? item.action);
  practiceRow(page, item, catalog, texts, words);
  return page.toString();
}
