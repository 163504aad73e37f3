import type { Column } from '../../../press/tables/rows.ts';
import {
  READINESS_CLASSES,
  READINESS_COUNTS,
  type ReadinessList,
  readinessBenefits,
  readinessLists,
  readinessSteps,
} from '../../readiness.ts';
import type { ReportInput } from '../input.ts';
import { type Block, cell, heading, notice, type Part, row, text } from '../model.ts';
import type { Sentences } from '../sentences.ts';

/** How far the company has come on the readiness lists it wants; nothing for a company that wants none. */
export function readinessParts(input: ReportInput, sentences: Sentences): readonly Part[] {
  return readinessLists(input.assessment).map((list) => partOf(list, input, sentences));
}

function partOf(list: ReadinessList, input: ReportInput, sentences: Sentences): Part {
  const { t } = sentences;
  const steps = readinessSteps(list.id, input.words);
  const benefits = readinessBenefits(list.id, input.words);
  const next: readonly Block[] =
    steps.length + benefits.length === 0
      ? []
      : [
          heading(t('report.readiness.next')),
          ...benefits.map((benefit) => text(benefit)),
          { kind: 'list', texts: steps },
        ];
  return {
    id: `readiness-${list.id}`,
    title: input.texts.checklists[list.id]?.title ?? list.id,
    lead: t('report.readiness.lead'),
    freshSheet: false,
    blocks: [
      notice(t('report.readiness.noVerdict')),
      counts(list, sentences),
      ...(list.notAsked > 0 ? [text(t('report.readiness.notAsked', { n: list.notAsked }), 'note')] : []),
      ...missing(list, input, sentences),
      ...next,
    ],
  };
}

function counts({ readiness }: ReadinessList, { t }: Sentences): Block {
  const columns: readonly Column[] = [
    { title: t('report.readiness.item'), width: 229 },
    ...READINESS_COUNTS.map((count) => ({
      title: t(`report.readiness.count.${count}`),
      width: 66,
      align: 'right' as const,
    })),
  ];
  const rows = READINESS_CLASSES.map((name) =>
    row(
      cell(t(`report.readiness.class.${name}`), 'strong'),
      ...READINESS_COUNTS.map((count) => cell(String(readiness[name][count]))),
    ),
  );
  return { kind: 'table', columns, rows };
}

/** All that is missing: who prepares for an audit works through it line by line. */
function missing(list: ReadinessList, input: ReportInput, sentences: Sentences): readonly Block[] {
  const { t } = sentences;
  const n = list.missing.length;
  const title = heading(t(n === 0 ? 'report.readiness.nothingMissing' : 'report.readiness.missing', { n }));
  if (n === 0) return [title];
  const classes = new Map(input.catalog.items.map((item) => [item.id, item.readiness]));
  const columns: readonly Column[] = [
    { title: t('report.readiness.item'), width: 140 },
    { title: t('report.readiness.kind'), width: 92 },
    { title: t('pdf.answers.answer'), width: 64 },
    { title: t('pdf.readiness.action'), width: 197 },
  ];
  const rows = list.missing.map(({ id, state, action }) =>
    row(
      cell(sentences.itemTitle(id)),
      cell(t(`report.readiness.class.${classes.get(id) ?? 'assumed'}`)),
      cell(t(`report.state.${state}`)),
      cell(sentences.action(action)?.title ?? action),
    ),
  );
  return [title, { kind: 'table', columns, rows }];
}
