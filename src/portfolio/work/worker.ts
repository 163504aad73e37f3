import { parentPort, workerData } from 'node:worker_threads';
import { readCompiledCatalog } from '../../catalog/compiled/compile.ts';
import { diskProblem } from '../../files/disk-problem.ts';
import { textsIn } from '../../files/shipped/texts-in.ts';
import type { Finding } from '../../model/finding.ts';
import type { IsoDate, Lang } from '../../model/text.ts';
import { createWords, type Messages } from '../../words/messages.ts';
import { openFormer, type Round } from '../before/former.ts';
import { hasFailed } from '../rows/row.ts';
import { assessOne, type Job, type Tools } from './assess-one.ts';
import { type OwnCatalog, parseOwn } from './own-catalog.ts';

/** What a worker is told once; plain data, for it crosses a thread. */
export interface WorkerSetup {
  readonly catalogDir: string;
  /** Rules and prose as JSON where own checklists are laid over the shipped ones. */
  readonly own: OwnCatalog | null;
  readonly messages: Messages;
  readonly lang: Lang;
  readonly today: IsoDate;
  readonly version: string;
  readonly capacity: number | null;
  readonly reports: Tools['reports'];
  readonly former: Round | null;
}

/** The tools a setup stands for. */
export function toolsOf({ catalogDir, own, messages, lang, former, ...rest }: WorkerSetup): Tools {
  const { catalog, texts } = own === null ? readCompiledCatalog(textsIn(catalogDir), lang) : parseOwn(own);
  const words = createWords(lang, messages);
  return { ...rest, catalog, texts, words, former: former === null ? null : openFormer(former) };
}

/** The rows of a chunk of files. */
export interface ChunkRows {
  /** Their lines in the order of the files, each with its line end. */
  readonly bytes: Uint8Array;
  /** Length of each file's line in bytes, its line end included; 0 = as known. */
  readonly lengths: readonly number[];
  /** How many of these files give no result. */
  readonly failed: number;
}

/** What comes of a chunk, or why the run cannot go on. */
export type Answered = ChunkRows | { readonly problem: Finding };

/** A chunk of files, and where there is room for its rows. */
export interface Asked {
  readonly jobs: readonly Job[];
  readonly slot: SharedArrayBuffer;
}

/** The answer as it travels: `size` bytes of rows lie in the slot. */
export type Reply = Answered | (Omit<ChunkRows, 'bytes'> & { readonly size: number });

/** Rows of a chunk of files, in their order, or what keeps reports from being written. */
export async function answerChunk(jobs: readonly Job[], tools: Tools): Promise<Answered> {
  const lines: string[] = [];
  const lengths: number[] = [];
  let failed = 0;
  for (const job of jobs) {
    try {
      const line = await assessOne(job, tools);
      lengths.push(line === null ? 0 : Buffer.byteLength(line) + 1);
      if (line === null) continue;
      lines.push(line, '\n');
      if (hasFailed(line)) failed++;
    } catch (error) {
      return { problem: diskProblem(job.path, error) };
    }
  }
  return { bytes: Buffer.from(lines.join('')), lengths, failed };
}

function reply(answered: Answered, slot: SharedArrayBuffer): Reply {
  if ('problem' in answered || answered.bytes.length > slot.byteLength) return answered;
  const { bytes, ...rest } = answered;
  new Uint8Array(slot).set(bytes);
  return { ...rest, size: bytes.length };
}

if (parentPort !== null && workerData !== null) {
  const port = parentPort;
  const tools = toolsOf(workerData as WorkerSetup);
  // One chunk after the other: a report gives way while it is made, and answers are known by their order alone.
  let last: Promise<void> = Promise.resolve();
  port.on('message', ({ jobs, slot }: Asked) => {
    last = last.then(async () => port.postMessage(reply(await answerChunk(jobs, tools), slot)));
  });
}
