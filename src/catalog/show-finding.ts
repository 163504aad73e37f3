import type { CatalogFinding, CatalogOwnFinding } from '../model/catalog-finding.ts';
import { findingText, joinSentences, type MessageArgs, type Words } from '../words/messages.ts';
import { visibleLine } from '../words/visible.ts';

/** `guidance/people.yaml:12:3 …` as an editor makes it a link; the file is relative to the catalogue's folder. */
export function showCatalogFinding(found: CatalogFinding, words: Words): string {
  const place = found.location === null ? '' : `:${found.location.line}:${found.location.column}`;
  return visibleLine(`${found.file}${place} ${catalogFindingText(found, words)}`);
}

/** The message of a finding, with the nearest known word where there is one. */
export function catalogFindingText(found: CatalogFinding, words: Words): string {
  if (!isOwn(found, words)) return findingText(found, words);
  const args: MessageArgs = found.args;
  const named = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, inWords(name, value, words)]),
  );
  const text = words.t(`catalog.${found.code}`, named);
  const nearest = args['nearest'];
  return typeof nearest === 'string'
    ? joinSentences([text, words.t('finding.nearest', { nearest })], words.lang)
    : text;
}

/** What is not the catalogue's own finding is one of reading YAML, and has its message there. */
function isOwn(found: CatalogFinding, words: Words): found is CatalogOwnFinding {
  return words.has(`catalog.${found.code}`);
}

/** Arguments that are ids of ours (`kind: action`, `expected: date`) are said in the reader's language. */
function inWords(name: string, value: unknown, words: Words): unknown {
  const key = `catalog.${name}.${String(value)}`;
  return (name === 'kind' || name === 'expected') && words.has(key) ? words.t(key) : value;
}
