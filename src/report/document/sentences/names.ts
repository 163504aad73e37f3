import type { ActionTexts, ItemTexts } from '../../../model/catalog-texts.ts';
import type { ReportInput } from '../input.ts';

/** What questions, actions, roles and technologies are called in the document, alone and in rows. */
export function namesIn({ assessment, catalog, texts, words, answers, hide }: ReportInput) {
  const { t } = words;
  const technologies = hide?.includes('technologies') === true ? [] : answers.technologies;
  const item = (id: string): ItemTexts | null => texts.items[id] ?? null;
  const itemTitle = (id: string): string => item(id)?.title ?? id;
  const join = (parts: readonly string[]): string => parts.join(t('pdf.join'));
  const titles = (ids: readonly string[], most: number): string => {
    const shown = join(ids.slice(0, most).map(itemTitle));
    return ids.length > most ? t('pdf.andMore', { shown, n: ids.length - most }) : shown;
  };
  return {
    join,
    item,
    action: (id: string | null): ActionTexts | null => (id === null ? null : (texts.actions[id] ?? null)),
    role: (id: string): string => texts.roles[id]?.title ?? id,
    itemTitle,
    question: (id: string): string => item(id)?.question ?? id,
    askRole: (id: string): string => catalog.items.find((i) => i.id === id)?.askRole ?? '',
    factQuestion: (id: string): string => texts.facts[id]?.question ?? id,
    /** What a fact can be, each behind a box to tick; a line to write on where it is a number. */
    factBoxes: (id: string): string => {
      const values = Object.values(texts.facts[id]?.values ?? {});
      if (values.length === 0) return t('pdf.ask.number');
      return [...values, t('report.state.unknown')].map((value) => `☐${value}`).join('　');
    },
    titles,
    titlesByList: titlesByList({ assessment, texts, words }, titles),
    /** For the names of technologies; empty where a copy for others hides them. */
    technologies,
    technologyName: (id: string): string => {
      const name = technologies.find((technology) => technology.id === id)?.name ?? null;
      return name === null ? t('report.legal.title', { id }) : t('pdf.president.named', { id, name });
    },
  };
}

type Titles = (ids: readonly string[], most: number) => string;

/** Titles of items; where the company's gaps come from several lists, each list is named before its own. */
function titlesByList(
  { assessment, texts, words: { t } }: Pick<ReportInput, 'assessment' | 'texts' | 'words'>,
  titles: Titles,
): Titles {
  const listOf = new Map(assessment.items.map((result) => [result.id, result.checklist]));
  const listed = new Set(assessment.gaps.map((gap) => listOf.get(gap.item)));
  return (ids, most) => {
    if (listed.size < 2) return titles(ids, most);
    const lists = [...new Set(ids.map((id) => listOf.get(id) ?? ''))];
    return lists
      .map((list) => {
        const own = ids.filter((id) => (listOf.get(id) ?? '') === list);
        return t('pdf.ofList', {
          list: texts.checklists[list]?.title ?? list,
          titles: titles(own, Math.max(1, Math.floor(most / lists.length))),
        });
      })
      .join(t('pdf.listBreak'));
  };
}
