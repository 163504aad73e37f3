import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { asideOf } from '../../files/save/aside.ts';
import { targetOf } from '../../files/save/save.ts';
import { goes } from '../../files/save/signals.ts';
import type { Waiting } from '../../files/save/switch.ts';
import { visible } from '../../words/visible.ts';

/** A file being written under a name of its own; it takes its final name only when it is whole. */
export interface WholeFile {
  readonly write: (text: string | Uint8Array) => void;
  /** All of it safely on the disk, still aside: after this only the name is missing. */
  readonly settle: () => Waiting;
  /** On the disk, and under its final name. */
  readonly commit: () => void;
  /** Leaves nothing behind. */
  readonly discard: () => void;
}

// The first kind is that of 0.1.0 before files of a run were switched together.
const ASIDE = /^\.(?:batch-\d+|save-[0-9a-f]{8}-\d+)-[0-9a-f]{12}\.tmp$/;
const ENOUGH = 1 << 16;

/**
 * Opens a result for writing: aside in the folder where it will stand, mode 0600, renamed at the end. Results are made
 * again from the answers, so an older one is replaced, at the end of links; whether what stands there is one was asked
 * before (`files/own-kind.ts`).
 */
export function openWhole(path: string): WholeFile {
  const target = targetOf(path);
  const aside = asideOf(target);
  const file = openAside(aside);
  let waiting = '';
  let open = true;
  const flush = (): void => {
    writeText(file, waiting);
    waiting = '';
  };
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  const settle = (): Waiting => {
    if (open) {
      flush();
      fsyncSync(file);
      close();
    }
    return { aside, target, name: path };
  };
  return {
    write: (text) => {
      if (typeof text === 'string') waiting += visible(text);
      else {
        flush();
        writeAll(file, text);
      }
      if (waiting.length >= ENOUGH) flush();
    },
    settle,
    commit: () => {
      settle();
      renameSync(aside, target);
      goes(aside);
    },
    discard: () => {
      close();
      goes(aside);
    },
  };
}

function openAside(aside: string): number {
  try {
    return openSync(aside, 'wx', 0o600);
  } catch (error) {
    goes(aside);
    throw error;
  }
}

/** A copy of a file that waits for its name. */
export function copyAside(from: string, to: string): WholeFile {
  const copy = openWhole(to);
  try {
    copyInto(copy, from);
    copy.settle();
    return copy;
  } catch (error) {
    copy.discard();
    throw error;
  }
}

export function copyInto(copy: WholeFile, from: string): void {
  for (const block of blocksOf(from)) copy.write(block);
}

function* blocksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  const block = new Uint8Array(1 << 18);
  try {
    for (let read = readSync(file, block); read > 0; read = readSync(file, block)) {
      yield block.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** Writes a result whole, or throws as `fs` does and leaves nothing behind. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const file = openWhole(path);
  try {
    file.write(content);
    file.commit();
  } catch (error) {
    file.discard();
    throw error;
  }
}

const encoder = new TextEncoder();
const PIECE = new Uint8Array(1 << 18);

/**
 * Through one buffer for all of them: buffers lie outside the heap, where they are no reason to sweep, and a new one for
 * each piece of a large table would be 60 MB of them before any went.
 */
function writeText(file: number, text: string): void {
  for (let rest = text; rest !== ''; ) {
    const { read, written } = encoder.encodeInto(rest, PIECE);
    writeAll(file, PIECE.subarray(0, written));
    rest = rest.slice(read);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** A folder only its owner can look into. */
export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** Takes away what a killed run left aside, in a folder and below it. */
export function sweep(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sweep(path);
    else if (ASIDE.test(entry.name)) rmSync(path, { force: true });
  }
}

/** A file that grows while a run goes on; what was written stands there whatever happens to the run. */
export interface Journal {
  readonly write: (text: string | Uint8Array) => void;
  readonly close: () => void;
  /** Gives a closed journal its final name. */
  readonly rename: (path: string) => void;
}

export function openJournal(path: string): Journal {
  // A link of that name would lead the rows into somebody's file.
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  return {
    write: (text) => {
      if (typeof text === 'string') writeText(file, text);
      else writeAll(file, text);
    },
    close: () => {
      fsyncSync(file);
      closeSync(file);
    },
    rename: (to) => renameSync(path, to),
  };
}
