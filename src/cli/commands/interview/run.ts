import { existsSync } from 'node:fs';
import { newAnswerFile } from '../../../answers/new-file.ts';
import { typedPath } from '../../../files/typed-path.ts';
import { runInterview } from '../../../interview/run.ts';
import type { VerdictText } from '../../../interview/talk.ts';
import type { Focus } from '../../../interview/way/flow.ts';
import type { Answers } from '../../../model/answers.ts';
import type { Catalog, Depth } from '../../../model/catalog.ts';
import type { Finding } from '../../../model/finding.ts';
import { legalCards } from '../../../report/legal.ts';
import { summary } from '../../../report/terminal/summary.ts';
import { nearest } from '../../../text/nearest.ts';
import type { KeyBelow } from '../../../words/messages.ts';
import { type AnswerFile, readAnswerFile } from '../../answer-file.ts';
import { assessAnswers } from '../../assess-file.ts';
import { type Context, calledAs, commandLine } from '../../context.ts';
import { keepDrafts, readDrafts } from '../../drafts-file.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { faceToFace } from '../../faces/face-to-face.ts';
import { liveTerminal } from '../../faces/live-terminal.ts';
import type { Terminal } from '../../faces/tty.ts';
import { printFindings, refuse } from '../../findings.ts';
import { terminalOf } from '../../io.ts';
import { openAnswers } from '../../open-answers.ts';
import { keepPace, readPace } from '../../pace-file.ts';
import { saveNewText } from '../../save-output.ts';
import { schemaBeside } from '../../schema-beside.ts';
import { DEFAULT_FILE, warnAboutCloud } from '../init/run.ts';

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
  { screen, clock }: Outside = { screen: liveTerminal(ctx), clock: () => performance.now() },
): Promise<ExitCode> {
  if (!ctx.io.stdinIsTerminal || !ctx.io.stdoutIsTerminal) {
    return refuse(
      ctx,
      [{ severity: 'error', code: 'usage-no-terminal', args: { command: 'interview' }, location: null }],
      null,
    );
  }
  const focus = only === undefined ? null : focusOf(ctx.catalog, only);
  if (focus !== null && typeof focus === 'object' && 'code' in focus) return refuse(ctx, [focus], null);
  const earlier = from === undefined ? null : readAnswerFile(ctx.io.cwd, from, ctx.catalog);
  if (earlier?.ok === false) return refuse(ctx, earlier.findings, from ?? null);
  const path = typedPath(ctx.io.cwd, name);
  if (!existsSync(path)) {
    const { catalog, words, today } = ctx;
    const created = saveNewText(
      path,
      newAnswerFile(catalog, ctx.texts(), words, {
        ...{ date: today, depth: depth ?? 'quick' },
        schema: schemaBeside(path, ctx),
      }),
    );
    if (!created.ok) return refuse(ctx, created.findings, null);
    warnAboutCloud(ctx, path);
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
    const terminal = terminalOf(ctx.io, ctx.noColor);
    const end = await faceToFace(screen, ctx.words, (face) =>
      runInterview({
        face,
        ...{ catalog: ctx.catalog, texts: ctx.texts(), words: ctx.words, today: ctx.today, file },
        summary: (answers) => summaryOf(ctx, answers, terminal),
        verdict: (answers, id) => verdictOf(ctx, file.file(), answers, id),
        only: focus,
        from: earlier?.value.answers ?? null,
        command: typed(ctx, 'score', name),
        clock,
        drafts: {
          before: readDrafts(ctx.io.env, path),
          keep: (notes) => keepDrafts(ctx.io.env, path, notes),
        },
        pace: { before: readPace(ctx.io.env), keep: (learnt) => keepPace(ctx.io.env, learnt) },
      }),
    );
    if (end !== 'unsaved') ctx.io.err(whatNext(ctx, name, end, file.read()));
    return end === 'unsaved' ? EXIT.badInput : EXIT.fine;
  } finally {
    file.close();
  }

  function summaryOf(context: Context, answers: Answers, terminal: ReturnType<typeof terminalOf>): string {
    const { catalog, words, verbose } = context;
    const assessment = assessAnswers(context, { ...file.file(), answers }, [], undefined);
    return summary({
      assessment,
      catalog,
      texts: context.texts(),
      words,
      terminal,
      file: null,
      program: [calledAs(context), ...inLanguage(context)].join(' '),
      verbose,
      technologies: answers.technologies,
    });
  }
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
function verdictOf(ctx: Context, file: AnswerFile, answers: Answers, id: string): VerdictText | null {
  const assessment = assessAnswers(ctx, { ...file, answers }, [], undefined);
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

/** What `--only` names: everything about technologies, the questions of a section, or one question. */
function focusOf(catalog: Catalog, only: string): Focus | 'technologies' | Finding {
  if (only === 'technologies') return only;
  const keys = catalog.items
    .filter((item) => [item.id, item.id.split('.')[1], item.section, item.checklist].includes(only))
    .map((item) => `item:${item.id}`);
  if (keys.length > 0) return { keys: new Set(keys), only: true };
  const sections = catalog.checklists.flatMap((list) => list.sections.map(({ id }) => id));
  const known = ['technologies', ...sections, ...catalog.items.map(({ id }) => id)];
  const args = { item: only, nearest: nearest(only, known) };
  return { severity: 'error', code: 'usage-unknown-item', args, location: null };
}
