import { compareSeverity } from '../../core/gaps.ts';
import type { ItemState } from '../../model/assessment.ts';
import type { ChangeKind, ItemChange, OpenedGap } from '../../model/comparison.ts';
import type { KeyBelow } from '../../words/messages.ts';
import { COUNTED, reasonLine } from '../headline.ts';
import { acceptedChapter, catalogChapter, companyChapter, verdictChapter } from './around.ts';
import type { Chapter } from './chapter.ts';
import { type DiffInput, effectText, itemTitle } from './input.ts';
import { overallOf, showsPoints } from './ledger.ts';
import { sectionChapter } from './sections.ts';
import { withdrawnChapter } from './withdrawn.ts';

/** What changed, what people did first; a chapter with nothing to say is left out. */
export function chaptersOf(input: DiffInput): readonly Chapter[] {
  return [
    answerChapter('improved', input),
    answerChapter('foundOut', input),
    answerChapter('worsened', input),
    answerChapter('lostSight', input),
    enteredChapter(input),
    gapChapter(input),
    withdrawnChapter(input),
    acceptedChapter(input),
    verdictChapter(input),
    companyChapter(input),
    catalogChapter(input),
    sectionChapter(input),
  ].filter((chapter) => chapter.rows.length > 0 || chapter.lead !== null);
}

/** What people did; changes of the questions themselves have chapters of their own. */
type Told = Extract<ChangeKind, KeyBelow<'diff.answers'>>;

/** Questions people answered otherwise, the heaviest first, and what that did to the score. A twin is told by the question it stands for. */
function answerChapter(kind: Told, input: DiffInput): Chapter {
  const { comparison, words } = input;
  const changes = comparison.items
    .filter((change) => change.kind === kind && change.inOverall)
    .sort((a, b) => compareSeverity(severityOf(a), severityOf(b)));
  return {
    title: words.t(`diff.answers.${kind}`, { n: changes.length }),
    lead: null,
    rows: changes.map((change) => {
      const effect = effectOf(change.item, input);
      return {
        text: words.t(effect === null ? 'diff.answerRow' : 'diff.answerRowBy', {
          title: itemTitle(change.item, input),
          before: words.t(`report.state.${change.before?.state ?? 'notAsked'}`),
          after: words.t(`report.state.${change.after?.state ?? 'notAsked'}`),
          effect: effect ?? '',
        }),
        note: refusalNote(change, input),
      };
    }),
  };
}

/** A 「当てはまらない」 that does not count looks like an answer taken back: the reader is told why it does not. */
function refusalNote({ after }: ItemChange, { texts, words }: DiffInput): string | null {
  const reason = after?.reason ?? null;
  return reason?.code === 'not-applicable-refused' ? reasonLine(reason, texts, words) : null;
}

const severityOf = ({ after, before }: ItemChange) => (after ?? before)?.severity ?? 'minor';

/** What its answer did to the overall score. */
function effectOf(item: string, input: DiffInput): string | null {
  if (!showsPoints(input)) return null;
  const answers = overallOf(input)?.causes.find(({ cause }) => cause === 'answers');
  return effectText(answers?.items.find((row) => row.item === item)?.effect ?? null, input.words);
}

/** Questions that count for the first time: how they were answered, and which of them are gaps. */
function enteredChapter(input: DiffInput): Chapter {
  const { comparison, words } = input;
  const entered = comparison.items.filter(({ kind, inOverall }) => kind === 'entered' && inOverall);
  const of = (state: ItemState): number => entered.filter(({ after }) => after?.state === state).length;
  const parts = COUNTED.filter((state) => of(state) > 0).map((state) =>
    words.t(`report.count.${state}`, { n: of(state) }),
  );
  const rows = comparison.gaps.opened
    .filter(({ how }) => how === 'entered')
    .flatMap(({ item }) => entered.filter((change) => change.item === item))
    .map(({ item, after }) => ({
      text: words.t('diff.entered.row', {
        title: itemTitle(item, input),
        state: words.t(`report.state.${after?.state ?? 'notAsked'}`),
      }),
      note: null,
    }));
  return {
    title: words.t('diff.entered.title', { n: entered.length }),
    lead:
      entered.length === 0
        ? null
        : words.t(rows.length === 0 ? 'diff.entered.noGaps' : 'diff.entered.lead', { parts }),
    rows,
  };
}
/** How many gaps there were and are, and the new ones no answer above has told of. */
function gapChapter(input: DiffInput): Chapter {
  const { comparison, words } = input;
  const { gaps, before, after } = comparison;
  const count = (how: string): number => gaps.closed.filter((gap) => gap.how === how).length;
  const parts = (['answered-yes', 'accepted', 'left', 'rule'] as const)
    .filter((how) => count(how) > 0)
    .map((how) => words.t(`diff.closed.${how}`, { n: count(how) }));
  const opened = gaps.opened.length === 0 ? [] : [words.t('diff.opened', { n: gaps.opened.length })];
  const told = [...parts, ...opened];
  const key = told.length === 0 ? 'gapsSame' : before.gaps === after.gaps ? 'gapsEven' : 'gapsLine';
  return {
    title: words.t('diff.gaps'),
    lead:
      before.gaps + after.gaps === 0
        ? null
        : words.t(`diff.${key}`, { before: before.gaps, after: after.gaps, parts: told }),
    rows: gaps.opened.filter(notYetTold).map(({ item, how }) => ({
      text: words.t('diff.openedRow', {
        title: itemTitle(item, input),
        why: words.t(`diff.openedHow.${how}`),
      }),
      note: null,
    })),
  };
}

const notYetTold = ({ how }: OpenedGap): boolean => how === 'acceptance-ended' || how === 'rule';
