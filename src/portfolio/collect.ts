import type { Finding } from '../model/finding.ts';
import type { Job } from './assess-one.ts';
import { type Cache, lookup, settle } from './cache.ts';
import { type Entry, fileOf, type Inputs } from './inputs.ts';
import type { Answered, Pool } from './pool.ts';
import type { FileRow } from './row.ts';
import type { RowsHeader } from './rows-file.ts';
import { openJournal } from './write-whole.ts';

/** How far a run has come. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly reused: number;
  /** Files that gave no result. */
  readonly failed: number;
}

export interface CollectInput {
  readonly inputs: Inputs;
  readonly header: RowsHeader;
  readonly cache: Cache;
  readonly pool: Pool;
  /** Files a thread takes at a time. */
  readonly chunk: number;
  /** Folder of the round before. */
  readonly since: string | null;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export type Collected =
  | { readonly kind: 'done' | 'stopped'; readonly progress: Progress }
  | { readonly kind: 'problem'; readonly problem: Finding; readonly progress: Progress };

interface Sent {
  readonly entries: readonly Entry[];
  readonly known: readonly (string | null)[];
  readonly answer: Promise<Answered>;
}

/**
 * Makes the rows of all inputs, in order of path, in the cache's `rows.jsonl`. Rows are written down chunk by chunk as
 * they come; stopped or killed at any moment, the next run goes on from there.
 */
export async function collect(input: CollectInput): Promise<Collected> {
  const { inputs, cache, header, pool, chunk, signal } = input;
  settle(cache, header);
  const known = lookup(cache.rows);
  const journal = openJournal(cache.partial);
  const tally = tallyOf(inputs.entries.length, input.onProgress);
  const under: Sent[] = [];
  let at = 0;
  try {
    journal.write(`${JSON.stringify(header)}\n`);
    while (under.length > 0 || (at < inputs.entries.length && !signal.aborted)) {
      while (under.length < pool.room && at < inputs.entries.length && !signal.aborted) {
        under.push(send(input, inputs.entries.slice(at, at + chunk), known));
        at += chunk;
      }
      const first = under.shift();
      if (first === undefined) break;
      const answered = await first.answer;
      if ('problem' in answered) {
        return { kind: 'problem', problem: answered.problem, progress: tally.now() };
      }
      journal.write(linesOfChunk(first, answered.lines, tally));
      tally.tell();
    }
    if (at < inputs.entries.length) return { kind: 'stopped', progress: tally.now() };
  } finally {
    known.close();
    await Promise.allSettled(under.map(({ answer }) => answer));
    journal.close();
  }
  journal.rename(cache.rows);
  return { kind: 'done', progress: tally.now() };
}

function send(
  { inputs, pool, since }: CollectInput,
  entries: readonly Entry[],
  known: ReturnType<typeof lookup>,
): Sent {
  const kept = entries.map((entry) => (entry.problem === undefined ? known.find(entry.path) : null));
  const jobs = entries.flatMap((entry, i): readonly Job[] => {
    if (entry.problem !== undefined) return [];
    const row = kept[i]?.row ?? null;
    return [
      {
        path: entry.path,
        file: fileOf(inputs, entry),
        before: since === null ? null : fileOf(inputs, entry, since),
        gone: entry.gone === true,
        known: row === null ? null : { sha256: row.sha256, before: row.before, report: row.report },
      },
    ];
  });
  return { entries, known: kept.map((row) => row?.line.text ?? null), answer: pool.run(jobs) };
}

type Tally = ReturnType<typeof tallyOf>;

function linesOfChunk({ entries, known }: Sent, lines: readonly (string | null)[], tally: Tally): string {
  let next = 0;
  return entries
    .map((entry, i) => {
      const made = entry.problem === undefined ? (lines[next++] ?? null) : problemRow(entry);
      const line = made ?? known[i] ?? '';
      tally.count(made === null, line.endsWith('"client":null}'));
      return `${line}\n`;
    })
    .join('');
}

/** A place that could not be looked into stands among the rows as a file that could not be read. */
function problemRow({ path, problem }: Entry): string {
  const findings = problem === undefined ? [] : [problem];
  const row: FileRow = { path, sha256: null, before: null, report: null, findings, client: null };
  return JSON.stringify(row);
}

function tallyOf(of: number, tell: (progress: Progress) => void) {
  let done = 0;
  let reused = 0;
  let failed = 0;
  const now = (): Progress => ({ done, of, reused, failed });
  return {
    now,
    tell: () => tell(now()),
    count: (wasReused: boolean, hasFailed: boolean) => {
      done++;
      if (wasReused) reused++;
      if (hasFailed) failed++;
    },
  };
}
