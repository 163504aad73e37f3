import { siteKey } from '../core/company/company-names.ts';
import { companiesAmong, type Identity, sameCompany } from '../core/company/identity.ts';
import type { GateCode, GateFinding, GateSeverity } from '../model/gate.ts';
import type { ListedClient, Policy } from '../model/policy.ts';
import type { Location } from '../model/text.ts';
import { levelOf } from './levels.ts';

/** An answer file that was checked, as the register sees it. */
export interface RegisteredFile {
  /** Places of the entries that mean it, from 0. */
  readonly entries: readonly number[];
  /** `null` = it cannot be read. */
  readonly company: Identity | null;
  /** Of the company's name, or where it should stand. */
  readonly location: Location;
}

/** How loud each is, unless the policy says otherwise. Who joins hides nothing: that is said, and stops nobody. */
export const REGISTER_CODES: ReadonlyMap<GateCode, GateSeverity> = new Map<GateCode, GateSeverity>([
  ['client-missing', 'error'],
  ['client-unlisted', 'warning'],
  ['client-mixed', 'error'],
  ['client-twice', 'error'],
]);

/**
 * What the register says of the files, file by file: one that no entry means, one of another company than its entry's,
 * and one of a company that another entry has already. Pure.
 */
export function registerFindings(
  policy: Policy,
  files: readonly RegisteredFile[],
): readonly (readonly GateFinding[])[] {
  const { clients } = policy;
  const firstOf = new Map<number, Identity>();
  const twice = doubles(clients, files);
  return files.map(({ entries, company, location }, i) => {
    if (entries.length === 0) return found(policy, 'client-unlisted', {}, location, null);
    const other = twice.get(i);
    const mixed = entries.filter((entry) => {
      const client = clients[entry];
      if (client?.single !== true || company === null) return false;
      if (client.company !== null) return isOther(company, named(client.company));
      const first = firstOf.get(entry);
      if (first === undefined) firstOf.set(entry, company);
      return first !== undefined && sameCompany(company, first) === 'other';
    });
    return [
      ...mixed.flatMap((entry) => aboutEntry(policy, 'client-mixed', entry, location)),
      ...(other === undefined ? [] : aboutEntry(policy, 'client-twice', other, location)),
    ];
  });
}

/** Held against a name, a file without one is none of that company's. */
const isOther = (company: Identity, asked: Identity): boolean =>
  company.name === null || sameCompany(company, asked) === 'other';

/** An entry no answer file goes with, told at its line of the policy. */
export const missingClient = (policy: Policy, entry: number): readonly GateFinding[] =>
  aboutEntry(policy, 'client-missing', entry, policy.clients[entry]?.location ?? { line: 1, column: 1 });

/** What an entry is called: its name, its company, or else its first file. */
const labelOf = ({ name, company, files }: ListedClient): string => name ?? company ?? files[0] ?? '';

function aboutEntry(
  policy: Policy,
  code: 'client-missing' | 'client-mixed' | 'client-twice',
  entry: number,
  location: Location,
): readonly GateFinding[] {
  const client = policy.clients[entry];
  if (client === undefined) return [];
  const label = labelOf(client);
  return found(policy, code, { client: label, nth: entry + 1 }, location, label);
}

function found(
  policy: Policy,
  code: GateCode,
  args: GateFinding['args'],
  location: Location,
  subject: string | null,
): readonly GateFinding[] {
  const severity = levelOf(policy, code, REGISTER_CODES.get(code) ?? 'error');
  return severity === 'off' ? [] : [{ severity, code, kind: 'policy', args, location, subject }];
}

/** A company the register names, of which it says nothing else. */
const named = (name: string): Identity => ({
  name,
  formerNames: [],
  corporateNumber: null,
  site: null,
  headquarters: null,
  industry: null,
});

/** By file: another entry that means it too, or that has a file of the same company and site before it. */
function doubles(
  clients: readonly ListedClient[],
  files: readonly RegisteredFile[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const taken = new Map<string, number>();
  const known = files.flatMap(({ company, entries }, i) => {
    const [own, second] = entries.filter((entry) => clients[entry]?.single === true);
    if (second !== undefined) found.set(i, second);
    return own === undefined || company === null || company.name === null ? [] : [{ i, own, company }];
  });
  for (const [at, placed] of companiesAmong(known.map(({ company }) => company)).entries()) {
    const one = known[at];
    if (one === undefined) continue;
    const key = `${placed.company} ${siteKey(one.company.site)}`;
    const before = taken.get(key);
    if (before === undefined) taken.set(key, one.own);
    else if (before !== one.own && !found.has(one.i)) found.set(one.i, before);
  }
  return found;
}
