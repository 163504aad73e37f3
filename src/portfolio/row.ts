import type { Judged } from '../core/judge.ts';
import type { Answers } from '../model/answers.ts';
import type { Catalog, Depth } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { IsoDate } from '../model/text.ts';
import { oncePer } from '../text/once-per.ts';
import type { ChangeFacts } from './change.ts';
import { letterOf, type States } from './states.ts';

/** What is kept of one file: enough for every page of the portfolio, and to know that the file has not changed. */
export interface FileRow {
  /** The path under the folder that was given, `/` between its parts: the name of this file in every output. */
  readonly path: string;
  /** Of the bytes that were read; `null` where nothing could be read. */
  readonly sha256: string | null;
  /** Of the same file of the round before, under `--since`. */
  readonly before: string | null;
  /** Of the report that was written for it. */
  readonly report: string | null;
  /** Errors and warnings of reading: lines of errors.csv. */
  readonly findings: readonly Finding[];
  /** `null` where the file gives no result. */
  readonly client: ClientFacts | null;
  /** Only where the file itself is gone: who it was in the round before; `null` where that could not be read. */
  readonly gone?: GoneFacts | null;
}

/** Whether the line of a row says that its file gives no result although it should. */
export const hasFailed = (line: string): boolean =>
  line.endsWith('"client":null}') && !line.includes('"code":"file-not-answers"');

export type GoneFacts = Pick<ClientFacts, 'name' | 'site' | 'corporateNumber'>;

export interface ClientFacts {
  readonly name: string | null;
  readonly site: string | null;
  readonly corporateNumber: string | null;
  readonly industry: string | null;
  readonly employees: number | null;
  readonly depth: Depth;
  /** The day the answers describe. */
  readonly date: IsoDate | null;
  readonly score: { readonly low: number | null; readonly high: number | null };
  readonly states: States;
  /** Items of the highest severity answered no or partial and not accepted, heaviest gap first, as catalogue indices. */
  readonly critical: readonly number[];
  /** Tasks a law asks for, the earliest first. */
  readonly legal: readonly LegalDate[];
  /** Since the round before; `null` where there was none, or no such file in it. */
  readonly change: ChangeFacts | null;
}

export interface LegalDate {
  readonly task: string;
  readonly due: IsoDate;
}

/** The facts of one judged file that the portfolio needs. */
export function clientFacts(
  { score, items, gaps, legal }: Pick<Judged, 'score' | 'items' | 'gaps' | 'legal'>,
  { company, assessment }: Pick<Answers, 'company' | 'assessment'>,
  catalog: Catalog,
  change: ChangeFacts | null,
): ClientFacts {
  const index = indexOf(catalog);
  const at = new Map(items.map((item) => [item.id, item]));
  return {
    name: company.name,
    site: company.site,
    corporateNumber: company.corporateNumber,
    industry: company.industry,
    employees: company.employees,
    depth: assessment.depth,
    date: assessment.date,
    score: { low: score.low, high: score.high },
    states: catalog.items
      .map(({ id }) => {
        const item = at.get(id);
        return item === undefined ? letterOf({ state: 'outOfScope', inOverall: false }) : letterOf(item);
      })
      .join(''),
    critical: gaps.flatMap((gap) => {
      const place = index.get(gap.item);
      if (place === undefined || gap.conditional) return [];
      return catalog.items[place]?.severity === 'critical' ? [place] : [];
    }),
    legal: legal
      .map(({ id, due }) => ({ task: id, due }))
      .sort((a, b) => compare(a.due, b.due) || compare(a.task, b.task)),
    change,
  };
}

/** Place of each item in the catalogue. */
export const indexOf = oncePer(
  ({ items }: Pick<Catalog, 'items'>): ReadonlyMap<string, number> =>
    new Map(items.map((item, index) => [item.id, index])),
);

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
