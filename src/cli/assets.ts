import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledCatalog, readCompiledCatalog } from '../catalog/compiled/compile.ts';
import { type EarlierEdition, fittingEditions } from '../catalog/compiled/shipped-editions.ts';
import { textsIn } from '../files/shipped/texts-in.ts';
import type { Lang } from '../model/text.ts';
import { createWords, type Messages, type Words } from '../words/messages.ts';
import { PACKAGE_ROOT } from './package.ts';

const TEMPLATES = join(PACKAGE_ROOT, 'templates');
/** Folder of the policies to start from, and their names, from the gentlest to the strictest. */
export const POLICIES = join(TEMPLATES, 'policies');
export const SHIPPED_POLICIES: readonly string[] = ['small-start', 'standard', 'for-customers'];
export const CHECKLISTS = join(PACKAGE_ROOT, 'checklists');
const BUILT = join(PACKAGE_ROOT, 'dist');
export const catalogFolder = join(BUILT, 'catalog');
/** Folder of the fonts a PDF is set in. */
export const fontsFolder = join(BUILT, 'fonts');
/** Runs in the threads of a batch. */
export const BATCH_WORKER = join(BUILT, 'batch-worker.js');

/** Read when first asked for, and never again: the package does not change under a running program. */
function onceALanguage<T>(read: (lang: Lang) => T): (lang: Lang) => T {
  const known = new Map<Lang, T>();
  return (lang) => {
    const value = known.get(lang) ?? read(lang);
    known.set(lang, value);
    return value;
  };
}

/** The shipped catalogue: rules now, prose on first use. */
export const shippedCatalog = onceALanguage(
  (lang): CompiledCatalog => readCompiledCatalog(textsIn(catalogFolder), lang),
);

/** Editions of other days that fit what an answer file names, latest first; none is read before it is called for. */
export const shippedEditions = (
  written: Readonly<Record<string, string>>,
): readonly (() => EarlierEdition)[] => fittingEditions(textsIn(catalogFolder), written);

/** The messages of one language; those of the command line alone until another is asked for. */
export const shippedWords = (lang: Lang): Words =>
  createWords(lang, commandLineMessages(lang), () => otherMessages(lang));

/** The same as a plain table, which can be handed to another thread. */
export const shippedMessages = (lang: Lang): Messages => ({
  ...commandLineMessages(lang),
  ...otherMessages(lang),
});

const commandLineMessages = onceALanguage((lang) => messagesIn(`${lang}.cli.json`));
const otherMessages = onceALanguage((lang) => messagesIn(`${lang}.json`));

const messagesIn = (file: string): Messages =>
  JSON.parse(readFileSync(join(BUILT, 'messages', file), 'utf8')) as Messages;
