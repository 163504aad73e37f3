import type { Finding } from '../../model/finding.ts';
import { ruleText } from '../../report/gate/show.ts';
import type { Words } from '../../words/messages.ts';

/** A file that gives no result, as a log may show it: `name` stands for it, and nothing that stands in it is said. */
export function discreetFailure(name: string, { location, code }: Finding, words: Words): string {
  const place = location === null ? name : `${name}:${location.line}:${location.column}`;
  const message = `${ruleText(code, 'title', words)} (${code})`;
  return words.t('cli.batch.someFailed', { place, message });
}

/** Problems that name the place of a client's file, or places somebody typed, which may bear a client's name. */
const NAMING: ReadonlySet<string> = new Set<Finding['code']>([
  ...(['batch-nothing-found', 'batch-rows-conflict', 'usage-bad-pattern'] as const),
  ...(['usage-since-missing', 'usage-since-same', 'file-not-found', 'file-unreadable'] as const),
  ...(['file-not-writable', 'file-read-only', 'file-is-folder', 'file-too-many-open'] as const),
]);

/** Whether a problem may name a client. */
export const mayName = ({ code }: Finding): boolean => NAMING.has(code);
