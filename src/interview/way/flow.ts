import type { Answers } from '../../model/answers.ts';
import type { Catalog } from '../../model/catalog.ts';
import { type AskStep, isItemStop, type Stop, sectionKey, stopsOf } from './steps.ts';

export type Step =
  | { readonly kind: 'ask'; readonly key: string; readonly step: AskStep }
  | { readonly kind: 'sectionDone'; readonly section: string }
  | { readonly kind: 'finished' };

/**
 * Where a person stands in the interview: what they have seen, not what they answered (that is in the file). Losing
 * it loses nothing but the way back.
 */
export interface Session {
  /** Keys in the order they were shown, those answered in earlier sessions first. */
  readonly trail: readonly string[];
  /** Place in the trail that is shown again after going back; `trail.length` = the next open one. */
  readonly cursor: number;
  /** Left open on purpose in this session: 「後で」, or free words left empty. */
  readonly passed: ReadonlySet<string>;
  /** Answered, but asked once more on the person's wish. */
  readonly reopened: ReadonlySet<string>;
  /** Sections whose end has been announced. */
  readonly announced: ReadonlySet<string>;
  readonly last: string | null;
  /** What a person wants to be asked first, or alone. */
  readonly focus: Focus | null;
}

export interface Focus {
  readonly keys: ReadonlySet<string>;
  /** Nothing else is asked. */
  readonly only: boolean;
}

/** A session on a file, new or half done: going back leads into what earlier sessions answered. */
export function startSession(catalog: Catalog, answers: Answers, focus: Focus | null = null): Session {
  const stops = stopsOf(catalog, answers);
  const open = stops.findIndex((stop) => !stop.settled);
  const trail = (open === -1 ? stops : stops.slice(0, open)).map((stop) => stop.key);
  return {
    trail,
    cursor: trail.length,
    passed: new Set(),
    reopened: new Set(),
    announced: new Set(),
    last: null,
    focus,
  };
}

/** What to show now. */
export function nextStep(catalog: Catalog, answers: Answers, session: Session): Step {
  const stops = stopsOf(catalog, answers);
  const revisited = stops.find((stop) => stop.key === session.trail[session.cursor]);
  if (revisited !== undefined) return { kind: 'ask', key: revisited.key, step: revisited.step };
  const closed = closedSection(stops, answers, session);
  if (closed !== null) return { kind: 'sectionDone', section: closed };
  const { focus } = session;
  const wanted = focus === null ? undefined : stops.find((s) => focus.keys.has(s.key) && isOpen(s, session));
  const open = wanted ?? (focus?.only === true ? undefined : stops.find((stop) => isOpen(stop, session)));
  return open === undefined ? { kind: 'finished' } : { kind: 'ask', key: open.key, step: open.step };
}

export const isOpen = (stop: Stop, session: Session): boolean =>
  (!stop.settled || session.reopened.has(stop.key)) && !session.passed.has(stop.key);

/** The section of the question just answered, when it was its last open one. The ten quick questions are one section. */
function closedSection(stops: readonly Stop[], answers: Answers, session: Session): string | null {
  if (answers.assessment.depth === 'quick') return null;
  const items = stops.filter(isItemStop);
  const last = items.find((stop) => stop.key === session.last);
  if (last === undefined) return null;
  const section = sectionKey(last.step.item);
  if (session.announced.has(section)) return null;
  const open = items.some((stop) => sectionKey(stop.step.item) === section && isOpen(stop, session));
  return open ? null : section;
}

export function announce(session: Session, section: string): Session {
  return { ...session, announced: new Set([...session.announced, section]) };
}

/** After an answer: on to the first open question, however far back the person had gone. */
export function complete(session: Session, key: string): Session {
  const trail = session.trail.includes(key) ? session.trail : [...session.trail, key];
  return {
    ...session,
    trail,
    cursor: trail.length,
    passed: without(session.passed, key),
    reopened: without(session.reopened, key),
    last: key,
  };
}

/** As {@link complete}, for a question that stays open. */
export function pass(session: Session, key: string): Session {
  const completed = complete(session, key);
  return { ...completed, passed: new Set([...completed.passed, key]) };
}

/** One step back on the trail, over whatever no longer applies; the same session where nothing lies before. */
export function back(catalog: Catalog, answers: Answers, session: Session): Session {
  const keys = new Set(stopsOf(catalog, answers).map((stop) => stop.key));
  const cursor = session.trail.findLastIndex((key, index) => index < session.cursor && keys.has(key));
  return cursor === -1 ? session : { ...session, cursor };
}

/** Asks again what was answered or left for later. */
export function reopen(session: Session, keys: readonly string[]): Session {
  return {
    ...session,
    passed: new Set([...session.passed].filter((key) => !keys.includes(key))),
    reopened: new Set([...session.reopened, ...keys]),
  };
}

/** Goes on with these: with those still open, or through all of them again where none is. */
export function jump(catalog: Catalog, answers: Answers, session: Session, keys: readonly string[]): Session {
  const wanted = stopsOf(catalog, answers).filter((stop) => keys.includes(stop.key));
  const open = wanted.filter((stop) => !stop.settled);
  const again = (open.length > 0 ? open : wanted).map((stop) => stop.key);
  const reopened = reopen(session, again);
  const focus = { keys: new Set(again), only: session.focus?.only ?? false };
  return { ...reopened, cursor: session.trail.length, focus };
}

const without = (set: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  new Set([...set].filter((other) => other !== key));
