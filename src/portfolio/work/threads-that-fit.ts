import { closeSync, openSync } from 'node:fs';

/** What a thread opens for itself and, all at once, for its part of the program; measured with Node 20 on Linux. */
const A_THREAD = 32;
/** What this thread needs beside them: rows, tables, reports and the parts of the program that make them. */
const THIS_THREAD = 40;

/**
 * At most `count` threads, as many as this process may open files for. Node cannot be asked for the limit, and a thread
 * that finds none left ends the whole process without a word, so it is tried.
 *
 * @param path a file that can be read
 */
export function threadsThatFit(count: number, path: string = process.execPath): number {
  const wanted = THIS_THREAD + count * A_THREAD;
  const opened: number[] = [];
  try {
    while (opened.length < wanted) opened.push(openSync(path, 'r'));
    return count;
  } catch {
    return Math.max(0, Math.floor((opened.length - THIS_THREAD) / A_THREAD));
  } finally {
    for (const handle of opened) closeSync(handle);
  }
}
