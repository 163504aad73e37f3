import type { StateReason } from '../../../model/assessment.ts';
import { concerningLists } from '../../lists.ts';
import type { ReportInput } from '../input.ts';
import { type Block, cell, heading, type Part, row, text } from '../model.ts';
import type { Sentences } from '../sentences.ts';

/** Three kinds of "not here", each with its reason: answered 当てはまらない, left out or not asked, accepted. */
export function leftOutPart(input: ReportInput, sentences: Sentences): Part | null {
  const blocks = [
    ...notApplicable(input, sentences),
    ...unasked(input, sentences, 'outOfScope'),
    ...unasked(input, sentences, 'notAsked'),
    ...accepted(input, sentences),
  ];
  if (blocks.length === 0) return null;
  const { t } = sentences;
  return {
    id: 'left-out',
    title: t('pdf.leftOut.title'),
    lead: t('pdf.leftOut.lead'),
    freshSheet: true,
    blocks,
  };
}

function notApplicable({ assessment, answers }: ReportInput, sentences: Sentences): readonly Block[] {
  const { t, question } = sentences;
  const items = assessment.items.filter(({ state }) => state === 'notApplicable');
  if (items.length === 0) return [];
  const columns = [
    { title: t('pdf.answers.question'), width: 260 },
    { title: t('pdf.leftOut.reason'), width: 233 },
  ];
  const rows = items.map(({ id }) =>
    row(cell(question(id)), cell(answers.answers.get(id)?.reason ?? t('pdf.leftOut.noReason'))),
  );
  return [heading(t('pdf.leftOut.notApplicable')), { kind: 'table', columns, rows }];
}

/** Items nobody was asked, together by their reason. */
function unasked(
  input: ReportInput,
  sentences: Sentences,
  wanted: 'outOfScope' | 'notAsked',
): readonly Block[] {
  const { t, titles } = sentences;
  const concerning = new Set(concerningLists(input.assessment).map(({ id }) => id));
  const byReason = new Map<string, string[]>();
  for (const { state, reason, id, checklist } of input.assessment.items) {
    if (state !== wanted || !concerning.has(checklist)) continue;
    const why = reasonOf(reason, sentences);
    const ids = byReason.get(why) ?? [];
    ids.push(id);
    byReason.set(why, ids);
  }
  if (byReason.size === 0) return [];
  const columns = [
    { title: t('pdf.leftOut.reason'), width: 200 },
    { title: t('pdf.leftOut.items'), width: 293 },
  ];
  const rows = [...byReason].map(([why, ids]) =>
    row(
      {
        pieces: [
          { text: why, tone: 'body' },
          { text: t('pdf.leftOut.count', { n: ids.length }), tone: 'note' },
        ],
      },
      cell(titles(ids, ids.length)),
    ),
  );
  return [
    heading(t(`pdf.leftOut.${wanted}`)),
    text(t(`pdf.leftOut.${wanted}Lead`)),
    { kind: 'table', columns, rows },
  ];
}

const reasonOf = (reason: StateReason | null, sentences: Sentences): string =>
  reason === null ? sentences.t('pdf.leftOut.unknown') : begun(sentences.reason(reason));

/** A reason that stands alone begins like a sentence. */
const begun = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1);

function accepted({ assessment }: ReportInput, sentences: Sentences): readonly Block[] {
  const { t, date, gapSentence } = sentences;
  if (assessment.accepted.length === 0) return [];
  const columns = [
    { title: t('pdf.accepted.gap'), width: 180 },
    { title: t('pdf.accepted.reason'), width: 153 },
    { title: t('pdf.accepted.until'), width: 90 },
    { title: t('pdf.accepted.by'), width: 70 },
  ];
  const rows = assessment.accepted.map((entry) =>
    row(
      cell(gapSentence(entry.item)),
      cell(entry.reason),
      {
        pieces: [
          { text: date(entry.until), tone: 'body' },
          ...(entry.expired ? [{ text: t('pdf.accepted.expired'), tone: 'strong' as const }] : []),
        ],
      },
      cell(entry.by),
    ),
  );
  return [heading(t('pdf.accepted.title')), text(t('pdf.accepted.lead')), { kind: 'table', columns, rows }];
}
