import { folded, formOf, industryLetter, nameKey, siteKey } from './company-names.ts';

/**
 * Who is who: which answer files speak of one company. Pure, and the same for a batch, its round before, the baselines
 * of the gate and reports. Nothing is joined without saying by what; where two files may or may not be one company, they
 * stay two and say so.
 */

/** What a file says of whose it is. */
export interface Identity {
  readonly name: string | null;
  /** Names the company had before. */
  readonly formerNames: readonly string[];
  readonly corporateNumber: string | null;
  readonly site: string | null;
  readonly headquarters: string | null;
  readonly industry: string | null;
}

/** Why a file is not counted with another one that it may belong to; `other` is a place in the list. */
export interface Doubt {
  /**
   * `number-shared`: one corporate number, two names; somebody copied a file as a template.
   * `identity-unclear`: names alike, and no number that settles it.
   */
  readonly code: 'number-shared' | 'identity-unclear';
  readonly other: number;
}

/** Where one of several files belongs. */
export interface Placed {
  /** The first file of its company, as a place in the list. */
  readonly company: number;
  /** What joined it to that company; `null` = it is the first one. */
  readonly by: 'number' | 'former-name' | 'name' | null;
  readonly doubt: Doubt | null;
}

/** What two files have to share one of to be one company; all else is decided by {@link companiesAmong}. */
export function identityKeys({ name, formerNames, corporateNumber }: Identity): readonly string[] {
  const names = [...(name === null ? [] : [name]), ...formerNames].map((each) => `name ${nameKey(each)}`);
  return [...new Set([...(corporateNumber === null ? [] : [`number ${corporateNumber}`]), ...names])];
}

/** The companies among some files, file by file. */
export function companiesAmong(files: readonly Identity[]): readonly Placed[] {
  const known = files.map(knownOf);
  const placing: Placing = {
    company: known.map(({ at }) => at),
    by: known.map(() => null),
    doubt: known.map(() => null),
  };
  placeUnnumbered(known, placeNumbered(known, placing), placing);
  return ledByFirst(placing);
}

/** Which of some earlier files are of the company `own` is of, as places in the list. */
export function filesOfSameCompany(own: Identity, files: readonly Identity[]): readonly number[] {
  const [first, ...others] = companiesAmong([own, ...files]);
  return others.flatMap(({ company }, at) => (company === first?.company ? [at] : []));
}

/** Whether two files are of one company, of two, or cannot be told because one of them does not say whose it is. */
export function sameCompany(one: Identity, other: Identity): 'same' | 'other' | 'unknown' {
  if (filesOfSameCompany(one, [{ ...other, site: one.site }]).length > 0) return 'same';
  const shared = one.corporateNumber !== null && other.corporateNumber !== null;
  return shared || (one.name !== null && other.name !== null) ? 'other' : 'unknown';
}

interface Known {
  readonly at: number;
  readonly key: string | null;
  readonly former: readonly string[];
  readonly form: string | null;
  readonly site: string;
  readonly headquarters: string | null;
  readonly letter: string | null;
  readonly number: string | null;
}

const knownOf = (own: Identity, at: number): Known => ({
  at,
  key: own.name === null ? null : nameKey(own.name),
  former: own.formerNames.map(nameKey),
  form: own.name === null ? null : formOf(own.name),
  site: siteKey(own.site),
  headquarters: own.headquarters === null ? null : folded(own.headquarters),
  letter: industryLetter(own.industry),
  number: own.corporateNumber,
});

interface Placing {
  readonly company: number[];
  readonly by: Placed['by'][];
  readonly doubt: (Doubt | null)[];
}

/** A company as it is put together: what its files agree on, as far as they state it. */
interface Company {
  readonly lead: number;
  readonly key: string | null;
  form: string | null;
  headquarters: string | null;
  letter: string | null;
}

const companyOf = ({ at, key, form, headquarters, letter }: Known): Company => ({
  lead: at,
  key,
  form,
  headquarters,
  letter,
});

function join({ company, by }: Placing, file: Known, to: Company, how: Placed['by']): void {
  company[file.at] = to.lead;
  by[file.at] = how;
  to.form ??= file.form;
  to.headquarters ??= file.headquarters;
  to.letter ??= file.letter;
}

/** The first doubt is told: one is enough to make somebody look. */
function doubted({ doubt }: Placing, at: number, code: Doubt['code'], other: number): void {
  doubt[at] ??= { code, other };
}

type Companies = ReadonlyMap<string, ReadonlySet<Company>>;

/** Files with a number: one company a name, with the names it had before. What comes back is by name. */
function placeNumbered(known: readonly Known[], placing: Placing): Companies {
  const byName = new Map<string, Set<Company>>();
  const numbered = known.filter(({ number }) => number !== null);
  for (const files of groups(numbered, ({ number }) => number ?? '')) {
    const own = namedCompanies(files, placing);
    const companies = [...new Set(own.values())];
    const nameless = files.filter(({ key }) => key === null);
    let [first] = companies;
    for (const file of nameless) {
      if (first === undefined) first = companyOf(file);
      else if (companies.length > 1) doubted(placing, file.at, 'identity-unclear', first.lead);
      else join(placing, file, first, 'number');
    }
    if (companies.length > 1) tellShared(files, companies, placing);
    for (const [name, company] of own) add(byName, name, company);
  }
  return byName;
}

function namedCompanies(files: readonly Known[], placing: Placing): ReadonlyMap<string, Company> {
  const own = new Map<string, Company>();
  // Whoever tells its former names comes first: it ties those names together.
  for (const file of [...files].sort((a, b) => b.former.length - a.former.length || a.at - b.at)) {
    const { key, former } = file;
    if (key === null) continue;
    const found = [key, ...former].flatMap((name) => own.get(name) ?? [])[0];
    const company = found ?? companyOf(file);
    if (found !== undefined) join(placing, file, found, found.key === key ? 'number' : 'former-name');
    for (const name of [key, ...former]) if (!own.has(name)) own.set(name, company);
  }
  return own;
}

function tellShared(files: readonly Known[], [first, second]: readonly Company[], placing: Placing): void {
  if (first === undefined || second === undefined) return;
  for (const { at, key } of files) {
    if (key === null) continue;
    const other = placing.company[at] === first.lead ? second.lead : first.lead;
    doubted(placing, at, 'number-shared', other);
  }
}

/** Files without a number: with the one company of that name that has one, else with their like. */
function placeUnnumbered(known: readonly Known[], numbered: Companies, placing: Placing): void {
  const left: Known[] = [];
  for (const file of known) {
    if (file.number !== null || file.key === null) continue;
    const named = new Set([file.key, ...file.former].flatMap((name) => [...(numbered.get(name) ?? [])]));
    const [one, second] = [...named].filter((company) => !contradicts(file, company));
    if (one !== undefined && second === undefined) join(placing, file, one, 'name');
    else {
      const [other] = named;
      if (other !== undefined) doubted(placing, file.at, 'identity-unclear', other.lead);
      left.push(file);
    }
  }
  for (const files of groups(left, tiedNames(left))) placeAlike(files, placing);
}

/** Names that a file ties together by its former names count as one. */
function tiedNames(files: readonly Known[]): (file: Known) => string {
  const now = new Map<string, string>();
  for (const { key, former } of files) for (const name of former) if (key !== null) now.set(name, key);
  return ({ key }) => now.get(key ?? '') ?? key ?? '';
}

/** Files of one name and no number: one company a site, but never of two prefectures, trades or legal forms. */
function placeAlike(files: readonly Known[], placing: Placing): void {
  const stated = ({ headquarters, letter, form }: Known): number =>
    [headquarters, letter, form].filter((fact) => fact !== null).length;
  const all: Company[] = [];
  for (const site of groups(files, ({ site: where }) => where)) {
    const here: Company[] = [];
    // Those who state least come last: by then it is known how many they may belong to.
    for (const file of [...site].sort((a, b) => stated(b) - stated(a) || a.at - b.at)) {
      const [one, second] = here.filter((company) => !contradicts(file, company));
      if (one !== undefined && second === undefined) join(placing, file, one, 'name');
      else here.push(companyOf(file));
    }
    all.push(...here);
  }
  const [first, second] = all;
  if (first === undefined || second === undefined) return;
  for (const { at } of files) {
    const other = placing.company[at] === first.lead ? second.lead : first.lead;
    doubted(placing, at, 'identity-unclear', other);
  }
}

/** Whether a file states what a company is not. */
function contradicts(file: Known, company: Company): boolean {
  return (['headquarters', 'letter', 'form'] as const).some(
    (fact) => file[fact] !== null && company[fact] !== null && file[fact] !== company[fact],
  );
}

/** Companies led by the first of their files, whichever came first while they were put together. */
function ledByFirst({ company, by, doubt }: Placing): readonly Placed[] {
  const first = new Map<number, number>();
  company.forEach((lead, at) => {
    if (!first.has(lead)) first.set(lead, at);
  });
  return company.map((lead, at) => {
    const own = first.get(lead) ?? at;
    const how = own === at ? null : (by[at] ?? by[own] ?? null);
    const other = doubt[at]?.other;
    const told = doubt[at] ?? null;
    return {
      company: own,
      by: how,
      doubt: told === null ? null : { ...told, other: first.get(company[other ?? at] ?? at) ?? at },
    };
  });
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): Iterable<readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = found.get(key);
    if (group === undefined) found.set(key, [one]);
    else group.push(one);
  }
  return found.values();
}

function add(byName: Map<string, Set<Company>>, name: string, company: Company): void {
  const known = byName.get(name);
  if (known === undefined) byName.set(name, new Set([company]));
  else known.add(company);
}
