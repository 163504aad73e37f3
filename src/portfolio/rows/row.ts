import type { Identity } from '../../core/company/identity.ts';
import type { Judged } from '../../core/judge.ts';
import { technologyOf } from '../../core/verdict/tasks.ts';
import type { Answers } from '../../model/answers.ts';
import type { Catalog, Depth } from '../../model/catalog.ts';
import type { Finding } from '../../model/finding.ts';
import type { IsoDate } from '../../model/text.ts';
import { oncePer } from '../../text/once-per.ts';
import type { ChangeFacts } from './change.ts';
import { letterOf, type States } from './states.ts';

/** What is kept of one file: enough for every page of the portfolio, and to know that the file has not changed. */
export interface FileRow {
  /** The path under the folder that was given, `/` between its parts: the name of this file in every output. */
  readonly path: string;
  /** Of the bytes that were read; `null` where nothing could be read. */
  readonly sha256: string | null;
  /** What it is held against, under `--since`. */
  readonly before: Before | null;
  /** Of the report that was written for it. */
  readonly report: string | null;
  /** Errors and warnings of reading: lines of errors.csv. */
  readonly findings: readonly Finding[];
  /** `null` where the file gives no result. */
  readonly client: ClientFacts | null;
  /**
   * Whose a file of the round before was that has no successor of its name: either there is no file of that name any
   * more, or it is somebody else's. `null` where it could not be read.
   */
  readonly gone?: GoneFacts | null;
}

/** The file of the round before that a file is held against; of a file that is gone, that file itself. */
export interface Before {
  /** Under the folder of the round before; `null` = there is none. */
  readonly path: string | null;
  readonly by: 'identity' | 'path' | null;
  readonly sha256: string | null;
  /** Of a file of the same name that it is not held against. */
  readonly namesake: string | null;
}

/** Whether the line of a row says that its file gives no result. */
export const hasFailed = (line: string): boolean =>
  line.endsWith('"client":null}') && !line.includes('"code":"file-not-answers"');

/** Who a file of the round before was. */
export interface GoneFacts extends Identity {
  readonly date: IsoDate | null;
}

export interface ClientFacts extends GoneFacts {
  readonly employees: number | null;
  readonly depth: Depth;
  /** The day by which the file is to be deleted. */
  readonly keepUntil: IsoDate | null;
  readonly score: { readonly low: number | null; readonly high: number | null };
  readonly states: States;
  /** Items of the highest severity answered no or partial and not accepted, heaviest gap first, as catalogue indices. */
  readonly critical: readonly number[];
  /** Tasks a law asks for, the earliest first. */
  readonly legal: readonly LegalDate[];
  /** Since the round before; `null` where there was none, or no such file in it. */
  readonly change: ChangeFacts | null;
}

/** A task a law asks for. Its days are ours: when to have it done so that there is time left. */
export interface LegalDate {
  readonly task: string;
  readonly due: IsoDate;
  /** What came first has come already: a contract, or the day to have it done by. */
  readonly late: boolean;
  /** The day to have it done by, where it has passed. */
  readonly passed: IsoDate | null;
}

/** Whose a file is, and of which day. */
export function whoseIs({ company, assessment }: Pick<Answers, 'company' | 'assessment'>): GoneFacts {
  const { name, formerNames, site, corporateNumber, headquarters, industry } = company;
  return { name, formerNames, site, corporateNumber, headquarters, industry, date: assessment.date };
}

/** The facts of one judged file that the portfolio needs. */
export function clientFacts(
  { score, items, gaps, legal, verdicts }: Pick<Judged, 'score' | 'items' | 'gaps' | 'legal' | 'verdicts'>,
  answers: Pick<Answers, 'company' | 'assessment'>,
  { catalog, today }: { readonly catalog: Catalog; readonly today: IsoDate },
  change: ChangeFacts | null,
): ClientFacts {
  const { company, assessment } = answers;
  const index = indexOf(catalog);
  const at = new Map(items.map((item) => [item.id, item]));
  return {
    ...whoseIs(answers),
    employees: company.employees,
    depth: assessment.depth,
    keepUntil: assessment.keepUntil,
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
      .map(({ id, due }) => ({ task: id, due, ...latenessOf(id, verdicts, today) }))
      .sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.task, b.task)),
    change,
  };
}

/** The day that has passed comes before all that are still to come. */
export const dayOf = ({ due, passed }: LegalDate): IsoDate => passed ?? due;

function latenessOf(
  id: string,
  verdicts: Judged['verdicts'],
  today: IsoDate,
): Pick<LegalDate, 'late' | 'passed'> {
  const verdict = verdicts.find(({ technology }) => technology === technologyOf(id));
  const passed = verdict?.deadlines.find(({ date }) => date < today)?.date ?? null;
  return { late: passed !== null || verdict?.flags.includes('late') === true, passed };
}

/** Place of each item in the catalogue. */
export const indexOf = oncePer(
  ({ items }: Pick<Catalog, 'items'>): ReadonlyMap<string, number> =>
    new Map(items.map((item, index) => [item.id, index])),
);

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
