import { vectorTechnology } from '../../catalog/determination/vector-technology.ts';
import type { Technology } from '../../model/answers.ts';
import type { VerdictField } from '../../model/determination.ts';
import { showDate } from '../../words/dates.ts';
import { saved, type Talk } from '../talk.ts';
import { heldIn, nextId, type Subject } from './subject.ts';

/** Days on which somebody compared with the notice: what was true of it then must be looked up again, never confirmed. */
export const OF_NOTICE: readonly VerdictField[] = ['familyAsOf', 'definitionCheckedOn'];

/** Technologies of the earlier check that this file does not have. */
export function notCarried({ from, file }: Talk): readonly Technology[] {
  const here = file.read().technologies;
  return (from?.technologies ?? []).filter((earlier) => !here.some((one) => isSame(one, earlier)));
}

const isSame = (one: Technology, other: Technology): boolean =>
  one.name === other.name && (one.name !== null || one.id === other.id);

/**
 * Takes a technology of the earlier check up by its name alone; its answers are proposed one by one. It keeps its id
 * where that is free, so that the two checks can be compared. `null` = it could not be saved.
 */
export async function takeUp(talk: Talk, earlier: Technology): Promise<string | null> {
  const { technologies } = talk.file.read();
  const isFree = !technologies.some(({ id }) => id === earlier.id);
  const id = isFree ? earlier.id : nextId([...technologies, ...(talk.from?.technologies ?? [])]);
  const value = { id, ...(earlier.name === null ? {} : { name: earlier.name }) };
  return (await saved(talk, { kind: 'value', path: ['technologies', technologies.length], value }))
    ? id
    : null;
}

export interface Proposal {
  /** One, except of the families and the countries. */
  readonly values: readonly string[];
  /** When it was answered, for the reader. */
  readonly day: string;
}

/** What was answered the last time, where nothing is answered now. */
export function proposalOf({ talk }: Subject, now: Technology, field: VerdictField): Proposal | null {
  const earlier = talk.from?.technologies.find((one) => isSame(one, now));
  if (earlier === undefined) return null;
  const blank = vectorTechnology({ technology: {} });
  const [values, none] = [heldAs(earlier, field), heldAs(blank, field).join()];
  if (values.join() === none || heldAs(now, field).join() !== none) return null;
  const date = talk.from?.assessment.date ?? null;
  return { values, day: date === null ? '' : showDate(date, talk.words.lang) };
}

/** Where it goes is asked for in countries. */
function heldAs(technology: Technology, field: VerdictField): readonly string[] {
  const held = field === 'destination' ? technology.countries : heldIn(technology, field);
  return held === null ? [] : typeof held === 'string' ? [held] : held;
}

/** The line that says so, above the question's own; days of the notice are said, not offered. */
export function proposalLine({ talk: { words } }: Subject, { day }: Proposal, answer: string): string {
  return words.t('interview.item.before', { day, answer });
}
