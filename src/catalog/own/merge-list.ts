import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { ParsedDetermination } from '../determination/parse.ts';
import type { ParsedChecklist, ParsedSection } from '../source/parse.ts';
import { error, field, finding, type Placed } from '../source/place.ts';
import type { ItemSource } from '../source/schema.ts';
import { byId, type Changes, overlaid } from './changes.ts';
import type { OwnDetermination, OwnList } from './parse.ts';

interface Merging {
  readonly changes: Changes;
  readonly findings: CatalogFinding[];
  readonly shown: (path: string) => string;
}

/** An own list over the shipped one of its folder, or a list of its own; `null` where it cannot be one. */
export function mergedList(
  shipped: ParsedChecklist | undefined,
  own: OwnList,
  merging: Merging,
): ParsedChecklist | null {
  const { changes, findings, shown } = merging;
  const head = own.head ?? shipped?.head;
  if (head === undefined) {
    const path = `${own.folder}/checklist.yaml`;
    findings.push(finding('error', 'path-missing', { path }, shown(path), null));
    return null;
  }
  if (own.head !== null) {
    const { id, kind } = own.head.value;
    const expected = shipped?.head.value.kind ?? 'graded';
    // Verdicts need rules the shipped list has; a second list of them would never be read.
    if (kind !== expected) {
      const args = { checklist: id, kind: expected };
      findings.push(error('own-kind-differs', args, field(own.head, 'kind')));
      return null;
    }
    (shipped === undefined ? changes.added : changes.replaced).push({ kind: 'checklist', id });
  }
  unread(head.value.sections, own, merging);
  return {
    folder: own.folder,
    head,
    sections: mergedSections(head.value.sections, shipped?.sections ?? [], own, changes),
    determination: shipped?.determination
      ? mergedDetermination(shipped.determination, own.determination, changes)
      : null,
  };
}

/** A file of questions no section names would silently be lost. */
function unread(
  sections: readonly { readonly id: string }[],
  own: OwnList,
  { findings, shown }: Merging,
): void {
  const known = new Set(sections.map(({ id }) => id));
  for (const section of own.sections.keys()) {
    const path = `${own.folder}/${section}.yaml`;
    if (!known.has(section)) findings.push(finding('error', 'path-unlisted', { path }, shown(path), null));
  }
}

/** A question replaced in another section moves there; one whose section is gone is removed with it. */
function mergedSections(
  sections: readonly { readonly id: string }[],
  shipped: readonly ParsedSection[],
  own: OwnList,
  changes: Changes,
): readonly ParsedSection[] {
  const sectionOf = new Map(
    shipped.flatMap(({ id, items }) => items.map(({ value }) => [value.id, id] as const)),
  );
  const ownSectionOf = new Map(
    [...own.sections].flatMap(([id, items]) => items.map(({ value }) => [value.id, id] as const)),
  );
  const kept = new Set(sections.map(({ id }) => id));
  for (const [item, section] of sectionOf)
    if (!kept.has(section) && !ownSectionOf.has(item)) changes.removed.push({ kind: 'item', id: item });
  return sections.map(({ id }) => {
    const before = shipped.find((section) => section.id === id)?.items ?? [];
    const staying = before.filter(({ value }) => (ownSectionOf.get(value.id) ?? id) === id);
    return { id, items: overlaidItems(staying, own.sections.get(id) ?? [], sectionOf, changes) };
  });
}

function overlaidItems(
  staying: readonly Placed<ItemSource>[],
  own: readonly Placed<ItemSource>[],
  shipped: ReadonlyMap<string, string>,
  changes: Changes,
): readonly Placed<ItemSource>[] {
  for (const { value } of own) {
    const where = shipped.has(value.id) ? changes.replaced : changes.added;
    where.push({ kind: 'item', id: value.id });
  }
  return overlaid(staying, own, byId, null, changes);
}

function mergedDetermination(
  shipped: ParsedDetermination,
  own: OwnDetermination,
  changes: Changes,
): ParsedDetermination {
  if (own.rules !== null) changes.replaced.push({ kind: 'verdict', id: 'rules' });
  if (own.groupA !== null) changes.replaced.push({ kind: 'verdict', id: 'group-a' });
  if (own.preparation.length > 0) changes.replaced.push({ kind: 'verdict', id: 'preparation' });
  return {
    rules: own.rules ?? shipped.rules,
    groupA: own.groupA ?? shipped.groupA,
    flags: overlaid(shipped.flags, own.flags, byId, 'verdict', changes),
    fields: overlaid(shipped.fields, own.fields, byId, 'verdict', changes),
    tasks: overlaid(shipped.tasks, own.tasks, byId, 'verdict', changes),
    preparation: own.preparation.length > 0 ? own.preparation : shipped.preparation,
    // Examples are no content: they hold the rules, the shipped ones too, whoever wrote them.
    vectors: overlaid(shipped.vectors, own.vectors, ({ name }) => name, null, changes),
    families: [...overlaid(shipped.families, own.families, byId, 'family', changes)].sort(
      (a, b) => a.value.order - b.value.order,
    ),
  };
}
