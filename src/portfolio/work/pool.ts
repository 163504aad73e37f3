import { Worker } from 'node:worker_threads';
import type { Job } from './assess-one.ts';
import { compileLater } from './patience.ts';
import { type Answered, type Asked, answerChunk, type Reply, toolsOf, type WorkerSetup } from './worker.ts';

/** Assesses chunks of files, one after the other or several at once. */
export interface Pool {
  /**
   * How many chunks may be under way before the next one has to wait. The bytes of an answer hold until this many more
   * chunks were given: what was given first has to be done with first.
   */
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

/** Rows of a chunk of files as a rule take half of it; longer ones travel by themselves. */
const SLOT = 1 << 17;

interface Waiting {
  readonly slot: SharedArrayBuffer;
  readonly done: (answered: Answered) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * `count` threads; each answers its chunks in the order they were given. Rows come back through memory the threads share:
 * as messages, all of them would pass through the heap of this thread on their way to the disk.
 */
export function workerPool(script: string, setup: WorkerSetup, count: number): Pool {
  compileLater();
  const crew = Array.from({ length: count }, () => memberOf(script, setup));
  const room = count * AHEAD;
  const slots = Array.from({ length: room }, () => new SharedArrayBuffer(SLOT));
  let given = 0;
  return {
    room,
    run: (jobs) =>
      new Promise((done, fail) => {
        const slot = slots[given++ % room];
        const [least] = [...crew].sort((a, b) => a.waiting.length - b.waiting.length);
        if (least === undefined || slot === undefined) return fail(new Error('a pool without workers'));
        least.waiting.push({ slot, done, fail });
        least.worker.postMessage({ jobs, slot } satisfies Asked);
      }),
    close: async () => {
      await Promise.all(crew.map(({ worker }) => worker.terminate()));
    },
  };
}

function memberOf(script: string, setup: WorkerSetup) {
  const worker = new Worker(script, { workerData: setup, resourceLimits: HEAP });
  const waiting: Waiting[] = [];
  const failAll = (error: unknown): void => {
    for (const { fail } of waiting.splice(0)) fail(error);
  };
  worker.on('message', (reply: Reply) => {
    const asked = waiting.shift();
    asked?.done('size' in reply ? { ...reply, bytes: new Uint8Array(asked.slot, 0, reply.size) } : reply);
  });
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('a worker thread ended early')));
  return { worker, waiting };
}

// A small young generation: garbage of one file is swept before the next ten, and memory stays flat over any number.
const HEAP = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 } as const;
