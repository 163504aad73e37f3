import type { Differing, Relation } from '../../../engine/verify/relation.ts';
import { type Difference, difference } from '../../../press/inside/read.ts';
import type { PrintRecord } from '../../../report/pdf/record.ts';
import { showDate } from '../../../words/dates.ts';
import type { KeyBelow } from '../../../words/messages.ts';
import { assessAnswers } from '../../assess-file.ts';
import { shippedWords } from '../../assets.ts';
import { type Context, createContext } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { version } from '../../package.ts';
import { printPlan } from '../../print-plan.ts';
import { type AnswersToVerify, answersToVerify } from './answers.ts';
import { type PrintedPdf, readPrinted } from './printed-pdf.ts';

/**
 * `wazamori verify FILE.pdf`: makes the plan again from its answers, with the options the PDF records, and says whether
 * the printed plan is what they give. Exit 1 where it is not, 2 where that cannot be told.
 */
export async function verify(ctx: Context, name: string, given: string | undefined): Promise<ExitCode> {
  const read = readPrinted(ctx.io.cwd, name);
  if (!read.ok) return refuse(ctx, read.findings, null);
  const { record, bytes, pdf } = read.value;
  const asThen = { today: record.asOf, color: !ctx.noColor };
  const words = record.lang === ctx.lang ? ctx.words : shippedWords(record.lang);
  const made = createContext(ctx.io, words, asThen, ctx.own);
  if (!made.ok) return refuse(ctx, made.findings, null);
  const then = made.value;
  const answers = answersToVerify(then, ctx, read.value, given);
  if (!answers.ok) return refuse(ctx, answers.findings, given ?? null);
  const expected = await planAgain(then, read.value, answers.value);
  const same = Buffer.compare(bytes, expected) === 0;
  const compared = same ? null : difference(pdf, expected);
  if (compared !== null && compared.kind !== 'compared') {
    const at = compared.kind === 'broken' ? compared.at : 0;
    const finding = {
      severity: 'error',
      code: 'pdf-broken',
      args: { path: name, at },
      location: null,
    } as const;
    return refuse(ctx, [finding], null);
  }
  const differs = compared?.difference ?? { added: [], pages: [], changed: [] };
  const { relation } = answers.value;
  const fine = relation.kind !== 'other' && Object.values(differs).every((found) => found.length === 0);
  say(ctx, fine ? 'same' : 'differs', { file: name });
  if (fine && !same) say(ctx, 'packedAnew', {});
  sayAnswers(ctx, relation, record, answers.value.given);
  sayDifference(ctx, differs, relation);
  sayMade(ctx, record);
  return fine ? EXIT.fine : EXIT.found;
}

/** Answers that say the same in another writing are taken for the file they were printed from. */
async function planAgain(
  then: Context,
  { record }: PrintedPdf,
  { file, findings, relation }: AnswersToVerify,
): Promise<Uint8Array> {
  const anew = relation.kind === 'rewritten' || relation.kind === 'untold';
  const source = anew ? { ...file, sha256: record.sha256 } : file;
  const assessment = assessAnswers(then, source, findings, record.capacity ?? undefined);
  // A PDF of 0.1.0 says nothing of the meaning, and one with other answers what theirs was.
  const meaning = record.meaning === null ? { meaning: { recorded: null } } : {};
  return (await printPlan(then, { file: source, assessment, options: record, ...meaning }, null)).bytes;
}

function say(
  { io, words }: Context,
  key: KeyBelow<'cli.verify'>,
  args: Readonly<Record<string, unknown>>,
): void {
  io.out(`${words.t(`cli.verify.${key}`, args)}\n`);
}

function sayAnswers(ctx: Context, relation: Relation, record: PrintRecord, given: string): void {
  const { words } = ctx;
  if (relation.kind === 'rewritten')
    say(ctx, 'rewritten', {
      what: relation.writing.map((writing) => words.t(`cli.verify.writing.${writing}`)),
    });
  if (relation.kind === 'untold') say(ctx, 'untold', {});
  if (relation.kind !== 'other') return;
  say(ctx, 'otherAnswers', { printed: record.sha256, given });
  if (relation.differing === null) return;
  for (const line of differingLines(ctx, relation.differing)) ctx.io.out(`  ${line}\n`);
}

const MOST_QUESTIONS = 10;

/** What is answered otherwise, question by question, then by part. */
function differingLines({ words, texts }: Context, { items, parts }: Differing): readonly string[] {
  const state = (name: KeyBelow<'report.state'> | undefined): string =>
    words.t(`report.state.${name ?? 'unanswered'}`);
  const questions = items.slice(0, MOST_QUESTIONS).map(({ item, before, after }) =>
    words.t('cli.verify.answer', {
      title: texts().items[item]?.title ?? item,
      id: item,
      before: state(before?.state),
      after: state(after?.state),
    }),
  );
  const more = items.length - MOST_QUESTIONS;
  return [
    ...questions,
    ...(more > 0 ? [words.t('cli.verify.more', { n: more })] : []),
    // A question told by name needs no mention of the part it stands in.
    ...parts
      .filter((part) => part !== 'answers' || items.length === 0)
      .map((part) => words.t('cli.verify.part', { part: words.t(`cli.verify.parts.${part}`) })),
  ];
}

function sayDifference(ctx: Context, { added, pages, changed }: Difference, relation: Relation): void {
  const { words } = ctx;
  if (added.length > 0)
    say(ctx, 'added', { what: added.map((each) => words.t(`cli.verify.addition.${each}`)) });
  if (pages.length > 0) say(ctx, 'pages', { pages: pages.map(String) });
  // The record and the SHA-256 in it follow from other answers: no news.
  if (changed.length === 0 || relation.kind === 'other') return;
  say(ctx, 'changed', { what: changed.map((each) => words.t(`cli.verify.kind.${each}`)) });
  if (added.length === 0 && pages.length === 0) say(ctx, 'elsewhere', {});
}

/** Which versions made it; another version may well print the same answers otherwise. */
function sayMade(ctx: Context, record: PrintRecord): void {
  const editions = Object.entries(record.editions).map(
    ([id, edition]) => `${ctx.texts().checklists[id]?.title ?? id} ${edition}`,
  );
  say(ctx, 'made', { version: record.version, date: showDate(record.asOf, ctx.lang), editions });
  if (record.version !== version()) say(ctx, 'otherVersion', { version: version() });
}
