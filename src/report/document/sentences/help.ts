import type { DirectoryEntry } from '../../../model/catalog-texts.ts';
import { showDate } from '../../../words/dates.ts';
import type { ReportInput } from '../input.ts';

/** Whom to turn to. */
export function helpIn({ assessment, texts, words }: ReportInput) {
  const desksOf = (ids: readonly string[]): readonly DirectoryEntry[] =>
    ids.flatMap((id) => texts.directory[id] ?? []);
  return {
    /** For these actions, in their order, each desk once. */
    helpers: (actionIds: readonly string[]): readonly DirectoryEntry[] => {
      const desks = new Map(assessment.help.map((entry) => [entry.action, entry.desks]));
      return desksOf([...new Set(actionIds.flatMap((id) => desks.get(id) ?? []))]);
    },
    headlineHelp: (): readonly DirectoryEntry[] => desksOf(assessment.headline.help),
    /** Only contacts checked against the official page are printed. */
    contacts: (entry: DirectoryEntry): readonly string[] =>
      entry.contacts.flatMap(({ kind, value, checkedOn }) =>
        checkedOn === null
          ? []
          : [words.t(`pdf.help.${kind}`, { value, date: showDate(checkedOn, words.lang) })],
      ),
  };
}
