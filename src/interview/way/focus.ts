import type { Catalog } from '../../model/catalog.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import { nearest } from '../../text/nearest.ts';
import type { Focus } from './flow.ts';

/** What a word names to ask about: everything about technologies, the questions of a section, or one question. */
export function focusOn(catalog: Catalog, only: string): Outcome<Focus | 'technologies'> {
  if (only === 'technologies') return { ok: true, value: only, findings: [] };
  const keys = catalog.items
    .filter((item) => [item.id, item.id.split('.')[1], item.section, item.checklist].includes(only))
    .map((item) => `item:${item.id}`);
  if (keys.length > 0) return { ok: true, value: { keys: new Set(keys), only: true }, findings: [] };
  return { ok: false, findings: [unknown(catalog, only)] };
}

function unknown(catalog: Catalog, only: string): Finding {
  const sections = catalog.checklists.flatMap((list) => list.sections.map(({ id }) => id));
  const known = ['technologies', ...sections, ...catalog.items.map(({ id }) => id)];
  const args = { item: only, nearest: nearest(only, known) };
  return { severity: 'error', code: 'usage-unknown-item', args, location: null };
}
