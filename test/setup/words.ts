import { readMessages } from '../../scripts/messages.ts';
import type { Lang } from '../../src/model/text.ts';
import { createWords, type Messages, type Words } from '../../src/words/messages.ts';

/** As they stand in `templates/messages/`, read once a worker: reading them takes longer than most tests. */
const MESSAGES: Readonly<Record<Lang, Messages>> = { ja: readMessages('ja'), en: readMessages('en') };
const WORDS: Readonly<Record<Lang, Words>> = {
  ja: createWords('ja', MESSAGES.ja),
  en: createWords('en', MESSAGES.en),
};

export const messagesOf = (lang: Lang): Messages => MESSAGES[lang];
export const wordsOf = (lang: Lang): Words => WORDS[lang];
