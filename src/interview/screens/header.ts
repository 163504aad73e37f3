import type { Item } from '../../model/catalog.ts';
import type { Talk } from '../talk.ts';
import type { Session } from '../way/flow.ts';
import { progressOf } from '../way/progress.ts';

/** Where the person is, how far, how long still, and that nothing is lost: the first line of every screen. */
export function headerOf(talk: Talk, session: Session, key: string, item: Item | null): string {
  const { words, catalog } = talk;
  const { number, total, remaining } = progressOf(catalog, talk.file.read(), session, key);
  const place =
    item === null
      ? words.t('interview.header.scope', { number, total })
      : words.t(`interview.header.${key.startsWith('evidence:') ? 'evidence' : 'item'}`, {
          section: sectionTitle(talk, item),
          number,
          total,
        });
  return [place, words.t('interview.header.left', { minutes: talk.pace.minutesLeft(remaining) })].join('  ');
}

export function sectionTitle(
  { texts }: Pick<Talk, 'texts'>,
  item: Pick<Item, 'checklist' | 'section'>,
): string {
  return texts.checklists[item.checklist]?.sections[item.section] ?? item.section;
}
