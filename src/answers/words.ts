import type { ActionStatus, AnswerBasis, AnswerValue, Tri } from '../model/answers.ts';
import type { Depth, Fact } from '../model/catalog.ts';
import type { Lang } from '../model/text.ts';
import { nearest } from '../text/nearest.ts';
import { oncePer } from '../text/once-per.ts';
import { DOUBTFUL, NO, NOT_APPLICABLE, PARTIAL, UNKNOWN, YES } from '../text/readers/marks.ts';

/** Words of a field and what each means; keys are {@link foldWord}ed. */
export type WordTable<T> = {
  readonly meaning: ReadonlyMap<string, T>;
  /** The words as people write them, for 「もしかして」. */
  readonly spellings: readonly string[];
  /** What a message and the published schema offer. */
  readonly offered: readonly string[];
  /** What could mean two things: the word that is asked back. Keys are {@link foldWord}ed. */
  readonly doubtful: ReadonlyMap<string, string>;
};

// They make a mark an emoji (✔️) or text, and are seen by nobody.
const SELECTORS = /[\uFE0E\uFE0F]/g;

/** Any width, case and surrounding space of a word count as the same word. */
export function foldWord(text: string): string {
  return text.normalize('NFKC').replace(SELECTORS, '').trim().toLowerCase();
}

type Rows<T> = readonly (readonly [T, readonly string[]])[];
type Doubts = readonly (readonly [string, readonly string[]])[];

function table<T>(rows: Rows<T>, offered: readonly string[], doubts: Doubts = []): WordTable<T> {
  const meaning = new Map<string, T>();
  for (const [value, words] of rows) for (const word of words) meaning.set(foldWord(word), value);
  const doubtful = new Map(doubts.flatMap(([meant, words]) => words.map((word) => [foldWord(word), meant])));
  return { meaning, spellings: rows.flatMap(([, words]) => words), offered, doubtful };
}

export const ANSWER_WORDS: WordTable<AnswerValue> = table<AnswerValue>(
  [
    ['yes', YES],
    ['partial', PARTIAL],
    ['no', NO],
    ['unknown', UNKNOWN],
    ['notApplicable', NOT_APPLICABLE],
  ],
  ['はい (yes)', '一部 (partial)', 'いいえ (no)', 'わからない (unknown)', '当てはまらない (n/a)'],
  [
    ['はい', DOUBTFUL.yes],
    ['一部', DOUBTFUL.partial],
    ['いいえ', DOUBTFUL.no],
    ['当てはまらない', DOUBTFUL.notApplicable],
  ],
);

export const BASIS_WORDS: WordTable<AnswerBasis> = table<AnswerBasis>(
  [
    ['interview', ['聞き取り', 'interview', '聞取り', 'ヒアリング']],
    ['seen', ['現物', 'seen', '目視', '現物確認']],
    ['document', ['書面', 'document', '書類', '文書']],
  ],
  ['聞き取り (interview)', '現物 (seen)', '書面 (document)'],
);

export const TRI_WORDS: WordTable<Tri> = table<Tri>(
  [
    ['yes', YES],
    ['no', NO],
    ['unknown', UNKNOWN],
  ],
  ['yes (はい)', 'no (いいえ)', 'unknown (わからない)'],
  [
    ['はい', DOUBTFUL.yes],
    ['いいえ', DOUBTFUL.no],
  ],
);

export const DEPTH_WORDS: WordTable<Depth> = sameWords<Depth>(['quick', 'full', 'evidence']);
export const STATUS_WORDS: WordTable<ActionStatus> = table<ActionStatus>(
  [
    ['todo', ['todo', '未着手', '未', '×']],
    ['doing', ['doing', '着手', '着手済み', '進行中', '実施中', '対応中', '△']],
    ['done', ['done', '完了', '済', '済み', '終了', '実施済み', '○', '✓', '✔', '☑', '✅']],
  ],
  ['todo', 'doing', 'done'],
);

/** A field whose words are its values; `unsure` is what わからない means there. */
export function sameWords<T extends string>(values: readonly T[], unsure?: T): WordTable<T> {
  const rows: Rows<T> = values.map((value) => [value, [value]]);
  return table<T>(unsure === undefined ? rows : [...rows, [unsure, UNKNOWN]], values);
}

/** Words of a profile fact: value ids, the labels people see, わからない, and the marks of yes and no where it asks for them. */
export const factWords = oncePer(({ values }: Pick<Fact, 'values'>): WordTable<string> => {
  const rows = values.map(({ id, words }): [string, readonly string[]] => [id, [id, ...words]]);
  const marks = rows.flatMap(
    ([id]): Rows<string> => (id === 'yes' ? [[id, YES]] : id === 'no' ? [[id, NO]] : []),
  );
  const offered = values.map(({ id, words }) => (words[0] === undefined ? id : `${id} (${words[0]})`));
  // A word of the fact's own counts before a mark.
  return table<string>([['unknown', UNKNOWN], ...marks, ...rows], [...offered, 'unknown (わからない)']);
});

/** What a word typed by a person means, if anything. Most words stand there as the table has them. */
export function meaningOf<T>(text: string, { meaning }: WordTable<T>): T | undefined {
  return meaning.get(text) ?? meaning.get(foldWord(text));
}

/** What to ask back where a word means nothing here, or could mean two things; `null` = nothing comes near. */
export function perhaps<T>(text: string, { meaning, doubtful, spellings }: WordTable<T>): string | null {
  const folded = foldWord(text);
  const meant = doubtful.get(folded) ?? doubtful.get(folded.replace(/[。.!]$/, ''));
  return meaning.has(folded) ? null : (meant ?? nearest(text, spellings));
}

export function isUnknownWord(text: string): boolean {
  return meaningOf(text, TRI_WORDS) === 'unknown';
}

/** Meaning of a word typed by a person, or `null`. */
export function answerValueOf(text: string): AnswerValue | null {
  return meaningOf(text, ANSWER_WORDS) ?? null;
}

const WRITTEN: Readonly<Record<Lang, Readonly<Record<AnswerValue, string>>>> = {
  ja: { yes: 'はい', partial: '一部', no: 'いいえ', unknown: 'わからない', notApplicable: '当てはまらない' },
  en: { yes: 'yes', partial: 'partial', no: 'no', unknown: 'unknown', notApplicable: 'n/a' },
};

const WRITTEN_BASIS: Readonly<Record<Lang, Readonly<Record<AnswerBasis, string>>>> = {
  ja: { interview: '聞き取り', seen: '現物', document: '書面' },
  en: { interview: 'interview', seen: 'seen', document: 'document' },
};

/** The word an answer is written as in the file. */
export function writtenAnswer(value: AnswerValue, lang: Lang): string {
  return WRITTEN[lang][value];
}

export function writtenBasis(basis: AnswerBasis, lang: Lang): string {
  return WRITTEN_BASIS[lang][basis];
}
