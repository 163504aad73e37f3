import { radarFigure } from '../figures/radar.ts';
import { routesFigure } from '../figures/routes.ts';
import { stripsFigure } from '../figures/strips.ts';
import type { ReportInput } from '../input.ts';
import { type Block, figure, heading, type Part, text } from '../model.ts';
import type { Phrases } from '../phrases.ts';

/** Where each field and each leak route stands, at a glance. */
export function overviewPart(input: ReportInput, phrases: Phrases): Part | null {
  const { t } = phrases;
  const part = (title: string, note: string, drawn: readonly Block[]): readonly Block[] =>
    drawn.length === 0 ? [] : [heading(t(title)), text(t(note), 'note'), ...drawn];
  const blocks = [
    ...part('pdf.sections.title', 'pdf.sections.note', figure(stripsFigure(input, phrases))),
    ...part('pdf.routes.title', 'pdf.routes.note', figure(routesFigure(input, phrases))),
    ...part('pdf.radar.title', 'pdf.radar.note', figure(radarFigure(input, phrases))),
  ];
  if (blocks.length === 0) return null;
  return {
    ...{ id: 'overview', title: t('pdf.overview.title'), lead: t('pdf.overview.lead') },
    ...{ freshSheet: false, blocks },
  };
}
