import type { LeftItem } from '../../model/comparison.ts';
import { reasonLine } from '../headline.ts';
import type { Chapter, Row } from './chapter.ts';
import { type DiffInput, itemTitle, technologyTitle } from './input.ts';

/** What is no longer looked at or weighs less, each with its reason: never among what went well. */
export function withdrawnChapter(input: DiffInput): Chapter {
  const { comparison, words } = input;
  const { left, depth, severities, technologies } = comparison.withdrawn;
  const rows: readonly Row[] = [
    ...technologies.map((id) =>
      row(words.t('diff.withdrawn.technology', { title: technologyTitle(id, input) })),
    ),
    ...(depth === null
      ? []
      : [
          row(
            words.t('diff.withdrawn.depth', {
              before: words.t(`report.depth.${depth.before}`),
              after: words.t(`report.depth.${depth.after}`),
            }),
          ),
        ]),
    ...severities.map(({ item, before, after }) =>
      row(
        words.t('diff.withdrawn.severity', {
          title: itemTitle(item, input),
          before: words.t(`report.severity.${before}`),
          after: words.t(`report.severity.${after}`),
        }),
      ),
    ),
    ...left.filter(concernsOverall(input)).map((item) => leftRow(item, input)),
  ];
  return {
    title: words.t('diff.withdrawn.title', { n: rows.length }),
    lead: rows.length === 0 ? null : words.t('diff.withdrawn.lead'),
    rows,
  };
}

const row = (text: string): Row => ({ text, note: null });

/** A twin leaves with the question it stands for: named once. */
const concernsOverall =
  ({ comparison }: DiffInput) =>
  ({ item }: LeftItem): boolean =>
    comparison.items.some((change) => change.item === item && change.inOverall);

function leftRow({ item, before, after, reason, wasGap }: LeftItem, input: DiffInput): Row {
  const { words, texts } = input;
  const why =
    after === 'gone'
      ? words.t('diff.withdrawn.goneWhy')
      : reason === null
        ? words.t('diff.withdrawn.noReason')
        : reasonLine(reason, texts, words);
  return {
    text: words.t('diff.answerRow', {
      title: itemTitle(item, input),
      before: words.t(`report.state.${before}`),
      after: after === 'gone' ? words.t('diff.withdrawn.gone') : words.t(`report.state.${after}`),
    }),
    note: words.t(wasGap ? 'diff.withdrawn.noteGap' : 'diff.withdrawn.note', { why }),
  };
}
