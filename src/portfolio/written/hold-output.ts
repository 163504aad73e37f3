import { hostname } from 'node:os';
import { codeOf, diskProblem } from '../../files/disk-problem.ts';
import { acquireLock } from '../../files/save/lock.ts';
import type { Outcome } from '../../model/finding.ts';
import { cacheOf, openOutput } from './output.ts';

/**
 * Opens the output folder for one run at a time, and turns a full disk or a missing right into a finding.
 *
 * @param name the folder as it was typed
 * @param since the minute the run began, for whoever finds it taken
 */
export async function holdOutput<T>(
  out: string,
  name: string,
  since: string,
  run: () => Promise<T>,
): Promise<Outcome<T>> {
  try {
    openOutput(out);
    const lock = acquireLock(cacheOf(out).rows, { pid: process.pid, host: hostname(), since });
    if (!lock.ok) return lock;
    try {
      return { ok: true, value: await run(), findings: [] };
    } finally {
      lock.value.release();
    }
  } catch (error) {
    // What is no trouble of the disk is a defect of ours, and is told as one.
    if (codeOf(error) === null) throw error;
    return { ok: false, findings: [diskProblem(name, error)] };
  }
}
