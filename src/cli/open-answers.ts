import { hostname } from 'node:os';
import { setAnswer, setFact } from '../answers/edit.ts';
import { closeToOthers } from '../files/save/close-to-others.ts';
import { removeLeftovers } from '../files/save/leftovers.ts';
import { acquireLock, type Lock } from '../files/save/lock.ts';
import type { OpenFile } from '../interview/talk.ts';
import type { Finding, Outcome } from '../model/finding.ts';
import { minuteInJapan } from '../text/japan-time.ts';
import { removeValue, setValue } from '../text/yaml/edit.ts';
import { type AnswerFile, readAnswerFile } from './answer-file.ts';
import type { Context } from './context.ts';
import { typable } from './io.ts';
import { listsOf, saveText } from './save-answers.ts';

type Edit = Parameters<OpenFile['apply']>[0];

/** An answer file held open for editing: locked, and saved whole after each change. */
export interface OpenAnswers extends OpenFile {
  readonly findings: readonly Finding[];
  readonly file: () => AnswerFile;
  readonly close: () => void;
}

/** Locks and reads a file. Refused while another program of ours has it open. */
export function openAnswers(ctx: Context, name: string): Outcome<OpenAnswers> {
  const first = readAnswerFile(ctx.io.cwd, name, ctx.catalog);
  if (!first.ok) return first;
  const lock = lockAnswers(ctx, first.value);
  if (!lock.ok) return lock;
  let current = first.value;
  const findings = [...first.findings, ...lock.findings];
  return {
    ok: true,
    findings,
    value: {
      findings,
      read: () => current.answers,
      file: () => current,
      apply: async (edit) => {
        const next = applyEdit(ctx, current, edit);
        if (next.ok) {
          current = next.value;
          return { ...next, value: current.answers };
        }
        // Somebody changed the file by hand: the next try builds on what stands there now, so neither change is lost.
        if (!next.findings.some((f) => f.code === 'file-changed-meanwhile')) return next;
        const now = readAnswerFile(ctx.io.cwd, name, ctx.catalog);
        if (!now.ok) return { ok: false, findings: [...next.findings, ...now.findings] };
        const difference = differenceOf(ctx, current, now.value);
        current = now.value;
        return { ok: false, findings: [...next.findings, ...difference] };
      },
      close: lock.value.release,
    },
  };
}

/**
 * Keeps others off a file while it is written, clears away what a killed program left there, and closes it to people
 * who were never meant to read it: a copy or a `git clone` leaves a map of weaknesses open to the whole machine.
 */
export function lockAnswers(ctx: Context, file: AnswerFile): Outcome<Lock> {
  const owner = { pid: process.pid, host: hostname(), since: minuteInJapan(ctx.io.now()) };
  const lock = acquireLock(file.path, owner);
  if (!lock.ok) return lock;
  removeLeftovers(file.path);
  const closed = closeToOthers(file.path);
  if (closed === null) return lock;
  const args = { ...closed, path: typable(file.name) };
  return { ...lock, findings: [{ severity: 'info', code: 'file-closed-to-others', args, location: null }] };
}

const SHOWN = 5;

/** What somebody changed by hand since we read the file: answers and facts by their questions. */
function differenceOf(ctx: Context, before: AnswerFile, now: AnswerFile): readonly Finding[] {
  const texts = ctx.texts();
  const value = (file: AnswerFile, id: string): string =>
    file.answers.answers.get(id)?.value ?? file.answers.profile.get(id)?.join() ?? '';
  const ids = [...ctx.catalog.items.map((i) => i.id), ...ctx.catalog.facts.map((f) => f.id)];
  const changed = ids.filter((id) => value(before, id) !== value(now, id));
  if (changed.length === 0) return [];
  const places = changed
    .slice(0, SHOWN)
    .map((id) => texts.items[id]?.question ?? texts.facts[id]?.question ?? id);
  return [
    { severity: 'info', code: 'file-changes-seen', args: { n: changed.length, places }, location: null },
  ];
}

/** Edits the text of a file, checks that it still reads, and saves it; the file as it then stands. */
export function applyEdit(ctx: Context, file: AnswerFile, edit: Edit): Outcome<AnswerFile> {
  const edited = edit.kind === 'fact' ? editFact(ctx, file, edit) : editText(file.decoded.text, edit);
  return edited.ok ? saveText(ctx, file, edited.value, answeredLists(ctx, edit)) : edited;
}

function answeredLists(ctx: Context, edit: Edit): ReadonlySet<string> {
  if (edit.kind === 'answer') return listsOf(ctx, [edit.item]);
  const about =
    edit.kind === 'value' && edit.path[0] === 'technologies' ? ctx.catalog.determination : undefined;
  return new Set(about === undefined ? [] : [about.checklist]);
}

function editText(text: string, edit: Exclude<Edit, { kind: 'fact' }>): Outcome<string> {
  if (edit.kind === 'answer') return setAnswer(text, edit.item, edit.answer);
  return edit.value === null ? removeValue(text, edit.path) : setValue(text, edit.path, edit.value);
}

function editFact(ctx: Context, file: AnswerFile, edit: Extract<Edit, { kind: 'fact' }>): Outcome<string> {
  const fact = ctx.catalog.facts.find((f) => f.id === edit.fact);
  // The interview only asks facts of the catalogue it was given.
  if (fact === undefined) return { ok: true, value: file.decoded.text, findings: [] };
  return setFact(file.decoded.text, fact, edit.values);
}
