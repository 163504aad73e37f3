import type { Coverage } from '../../model/assessment.ts';
import type { Words } from '../../words/messages.ts';
import { COUNTED } from '../headline.ts';
import type { Terminal } from './page.ts';

type Counted = (typeof COUNTED)[number];

// Told apart by shape first, so that a strip reads the same without colour, on paper and to colour-blind eyes.
const GLYPHS: Readonly<Record<Counted, string>> = {
  yes: '█',
  partial: '▓',
  no: '░',
  unknown: '?',
  unanswered: '.',
  notApplicable: '-',
};

/** Two glyphs a question, or a share of one where there are many, in the order of {@link COUNTED}. */
export function strip(coverage: Coverage, columns: number, { paint }: Terminal): string {
  const scale = Math.min(2, columns / Math.max(1, coverage.asked));
  return COUNTED.map((state) => {
    const n = coverage[state];
    const length = n === 0 ? 0 : Math.max(1, Math.round(n * scale));
    return colour(state, paint)(GLYPHS[state].repeat(length));
  }).join('');
}

/** Without colours: it is wrapped like any sentence, and a colour code must not be cut. */
export function legend(words: Words): string {
  return words.t('terminal.legend', GLYPHS);
}

function colour(state: Counted, paint: Terminal['paint']): (s: string) => string {
  switch (state) {
    case 'yes':
      return paint.cyan;
    case 'partial':
      return paint.blue;
    case 'no':
      return paint.yellow;
    default:
      return paint.dim;
  }
}
