import { wholePoints } from '../../../core/score/score.ts';
import type { Canvas, Point } from '../../../press/canvas/canvas.ts';
import { COLOR, TYPE } from '../../../press/look.ts';
import type { ReportInput } from '../input.ts';
import { type Figure, inWords } from '../model.ts';
import type { Sentences } from '../sentences.ts';

interface Axis {
  readonly title: string;
  readonly low: number;
  readonly high: number;
}

/** Below three axes there is no area to see; above twelve the names run into each other. */
const [FEWEST, MOST] = [3, 12];

/** The fields as a radar, for those who expect one: a band from the low to the high side, never a single line. */
export function radarFigure(input: ReportInput, sentences: Sentences): Figure | null {
  const axes = axesOf(input);
  if (axes.length < FEWEST || axes.length > MOST || sentences.rangeNow === null) return null;
  // The more fields, the closer their names come: each has as much of the rim.
  const radiusOf = (width: number): number => Math.min(Math.max(52, 6.4 * axes.length), width * 0.22);
  return {
    ...inWords(
      axes.map(({ title, low, high }) =>
        sentences.t(low === high ? 'pdf.radar.toldOne' : 'pdf.radar.told', { title, low, high }),
      ),
      sentences.t('pdf.stop'),
    ),
    height: (width) => 2 * radiusOf(width) + 62,
    draw: (canvas, left, top, width) => {
      const radius = radiusOf(width);
      drawRadar(canvas, { axes, x: left + width / 2, y: top + radius + 36, radius }, width);
    },
  };
}

function axesOf({ assessment, texts }: ReportInput): readonly Axis[] {
  const [list] = assessment.checklists.filter(({ score }) => (score?.coverage.asked ?? 0) > 0);
  return (list?.sections ?? []).flatMap(({ id, score }) =>
    score.low === null || score.high === null
      ? []
      : [
          {
            title: texts.checklists[list?.id ?? '']?.sections[id] ?? id,
            low: wholePoints(score.low),
            high: wholePoints(score.high),
          },
        ],
  );
}

interface Rim {
  readonly axes: readonly Axis[];
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Of the axis with this place: straight up, then clockwise. */
const angleOf = ({ axes }: Rim, i: number): number => (2 * Math.PI * i) / axes.length - Math.PI / 2;

function drawRadar(canvas: Canvas, rim: Rim, width: number): void {
  const { axes, x, y, radius } = rim;
  const at = (i: number, points: number): Point => [
    x + (Math.cos(angleOf(rim, i)) * radius * points) / 100,
    y + (Math.sin(angleOf(rim, i)) * radius * points) / 100,
  ];
  const outline = (of: (axis: Axis) => number): readonly Point[] => axes.map((axis, i) => at(i, of(axis)));
  const [high, low] = [outline((axis) => axis.high), outline((axis) => axis.low)];
  canvas.area(high, COLOR.tint);
  canvas.area(low, COLOR.middle);
  for (const ring of [25, 50, 75, 100]) {
    const points = outline(() => ring);
    canvas.shape(points, { width: 0.4, color: COLOR.rule });
  }
  axes.forEach((_, i) => {
    const [toX, toY] = at(i, 100);
    canvas.line(x, y, toX, toY, { width: 0.4, color: COLOR.rule });
  });
  canvas.shape(high, { width: 0.9, color: COLOR.accent, dash: 2 });
  canvas.shape(low, { width: 1.4, color: COLOR.accent });
  axes.forEach((axis, i) => {
    nameAxis(canvas, rim, axis, angleOf(rim, i), width);
  });
}

/** The field's name and its points outside the rim, in the room that is left to the edge of the paper. */
function nameAxis(canvas: Canvas, { x, y, radius }: Rim, axis: Axis, angle: number, width: number): void {
  const { title, low, high } = axis;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const align = Math.abs(cos) < 0.2 ? 'center' : cos > 0 ? 'left' : 'right';
  const room = align === 'center' ? width : width / 2 - radius * Math.abs(cos) - 10;
  const lines = canvas.lines(title, room, TYPE.noteInk).slice(0, 2);
  const tall = (lines.length + 1) * 11;
  const left = x + cos * (radius + 8);
  const top = y + sin * (radius + 10) - (sin < -0.9 ? tall : sin > 0.9 ? 0 : tall / 2);
  lines.forEach((line, k) => {
    canvas.text(line, left, top + k * 11, { ...TYPE.noteInk, leading: 11 }, align);
  });
  const shown = low === high ? String(low) : `${low}–${high}`;
  canvas.text(shown, left, top + lines.length * 11, TYPE.fine, align);
}
