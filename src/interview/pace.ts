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
  /** Whole minutes for the work that remains, at least 1 while there is any. */
  readonly minutesLeft: (work: number) => number;
}

// A first result in ten minutes is what we promise: ten facts about the company and ten questions.
export const EXPECTED = 45_000;
export const WORK = { fact: 1 / 3, item: 1, technologies: 4 } as const;
// The expectation weighs as much as this many questions, so that the first quick ones do not promise too much.
const PRIOR = 3;
// Whoever takes longer was on the telephone, not reading.
const LONGEST = 180_000;

/** `clock` gives the time in milliseconds from any origin; it is only ever compared with itself. */
export function createPace(clock: () => number): Pace {
  let begun: number | null = null;
  let total = EXPECTED * PRIOR;
  let done = PRIOR;
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
    minutesLeft: (work) => Math.ceil((work * total) / done / 60_000),
  };
}
