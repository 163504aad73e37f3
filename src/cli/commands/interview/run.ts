import { existsSync } from 'node:fs';
import { typedPath } from '../../../files/find/typed-path.ts';
import { keepDrafts, readDrafts } from '../../../files/state/drafts.ts';
import { keepPace, readPace } from '../../../files/state/pace.ts';
import { type InterviewEnd, runInterview } from '../../../interview/run.ts';
import type { VerdictText } from '../../../interview/talk.ts';
import type { Focus } from '../../../interview/way/flow.ts';
import { focusOn } from '../../../interview/way/focus.ts';
import type { Answers } from '../../../model/answers.ts';
import type { Depth } from '../../../model/catalog.ts';
import { legalCards } from '../../../report/legal.ts';
import { summary } from '../../../report/terminal/summary.ts';
import type { KeyBelow } from '../../../words/messages.ts';
import { readAnswerFile } from '../../answer-file.ts';
import { assessAnswers } from '../../assess-file.ts';
import { type Context, calledAs, commandLine } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { faceToFace } from '../../faces/face-to-face.ts';
import { liveTerminal } from '../../faces/live-terminal.ts';
import type { Terminal } from '../../faces/tty.ts';
import { printFindings, refuse } from '../../findings.ts';
import { terminalOf } from '../../io.ts';
import { type OpenAnswers, openAnswers } from '../../open-answers.ts';
import { DEFAULT_FILE, newFile } from '../init/run.ts';

/** The terminal and the milliseconds of the person answering: screens for the docs have their own. */
interface Outside {
  readonly screen: Terminal;
  readonly clock: () => number;
}

export interface InterviewOptions {
  readonly depth?: Depth;
  /** A section, a question, or `technologies`. */
  readonly only?: string;
  /** File of an earlier check. */
  readonly from?: string;
}

/** `wazamori interview [FILE]`: asks, saves after every answer, goes on where it was left. */
export async function interview(
  ctx: Context,
  name: string = DEFAULT_FILE,
  { depth, only, from }: InterviewOptions = {},
  outside: Outside = { screen: liveTerminal(ctx), clock: () => performance.now() },
): Promise<ExitCode> {
  if (!ctx.io.stdinIsTerminal || !ctx.io.stdoutIsTerminal) {
    const args = { command: 'interview' };
    return refuse(ctx, [{ severity: 'error', code: 'usage-no-terminal', args, location: null }], null);
  }
  const focus = only === undefined ? null : focusOn(ctx.catalog, only);
  if (focus?.ok === false) return refuse(ctx, focus.findings, null);
  const earlier = from === undefined ? null : readAnswerFile(ctx.io.cwd, from, ctx.catalog);
  if (earlier?.ok === false) return refuse(ctx, earlier.findings, from ?? null);
  if (!existsSync(typedPath(ctx.io.cwd, name))) {
    const created = newFile(ctx, name, depth ?? 'quick');
    if (!created.ok) return refuse(ctx, created.findings, null);
  }
  const opened = openAnswers(ctx, name);
  if (!opened.ok) return refuse(ctx, opened.findings, name);
  printFindings(ctx, opened.findings, name);
  const file = opened.value;
  try {
    if (depth !== undefined && file.read().assessment.depth !== depth) {
      const deeper = await file.apply({ kind: 'value', path: ['assessment', 'depth'], value: depth });
      if (!deeper.ok) return refuse(ctx, deeper.findings, name);
    }
    const asked = { only: focus?.value ?? null, from: earlier?.value.answers ?? null };
    const end = await converse(ctx, name, file, asked, outside);
    if (end !== 'unsaved') ctx.io.err(whatNext(ctx, name, end, file.read()));
    return end === 'unsaved' ? EXIT.badInput : EXIT.fine;
  } finally {
    file.close();
  }
}

/** The interview itself, with all it needs from this computer. */
function converse(
  ctx: Context,
  name: string,
  file: OpenAnswers,
  asked: { readonly only: Focus | 'technologies' | null; readonly from: Answers | null },
  { screen, clock }: Outside,
): Promise<InterviewEnd> {
  const { catalog, words, today, io } = ctx;
  const path = typedPath(io.cwd, name);
  return faceToFace(screen, words, (face) =>
    runInterview({
      catalog,
      texts: ctx.texts(),
      words,
      today,
      file,
      face,
      clock,
      ...asked,
      summary: (answers) => summaryOf(ctx, file, answers),
      verdict: (answers, id) => verdictOf(ctx, file, answers, id),
      command: typed(ctx, 'score', name),
      drafts: {
        before: readDrafts(io.env, path),
        keep: (notes) => keepDrafts(io.env, path, notes),
      },
      pace: { before: readPace(io.env), keep: (learnt) => keepPace(io.env, learnt) },
    }),
  );
}

function summaryOf(ctx: Context, file: OpenAnswers, answers: Answers): string {
  const { catalog, words, verbose } = ctx;
  const assessment = assessAnswers(ctx, { ...file.file(), answers }, [], undefined);
  return summary({
    assessment,
    catalog,
    texts: ctx.texts(),
    words,
    verbose,
    terminal: terminalOf(ctx.io, ctx.noColor),
    file: null,
    program: [calledAs(ctx), ...inLanguage(ctx)].join(' '),
    technologies: answers.technologies,
  });
}

/** Where the answers are, and what may be typed now: each command whole on a line of its own. */
function whatNext(ctx: Context, name: string, end: 'left' | 'finished', answers: Answers): string {
  const said = (key: KeyBelow<'cli.interview'>): string =>
    ctx.words.t(`cli.interview.${key}`, { file: name });
  const next = (command: 'interview' | 'report' | 'ask'): string =>
    `${said(command)}\n  ${typed(ctx, command, name)}\n`;
  const unknown = [...answers.answers.values()].some(({ value }) => value === 'unknown');
  const commands =
    end === 'left'
      ? (['interview'] as const)
      : (['report', ...(unknown ? (['ask'] as const) : []), 'interview'] as const);
  return `${said(end)}\n${commands.map(next).join('')}`;
}

const typed = (ctx: Context, command: string, file: string): string =>
  commandLine(ctx, [command, file, ...inLanguage(ctx)]);

/** A language chosen for this run alone has to be chosen again. */
const inLanguage = ({ lang, io }: Context): readonly string[] =>
  lang === (io.env['WAZAMORI_LANG'] === 'en' ? 'en' : 'ja') ? [] : ['--lang', lang];

/** The card the reports print, of one technology. */
function verdictOf(ctx: Context, file: OpenAnswers, answers: Answers, id: string): VerdictText | null {
  const assessment = assessAnswers(ctx, { ...file.file(), answers }, [], undefined);
  const verdicts = assessment.verdicts.filter(({ technology }) => technology === id);
  const { words, catalog } = ctx;
  const [card] = legalCards({
    assessment: { ...assessment, verdicts },
    texts: ctx.texts(),
    words,
    technologies: answers.technologies,
  });
  return catalog.determination === undefined ? null : (card ?? null);
}
