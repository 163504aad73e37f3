import { basename } from 'node:path';
import type { Outcome } from '../../model/finding.ts';
import type { PdfReport } from '../../report/pdf/input.ts';
import { type ResultsInput, type Standings, standingsOf } from '../tables/standings.ts';
import { writeResults } from './results.ts';
import { removeReports, type StaleReport } from './stale-reports.ts';
import { switchResults } from './switch-results.ts';
import type { WholeFile } from './write-whole.ts';

export interface FinishInput {
  readonly results: ResultsInput;
  /** The output folder as it was typed. */
  readonly name: string;
  /** Reports of the run before that go, for their clients did. */
  readonly stale: readonly StaleReport[];
  /** Copies of reports from elsewhere, waiting for their places. */
  readonly copies: readonly WholeFile[];
}

export interface Finished {
  readonly results: ResultsInput;
  readonly standings: Standings;
  /** Names of the files written. */
  readonly written: readonly string[];
  /** Reports that went. */
  readonly removed: number;
}

/** Turns finished rows into results: all of them get their names, or none. */
export async function finishRun(
  { results, name, stale, copies }: FinishInput,
  fontsDir: string,
  tell: (printed: PdfReport) => void,
): Promise<Outcome<Finished>> {
  const standings = standingsOf(results);
  const files = await writeResults(results, standings, fontsDir, tell).catch((error: unknown) => {
    for (const copy of copies) copy.discard();
    throw error;
  });
  const reports = results.anonymous ? null : results.header.reports;
  const problem = switchResults({ out: results.out, name }, [...files, ...copies], reports);
  if (problem !== null) return { ok: false, findings: [problem] };
  const removed = removeReports(results.out, stale);
  const written = files.map((file) => basename(file.settle().name));
  return { ok: true, value: { results, standings, written, removed }, findings: [] };
}
