import type { MessageKey } from '../../../words/messages.ts';
import { radarFigure } from '../figures/radar.ts';
import { routesFigure } from '../figures/routes.ts';
import { stripsFigure } from '../figures/strips.ts';
import type { ReportInput } from '../input.ts';
import { type Block, figure, heading, type Part, text } from '../model.ts';
import type { Sentences } from '../sentences.ts';

/** Where each field and each leak route stands, at a glance. */
export function overviewPart(input: ReportInput, sentences: Sentences): Part | null {
  const { t } = sentences;
  const part = (title: MessageKey, note: MessageKey, drawn: readonly Block[]): readonly Block[] =>
    drawn.length === 0 ? [] : [heading(t(title)), text(t(note), 'note'), ...drawn];
  const blocks = [
    ...part('pdf.sections.title', 'pdf.sections.note', figure(stripsFigure(input, sentences))),
    ...part('pdf.routes.title', 'pdf.routes.note', figure(routesFigure(input, sentences))),
    ...part('pdf.radar.title', 'pdf.radar.note', figure(radarFigure(input, sentences))),
  ];
  if (blocks.length === 0) return null;
  return {
    id: 'overview',
    title: t('pdf.overview.title'),
    lead: t('pdf.overview.lead'),
    freshSheet: false,
    blocks,
  };
}
