import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding, Outcome } from '../../model/finding.ts';
import { difference, insideOf, isEncrypted, isWhole } from '../../report/pdf/inside.ts';
import type { PrintRecord } from '../../report/pdf/record.ts';
import { readRecord } from '../../report/pdf/schema-record.ts';
import { showDate } from '../../words/dates.ts';
import { type AnswerFile, answerFileOf, errorCode, readAnswerFile } from '../answer-file.ts';
import { assessAnswers } from '../assess-file.ts';
import { shippedWords } from '../assets.ts';
import { type Context, createContext } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { refuse } from '../findings.ts';
import { version } from '../package.ts';
import { printPlan } from '../print-plan.ts';

/**
 * `wazamori verify FILE.pdf`: makes the plan again from its answers, with the options the PDF records, and says whether
 * the printed plan is what they give. Exit 1 where it is not.
 */
export async function verify(ctx: Context, name: string, answers: string | undefined): Promise<ExitCode> {
  const read = readPdf(ctx, name);
  if (!read.ok) return refuse(ctx, read.findings, null);
  const { bytes, record } = read.value;
  const asThen = { today: record.asOf, color: !ctx.noColor };
  const words = record.lang === ctx.lang ? ctx.words : shippedWords(record.lang);
  const then = createContext(ctx.io, words, asThen, ctx.own);
  if ('code' in then) return refuse(ctx, [then], null);
  const file =
    answers === undefined
      ? attachedAnswers(then, name, bytes)
      : readAnswerFile(ctx.io.cwd, answers, ctx.catalog);
  if (!file.ok) return refuse(ctx, file.findings, answers ?? null);
  const assessment = assessAnswers(then, file.value, file.findings, record.capacity ?? undefined);
  const expected = await printPlan(then, { file: file.value, assessment, options: record }, null);
  const differs = difference(bytes, expected.bytes);
  if (differs === null) {
    say(ctx, 'same', { file: name });
    made(ctx, record);
    return EXIT.fine;
  }
  say(ctx, 'differs', { file: name });
  if (record.sha256 !== file.value.sha256)
    say(ctx, 'otherAnswers', { printed: record.sha256, given: file.value.sha256 });
  if (differs.pages.length > 0) say(ctx, 'pages', { pages: differs.pages.map(String) });
  else if (record.sha256 === file.value.sha256) say(ctx, 'elsewhere', {});
  made(ctx, record);
  return EXIT.found;
}

function say({ io, words }: Context, key: string, args: Readonly<Record<string, unknown>>): void {
  io.out(`${words.t(`cli.verify.${key}`, args)}\n`);
}

/** Which versions made it; another version may well print the same answers otherwise. */
function made(ctx: Context, record: PrintRecord): void {
  const editions = Object.entries(record.editions).map(
    ([id, edition]) => `${ctx.texts().checklists[id]?.title ?? id} ${edition}`,
  );
  say(ctx, 'made', { version: record.version, date: showDate(record.asOf, ctx.lang), editions });
  if (record.version !== version()) say(ctx, 'otherVersion', { version: version() });
}

function readPdf(
  ctx: Context,
  name: string,
): Outcome<{ readonly bytes: Uint8Array; readonly record: PrintRecord }> {
  const failed = (finding: Finding): { readonly ok: false; readonly findings: readonly Finding[] } => ({
    ok: false,
    findings: [finding],
  });
  const wrong = { severity: 'error', location: null } as const;
  let bytes: Uint8Array;
  try {
    const path = resolve(ctx.io.cwd, name);
    if (statSync(path).isDirectory())
      return failed({ ...wrong, code: 'file-is-folder', args: { path: name } });
    bytes = readFileSync(path);
  } catch (error) {
    const reason = errorCode(error);
    if (reason === 'ENOENT') return failed({ ...wrong, code: 'file-not-found', args: { path: name } });
    return failed({ ...wrong, code: 'file-unreadable', args: { path: name, reason } });
  }
  if (isEncrypted(bytes)) return failed({ ...wrong, code: 'pdf-encrypted', args: { path: name } });
  const record = readRecord(bytes);
  if (record === null) return failed({ ...wrong, code: 'pdf-not-ours', args: { path: name } });
  // Half a download is no forgery: it says nothing about the paper.
  if (!isWhole(bytes)) return failed({ ...wrong, code: 'pdf-cut-off', args: { path: name } });
  return { ok: true, value: { bytes, record }, findings: [] };
}

function attachedAnswers(ctx: Context, name: string, bytes: Uint8Array): Outcome<AnswerFile> {
  const attached = insideOf(bytes).attached.get('yaml');
  if (attached !== undefined) return answerFileOf('answers.yaml', '', attached, ctx.catalog);
  const finding: Finding = {
    ...{ severity: 'error', code: 'pdf-without-answers', args: { path: name }, location: null },
  };
  return { ok: false, findings: [finding] };
}
