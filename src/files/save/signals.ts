import { rmSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Files that wait aside for their names: half-written copies of answers and results, confidential like those. */
const waiting = new Set<string>();
/** Who wants to end in order when asked to, the latest last. */
const polite: (() => void)[] = [];

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let listening = false;

/** Notes a file that must not outlive this program under this name, whatever ends it short of a kill. */
export function waits(path: string): void {
  waiting.add(path);
  listen();
}

/** Takes a noted file away, if it still lies there under that name. */
export function goes(path: string): void {
  rmSync(path, { force: true });
  if (!waiting.delete(path) || waiting.size > 0) return;
  // A signal that came while files were written is delivered with the next turn of the loop: until then we hear it.
  setImmediate(() => setImmediate(deafen).unref()).unref();
}

/**
 * Calls `stop` at the first Ctrl-C (or a polite request to end); the second one ends the program as ever. Gives what
 * takes the listening away again.
 */
export function onInterrupt(stop: () => void): () => void {
  polite.push(stop);
  listen();
  return () => {
    const at = polite.indexOf(stop);
    if (at !== -1) polite.splice(at, 1);
    deafen();
  };
}

function listen(): void {
  // Threads get no signals.
  if (listening || !isMainThread) return;
  listening = true;
  for (const signal of SIGNALS) process.on(signal, end);
  process.on('exit', clear);
}

function deafen(): void {
  if (!listening || polite.length > 0 || waiting.size > 0) return;
  listening = false;
  for (const signal of SIGNALS) process.removeListener(signal, end);
  process.removeListener('exit', clear);
}

function end(signal: NodeJS.Signals): void {
  const stop = polite.pop();
  if (stop !== undefined) {
    stop();
    return;
  }
  clear();
  deafen();
  // As if nobody had listened: whoever waits for us sees what ended us.
  process.kill(process.pid, signal);
}

function clear(): void {
  for (const path of waiting) rmSync(path, { force: true });
  waiting.clear();
}
