import type { ActionStatus, AnswerBasis, AnswerValue, Tri } from '../model/answers.ts';
import type { Depth, Fact } from '../model/catalog.ts';
import type { Lang } from '../model/text.ts';
import { oncePer } from '../text/once-per.ts';

/** Words of a field and what each means; keys are {@link foldWord}ed. */
export type WordTable<T> = {
  readonly meaning: ReadonlyMap<string, T>;
  /** The words as people write them, for 「もしかして」. */
  readonly spellings: readonly string[];
  /** What a message and the published schema offer. */
  readonly offered: readonly string[];
};

/** Any width, case and surrounding space of a word count as the same word. */
export function foldWord(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function table<T>(
  rows: readonly (readonly [T, readonly string[]])[],
  offered: readonly string[],
): WordTable<T> {
  const meaning = new Map<string, T>();
  for (const [value, words] of rows) for (const word of words) meaning.set(foldWord(word), value);
  return { meaning, spellings: rows.flatMap(([, words]) => words), offered };
}

// The circles, crosses and bars of Japanese keyboards look alike; people cannot tell which one they typed.
const UNKNOWN = ['unknown', 'わからない', '分からない', '不明', '?'];
const YES = ['yes', 'はい', '実施', '済', '○', '◯', '〇'];
const NO = ['no', 'いいえ', '未実施', '×', '✕', '✗'];

export const ANSWER_WORDS: WordTable<AnswerValue> = table<AnswerValue>(
  [
    ['yes', YES],
    ['partial', ['partial', '一部', '△']],
    ['no', NO],
    ['unknown', UNKNOWN],
    [
      'notApplicable',
      ['n/a', 'notApplicable', '当てはまらない', '対象外', '該当なし', '-', '−', 'ー', '―', '—', '‐'],
    ],
  ],
  ['はい (yes)', '一部 (partial)', 'いいえ (no)', 'わからない (unknown)', '当てはまらない (n/a)'],
);

export const BASIS_WORDS: WordTable<AnswerBasis> = table<AnswerBasis>(
  [
    ['interview', ['聞き取り', 'interview']],
    ['seen', ['現物', 'seen']],
    ['document', ['書面', 'document']],
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
);

export const DEPTH_WORDS: WordTable<Depth> = sameWords<Depth>(['quick', 'full', 'evidence']);
export const STATUS_WORDS: WordTable<ActionStatus> = sameWords<ActionStatus>(['todo', 'doing', 'done']);

/** A field whose words are its values; `unsure` is what わからない means there. */
export function sameWords<T extends string>(values: readonly T[], unsure?: T): WordTable<T> {
  const rows: (readonly [T, readonly string[]])[] = values.map((value) => [value, [value]]);
  return table<T>(unsure === undefined ? rows : [...rows, [unsure, UNKNOWN]], values);
}

/** Words of a profile fact: value ids, the labels people see, and わからない. */
export const factWords = oncePer(({ values }: Pick<Fact, 'values'>): WordTable<string> => {
  const rows: (readonly [string, readonly string[]])[] = values.map(({ id, words }) => [id, [id, ...words]]);
  const offered = values.map(({ id, words }) => (words[0] === undefined ? id : `${id} (${words[0]})`));
  return table<string>([['unknown', UNKNOWN], ...rows], [...offered, 'unknown (わからない)']);
});

/** What a word typed by a person means, if anything. Most words stand there as the table has them. */
export function meaningOf<T>(text: string, { meaning }: WordTable<T>): T | undefined {
  return meaning.get(text) ?? meaning.get(foldWord(text));
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
