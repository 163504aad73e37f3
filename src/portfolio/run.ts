import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES_FILE, textsFile } from '../catalog/compile.ts';
import type { Cache } from './cache.ts';
import { type Collected, collect, type Progress } from './collect.ts';
import { type Entries, type Entry, packEntries } from './entries.ts';
import { withGone } from './gone.ts';
import type { Inputs } from './inputs.ts';
import { inlinePool, type Pool, workerPool } from './pool.ts';
import { ROWS_VERSION, type RowsHeader } from './rows-file.ts';
import { inShard, type Shard } from './shard.ts';
import type { WorkerSetup } from './worker.ts';

export interface RunInput {
  readonly inputs: Inputs;
  readonly shard: Shard | null;
  readonly setup: WorkerSetup;
  readonly editions: Readonly<Record<string, string>>;
  readonly cache: Cache;
  readonly since: string | null;
  /** The bundled worker, and how many of it may run; 0 = all in this thread. */
  readonly workers: { readonly script: string; readonly count: number };
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Ran {
  readonly header: RowsHeader;
  readonly collected: Collected;
}

// Below these a thread costs more time than it saves.
const FEW_FILES = 40;
const FEW_REPORTS = 3;
// Enough for a thread to be busy while its answer travels, few enough to stop soon and to lose little.
const FILES_AT_ONCE = 50;
const REPORTS_AT_ONCE = 2;

/** Makes the rows of all files, from the cache where they have not changed. */
export async function runBatch(input: RunInput): Promise<Ran> {
  const { shard, setup, workers } = input;
  const all = input.since === null ? input.inputs.entries : withGone(input.inputs, input.since);
  const entries = shard === null ? all : packEntries(shareOf(all, shard));
  const header = headerOf(input);
  const reporting = setup.reports !== null;
  const few = entries.length < (reporting ? FEW_REPORTS : FEW_FILES);
  const pool: Pool =
    few || workers.count === 0 ? inlinePool(setup) : workerPool(workers.script, setup, workers.count);
  try {
    const { cache, since, signal, onProgress } = input;
    const most = reporting ? REPORTS_AT_ONCE : FILES_AT_ONCE;
    // A few files are shared out as well: one thread with all of them is no help.
    const chunk = Math.min(most, Math.ceil(entries.length / (2 * workers.count)));
    const inputs = { ...input.inputs, entries };
    const collected = await collect({
      ...{ inputs, header, cache, pool, chunk, since, signal, onProgress },
    });
    return { header, collected };
  } finally {
    await pool.close();
  }
}

function* shareOf(entries: Entries, shard: Shard): Generator<Entry> {
  for (const entry of entries) if (inShard(entry.path, shard)) yield entry;
}

/** What rows are made with, and a key of it: rows of another key are never mixed with these. */
function headerOf({ setup, editions, since, workers, shard }: RunInput): RowsHeader {
  const { catalogDir, lang, today, version, capacity } = setup;
  const reports = setup.reports?.format ?? null;
  const key = createHash('sha256');
  for (const file of [RULES_FILE, textsFile(lang)]) key.update(readFileSync(join(catalogDir, file)));
  // The bundle names its chunks by their content: another build is another tool, whatever its version says.
  if (existsSync(workers.script)) key.update(readFileSync(workers.script));
  key.update(JSON.stringify([ROWS_VERSION, version, today, lang, capacity, reports, since !== null]));
  return {
    wazamoriRows: ROWS_VERSION,
    key: key.digest('hex'),
    tool: version,
    asOf: today,
    lang,
    editions,
    reports,
    since: since !== null,
    ...(shard === null ? {} : { shares: { of: shard.of, parts: [shard.part] } }),
  };
}
