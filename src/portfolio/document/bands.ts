import type { Canvas } from '../../press/canvas/canvas.ts';
import { COLOR, TYPE } from '../../press/look.ts';
import { type Figure, inWords } from '../../report/document/model.ts';
import { alone, anonymousTotals } from '../tables/anonymous.ts';
import { BANDS } from '../tables/totals.ts';
import type { PortfolioInput } from './input.ts';

const LABELS = 92;
const ROW = 19;
const BAR = 11;

interface Band {
  readonly label: string;
  readonly counts: string;
  /** `null` = 少数: nothing is drawn that could be measured. */
  readonly sure: number | null;
  readonly possible: number | null;
}

/** A band of points a row: clients that surely lie in it, filled; those that may, hatched behind. */
export function bandsFigure(input: PortfolioInput): Figure {
  const { t } = input.words;
  const bands = bandsOf(input);
  const { noNumber, clients } = input.standings.totals;
  const without = {
    label: t('portfolio.pdf.bands.noNumber'),
    counts: companies(input.anonymous ? alone(noNumber, clients) : noNumber, input),
  };
  const most = Math.max(1, ...bands.map(({ possible }) => possible ?? 0));
  return {
    ...inWords(
      [...bands, without].map(({ label, counts }) => `${label} ${counts}`),
      t('pdf.stop'),
    ),
    height: () => (bands.length + 1) * ROW,
    draw: (canvas, left, top, width) => {
      // The counts are as wide as the language makes them; what is left is for the bars.
      const words = Math.max(...bands.map(({ counts }) => canvas.width(counts, TYPE.noteInk)));
      const unit = (width - LABELS - words - 10) / most;
      [...bands, { ...without, sure: null, possible: null }].forEach(({ label, counts, ...band }, i) => {
        const y = top + i * ROW;
        canvas.text(label, left, y, TYPE.table);
        canvas.text(counts, left + width, y, TYPE.noteInk, 'right');
        if (i < bands.length) drawBar(canvas, band, left + LABELS, y + 2, unit);
      });
    },
  };
}

function drawBar(
  canvas: Canvas,
  { sure, possible }: Pick<Band, 'sure' | 'possible'>,
  x: number,
  y: number,
  unit: number,
): void {
  canvas.fill(x, y, 0.8, BAR, COLOR.rule);
  if (possible === null || possible === 0) return;
  canvas.fill(x, y, possible * unit, BAR, COLOR.tint);
  canvas.hatch(x, y, possible * unit, BAR, COLOR.middle);
  canvas.fill(x, y, (sure ?? 0) * unit, BAR, COLOR.accent);
}

function bandsOf(input: PortfolioInput): readonly Band[] {
  const { words, standings, anonymous } = input;
  const { bands } = anonymous ? anonymousTotals(standings.totals) : standings.totals;
  return bands.map(({ from, sure, possible }, i) => ({
    sure,
    possible,
    label: words.t('portfolio.pdf.bands.band', { from, to: (BANDS[i + 1] ?? 101) - 1 }),
    counts: words.t('portfolio.pdf.bands.counts', {
      sure: companies(sure, input),
      possible: companies(possible, input),
    }),
  }));
}

const companies = (n: number | null, { words }: PortfolioInput): string =>
  n === null ? words.t('portfolio.few') : words.t('portfolio.pdf.companies', { n });
