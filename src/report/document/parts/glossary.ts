import type { ReportInput } from '../input.ts';
import { type Block, heading, pair } from '../model.ts';
import type { Sentences } from '../sentences.ts';

/** Words of the trade the document may use, in plain words. */
const TERMS = [
  ...['trade-secret', 'nda', 'foreign-exchange-law', 'list-control', 'catch-all', 'classification'],
  ...['prior-report', 'tics', 'inpit', 'core-technology', 'evidence', 'person-day', 'band'],
] as const;

export function glossaryBlocks({ words }: ReportInput, { t }: Sentences): readonly Block[] {
  const terms = TERMS.filter((term) => words.has(`glossary.${term}.term`));
  return [
    heading(t('pdf.glossary.title')),
    {
      kind: 'pairs',
      pairs: terms.flatMap((term) => pair(t(`glossary.${term}.term`), t(`glossary.${term}.means`))),
    },
  ];
}
