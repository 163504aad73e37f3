/**
 * How long a person needs, learnt while they answer. Work is counted in questions: a fact about the company is quicker
 * answered than a question and counts less. Times in milliseconds.
 */
export interface Pace {
  /** Call when a question appears; showing it again does not start anew. */
  readonly begin: () => void;
  /** Call when `work` is answered. */
  readonly end: (work: number) => void;
  /** Call when it is left without an answer: the time says nothing. */
  readonly drop: () => void;
  /** What was learnt, for the next time. */
  readonly learnt: () => PaceLearnt;
  /** Whole minutes for the work that remains, at least 1 while there is any. */
  readonly minutesLeft: (work: number) => number;
}

/** Time one person took, and for how much work; no word of what was answered. */
export interface PaceLearnt {
  readonly milliseconds: number;
  readonly work: number;
}

// A first result in ten minutes is what we promise: ten facts about the company and ten questions.
export const EXPECTED = 45_000;
export const WORK = { fact: 1 / 3, item: 1, evidence: 2, technologies: 4 } as const;
// The expectation weighs as much as this many questions, so that the first quick ones do not promise too much.
const PRIOR = 3;
// Whoever takes longer was on the telephone, not reading.
const LONGEST = 180_000;

/** `clock` gives the time in milliseconds from any origin; it is only ever compared with itself. */
export function createPace(clock: () => number, before: PaceLearnt | null = null): Pace {
  let begun: number | null = null;
  const known = remembered(before);
  let total = EXPECTED * PRIOR + known.milliseconds;
  let done = PRIOR + known.work;
  return {
    begin: () => {
      begun ??= clock();
    },
    end: (work) => {
      if (begun === null) return;
      total += Math.min(Math.max(0, clock() - begun), LONGEST);
      done += work;
      begun = null;
    },
    drop: () => {
      begun = null;
    },
    learnt: () => ({ milliseconds: total - EXPECTED * PRIOR, work: done - PRIOR }),
    minutesLeft: (work) => Math.ceil((work * total) / done / 60_000),
  };
}

/** People change: of what was learnt before, no more counts than this many questions' worth. */
const REMEMBERED = 20;

function remembered(before: PaceLearnt | null): PaceLearnt {
  if (before === null || !(before.work > 0) || !(before.milliseconds >= 0))
    return { milliseconds: 0, work: 0 };
  const work = Math.min(before.work, REMEMBERED);
  return { work, milliseconds: Math.min(before.milliseconds / before.work, LONGEST) * work };
}
