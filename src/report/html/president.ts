import { countStrip, fillState, rangeBar, STATES } from '../document/figures/charts.ts';
import { type Figure, inWords, type PointList, type PresidentPage } from '../document/model.ts';
import { lines } from './blocks.ts';
import { escaped } from './escape.ts';
import { figureHtml } from './figure.ts';
import { createSvgCanvas } from './svg.ts';

/** What a president reads first and signs. */
export function presidentHtml(page: PresidentPage, company: string): string {
  const warning = page.warning === null ? '' : `<p class="notice">${lines(page.warning)}</p>`;
  return `<section class="president" aria-labelledby="president"><p class="eyebrow">${lines(page.eyebrow)}</p><h1 id="president">${lines(page.title)}</h1><p class="company">${lines(company)}</p><p class="note">${page.facts.map(lines).join('　')}</p>${warning}${legalHtml(page)}${standingHtml(page)}<div class="columns">${pointsHtml(page.dangers)}${pointsHtml(page.toAsk)}</div>${movesHtml(page)}${helpHtml(page)}${approvalHtml(page)}${page.fine.map((line) => `<p class="fine">${lines(line)}</p>`).join('')}</section>`;
}

const block = (title: string, content: string): string =>
  `<div class="block"><h2>${lines(title)}</h2>${content}</div>`;

function legalHtml({ legal }: PresidentPage): string {
  if (legal === null) return '';
  return block(
    legal.title,
    `<p class="strong">${lines(legal.verdicts)}</p><p class="note">${lines(legal.lead)}</p>`,
  );
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

function pointsHtml({ title, none, points }: PointList): string {
  if (points.length === 0) return block(title, `<p>${lines(none)}</p>`);
  const items = points.map(
    ({ text, note }) =>
      `<li>${lines(text)}${note === null ? '' : `<br><span class="note">${lines(note)}</span>`}</li>`,
  );
  return block(title, `<ol>${items.join('')}</ol>`);
}

function movesHtml({ moves }: PresidentPage): string {
  if (moves.moves.length === 0) return block(moves.title, `<p>${lines(moves.none)}</p>`);
  const items = moves.moves.map(
    ({ title, basis, who, much }) =>
      `<li><div class="move"><div><p class="strong">${lines(title)}</p><p class="note">${lines(basis)}</p></div><div><p class="strong">${lines(who)}</p><p class="note">${lines(much)}</p></div></div></li>`,
  );
  return block(moves.title, `<ol class="moves">${items.join('')}</ol>`);
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
