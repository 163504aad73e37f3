import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { mayReplaceAt, ownKind } from '../../files/own-kind.ts';
import type { Finding } from '../../model/finding.ts';
import type { Words } from '../../words/messages.ts';
import { linesOf, rowsVersion } from '../rows/rows-file.ts';
import { anonymousHead } from '../tables/anonymous-tables.ts';
import { BOM, errorsHead, summaryHead } from '../tables/csv.ts';
import { cacheAt } from '../work/cache.ts';
import { makeFolder, sweep } from './write-whole.ts';

/** Names a run writes into its output folder. */
export const FILES = {
  errors: 'errors.csv',
  summary: 'summary.csv',
  json: 'summary.json',
  rows: 'rows.jsonl',
  pdf: 'portfolio.pdf',
  reports: 'reports',
} as const;

/** Where a run keeps what it found, beside its output: the output itself may be handed on. */
export const cacheOf = (out: string) => cacheAt(join(dirname(out), `${basename(out)}.cache`));

/** Where reports of single clients go. */
export const reportsFolder = (out: string): string => join(out, FILES.reports);

/**
 * Where they wait until the whole run is done, in the cache: a run that was stopped goes on from there, and its output
 * still tells of the run before.
 */
export const waitingReports = (out: string): string => join(cacheOf(out).folder, FILES.reports);

export interface Output {
  readonly out: string;
  /** As it was typed. */
  readonly name: string;
  readonly anonymous: boolean;
  /** Our words in each language: tables of another one are ours too. */
  readonly languages: readonly Words[];
}

const NAMED = [FILES.rows, FILES.errors, FILES.reports];

/** Why an output folder cannot be used, or `null`. Inside the input it may lie; over it, or over somebody else's files, never. */
export function outputProblem(
  { out, name, anonymous, languages }: Output,
  roots: readonly string[],
): Finding | null {
  const over = real(out);
  if (roots.some((root) => `${real(root)}/`.startsWith(`${over}/`))) {
    return { severity: 'error', code: 'batch-output-is-input', args: { path: name }, location: null };
  }
  const stats = statSync(out, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (!stats.isDirectory()) return foreignAt(name);
  const named = anonymous ? NAMED.find((file) => existsSync(join(out, file))) : undefined;
  if (named !== undefined) {
    const args = { path: join(name, named) };
    return { severity: 'error', code: 'batch-output-named', args, location: null };
  }
  const taken = Object.values(FILES).find((file) => existsSync(join(out, file)));
  if (taken === undefined) return null;
  const kinds = kindsIn(languages);
  const foreign = isOurs(out)
    ? kinds.find(({ file, own }) => !mayReplaceAt(join(out, file), own))?.file
    : taken;
  return foreign === undefined ? null : foreignAt(join(name, foreign));
}

export const foreignAt = (path: string): Finding => ({
  severity: 'error',
  code: 'batch-output-foreign',
  args: { path },
  location: null,
});

/** What each file of an output folder is where a run wrote it. */
function kindsIn(languages: readonly Words[]) {
  const tables = (heads: readonly ((input: { words: Words }) => string)[]): readonly (string | null)[] =>
    languages.flatMap((words) => heads.map((head) => ownKind(Buffer.from(`${BOM}${head({ words })}`))));
  return [
    { file: FILES.errors, own: tables([errorsHead]) },
    { file: FILES.summary, own: tables([summaryHead, anonymousHead]) },
    { file: FILES.json, own: ['portfolio'] },
    { file: FILES.rows, own: ['rows'] },
    { file: FILES.pdf, own: ['pdf'] },
  ];
}

/** A folder of results knows itself: by its rows, its summary, or the cache beside it. */
function isOurs(out: string): boolean {
  if (rowsVersion(join(out, FILES.rows)) !== null || existsSync(cacheOf(out).folder)) return true;
  const json = join(out, FILES.json);
  return existsSync(json) && [...firstLines(json, 2)].join('').startsWith('{ "wazamoriPortfolio":');
}

function* firstLines(path: string, count: number): Generator<string> {
  let left = count;
  for (const { text } of linesOf(path)) {
    yield text;
    left--;
    if (left === 0) return;
  }
}

/** The output folder and its cache, made where they are missing and freed of what a killed run left aside. */
export function openOutput(out: string): void {
  for (const folder of [out, cacheOf(out).folder]) {
    makeFolder(folder);
    sweep(folder);
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(resolve(path));
    return parent === path ? path : join(real(parent), basename(path));
  }
}
