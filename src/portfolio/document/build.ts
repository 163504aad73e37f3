import type { Part, ReportDocument } from '../../report/document/model.ts';
import { aboutPart } from './about.ts';
import { allClientsPart } from './all-clients.ts';
import { anonymousChanges, changesPart } from './changes.ts';
import { stripsPart } from './client-strips.ts';
import type { PortfolioInput } from './input.ts';
import { leftOutPart, unreadPart } from './unread.ts';
import { visitsPart } from './visits.ts';

/**
 * The portfolio as content: whom to visit next and why, then what holds for all, then one row of strips a client. Set
 * on paper like the report of a single client.
 */
export function portfolioDocument(input: PortfolioInput): ReportDocument {
  const { words } = input;
  return {
    title: words.t('portfolio.pdf.title'),
    lang: words.lang,
    // Nobody's company: the author of these pages is whoever runs the tool, and it does not know them.
    company: 'wazamori',
    president: null,
    parts: partsOf(input),
  };
}

function partsOf(input: PortfolioInput): readonly Part[] {
  const { anonymous, header, standings } = input;
  const first = [visitsPart(input), allClientsPart(input)];
  if (anonymous) return [...first, ...(header.since ? [anonymousChanges(input)] : []), aboutPart(input)];
  const leftOut = leftOutPart(input);
  return [
    ...first,
    ...(header.since ? [changesPart(input)] : []),
    ...stripsPart(input),
    ...(standings.files.failed > 0 ? [unreadPart(input)] : []),
    ...(leftOut === null ? [] : [leftOut]),
    aboutPart(input),
  ];
}
