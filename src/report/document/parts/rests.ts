import type { ItemState } from '../../../model/assessment.ts';
import type { Confidence } from '../../../model/catalog.ts';
import { joinSentences } from '../../../words/messages.ts';
import type { ReportInput } from '../input.ts';
import { type Part, text } from '../model.ts';
import { USUAL_PAGES } from '../pages.ts';
import type { Sentences } from '../sentences.ts';

const UNASKED: ReadonlySet<ItemState> = new Set<ItemState>(['notAsked', 'outOfScope', 'notApplicable']);
const CONFIDENCES: readonly Confidence[] = ['official', 'secondary', 'inferred'];

/** What the plan rests on, in five lines on its last page: whoever has this page alone knows how far to trust it. */
export function restsPart(input: ReportInput, sentences: Sentences): Part {
  const { t } = sentences;
  return {
    id: 'rests',
    title: t('pdf.rests.title'),
    lead: '',
    freshSheet: false,
    small: true,
    blocks: [
      t('report.editions', { editions: sentences.editions() }),
      sourcesLine(input, sentences),
      leftOutLine(input, sentences),
      madeLine(input, sentences),
      t((input.pages ?? USUAL_PAGES) === 'full' ? 'pdf.rests.isFull' : 'pdf.rests.whereFull'),
    ].map((line) => text(line, 'small')),
  };
}

function sourcesLine({ assessment, catalog }: ReportInput, { t, join }: Sentences): string {
  const asked = assessment.items.filter(({ state }) => !UNASKED.has(state));
  const shares = CONFIDENCES.map((confidence) =>
    t('pdf.rests.share', {
      confidence: t(`report.confidence.${confidence}`),
      n: asked.filter((item) => item.confidence === confidence).length,
    }),
  );
  const ids = new Set(asked.map(({ id }) => id));
  const official = catalog.items.filter(
    ({ id, sources }) => ids.has(id) && sources.some(({ confidence }) => confidence === 'official'),
  );
  return t('pdf.rests.confidence', { n: asked.length, shares: join(shares), official: official.length });
}

function leftOutLine({ assessment, words, hide = [] }: ReportInput, { t, join }: Sentences): string {
  const { outOfScope, notApplicable, notAsked } = assessment.score.coverage;
  const hidden = hide.map((what) => t(`pdf.hidden.${what}`));
  const said = hidden.length === 0 ? '' : t('pdf.hidden.said', { what: join(hidden) });
  return joinSentences([t('pdf.rests.leftOut', { outOfScope, notApplicable, notAsked }), said], words.lang);
}

function madeLine({ assessment, words }: ReportInput, { t, date }: Sentences): string {
  const { source, tool, asOf } = assessment;
  const sha = source === null ? t('pdf.origin.noFile') : t('pdf.origin.sha', { sha: source.sha256 });
  const made = t('pdf.origin.made', { version: tool.version, date: date(asOf) });
  return joinSentences([made, sha], words.lang);
}
