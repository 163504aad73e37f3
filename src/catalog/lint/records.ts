import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { Text } from '../../model/text.ts';
import type { ParsedChecklist } from '../source/parse.ts';
import { elements, error, field, finding, locationAt, type Placed, warning } from '../source/place.ts';
import { itemsOf, type LintRule } from './content.ts';

/** Every question says where it comes from, and claims no more than its sources do. */
export const itemSources: LintRule = (catalog) =>
  itemsOf(catalog).flatMap((item): readonly CatalogFinding[] => {
    const { id, sources, confidence } = item.value;
    if (sources.length === 0) return [error('item-without-source', { item: id }, field(item, 'sources'))];
    if (confidence.topic !== 'official' || sources.some((source) => source.confidence === 'official'))
      return [];
    return [error('topic-not-official', { item: id }, field(field(item, 'confidence'), 'topic'))];
  });

/** Where the law or people's rights are near, the caution may not be missing (`cautionRequired`). */
export const cautions: LintRule = (catalog) => {
  if (catalog.lintRules === null) return [];
  const { items, actions } = catalog.lintRules.value.cautionRequired;
  return [...withoutCaution(itemsOf(catalog), items), ...withoutCaution(catalog.actions, actions)];
};

type Cautioned = Placed<{ readonly id: string; readonly caution?: Text | null | undefined }>;

function withoutCaution(
  records: readonly Cautioned[],
  required: readonly string[],
): readonly CatalogFinding[] {
  return records
    .filter(({ value }) => required.includes(value.id) && !value.caution)
    .map((record) => error('caution-missing', { id: record.value.id }, field(record, 'id')));
}

/** The sentence to ask somebody with holds the question, in both languages. */
export const askSentences: LintRule = (catalog) =>
  catalog.roles.flatMap((role) => {
    const ask = field(role, 'ask');
    return (['ja', 'en'] as const)
      .filter((lang) => ask.value[lang].split('{question}').length !== 2)
      .map((lang) => error('ask-without-question', { role: role.value.id }, field(ask, lang)));
  });

/** Contacts nobody has checked are kept, but never printed. */
export const contacts: LintRule = (catalog) =>
  catalog.directory
    .flatMap((entry) => elements(field(entry, 'contacts')))
    .filter(({ value }) => !value.checkedOn)
    .map((contact) => warning('contact-unchecked', { value: contact.value.value }, field(contact, 'value')));

const MAX_CRITICAL_PERCENT = 20;
/** Below this many questions a share says little. */
const ENOUGH_ITEMS = 50;

/** When everything is critical nothing is: the gates would then cap every company alike. */
export const criticalShare: LintRule = (catalog) => catalog.checklists.flatMap(criticalFindings);

function criticalFindings({ head, sections }: ParsedChecklist): readonly CatalogFinding[] {
  const items = sections.flatMap((section) => section.items);
  const critical = items.filter(({ value }) => value.severity === 'critical').length;
  const percent = items.length === 0 ? 0 : Math.round((critical * 100) / items.length);
  if (head.value.kind !== 'graded' || critical * 100 <= items.length * MAX_CRITICAL_PERCENT) return [];
  const args = { checklist: head.value.id, percent, limit: MAX_CRITICAL_PERCENT };
  const severity = items.length < ENOUGH_ITEMS ? 'warning' : 'error';
  return [finding(severity, 'critical-share-high', args, head.file.path, locationAt(head.file, head.path))];
}
