import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { PaceLearnt } from '../interview/way/pace.ts';
import { keepState } from './state-file.ts';

/**
 * How fast the person at this computer answers, kept between two sittings: two numbers in a folder of their own, no
 * company and no answer. It never goes into the answer file, which another person may go on with. Losing it costs
 * nothing but a worse guess, so no failure is said.
 */
export function readPace(env: NodeJS.ProcessEnv): PaceLearnt | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(paceFile(env), 'utf8'));
    return isPace(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepPace(env: NodeJS.ProcessEnv, { milliseconds, work }: PaceLearnt): void {
  try {
    const kept = { milliseconds: Math.round(milliseconds), work: Math.round(work * 100) / 100 };
    keepState(paceFile(env), kept);
  } catch {
    // A guess of the minutes is not worth a word.
  }
}

const paceFile = (env: NodeJS.ProcessEnv): string => join(stateFolder(env), 'pace.json');

/** Where this program keeps what belongs to the person at this computer and not to a company. */
export function stateFolder(env: NodeJS.ProcessEnv): string {
  const folder = env['XDG_STATE_HOME'] || env['LOCALAPPDATA'] || join(homedir(), '.local', 'state');
  return join(folder, 'wazamori');
}

function isPace(kept: unknown): kept is PaceLearnt {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'milliseconds' in kept &&
    'work' in kept &&
    isAmount(kept.milliseconds) &&
    isAmount(kept.work)
  );
}

/** Somebody's file may say what no clock says: from it no time to go can be told. */
const isAmount = (value: unknown): boolean => Number.isFinite(value) && Number(value) >= 0;
