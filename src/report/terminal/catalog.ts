import type { Catalog, CatalogTexts, Item } from '../../model/catalog.ts';
import type { Words } from '../../words/messages.ts';
import { itemTexts, practiceRow } from './explain.ts';
import { createPage, type Terminal } from './page.ts';

/** The questions of the checklists, section by section. */
export function listItems(
  items: readonly Item[],
  texts: CatalogTexts,
  words: Words,
  terminal: Terminal,
): string {
  const page = createPage(terminal);
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
    page.text(item.id, { mark: '  ', paint: terminal.paint.dim });
  }
  page.gap();
  page.text(words.t('cli.catalog.count', { n: items.length }), { paint: terminal.paint.dim });
  return page.toString();
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
  const row = (key: string, text: string): void => page.row(words.t(key), text, 14);
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
