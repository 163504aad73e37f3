import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Words } from '../../words/messages.ts';
import type { ReadView } from '../face.ts';

/**
 * What to do when something may just have leaked. Only contacts that were checked against the official page are
 * printed: a wrong number costs more than none on such a day.
 */
export function emergencyScreen({ emergency, directory }: CatalogTexts, words: Words): ReadView {
  const contacts = emergency.contacts.flatMap((id) => {
    const entry = directory[id];
    if (entry === undefined) return [];
    const checked = entry.contacts
      .filter((contact) => contact.checkedOn !== null)
      .map((contact) => contact.value);
    if (checked.length === 0) return [words.t('interview.emergency.unchecked', { name: entry.name })];
    const line = words.t('interview.emergency.contact', { name: entry.name, contacts: checked.join('  ') });
    return entry.caution === null ? [line] : [line, `  ${entry.caution}`];
  });
  return {
    title: emergency.title,
    body: [
      emergency.lead,
      '',
      ...emergency.steps.flatMap(({ title, detail }, index) => [
        words.t('interview.emergency.step', { number: index + 1, title }),
        detail,
      ]),
      '',
      ...contacts,
      ...(emergency.after === '' ? [] : ['', emergency.after]),
    ],
  };
}
