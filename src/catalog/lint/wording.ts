import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { Lang } from '../../model/text.ts';
import type { ParsedCatalog } from '../source/parse.ts';
import { error, field, type Placed } from '../source/place.ts';
import { itemsOf, type LintRule, plainLocators, proseOf } from './content.ts';

const LANGS: readonly Lang[] = ['ja', 'en'];

/** Both languages are written: a half-translated catalogue is noticed here, not in front of a customer. */
export const emptyTexts: LintRule = (catalog) =>
  proseOf(catalog).flatMap((text) =>
    LANGS.filter((lang) => text.value[lang].trim() === '').map((lang) =>
      error('text-empty', { key: lang }, field(text, lang)),
    ),
  );

/**
 * Forms a tired reader has to turn around in the head. 「しなければなりません」 and 「しないといけません」 are everyday
 * words for a duty and stay allowed; 「確かめずに渡さない」 is allowed outside questions.
 */
const DOUBLE_NEGATIVE =
  /ない(?:わけ|こと|もの|の)(?:では|には|は|が|も|でも)?(?:ない|ありません|いきません|いかない)|なく(?:は|も)(?:ない|ありません)|ないとは?(?:限ら|言え|いえ)(?:ない|ません)|ざるを得|ずには(?:い|お)(?:られ|か)?(?:ない|ません)/;
const DOUBLE_NEGATIVE_IN_QUESTION = /(?:せず|ずに|ないで|なく).*(?:ない|ません)/;

export const doubleNegatives: LintRule = (catalog) => [
  ...proseOf(catalog).flatMap((text) => found(field(text, 'ja'), DOUBLE_NEGATIVE)),
  ...itemsOf(catalog)
    .map((item) => field(field(item, 'question'), 'ja'))
    .filter((question) => !DOUBLE_NEGATIVE.test(question.value))
    .flatMap((question) => found(question, DOUBLE_NEGATIVE_IN_QUESTION)),
];

function found(text: Placed<string>, pattern: RegExp): readonly CatalogFinding[] {
  const match = pattern.exec(text.value)?.[0];
  return match === undefined ? [] : [error('double-negative', { found: match }, text)];
}

/** Words that promise more than a self-check can give (`bannedWords`), and questions nobody may ask of a person. */
export const bannedWords: LintRule = (catalog) => {
  if (catalog.lintRules === null) return [];
  const { bannedWords, bannedInQuestions, allowedPhrases } = catalog.lintRules.value;
  const asked = questionsOf(catalog);
  return LANGS.flatMap((lang) => [
    ...proseOf(catalog).flatMap((text) => banned(field(text, lang), bannedWords[lang], allowedPhrases[lang])),
    ...asked.flatMap((text) => banned(field(text, lang), bannedInQuestions[lang], allowedPhrases[lang])),
  ]);
};

function questionsOf(catalog: ParsedCatalog): ReturnType<typeof proseOf> {
  return proseOf(catalog).filter(({ path }) => path.at(-1) === 'question');
}

function banned(
  text: Placed<string>,
  words: readonly string[],
  allowed: readonly string[],
): readonly CatalogFinding[] {
  const plain = (value: string) => value.toLowerCase();
  const rest = allowed.reduce((left, phrase) => left.replaceAll(plain(phrase), ' '), plain(text.value));
  return words
    .filter((word) => rest.includes(plain(word)))
    .map((word) => error('word-banned', { word }, text));
}

/** Kana, kanji and full-width marks: a reader of English meets them as a box or a hole in the line. */
const JAPANESE = /[\u3000-\u30ff\u3400-\u9fff\uff01-\uffee]+/;

/** A locator in one wording is read in both languages, so it has to be neutral: a number, a letter, a page. */
export const japaneseInEnglish: LintRule = (catalog) =>
  [...proseOf(catalog).map((text) => field(text, 'en')), ...plainLocators(catalog)].flatMap((text) => {
    const found = JAPANESE.exec(text.value)?.[0];
    return found === undefined ? [] : [error('japanese-in-english', { found }, text)];
  });

/** Addresses and numbers go stale: they stand in directory.yaml with the day they were checked, and nowhere else. */
const CONTACT = /https?:\/\/[^\s、。）)]+|\b0\d{1,4}-\d{1,4}-\d{3,4}\b|#\d{4}\b/;

export const contactsInProse: LintRule = (catalog) =>
  proseOf(catalog).flatMap((text) =>
    LANGS.flatMap((lang) => {
      const match = CONTACT.exec(text.value[lang])?.[0];
      return match === undefined ? [] : [error('contact-in-prose', { found: match }, field(text, lang))];
    }),
  );
