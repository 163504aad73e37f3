import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { waits } from './signals.ts';

/** Names of unfinished saves: machine, process, and something unique. */
export const TEMPORARY = /^\.save-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/;

/** This machine in a temporary name: whether a process lives can only be seen on its own machine. */
export const thisHost = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/**
 * A new name beside a file, for what is to take its place; whoever takes it lets it go with `goes`. Not named after the
 * file: a long Japanese name plus a suffix would not fit into 255 bytes.
 */
export function asideOf(target: string): string {
  const name = `.save-${thisHost()}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  const path = join(dirname(target), name);
  waits(path);
  return path;
}
