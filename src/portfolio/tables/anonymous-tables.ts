import type { KeyBelow } from '../../words/messages.ts';
import { jsonText } from '../../words/visible.ts';
import type { RowsHeader } from '../rows/rows-header.ts';
import { missingShares } from '../rows/shard.ts';
import { type AnonymousTotals, anonymousTotals } from './anonymous.ts';
import { type PhraseInput, sizeLabel } from './client-sentences.ts';
import { BOM, csvLine } from './csv.ts';
import { PORTFOLIO_VERSION } from './json.ts';
import { BANDS, TALLIED, type Totals } from './totals.ts';
import { REASONS } from './visits.ts';

/** summary.json without a row of any client; a count that would point at one is `null`. */
export function anonymousJson(header: RowsHeader, totals: Totals): string {
  const { tool, asOf, editions, shares } = header;
  const head = {
    wazamoriPortfolio: PORTFOLIO_VERSION,
    tool: { name: 'wazamori', version: tool },
    asOf,
    editions,
    anonymous: true,
    totals: anonymousTotals(totals),
    ...(shares === undefined ? {} : { missing: missingShares(shares) }),
  };
  return `${jsonText(head, 1)}\n`;
}

export const anonymousHead = ({ words }: Pick<PhraseInput, 'words'>): string =>
  csvLine((['kind', 'label', 'count'] as const).map((column) => words.t(`portfolio.column.${column}`)));

/** summary.csv without a row of any client: one count a line. */
export function anonymousCsv(totals: Totals, input: PhraseInput): string {
  const { t } = input.words;
  const shown = anonymousTotals(totals);
  const lines = cellsOf(shown, input).map(([kind, label, n]) => [
    t(`portfolio.kind.${kind}`),
    label,
    n ?? t('portfolio.few'),
  ]);
  return `${BOM}${anonymousHead(input)}${lines.map(csvLine).join('')}`;
}

type Cell = readonly [kind: KeyBelow<'portfolio.kind'>, label: string, n: number | null];

function cellsOf(shown: AnonymousTotals, { texts, words }: PhraseInput): readonly Cell[] {
  const { t } = words;
  const bands = shown.bands.flatMap(({ from, sure, possible }, i): readonly Cell[] => {
    const label = t('portfolio.pdf.bands.band', { from, to: (BANDS[i + 1] ?? 101) - 1 });
    return [
      ['sure', label, sure],
      ['possible', label, possible],
    ];
  });
  return [
    ['all', t('portfolio.kind.all'), shown.clients],
    ...REASONS.map((code): Cell => ['reason', t(`portfolio.why.${code}`), shown.reasons[code] ?? null]),
    ...bands,
    ['noNumber', t('portfolio.pdf.bands.noNumber'), shown.noNumber],
    ...shown.industries.map(
      ({ industry, n }): Cell => ['industry', industry ?? t('portfolio.pdf.others'), n],
    ),
    ...shown.sizes.map(
      ({ upTo, n }, i): Cell => ['size', sizeLabel(upTo, shown.sizes[i - 1]?.upTo ?? 0, words), n],
    ),
    ...(shown.change?.courses ?? []).map(
      ({ course, n }): Cell => ['change', t(`portfolio.course.${course}`), n],
    ),
    ...(shown.change?.closed ?? []).map(
      ({ item, n }): Cell => ['closed', texts.items[item]?.title ?? item, n],
    ),
    ...shown.items.flatMap(({ item, tally }) =>
      TALLIED.map(
        (state): Cell => [
          'item',
          t('portfolio.kind.answer', {
            item: texts.items[item]?.title ?? item,
            state: t(`report.state.${state}`),
          }),
          tally[state] ?? null,
        ],
      ),
    ),
  ];
}
