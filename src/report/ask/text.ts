import type { OwnChecklists } from '../../model/catalog.ts';
import type { Words } from '../../words/messages.ts';
import { ownLine } from '../own.ts';
import { createPage, type Terminal } from '../terminal/page.ts';
import type { AskSheet } from './sheets.ts';

/** The ask list on a terminal. */
export function askText(
  sheets: readonly AskSheet[],
  words: Words,
  terminal: Terminal,
  own: OwnChecklists | null,
): string {
  const page = createPage(terminal);
  if (sheets.length === 0) {
    page.text(words.t('ask.nothing'));
    return page.toString();
  }
  page.text(words.t('ask.opening'), { paint: terminal.paint.dim });
  for (const { role, self, questions } of sheets) {
    page.heading(words.t(self ? 'ask.roleSelf' : 'ask.role', { role, n: questions.length }));
    questions.forEach(({ id, sentence, yesMeans }, i) => {
      page.text(sentence, { mark: `${i + 1}.` });
      if (yesMeans !== null)
        page.text(words.t('ask.yesMeans', { text: yesMeans }), { mark: '  ', paint: terminal.paint.dim });
      page.text(id, { mark: '  ', paint: terminal.paint.dim });
    });
  }
  if (own !== null) {
    page.gap();
    page.text(ownLine(own, words));
  }
  return page.toString();
}
