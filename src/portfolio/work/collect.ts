import type { Finding } from '../../model/finding.ts';
import { jsonText } from '../../words/visible.ts';
import { type FileRow, hasFailed } from '../rows/row.ts';
import { rowLine } from '../rows/row-line.ts';
import type { RowsHeader } from '../rows/rows-header.ts';
import { type Journal, openJournal } from '../written/write-whole.ts';
import type { Job, Known } from './assess-one.ts';
import { type Cache, lookup, settle } from './cache.ts';
import type { Entry } from './entries.ts';
import { fileOf, type Inputs } from './inputs.ts';
import type { Pool } from './pool.ts';
import type { Answered, ChunkRows } from './worker.ts';

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
  const entries = inputs.entries[Symbol.iterator]();
  const under: Sent[] = [];
  let left = inputs.entries.length;
  try {
    journal.write(`${jsonText(header)}\n`);
    while (under.length > 0 || (left > 0 && !signal.aborted)) {
      while (under.length < pool.room && left > 0 && !signal.aborted) {
        const next = nextOf(entries, chunk);
        under.push(send(input, next, known));
        left -= next.length;
      }
      const first = under.shift();
      if (first === undefined) break;
      const answered = await first.answer;
      if ('problem' in answered) {
        return { kind: 'problem', problem: answered.problem, progress: tally.now() };
      }
      writeChunk(first, answered, journal, tally);
      tally.tell();
    }
    if (left > 0) return { kind: 'stopped', progress: tally.now() };
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
  const kept = entries.map((entry) => {
    const row = entry.problem === undefined ? known.find(entry.path) : null;
    // Whether a file was left out hangs on how it was given as well: it is looked at again.
    return row?.line.text.includes('"code":"file-not-answers"') === true ? null : row;
  });
  const jobs = entries.flatMap((entry, i): readonly Job[] => {
    if (entry.problem !== undefined) return [];
    const row = kept[i]?.row ?? null;
    const former = entry.gone === true;
    const job: Job = {
      kind: former ? 'former' : 'client',
      path: entry.path,
      file: fileOf(inputs, entry, former ? (since ?? undefined) : undefined),
      found: inputs.sources[entry.source]?.found === true,
      within: entry.path.slice(inputs.sources[entry.source]?.prefix.length ?? 0),
      known: row === null ? null : knownOf(row),
    };
    return [job];
  });
  return { entries, known: kept.map((row) => row?.line.text ?? null), answer: pool.run(jobs) };
}

const knownOf = ({ sha256, before, report, client }: FileRow): Known => ({
  sha256,
  before,
  report,
  whose: client,
});

function nextOf(entries: Iterator<Entry>, most: number): readonly Entry[] {
  const some: Entry[] = [];
  while (some.length < most) {
    const next = entries.next();
    if (next.done === true) break;
    some.push(next.value);
  }
  return some;
}

type Tally = ReturnType<typeof tallyOf>;

/** Made rows go to the disk as they came; between them, those that hold as they are known. */
function writeChunk({ entries, known }: Sent, made: ChunkRows, journal: Journal, tally: Tally): void {
  let [next, from, to] = [0, 0, 0];
  let [reused, failed] = [0, made.failed];
  let kept = '';
  const write = (): void => {
    if (kept !== '') journal.write(kept);
    if (to > from) journal.write(made.bytes.subarray(from, to));
    kept = '';
    from = to;
  };
  entries.forEach((entry, i) => {
    const place = entry.problem !== undefined;
    const length = place ? 0 : (made.lengths[next++] ?? 0);
    if (length > 0) {
      to += length;
      return;
    }
    if (to > from) write();
    const line = place ? problemRow(entry) : (known[i] ?? '');
    kept += `${line}\n`;
    if (!place) reused++;
    if (hasFailed(line)) failed++;
  });
  write();
  tally.count(entries.length, reused, failed);
}

/** A place that could not be looked into stands among the rows as a file that could not be read. */
function problemRow({ path, problem }: Entry): string {
  const findings = problem === undefined ? [] : [problem];
  const row: FileRow = { path, sha256: null, before: null, report: null, findings, client: null };
  return rowLine(row);
}

function tallyOf(of: number, tell: (progress: Progress) => void) {
  let done = 0;
  let reused = 0;
  let failed = 0;
  const now = (): Progress => ({ done, of, reused, failed });
  return {
    now,
    tell: () => tell(now()),
    count: (files: number, known: number, without: number) => {
      done += files;
      reused += known;
      failed += without;
    },
  };
}
