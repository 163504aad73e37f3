import { parentPort, workerData } from 'node:worker_threads';
import { readCompiledCatalog } from '../catalog/compile.ts';
import type { IsoDate, Lang } from '../model/text.ts';
import { diskProblem } from '../text/save.ts';
import { createWords, type Messages } from '../words/messages.ts';
import { assessOne, type Job, type Tools } from './assess-one.ts';
import type { Answered } from './pool.ts';

/** What a worker is told once; plain data, for it crosses a thread. */
export interface WorkerSetup {
  readonly catalogDir: string;
  readonly messages: Messages;
  readonly lang: Lang;
  readonly today: IsoDate;
  readonly version: string;
  readonly capacity: number | null;
  readonly reports: Tools['reports'];
}

/** The tools a setup stands for. */
export function toolsOf({ catalogDir, messages, lang, ...rest }: WorkerSetup): Tools {
  const compiled = readCompiledCatalog(catalogDir, lang);
  return { ...rest, catalog: compiled.catalog, texts: compiled.texts, words: createWords(lang, messages) };
}

/** Rows of a chunk of files, in their order, or what keeps reports from being written. */
export async function answerChunk(jobs: readonly Job[], tools: Tools): Promise<Answered> {
  const lines: (string | null)[] = [];
  for (const job of jobs) {
    try {
      lines.push(await assessOne(job, tools));
    } catch (error) {
      return { problem: diskProblem(job.path, error) };
    }
  }
  return { lines };
}

if (parentPort !== null && workerData !== null) {
  const port = parentPort;
  const tools = toolsOf(workerData as WorkerSetup);
  // One chunk after the other: a report gives way while it is made, and answers are known by their order alone.
  let last: Promise<void> = Promise.resolve();
  port.on('message', (jobs: readonly Job[]) => {
    last = last.then(async () => port.postMessage(await answerChunk(jobs, tools)));
  });
}
