import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach } from 'vitest';

/** Calls of the disk by which a file gets its name or its bytes, and which of their arguments it is told by. */
const TOLD_BY = { renameSync: 1, linkSync: 0, copyFileSync: 0, writeFileSync: 0, writeSync: 0, fsyncSync: 0 };
export type DiskCall = keyof typeof TOLD_BY;

const REAL = { ...fs };

/**
 * Lets calls of the disk fail, as Windows refuses to replace what Excel has open or a full disk refuses to write: those
 * about a path that ends in `path`, all of them where that is empty. Until `allow`, or the end of the test.
 */
export function refuse(calls: readonly DiskCall[], path: string, code: string): void {
  for (const call of calls) {
    const refusing = (...args: readonly unknown[]): unknown => {
      if (String(args[TOLD_BY[call]]).endsWith(path)) throw Object.assign(new Error(code), { code });
      return Reflect.apply(REAL[call], fs, args);
    };
    Object.assign(fs, { [call]: refusing });
  }
  syncBuiltinESMExports();
}

export function allow(): void {
  for (const call of Object.keys(TOLD_BY)) Object.assign(fs, { [call]: Reflect.get(REAL, call) });
  syncBuiltinESMExports();
}

/** For the top of a test file that uses {@link refuse}. */
export const allowAfterEach = (): void => {
  afterEach(allow);
};
