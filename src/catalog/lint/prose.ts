import type { CatalogFinding } from '../../model/catalog-finding.ts';
import { oncePer } from '../../text/once-per.ts';
import type { ParsedCatalog } from '../source/parse.ts';
import { error, field, type Placed, warning } from '../source/place.ts';
import { type LintRule, proseOf } from './content.ts';

/**
 * How a Japanese sentence is built. Only what letters show without a dictionary of words: a morphological analyser
 * weighs more than the whole tool and found little else in these texts (measured, docs/content.md).
 */

/** Fields that quote what somebody else named: an office, a document, another's case. Nobody rewords a name. */
const NAMES: ReadonlySet<string> = new Set([
  'directory.yaml name',
  'sources.yaml title',
  'sources.yaml publisher',
  'practices.yaml title',
]);

function isName({ file, path }: Placed<unknown>): boolean {
  return NAMES.has(`${file.path.replace(/^.*\//, '')} ${String(path.at(-1))}`);
}

/** The Japanese texts we wrote ourselves. */
export const ownJapanese = oncePer((catalog: ParsedCatalog): readonly Placed<string>[] =>
  proseOf(catalog)
    .filter((text) => !isName(text))
    .map((text) => field(text, 'ja')),
);

export function quotedNames(catalog: ParsedCatalog): readonly string[] {
  return proseOf(catalog)
    .filter(isName)
    .map((text) => text.value.ja);
}

/** Each with its full stop; one inside 「…。」 ends nothing. */
function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=。)(?!」)|\n/).filter((sentence) => sentence.trim() !== '');
}

export const sentenceLengths: LintRule = (catalog) => {
  const limit = catalog.lintRules?.value.prose?.maxSentence;
  if (limit === undefined) return [];
  return ownJapanese(catalog).flatMap((text) =>
    sentencesIn(text.value)
      .map((sentence) => [...sentence.trim()].length)
      .filter((length) => length > limit)
      .map((length) => warning('sentence-too-long', { length, limit }, text)),
  );
};

const NOUN = '[一-龠々ァ-ヶーA-Za-z0-9]+';

/** 「業界の団体の安全の集まり」: three の, each behind a bare noun, leave open what belongs to what. */
const CHAIN_OF_NO = new RegExp(`(?:${NOUN}の){3}`);

/**
 * One particle twice with only a noun between has lost a verb or a comma: 「例を名前を伏せて」. に behind a time, a
 * purpose or an adverb (「書く前に弁護士に聞く」「表に一緒に付ける」) is everyday speech.
 */
const TWICE: readonly RegExp[] = [
  new RegExp(`を(?:${NOUN}の?)+を`),
  new RegExp(`(?<=[一-龠々ァ-ヶー])が(?:${NOUN}の?)+が(?![っらりるれろ])`),
  new RegExp(`(?<!で)で(?![きすはも])(?:${NOUN}の?)+で(?![きしすはもあ])`),
  new RegExp(
    `(?<!先|前|後|時|日|年|度|間|内|中|初|次|別|緒|うち|まで|ため|ず|さら|とく|とも)に(?!先|一緒|最初|次|別|順|前|同時|直|本当|特)(?:${NOUN}の?)+に`,
  ),
];

export const particles: LintRule = (catalog) =>
  ownJapanese(catalog).flatMap((text) =>
    [CHAIN_OF_NO, ...TWICE].flatMap((pattern) =>
      found(pattern, text, (hit) => warning('particle-repeated', { found: hit }, text)),
    ),
  );

const ASIDE = /「[^」]*」|『[^』]*』|（[^）]*）/g;
const POLITE = /(?:です|ます|ました|でした|ません|ましょう|ください)か?$/;
const PLAIN = /(?:[うくぐすつぬぶむる]|だ|た|ない)$/;

/** A text is either spoken to the reader (です・ます) or told (だ・た); what it quotes is left out. */
export const politeness: LintRule = (catalog) =>
  ownJapanese(catalog).flatMap((text) => {
    const ends = sentencesIn(text.value.replace(ASIDE, '')).map((sentence) =>
      sentence.trim().replace(/。$/, ''),
    );
    const plain = ends.find((end) => PLAIN.test(end) && !POLITE.test(end));
    const mixed = plain !== undefined && ends.some((end) => POLITE.test(end));
    return mixed ? [error('style-mixed', { found: plain.slice(-10) }, text)] : [];
  });

const JAPANESE = '[ぁ-んァ-ヶー一-龠々]';

/** Katakana is full width, letters and digits are half width, marks beside Japanese are full width. */
const WRONG_WIDTH = new RegExp(`[ｦ-ﾟ｡-･]+|[Ａ-Ｚａ-ｚ０-９]+|${JAPANESE}[,.;:()]|[,;:()]${JAPANESE}`);

export const widths: LintRule = (catalog) =>
  ownJapanese(catalog).flatMap((text) =>
    found(WRONG_WIDTH, text, (hit) => error('width-wrong', { found: hit }, text)),
  );

/** A question may keep its mark; anything else says what it has to say without one. */
export const shouting: LintRule = (catalog) =>
  ownJapanese(catalog).flatMap((text) =>
    found(text.path.at(-2) === 'question' ? /[！!]/ : /[！!？?]/, text, (hit) =>
      error('mark-in-prose', { found: hit }, text),
    ),
  );

const CLOSER: ReadonlyMap<string, string> = new Map([
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['〈', '〉'],
  ['【', '】'],
]);
const CLOSERS: ReadonlySet<string> = new Set(CLOSER.values());

export const brackets: LintRule = (catalog) =>
  ownJapanese(catalog).flatMap((text) => {
    const lonely = lonelyBracket(text.value);
    return lonely === undefined ? [] : [error('bracket-unmatched', { found: lonely }, text)];
  });

/** The first bracket that closes nothing, or the last one that nothing closes. */
function lonelyBracket(text: string): string | undefined {
  const open: string[] = [];
  for (const char of text) {
    if (CLOSER.has(char)) open.push(char);
    else if (CLOSERS.has(char) && CLOSER.get(open.pop() ?? '') !== char) return char;
  }
  return open.at(-1);
}

function found(
  pattern: RegExp,
  text: Placed<string>,
  report: (hit: string) => CatalogFinding,
): readonly CatalogFinding[] {
  const hit = pattern.exec(text.value)?.[0];
  return hit === undefined ? [] : [report(hit)];
}
