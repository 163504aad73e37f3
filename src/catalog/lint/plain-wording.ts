import type { CatalogFinding } from '../../model/catalog-finding.ts';
import { error, type Placed, warning } from '../place.ts';
import type { ProseRulesSource } from '../schema.ts';
import type { LintRule } from './content.ts';
import { ownJapanese, quotedNames } from './prose.ts';

/** Turns of phrase a reader can do without; which ones, and what to say instead, is data (lint.yaml, `prose`). */
export const phrases: LintRule = (catalog) => {
  const rules = catalog.lintRules?.value.prose;
  if (!rules) return [];
  const texts = ownJapanese(catalog);
  return texts.flatMap((text) => {
    const rest = rules.allowed.reduce((left, phrase) => left.replaceAll(phrase, ' '), text.value);
    return [
      ...said(rules.weak, rest).map((phrase) => warning('phrase-weak', phrase, text)),
      ...said(rules.redundant, rest).map((phrase) => error('phrase-redundant', phrase, text)),
      ...said(rules.jargon, rest)
        .filter(({ found }) => !isExplained(found, pageOf(text, texts)))
        .map((phrase) => error('word-unexplained', phrase, text)),
    ];
  });
};

type Phrase = ProseRulesSource['weak'][number];

function said(phrases: readonly Phrase[], text: string): readonly Phrase[] {
  return phrases.filter(({ found }) => text.includes(found));
}

/** 「秘密保持の契約（NDA）」「共有の装置（サーバやNAS）」「競業避止（…）」「競業避止とは…」: plain words stand beside it. */
function isExplained(word: string, text: string): boolean {
  const asides = text.match(/（[^）]*）/g) ?? [];
  return (
    asides.some((aside) => aside.includes(word)) || text.includes(`${word}（`) || text.includes(`${word}とは`)
  );
}

/** All texts of the question, action or record a text belongs to: they are read on one page. */
function pageOf(text: Placed<string>, texts: readonly Placed<string>[]): string {
  return texts
    .filter(({ file, path }) => file === text.file && path[0] === text.path[0])
    .map(({ value }) => value)
    .join('\n');
}

// 等しい, 等級, 平等, 均等 … are words; 等 behind a noun hides what else is meant.
const VAGUE_TOU = /(?<![均平同対高上劣初中優何一二三])等(?![しゅ級分価身高号差])/;
const NADO_TWICE = /など[^。]*など/;

/** An open list twice over: the reader cannot tell what is asked. */
export const openLists: LintRule = (catalog) =>
  ownJapanese(catalog).flatMap((text) => {
    const hit = (VAGUE_TOU.exec(text.value) ?? NADO_TWICE.exec(text.value))?.[0];
    return hit === undefined ? [] : [error('list-open', { found: hit }, text)];
  });

/** A long run of kanji has no seams. The names of offices and documents are what they are, wherever they stand. */
export const kanjiRuns: LintRule = (catalog) => {
  const rules = catalog.lintRules?.value.prose;
  if (!rules) return [];
  const limit = rules.maxKanjiRun;
  const run = new RegExp(`[一-龠々]{${limit + 1},}`, 'g');
  const names = quotedNames(catalog);
  const findings = (text: Placed<string>): readonly CatalogFinding[] => {
    const rest = rules.kanjiTerms.reduce((left, term) => left.replaceAll(term, ' '), text.value);
    return [...rest.matchAll(run)]
      .map(([found]) => found)
      .filter((found) => !names.some((name) => name.includes(found)))
      .map((found) => warning('kanji-run-long', { found, limit }, text));
  };
  return ownJapanese(catalog).flatMap(findings);
};
