import { countStrip, fillState, rangeBar, STATES } from '../document/figures/charts.ts';
import { type Figure, inWords, type PresidentPage } from '../document/model.ts';
import { stepsAsTable } from '../document/steps-table.ts';
import { lines, tableHtml } from './blocks.ts';
import { escaped } from './escape.ts';
import { figureHtml } from './figure.ts';
import { createSvgCanvas } from './svg.ts';

/** What a president reads first and signs. */
export function presidentHtml(page: PresidentPage, company: string): string {
  const warning = page.warning === null ? '' : `<p class="notice">${lines(page.warning)}</p>`;
  return `<section class="president" aria-labelledby="president"><p class="eyebrow">${lines(page.eyebrow)}</p><h1 id="president">${lines(page.title)}</h1><p class="company">${lines(company)}</p><p class="note">${page.facts.map(lines).join('　')}</p>${warning}${stepsHtml(page)}${startsHtml(page)}${standingHtml(page)}${helpHtml(page)}${approvalHtml(page)}${page.fine.map((line) => `<p class="fine">${lines(line)}</p>`).join('')}</section>`;
}

const block = (title: string, content: string): string =>
  `<div class="block"><h2>${lines(title)}</h2>${content}</div>`;

function stepsHtml({ steps }: PresidentPage): string {
  const table = stepsAsTable(steps);
  const shown =
    steps.rows.length === 0
      ? `<p>${lines(steps.none)}</p>`
      : tableHtml(table.columns, table.rows, steps.title);
  return block(steps.title, shown);
}

function startsHtml({ starts, gist }: PresidentPage): string {
  const paragraphs = (texts: readonly string[]): string =>
    texts.map((text) => `<p>${lines(text)}</p>`).join('');
  const law = gist === null ? '' : block(gist.title, paragraphs(gist.lines.map(({ whole }) => whole)));
  return block(starts.title, paragraphs(starts.lines)) + law;
}

function standingHtml({ standing }: PresidentPage): string {
  const { title, counts, range, coverage, points, rangeLabel, states } = standing;
  const strip: Figure = {
    ...inWords([counts], ''),
    height: () => 22,
    draw: (canvas, left, top, width) =>
      countStrip(canvas, coverage, { x: left, y: top + 2, width, height: 18 }, true),
  };
  const bar: Figure = {
    ...inWords([range], ''),
    height: () => 26,
    draw: (canvas, left, top, width) => {
      if (points !== null)
        rangeBar(canvas, points.low, points.high, { x: left + 4, y: top + 3, width: width - 8, height: 9 });
    },
  };
  const legend = STATES.map((state) => `<li>${swatch(state)}${lines(states[state])} ${coverage[state]}</li>`);
  const figures =
    coverage.asked === 0
      ? ''
      : `${figureHtml(strip)}<ul class="legend">${legend.join('')}</ul>${points === null ? '' : `<p class="small">${lines(rangeLabel)}</p>${figureHtml(bar)}`}`;
  return block(title, `<p class="strong">${lines(counts)}</p><p>${lines(range)}</p>${figures}`);
}

function swatch(state: (typeof STATES)[number]): string {
  const { canvas, content } = createSvgCanvas();
  fillState(canvas, state, { x: 1, y: 1, width: 14, height: 9 });
  return `<svg class="swatch" viewBox="0 0 16 11" aria-hidden="true" focusable="false">${content()}</svg>`;
}

function helpHtml({ help }: PresidentPage): string {
  if (help.desks.length === 0) return '';
  const desks = help.desks.map(
    ({ name, what, contacts }) =>
      `<div><p class="strong">${lines(name)}</p><p class="note">${lines(what)}</p>${contacts.map((contact) => `<p class="small">${lines(contact)}</p>`).join('')}</div>`,
  );
  return block(help.title, `<div class="columns">${desks.join('')}</div>`);
}

/** Boxes for seals: they are for the printout. */
function approvalHtml({ approval }: PresidentPage): string {
  const boxes = approval.boxes.map(
    (name) => `<div><span>${lines(name)}</span><span class="fine">${lines(approval.date)}</span></div>`,
  );
  return `<div class="approval"><div><h2>${lines(approval.title)}</h2><p class="small">${lines(approval.means)}</p></div><div class="seals" role="img" aria-label="${escaped(approval.alt)}">${boxes.join('')}</div></div>`;
}
