import type { Pair } from '../../press/blocks/pair.ts';
import type { MarkName } from '../../press/canvas/marks.ts';
import type { Cell, Column, Row } from '../../press/tables/rows.ts';
import type { Words } from '../../words/messages.ts';
import { visible } from '../../words/visible.ts';
import { reportDocument } from '../document/build.ts';
import type { ReportInput } from '../document/input.ts';
import type { Block, Card, PresidentPage, ReportDocument } from '../document/model.ts';
import { stepsAsTable } from '../document/steps-table.ts';

/** The action plan as Markdown, for a mail, a ticket or a wiki. Figures are told in words. */
export const renderMarkdown = (input: ReportInput): string => markdownOf(reportDocument(input), input.words);

/** Any document as Markdown. */
export function markdownOf(document: ReportDocument, words: Words): string {
  const secret = words.t('pdf.secret');
  const page = document.president;
  return tidy([
    // By this the program knows a file of its own, and no other is ever overwritten.
    '<!-- wazamori report -->',
    `# ${plain(document.title)}`,
    `**${secret}**`,
    ...(page === null ? [] : presidentBlocks(page)),
    ...document.parts.flatMap(({ title, lead, blocks }) => [
      `## ${plain(title)}`,
      plain(lead),
      ...blocks.map(blockText),
    ]),
  ]);
}

const tidy = (paragraphs: readonly string[]): string =>
  `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;

function presidentBlocks(page: PresidentPage): readonly string[] {
  const { steps, starts, gist, standing, help, approval } = page;
  return [
    page.facts.map(plain).join('　'),
    ...(page.warning === null ? [] : [`> ${plain(page.warning)}`]),
    `## ${plain(steps.title)}`,
    steps.rows.length === 0 ? plain(steps.none) : blockText(stepsAsTable(steps)),
    ...starts.lines.map(plain),
    ...(gist === null ? [] : [`## ${plain(gist.title)}`, ...gist.lines.map(({ whole }) => plain(whole))]),
    `## ${plain(standing.title)}`,
    plain(standing.counts),
    plain(standing.range),
    ...(help.desks.length === 0 ? [] : [`## ${plain(help.title)}`]),
    help.desks
      .map((desk) => `- ${[desk.name, desk.what, ...desk.contacts].map(plain).join('　')}`)
      .join('\n'),
    `## ${plain(approval.title)}`,
    `| ${approval.boxes.map(plain).join(' | ')} |\n|${approval.boxes.map(() => ' --- |').join('')}\n|${approval.boxes.map(() => '  |').join('')}`,
    plain(approval.means),
    ...page.fine.map(plain),
  ];
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${plain(block.title)}`;
    case 'text':
      return block.tone === 'strong' ? `**${plain(block.text)}**` : plain(block.text);
    case 'notice':
      return `> **${plain(block.text)}**`;
    case 'list':
      return block.texts.map((text) => `- ${plain(text)}`).join('\n');
    case 'pairs':
      return block.pairs.map(pairText).join('\n');
    case 'table':
      return tableText(block.columns, block.rows);
    case 'card':
      return cardText(block);
    case 'figure':
      return block.figure.told.map((line) => `- ${plain(line)}`).join('\n');
    case 'sheet':
      return '';
  }
}

function cardText({ number, title, tag, framed, pairs }: Card): string {
  return [
    `### ${number === null ? '' : `${number}. `}${plain(title)}`,
    ...(tag === null ? [] : [plain(tag)]),
    framed.map((line) => `> **${plain(line)}**`).join('\n>\n'),
    pairs.map(pairText).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function pairText({ label, texts, style }: Pair): string {
  const bullet = { plain: '', strong: '', numbered: '1. ', boxes: '- [ ] ' }[style];
  if (texts.length === 1 && bullet === '') return `- **${plain(label)}** ${plain(texts[0] ?? '')}`;
  return [`- **${plain(label)}**`, ...texts.map((text) => `  ${bullet || '- '}${plain(text)}`)].join('\n');
}

function tableText(columns: readonly Column[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => cellText(title))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) =>
      row.kind === 'group'
        ? line([`**${cellText(row.title)}**`, ...columns.slice(1).map(() => '')])
        : line(row.cells.map(cellOf)),
    ),
  ].join('\n');
}

const SIGN: Readonly<Record<MarkName, string>> = {
  circle: '○',
  triangle: '△',
  cross: '×',
  question: '？',
  dash: '–',
  slash: '／',
  tick: '✔',
  box: '☐',
  boxHalf: '◩',
  boxDone: '☑',
  boxCrossed: '☒',
};

function cellOf({ pieces, mark }: Cell): string {
  const said = pieces
    .filter(({ text }) => text !== '')
    .map(({ text, tone }) => (tone === 'strong' ? `**${cellText(text)}**` : cellText(text)))
    .join('<br>');
  return [...(mark === undefined ? [] : [SIGN[mark]]), said].join(' ').trim();
}

const cellText = (text: string): string => plain(text).replaceAll('|', '\\|').replaceAll('\\\n', '<br>');

/** Text that says nothing to Markdown but itself. */
function plain(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>]/g, '\\$&')
    .replace(/^([^\S\n]*)([#+-]|\d+\.)(\s)/gm, '$1\\$2$3')
    .replaceAll('\n', '\\\n');
}
