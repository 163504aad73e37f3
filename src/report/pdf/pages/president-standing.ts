import { isExpired } from '../../../core/verdict/tasks.ts';
import { standingTitle } from '../../headline.ts';
import { countStrip, fillState, rangeBar, STATES } from '../charts.ts';
import { COLOR, type TextStyle, TYPE } from '../tokens.ts';
import {
  type Block,
  beside,
  type Desk,
  EMPTY,
  part,
  stacked,
  styleOf,
  textBlock,
} from './president-block.ts';

// This page is passed around: a role may stand on it, a person's name may not.
const ROLE = /^[^\s　]{0,12}(長|役|担当|責任者|主任|係|室|部|課|manager|head|president|officer)$/i;
const isRole = (by: string | null): by is string => by !== null && ROLE.test(by);

export function masthead(desk: Desk): Block {
  const { t, company, date } = desk.phrases;
  const { assessment, answers } = desk.input;
  const { site, employees } = assessment.company;
  const { answersAsOf } = assessment;
  const facts = [
    t('pdf.president.asOf', { date: date(assessment.asOf) }),
    ...(answersAsOf === null || answersAsOf === assessment.asOf
      ? []
      : [t('report.answersAsOf', { date: date(answersAsOf) })]),
    ...(site === null ? [] : [t('pdf.president.site', { site })]),
    ...(employees === null ? [] : [t('pdf.president.employees', { n: employees })]),
    ...(isRole(answers.assessment.by) ? [t('pdf.president.by', { by: answers.assessment.by })] : []),
  ];
  return stacked(
    [
      textBlock(desk, t('pdf.president.eyebrow'), TYPE.label, { width: 400, maxLines: 1 }),
      textBlock(desk, t('pdf.president.title'), TYPE.title, { tag: 'H1', maxLines: 1 }),
      textBlock(desk, company, { ...TYPE.heading, color: COLOR.ink }, { maxLines: 2 }),
      textBlock(desk, facts.join('　'), TYPE.note, { maxLines: 2 }),
    ],
    1,
  );
}

/** The legal verdicts by the ids of their technologies, before any number; their names are free text and stay off this page. */
export function legalLine(desk: Desk): Block {
  const { t, join } = desk.phrases;
  const { verdicts, asOf } = desk.input.assessment;
  if (verdicts.length === 0) return EMPTY;
  const shown = verdicts.map((verdict) => {
    // What has expired is open again: this line must not say more than its card.
    const outcome = isExpired(verdict, asOf) ? 'confirm' : verdict.outcome;
    return t('pdf.president.verdict', {
      id: verdict.technology,
      outcome: t(`report.legal.outcome.${outcome}`),
    });
  });
  const said = textBlock(desk, join(shown), TYPE.bodyBold, { maxLines: 2 });
  const where = textBlock(desk, t('pdf.president.legal'), TYPE.note, { maxLines: 1 });
  return part(desk, t('report.legal.heading'), stacked([said, where]));
}

/** Where the company stands: counts and a range in words, then the same as a strip and a line. */
export function standing(desk: Desk): Block {
  const { counts, rangeSentence, rangeNow } = desk.phrases;
  const title = standingTitle(desk.input.assessment, desk.input.words);
  const blocks = [
    textBlock(desk, counts(), TYPE.leadBold, { maxLines: 2 }),
    textBlock(desk, rangeSentence(), TYPE.lead, { maxLines: 3 }),
    strip(desk),
  ];
  if (rangeNow !== null) blocks.push(rangeFigure(desk, rangeNow));
  return part(desk, title, stacked(blocks, 2));
}

function strip(desk: Desk): Block {
  const { pen, tags, left, width } = desk.sheet;
  const { t, counts } = desk.phrases;
  const { coverage } = desk.input.assessment.score;
  if (coverage.asked === 0) return EMPTY;
  const legend = (y: number): void => {
    let x = left;
    for (const state of STATES) {
      fillState(pen, state, { x, y: y + 3, width: 12, height: 8 });
      const label = `${t(`report.state.${state}`)} ${coverage[state]}`;
      pen.text(label, x + 17, y, TYPE.noteInk);
      x += 17 + pen.width(label, TYPE.noteInk) + 18;
    }
  };
  return {
    height: 5 + 17 + 4 + 14,
    draw: (y) => {
      tags.leaf(
        'Figure',
        () => {
          countStrip(pen, coverage, { x: left, y: y + 5, width, height: 17 }, true);
          legend(y + 26);
        },
        { alt: counts(), bbox: [left, y, left + width, y + 40], placement: 'Block' },
      );
    },
  };
}

function rangeFigure(desk: Desk, range: { readonly low: number; readonly high: number }): Block {
  const { pen, tags, left, width } = desk.sheet;
  const label = desk.phrases.t('pdf.president.rangeLabel');
  const labelWidth = pen.width(label, TYPE.noteInk) + 12;
  return {
    height: 30,
    draw: (y) => {
      tags.leaf(
        'Figure',
        () => {
          pen.text(label, left, y + 5, TYPE.noteInk);
          rangeBar(pen, range.low, range.high, {
            x: left + labelWidth,
            y: y + 7,
            width: width - labelWidth,
            height: 9,
          });
        },
        { alt: desk.phrases.rangeSentence(), bbox: [left, y, left + width, y + 30], placement: 'Block' },
      );
    },
  };
}

/** Two columns: the gaps that weigh most, and what has to be found out first. */
export function openPoints(desk: Desk): Block {
  const { t, gapSentence, question, askRole, factQuestion, factRole } = desk.phrases;
  const { headline, unknownFacts } = desk.input.assessment;
  const { dangers, toAsk } = headline;
  const { left, width } = desk.sheet;
  const column = (width - 24) / 2;
  const right = left + column + 24;
  const known = dangers.map((id) => ({ text: gapSentence(id), note: null }));
  const open = [
    ...unknownFacts.map((id) => ({ text: factQuestion(id), role: factRole(id) })),
    ...toAsk.map((id) => ({ text: question(id), role: askRole(id) })),
  ]
    .slice(0, 3)
    .map(({ text, role }) => ({ text, note: t('pdf.president.ask', { role }) }));
  const first = numbered(desk, known, t('pdf.president.noDangers'), left, column);
  const second = numbered(desk, open, t('pdf.president.nothingToAsk'), right, column);
  return beside([
    part(
      desk,
      dangers.length === 0
        ? t('pdf.president.noDangersTitle')
        : t('pdf.president.dangers', { n: dangers.length }),
      first,
      { x: left, width: column },
    ),
    part(desk, t('pdf.president.toAsk'), second, { x: right, width: column }),
  ]);
}

interface Point {
  readonly text: string;
  readonly note: string | null;
}

function numbered(desk: Desk, points: readonly Point[], none: string, x: number, width: number): Block {
  if (points.length === 0) return textBlock(desk, none, TYPE.body, { x, width, maxLines: 3 });
  return stacked(
    points.map(({ text, note }, i) => {
      const body = textBlock(desk, text, TYPE.body, {
        x: x + 18,
        width: width - 18,
        maxLines: desk.density.maxLines,
      });
      const below =
        note === null
          ? EMPTY
          : textBlock(desk, note, TYPE.note, { x: x + 18, width: width - 18, maxLines: 1 });
      return withNumber(desk, i + 1, x, stacked([body, below]), styleOf(desk, TYPE.bodyBold));
    }),
    3,
  );
}

function withNumber(desk: Desk, n: number, x: number, body: Block, style: TextStyle): Block {
  const { pen, tags } = desk.sheet;
  return {
    height: body.height,
    draw: (y) => {
      tags.leaf('P', () => pen.text(String(n), x, y, { ...style, color: COLOR.accent }));
      body.draw(y);
    },
  };
}
