import type { Words } from '../../words/messages.ts';
import { visibleLine } from '../../words/visible.ts';
import { describeFinding } from '../finding.ts';
import type { Chapter } from './chapter.ts';
import { chaptersOf } from './chapters.ts';
import type { DiffInput } from './input.ts';
import { type Ledger, ledgerOf, signedWhole } from './ledger.ts';
import { isUnchanged, openingOf, withoutPoints } from './opening.ts';

/** What changed and why, to be pasted into a mail or a pull request: everything, nothing cut short. */
export function diffMarkdown(input: DiffInput): string {
  const { words, comparison, texts } = input;
  const { company, sides, comparability } = openingOf(input);
  const title = [words.t('diff.title'), company].filter((part) => part !== null).join(' — ');
  const warnings = comparison.diagnostics.map(
    (finding) => `> ⚠ ${plain(describeFinding(finding, texts, words))}`,
  );
  return `${[
    `# ${plain(title)}`,
    [sides, comparability].join('  \n'),
    ...(warnings.length === 0 ? [] : [warnings.join('\n>\n')]),
    ...(isUnchanged(input)
      ? [words.t('diff.nothing')]
      : [...points(input), ...chaptersOf(input).map(chapter)]),
    `*${words.t('report.disclaimer')}*`,
  ].join('\n\n')}\n`;
}

function points(input: DiffInput): readonly string[] {
  const { words } = input;
  const instead = withoutPoints(input);
  const ledger = ledgerOf(input);
  if (instead === null && ledger === null) return [];
  const title = `## ${words.t('diff.points')}`;
  return ledger === null
    ? [title, instead ?? '']
    : [title, table(ledger, words), ...(ledger.scope === null ? [] : [ledger.scope])];
}

function table({ before, rows, after }: Ledger, words: Words): string {
  const line = (label: string, low: string, high: string): string => `| ${label} | ${low} | ${high} |`;
  return [
    line('', words.t('diff.low'), words.t('diff.high')),
    '|---|---:|---:|',
    line(words.t('diff.before'), String(before.low), String(before.high)),
    ...rows.map(({ label, by }) => line(label, signedWhole(by.low), signedWhole(by.high))),
    line(`**${words.t('diff.after')}**`, `**${after.low}**`, `**${after.high}**`),
  ].join('\n');
}

function chapter({ title, lead, rows }: Chapter): string {
  const lines = rows.map(
    ({ text, note }) => `- ${plain(text)}${note === null ? '' : `  \n  ${plain(note)}`}`,
  );
  return [
    `## ${title}`,
    ...(lead === null ? [] : [lead]),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ].join('\n\n');
}

/** Free text of the answer files is text here too: no markup, no link, no picture, no line of its own. */
const plain = (text: string): string =>
  visibleLine(text).replace(/[\\`*_[\]<>|#~!&]/g, (mark) => `\\${mark}`);
