import type { Pair } from '../../press/blocks/pairs.ts';
import type { Cell, Column, Row } from '../../press/tables/rows.ts';
import type { Block, Card, Part } from '../document/model.ts';
import { escaped } from './escape.ts';
import { figureHtml, markHtml } from './figure.ts';

/** A part of the document as a section. */
export function partHtml({ id, title, lead, freshSheet, blocks }: Part): string {
  const headed = blocks.map((block, i) => blockHtml(block, captionOf(blocks.slice(0, i)) ?? title));
  return `<section class="part${freshSheet ? ' sheet' : ''}" aria-labelledby="${id}"><h2 id="${id}">${lines(title)}</h2>${lead === '' ? '' : `<p class="lead">${lines(lead)}</p>`}${headed.join('')}</section>`;
}

/** The heading a table stands under names it. */
function captionOf(before: readonly Block[]): string | null {
  const heading = before.findLast((block) => block.kind === 'heading');
  return heading?.kind === 'heading' ? heading.title : null;
}

function blockHtml(block: Block, caption: string): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${lines(block.title)}</h3>`;
    case 'text':
      return `<p class="${block.tone}">${lines(block.text)}</p>`;
    case 'notice':
      return `<p class="notice">${lines(block.text)}</p>`;
    case 'list':
      return `<ul>${block.texts.map((text) => `<li>${lines(text)}</li>`).join('')}</ul>`;
    case 'pairs':
      return pairsHtml(block.pairs);
    case 'table':
      return tableHtml(block.columns, block.rows, caption);
    case 'card':
      return cardHtml(block);
    case 'figure':
      return figureHtml(block.figure);
    case 'sheet':
      return '<div class="sheet"></div>';
  }
}

function cardHtml({ number, title, tag, framed, pairs }: Card): string {
  const count = number === null ? '' : `<span class="number">${lines(number)}</span> `;
  const said = tag === null ? '' : `<p class="small">${lines(tag)}</p>`;
  const frame =
    framed.length === 0
      ? ''
      : `<div class="frame">${framed.map((line) => `<p>${lines(line)}</p>`).join('')}</div>`;
  return `<article class="card"><h3>${count}${lines(title)}</h3>${said}${frame}${pairsHtml(pairs)}</article>`;
}

export const pairsHtml = (pairs: readonly Pair[]): string =>
  `<dl>${pairs.map((pair) => `<div><dt>${lines(pair.label)}</dt><dd>${pairTexts(pair)}</dd></div>`).join('')}</dl>`;

function pairTexts({ texts, style }: Pair): string {
  const items = texts.map((text) => `<li>${style === 'boxes' ? markHtml('box') : ''}${lines(text)}</li>`);
  if (style === 'numbered') return `<ol>${items.join('')}</ol>`;
  if (style === 'boxes') return `<ul class="boxes">${items.join('')}</ul>`;
  return texts.map((text) => `<p${style === 'strong' ? ' class="strong"' : ''}>${lines(text)}</p>`).join('');
}

/**
 * On a narrow screen rows become blocks with their labels. Blocks are no table to a screen reader any more, so each
 * element says what it is.
 */
export function tableHtml(columns: readonly Column[], rows: readonly Row[], caption: string): string {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const sizes = columns.map(({ width }) => `<col style="width:${((100 * width) / total).toFixed(1)}%">`);
  const head = columns.map(
    ({ title, align }) =>
      `<th role="columnheader" scope="col"${align === 'right' ? ' class="right"' : ''}>${lines(title)}</th>`,
  );
  const body = rows.map((row) => rowHtml(columns, row));
  return `<table role="table"><caption>${lines(caption)}</caption><colgroup>${sizes.join('')}</colgroup><thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead><tbody role="rowgroup">${body.join('')}</tbody></table>`;
}

function rowHtml(columns: readonly Column[], row: Row): string {
  if (row.kind === 'group') {
    return `<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="${columns.length}">${lines(row.title)}</th></tr>`;
  }
  const cells = columns.map((column, i) => cellHtml(column, row.cells[i] ?? { pieces: [] }, i === 0));
  return `<tr role="row">${cells.join('')}</tr>`;
}

function cellHtml({ title, align }: Column, { pieces, mark }: Cell, first: boolean): string {
  const said = pieces
    .filter(({ text }) => text !== '')
    .map(({ text, tone }) => `<p class="${tone}">${lines(text)}</p>`);
  const label = first ? '' : ` data-label="${escaped(title)}"`;
  const look = align === 'right' ? ' class="right"' : '';
  // A box to tick has no word of its own: its column names it.
  const drawn = mark === undefined ? '' : markHtml(mark);
  return `<td role="cell"${label}${look}>${drawn === '' ? '' : `<span class="marked">${drawn}</span>`}${said.join('')}</td>`;
}

const DATE =
  /\d{4}年\d{1,2}月\d{1,2}日(?:まで|に確認）)?|\b(?:by )?(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}\b/g;

/** Text with its line breaks; a date is never broken in two. */
export const lines = (text: string): string =>
  escaped(text).replaceAll('\n', '<br>').replace(DATE, '<span class="date">$&</span>');
