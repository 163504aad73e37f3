import { Worker } from 'node:worker_threads';
import type { Finding } from '../model/finding.ts';
import type { Job } from './assess-one.ts';
import { compileLater } from './patience.ts';
import { answerChunk, toolsOf, type WorkerSetup } from './worker.ts';

/** What comes back for a chunk: a line for each file (`null` = as known), or why the run cannot go on. */
export type Answered = { readonly lines: readonly (string | null)[] } | { readonly problem: Finding };

/** Assesses chunks of files, one after the other or several at once. */
export interface Pool {
  /** How many chunks may be under way before the next one has to wait. */
  readonly room: number;
  readonly run: (jobs: readonly Job[]) => Promise<Answered>;
  readonly close: () => Promise<void>;
}

/** In this thread: for a handful of files, whom starting a thread would cost more than it gives. */
export function inlinePool(setup: WorkerSetup): Pool {
  const tools = toolsOf(setup);
  return {
    room: 1,
    run: async (jobs) => {
      // Ctrl-C is heard only between two turns of the event loop.
      await new Promise((next) => setImmediate(next));
      return answerChunk(jobs, tools);
    },
    close: async () => {},
  };
}

/** Two chunks a worker: the next one lies ready while the answer to the last one travels. */
const AHEAD = 2;

interface Waiting {
  readonly done: (answered: Answered) => void;
  readonly fail: (error: unknown) => void;
}

/** `count` threads; each answers its chunks in the order they were given. */
export function workerPool(script: string, setup: WorkerSetup, count: number): Pool {
  compileLater();
  const crew = Array.from({ length: count }, () => {
    const worker = new Worker(script, { workerData: setup, resourceLimits: HEAP });
    const waiting: Waiting[] = [];
    const failAll = (error: unknown): void => {
      for (const { fail } of waiting.splice(0)) fail(error);
    };
    worker.on('message', (answered: Answered) => waiting.shift()?.done(answered));
    worker.on('error', failAll);
    worker.on('exit', () => failAll(new Error('a worker thread ended early')));
    return { worker, waiting };
  });
  return {
    room: count * AHEAD,
    run: (jobs) =>
      new Promise((done, fail) => {
        const [least] = [...crew].sort((a, b) => a.waiting.length - b.waiting.length);
        if (least === undefined) return fail(new Error('a pool without workers'));
        least.waiting.push({ done, fail });
        least.worker.postMessage(jobs);
      }),
    close: async () => {
      await Promise.all(crew.map(({ worker }) => worker.terminate()));
    },
  };
}

// A small young generation: garbage of one file is swept before the next ten, and memory stays flat over any number.
const HEAP = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 } as const;
