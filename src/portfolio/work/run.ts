import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { withGone } from '../before/gone.ts';
import { ROWS_VERSION, type RowsHeader } from '../rows/rows-header.ts';
import { inShard, type Shard } from '../rows/shard.ts';
import { type Cache, formerCache } from './cache.ts';
import { type Collected, collect, type Progress } from './collect.ts';
import { type Entries, type Entry, packEntries } from './entries.ts';
import { findInputs, type Inputs } from './inputs.ts';
import { proseOf } from './own-catalog.ts';
import { inlinePool, type Pool, workerPool } from './pool.ts';
import type { WorkerSetup } from './worker.ts';

export interface RunInput {
  readonly inputs: Inputs;
  readonly shard: Shard | null;
  readonly setup: Omit<WorkerSetup, 'former'>;
  readonly editions: Readonly<Record<string, string>>;
  /** Hash of the rules in use. */
  readonly catalog: string;
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
  const { shard, setup, cache, since } = input;
  const header = headerOf(input);
  let former: WorkerSetup['former'] = null;
  if (since !== null) {
    const told = await formerRows(input, since, header);
    if (told.collected.kind !== 'done') return { header, collected: told.collected };
    former = { rows: told.rows, root: since };
  }
  const all = since === null ? input.inputs.entries : withGone(input.inputs, since);
  const entries = shard === null ? all : packEntries(shareOf(all, shard));
  const inputs = { ...input.inputs, entries };
  return { header, collected: await rowsFor({ ...input, inputs }, { ...setup, former }, header, cache) };
}

/**
 * Whose the files of the round before are, all of them, whatever share of this round is asked for: only who knows them
 * all can tell which of them a file is to be held against.
 */
async function formerRows(
  input: RunInput,
  since: string,
  header: RowsHeader,
): Promise<{ readonly rows: string; readonly collected: Collected }> {
  const found = findInputs('/', [since], []);
  const cache = formerCache(input.cache);
  const inputs = { ...found, entries: packEntries(asFormer(found.entries)) };
  const setup = { ...input.setup, reports: null, former: null };
  const { shares: _, ...whole } = header;
  const collected = await rowsFor({ ...input, inputs }, setup, { ...whole, since: false }, cache);
  return { rows: cache.rows, collected };
}

function* asFormer(entries: Entries): Generator<Entry> {
  for (const { path, problem } of entries) if (problem === undefined) yield { path, source: 0, gone: true };
}

async function rowsFor(
  { inputs, workers, since, signal, onProgress }: RunInput,
  setup: WorkerSetup,
  header: RowsHeader,
  cache: Cache,
): Promise<Collected> {
  const { entries } = inputs;
  const reporting = setup.reports !== null;
  const few = entries.length < (reporting ? FEW_REPORTS : FEW_FILES);
  const pool: Pool =
    few || workers.count === 0 ? inlinePool(setup) : workerPool(workers.script, setup, workers.count);
  try {
    const most = reporting ? REPORTS_AT_ONCE : FILES_AT_ONCE;
    // A few files are shared out as well: one thread with all of them is no help.
    const chunk = Math.min(most, Math.ceil(entries.length / (2 * workers.count)));
    return await collect({ inputs, header, cache, pool, chunk, since, signal, onProgress });
  } finally {
    await pool.close();
  }
}

function* shareOf(entries: Entries, shard: Shard): Generator<Entry> {
  for (const entry of entries) if (inShard(entry.path, shard)) yield entry;
}

/** What rows are made with, and a key of it: rows of another key are never mixed with these. */
function headerOf({ setup, editions, catalog, since, workers, shard }: RunInput): RowsHeader {
  const { catalogDir, own, lang, today, version, capacity } = setup;
  const reports = setup.reports?.format ?? null;
  const key = createHash('sha256')
    .update(catalog)
    .update(proseOf(catalogDir, lang, own));
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
    catalog,
    reports,
    since: since !== null,
    ...(shard === null ? {} : { shares: [{ of: shard.of, parts: [shard.part] }] }),
  };
}
