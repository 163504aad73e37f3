import type { CatalogTexts } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { findingText, type Words } from '../words/messages.ts';

/** A finding as a person reads it: ids of facts, items and actions replaced by the words they stand for. */
export function describeFinding(finding: Finding, texts: CatalogTexts | null, words: Words): string {
  if (texts === null) return findingText(finding, words);
  const args: Record<string, unknown> = { ...finding.args };
  const fact = args['fact'];
  const item = args['item'];
  const action = args['action'];
  if (typeof fact === 'string') args['fact'] = texts.facts[fact]?.question ?? fact;
  if (typeof item === 'string') args['item'] = texts.items[item]?.question ?? item;
  if (typeof action === 'string') args['action'] = texts.actions[action]?.title ?? action;
  return findingText({ ...finding, args } as Finding, words);
}
