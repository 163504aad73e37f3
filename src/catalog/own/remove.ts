import type { CatalogFinding } from '../../model/catalog-finding.ts';
import { nearest } from '../../text/nearest.ts';
import type { ParsedCatalog, ParsedChecklist } from '../source/parse.ts';
import { elements, error, type Placed } from '../source/place.ts';
import type { ItemSource } from '../source/schema.ts';
import type { Changes } from './changes.ts';
import type { OwnParsed, Removals } from './parse.ts';

interface Gone {
  readonly items: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
  readonly checklists: ReadonlySet<string>;
}

/**
 * The shipped catalogue without what `remove.yaml` names. What only points at a removed record (a quick check, a twin,
 * a prerequisite) lets go of it; a question whose action is gone needs another one, which the lint says.
 */
export function withoutRemoved(
  shipped: ParsedCatalog,
  own: OwnParsed,
  changes: Changes,
  findings: CatalogFinding[],
): ParsedCatalog {
  if (own.remove === null) return shipped;
  const items = shipped.checklists.flatMap((list) => list.sections.flatMap((section) => section.items));
  const given = new Set([
    ...own.actions.map(({ value }) => value.id),
    ...own.lists.flatMap(({ head }) => (head === null ? [] : [head.value.id])),
    ...own.lists.flatMap(({ sections }) =>
      [...sections.values()].flatMap((list) => list.map((i) => i.value.id)),
    ),
  ]);
  const named = (kind: 'item' | 'action' | 'checklist', known: readonly string[]): ReadonlySet<string> => {
    const ids = idsOf(own.remove, kind);
    for (const id of ids) {
      if (!known.includes(id.value))
        findings.push(
          error('reference-unknown', { kind, id: id.value, nearest: nearest(id.value, known) }, id),
        );
      else if (given.has(id.value)) findings.push(error('own-removed-and-given', { id: id.value }, id));
      else changes.removed.push({ kind, id: id.value });
    }
    return new Set(ids.map(({ value }) => value));
  };
  const gone: Gone = {
    items: named(
      'item',
      items.map(({ value }) => value.id),
    ),
    actions: named(
      'action',
      shipped.actions.map(({ value }) => value.id),
    ),
    checklists: named(
      'checklist',
      shipped.checklists.map(({ head }) => head.value.id),
    ),
  };
  return without(shipped, gone);
}

const KEYS = { item: 'items', action: 'actions', checklist: 'checklists' } as const;

function idsOf(remove: Placed<Removals> | null, kind: keyof typeof KEYS): readonly Placed<string>[] {
  if (remove === null) return [];
  const key = KEYS[kind];
  return elements({ ...remove, value: remove.value[key] ?? [], path: [key] });
}

function without(shipped: ParsedCatalog, gone: Gone): ParsedCatalog {
  const checklists = shipped.checklists.filter(({ head }) => !gone.checklists.has(head.value.id));
  const items = new Set([
    ...gone.items,
    ...shipped.checklists
      .filter(({ head }) => gone.checklists.has(head.value.id))
      .flatMap(({ sections }) => sections.flatMap((section) => section.items.map(({ value }) => value.id))),
  ]);
  const { lintRules } = shipped;
  return {
    ...shipped,
    checklists: checklists.map((list) => listWithout(list, items)),
    actions: shipped.actions
      .filter(({ value }) => !gone.actions.has(value.id))
      .map((action) => ({
        ...action,
        value: { ...action.value, after: (action.value.after ?? []).filter((id) => !gone.actions.has(id)) },
      })),
    lintRules:
      lintRules === null
        ? null
        : {
            ...lintRules,
            value: {
              ...lintRules.value,
              cautionRequired: {
                items: lintRules.value.cautionRequired.items.filter((id) => !items.has(id)),
                actions: lintRules.value.cautionRequired.actions.filter((id) => !gone.actions.has(id)),
              },
            },
          },
  };
}

function listWithout(list: ParsedChecklist, gone: ReadonlySet<string>): ParsedChecklist {
  const { head, sections } = list;
  const { quick } = head.value;
  const left = (ids: readonly string[]): string[] => ids.filter((id) => !gone.has(id));
  const asked = quick
    ? { quick: { ...quick, always: left(quick.always), byScene: left(quick.byScene) } }
    : {};
  return {
    ...list,
    head: { ...head, value: { ...head.value, ...asked } },
    sections: sections.map(({ id, items }) => ({
      id,
      items: items.filter(({ value }) => !gone.has(value.id)).map((item) => unlinked(item, gone)),
    })),
  };
}

function unlinked(item: Placed<ItemSource>, gone: ReadonlySet<string>): Placed<ItemSource> {
  const { sameAs, proposes } = item.value;
  const free = (id: string | null | undefined): string | null => (id && !gone.has(id) ? id : null);
  return { ...item, value: { ...item.value, sameAs: free(sameAs), proposes: free(proposes) } };
}
