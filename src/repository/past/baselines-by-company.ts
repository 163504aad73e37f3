import { readFileSync } from 'node:fs';
import { siteKey } from '../../core/company/company-names.ts';
import { filesOfSameCompany, type Identity, sameCompany } from '../../core/company/identity.ts';
import { openAnswers } from '../../engine/open.ts';
import { codeOf } from '../../files/disk-problem.ts';
import type { Catalog } from '../../model/catalog.ts';
import { outcome } from '../../text/outcomes.ts';
import type { Target } from '../targets.ts';
import type { Baselines, Earlier } from './earlier-versions.ts';

/** A file that is held against one of another name, or against one of its name that is another company's by its word. */
export interface BaselineNote {
  readonly target: Target;
  /** The name in the baseline. */
  readonly other: string;
  readonly kind: 'moved' | 'other-company';
}

export type NotedBaselines = Baselines & { readonly notes: readonly BaselineNote[] };

/**
 * Earlier versions by whose they are first, by their names second. A file of the same name stays the earlier version
 * where nobody else's fits better, whatever company it names: a gate that let a changed name take all gaps away would
 * be no gate. Where names and companies disagree, it is said.
 */
export function byCompany(named: Baselines, targets: readonly Target[], catalog: Catalog): NotedBaselines {
  const free = new Map<string, Known>();
  for (const name of [...named.gone, ...named.elsewhere])
    addTo(free, { name, bytes: named.bytesOf(name) }, catalog);
  const open: Open[] = [];
  for (const target of targets) {
    const version = named.earlierOf(target);
    if (version?.ok === false) continue;
    const earlier = version?.value ?? null;
    const content = contentOf(target);
    // As it was: nobody else's, and nothing to read twice.
    if (earlier !== null && content !== null && Buffer.compare(content, earlier.bytes) === 0) continue;
    const own = identityIn(content, catalog);
    const former = earlier === null ? null : identityIn(earlier.bytes, catalog);
    if (own === null || (earlier !== null && (former === null || sameCompany(own, former) !== 'other')))
      continue;
    open.push({ target, own, earlier });
    if (earlier !== null) addTo(free, earlier, catalog);
  }
  const chosen = new Map<Target, Earlier>();
  const notes: BaselineNote[] = [];
  for (const { target, own } of open) {
    const found = fitting(own, [...free.values()]);
    if (found === null) continue;
    free.delete(found.name);
    chosen.set(target, found);
    notes.push({ target, other: found.name, kind: 'moved' });
  }
  for (const { target, earlier } of open) {
    if (chosen.has(target) || earlier === null || !free.delete(earlier.name)) continue;
    chosen.set(target, earlier);
    notes.push({ target, other: earlier.name, kind: 'other-company' });
  }
  const passed = new Set(open.map(({ target }) => target));
  const taken = new Set([...chosen.values()].map(({ name }) => name));
  const displaced = open.flatMap(({ earlier }) => earlier?.name ?? []);
  return {
    ...named,
    earlierOf: (target) => {
      if (!passed.has(target)) return named.earlierOf(target);
      const found = chosen.get(target);
      return found === undefined ? null : outcome(found);
    },
    gone: [...new Set([...named.gone, ...displaced])].filter((name) => !taken.has(name)),
    elsewhere: named.elsewhere.filter((name) => !taken.has(name)),
    notes,
  };
}

interface Known extends Earlier {
  readonly identity: Identity;
}

interface Open {
  readonly target: Target;
  readonly own: Identity;
  /** Of the same name, and another company's. */
  readonly earlier: Earlier | null;
}

function addTo(
  free: Map<string, Known>,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array | null },
  catalog: Catalog,
): void {
  const identity = identityIn(bytes, catalog);
  if (bytes !== null && identity !== null) free.set(name, { name, bytes, identity });
}

/** The one file of the same company and site; of two nobody can say which it was. */
function fitting(own: Identity, files: readonly Known[]): Known | null {
  const [one = null, second] = filesOfSameCompany(
    own,
    files.map(({ identity }) => identity),
  )
    .flatMap((at) => files[at] ?? [])
    .filter(({ identity }) => siteKey(identity.site) === siteKey(own.site));
  return second === undefined ? one : null;
}

function identityIn(bytes: Uint8Array | null, catalog: Catalog): Identity | null {
  const opened = bytes === null ? null : openAnswers(bytes, catalog);
  return opened?.ok === true ? opened.value.answers.company : null;
}

function contentOf({ path }: Target): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}
