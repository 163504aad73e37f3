import { chmodSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { targetOf } from './save.ts';

/**
 * The mode of a confidential file that everybody on the machine may read. Nobody else keeps a right; the group keeps
 * its own only where a team was meant: the group may write, or the folder is a team's (it hands its group on, or lets
 * the group in and nobody else). What is closed to everybody already stays as its owner set it, 0640 too, and so does
 * what nobody may write.
 */
export function closedMode(mode: number, folder: number): number {
  if ((mode & 0o007) === 0 || (mode & 0o222) === 0) return mode;
  const teamFolder = (folder & 0o2000) !== 0 || ((folder & 0o070) !== 0 && (folder & 0o007) === 0);
  return mode & ((mode & 0o020) !== 0 || teamFolder ? 0o770 : 0o700);
}

/**
 * Closes a file to everybody but its owner and, where there is one, the team: `closedMode`. The modes as `chmod` takes
 * them, or `null` where nothing changed: it was closed, is not ours, or lies where modes mean nothing (Windows, FAT).
 */
export function closeToOthers(path: string): { readonly before: string; readonly now: string } | null {
  try {
    const target = targetOf(path);
    const before = statSync(target).mode & 0o777;
    const wanted = closedMode(before, statSync(dirname(target)).mode);
    if (wanted === before) return null;
    chmodSync(target, wanted);
    const now = statSync(target).mode & 0o777;
    return now === before ? null : { before: octal(before), now: octal(now) };
  } catch {
    // Another's file, or one that went: whether it can be saved is said when it is saved.
    return null;
  }
}

const octal = (mode: number): string => mode.toString(8).padStart(4, '0');
