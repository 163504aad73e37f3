import type { OwnChecklists } from '../../model/catalog.ts';
import type { Words } from '../../words/messages.ts';
import { ownLine } from '../own.ts';
import type { AskSheet } from './sheets.ts';

/** The ask list as Markdown, with boxes to tick: to be pasted into a mail or a ticket. */
export function askMarkdown(sheets: readonly AskSheet[], words: Words, own: OwnChecklists | null): string {
  if (sheets.length === 0) return `${words.t('ask.nothing')}\n`;
  const state = (name: 'yes' | 'partial' | 'no' | 'unknown') => words.t(`report.state.${name}`);
  const states = {
    yes: state('yes'),
    partial: state('partial'),
    no: state('no'),
    unknown: state('unknown'),
  };
  const made = own === null ? '' : `\n> ${ownLine(own, words)}\n`;
  const parts = sheets.map(({ role, self, questions }) => {
    const lines = questions.map(({ id, sentence, yesMeans }) => {
      const means = yesMeans === null ? '' : `\n  - ${words.t('ask.yesMeans', { text: yesMeans })}`;
      return `- ${sentence}${means}\n  - ${words.t('ask.boxes', { ...states, id })}`;
    });
    return `## ${words.t(self ? 'ask.roleSelf' : 'ask.role', { role, n: questions.length })}\n\n${lines.join('\n')}\n`;
  });
  return `# ${words.t('ask.title')}\n\n> ${words.t('ask.opening')}\n\n${parts.join('\n')}${made}`;
}
