import type { AnswerEdit } from '../answers/edit.ts';
import type { Answers } from '../model/answers.ts';
import type { Catalog } from '../model/catalog.ts';
import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { Outcome } from '../model/finding.ts';
import type { IsoDate } from '../model/text.ts';
import { readDay } from '../text/readers/days.ts';
import { wrongDay } from '../text/readers/findings.ts';
import { NO, PARTIAL, YES } from '../text/readers/marks.ts';
import type { EditValue, Path } from '../text/yaml/render.ts';
import { findingText, type KeyBelow, type Words } from '../words/messages.ts';
import type { Face, Option } from './face.ts';
import type { Session } from './way/flow.ts';
import type { Pace } from './way/pace.ts';

/** One change of the answer file. */
export type Edit =
  | { readonly kind: 'answer'; readonly item: string; readonly answer: AnswerEdit }
  | { readonly kind: 'fact'; readonly fact: string; readonly values: readonly string[] }
  | { readonly kind: 'value'; readonly path: Path; readonly value: EditValue };

/** The answer file as the interview sees it. */
export interface OpenFile {
  readonly read: () => Answers;
  /** Edits the text, checks it, saves it whole and gives the answers as they now are. */
  readonly apply: (edit: Edit) => Promise<Outcome<Answers>>;
}

/** The verdict on one technology in sentences, as the reports have it. */
export interface VerdictText {
  /** Two lines of equal weight: neither may make the other look settled. */
  readonly report: string;
  readonly licence: string;
  readonly reason: string;
  readonly flags: readonly string[];
  readonly dates: readonly string[];
}

/** What every part of the conversation needs. */
export interface Talk {
  readonly catalog: Catalog;
  readonly texts: CatalogTexts;
  readonly words: Words;
  readonly today: IsoDate;
  readonly file: OpenFile;
  readonly face: Face;
  readonly pace: Pace;
  /** `null` = nothing is judged. */
  readonly verdict: (answers: Answers, technology: string) => VerdictText | null;
  /** Answers of an earlier check, proposed one by one and never taken over by themselves. */
  readonly from: Answers | null;
  /** How this file is scored from the command line. */
  readonly command: string;
  /** The answers whose result has been read already. */
  readonly shown: { result: Answers | null };
  /** Notes written before their question was answered, by item: a file has no place for them yet. */
  readonly notes: Map<string, string>;
  /** Keeps them until their question is answered; `false` = they will be lost. */
  readonly keepNotes: () => boolean;
}

/** Where a conversation goes on from one question. `unsaved`: the file could not be written and the person gave up. */
export type Move =
  | { readonly kind: 'answered' | 'passed' | 'back' | 'again' | 'menu' | 'leave' | 'unsaved' }
  | { readonly kind: 'session'; readonly session: Session };

/**
 * Saves one change; an answer is never lost without the person knowing. `false` = it could not be saved, and the
 * person chose to stop.
 */
export async function saved(talk: Talk, edit: Edit): Promise<boolean> {
  const { words, face } = talk;
  for (;;) {
    const outcome = await talk.file.apply(edit);
    if (outcome.ok) return true;
    for (const finding of outcome.findings) face.say(findingText(finding, words));
    const reply = await face.choose({
      header: null,
      heading: null,
      title: words.t('interview.unsaved.title'),
      body: [],
      options: [
        { id: 'again', label: words.t('interview.unsaved.again'), typed: [] },
        { id: 'leave', label: words.t('interview.unsaved.leave'), typed: [] },
      ],
      selected: [],
      commands: [],
      several: null,
    });
    if (reply.kind !== 'chosen' || reply.ids.includes('leave')) {
      keepTyped(talk, edit);
      return false;
    }
  }
}

/** What a person typed is shown once more, to be copied; a note waits for its question as well. */
function keepTyped(talk: Talk, edit: Edit): void {
  const text = typedIn(edit);
  if (text === null) return;
  const { words, face, notes } = talk;
  const note = edit.kind === 'answer' ? edit.answer.note : null;
  if (edit.kind === 'answer' && note) notes.set(edit.item, note);
  const kept = Boolean(note) && talk.keepNotes();
  face.say(words.t(kept ? 'interview.unsaved.kept' : 'interview.unsaved.typed', { text }));
}

function typedIn(edit: Edit): string | null {
  if (edit.kind === 'fact') return null;
  if (edit.kind === 'answer') return edit.answer.note ?? edit.answer.reason ?? null;
  return typeof edit.value === 'string' && edit.value !== '' ? edit.value : null;
}

/** The move after a change: saved and on, or not saved and out. */
export async function answeredBy(talk: Talk, edit: Edit): Promise<Move> {
  return { kind: (await saved(talk, edit)) ? 'answered' : 'unsaved' };
}

const DIGITS: Readonly<{ [K in string]?: string }> = {
  yes: '1',
  partial: '2',
  no: '3',
  unknown: '0',
  later: '5',
  notApplicable: '6',
};

/**
 * The number an answer has on every screen that offers it: nobody who has learnt them may answer something else by the
 * same key. Anything else has its place in the list.
 */
export const digitFor = (answer: string): Pick<Option, 'digit'> => {
  const digit = Object.hasOwn(DIGITS, answer) ? DIGITS[answer] : undefined;
  return digit === undefined ? {} : { digit };
};

/** Words a person may type instead of a number, as the messages list them, and the marks that mean the same in a file. */
export const typedWords = (words: Words, key: KeyBelow<'interview.typed'>): readonly string[] => [
  ...words.t(`interview.typed.${key}`).split(' '),
  ...(Object.hasOwn(MARKS, key) ? (MARKS[key] ?? []) : []),
];

// Whole words would be chosen at their first letter, and 実 is the beginning of 実施 and 実施中: only marks, and 済み.
const mark = (word: string): boolean => /^[^\p{L}\p{N} -~]$|^[〇済]$|^済み$/u.test(word);
const MARKS: Readonly<{ [K in string]?: readonly string[] }> = {
  yes: YES.filter(mark),
  partial: PARTIAL.filter(mark),
  no: NO.filter(mark),
};

/** Why a line is no day: which it could be, else how a day is written. */
export function notADay(text: string, words: Words): string {
  const read = readDay(text);
  return read.ok || read.could.length === 0
    ? words.t('interview.technology.not-a-date')
    : findingText(wrongDay(text, read.could), words);
}
