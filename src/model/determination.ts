import type { Technology } from './answers.ts';
import type { SourceRef } from './source-ref.ts';
import type { IsoDate } from './text.ts';
import type { Confidence, VerdictOutcome } from './vocabulary.ts';

/** Facts worked out of a technology before the rules are tried; each is `unknown` where nothing can be said. */
export interface DerivedFacts {
  /** `known` = every family is one of the list's own. */
  readonly families: 'known' | 'none' | 'unknown';
  /** Whether the contract is older than the duty to report for any of the families. */
  readonly contractTime: 'before-start' | 'after-start' | 'unknown';
  /** Whether the report was made before whatever settles the transfer. */
  readonly reportTime: 'in-time' | 'too-late' | 'unknown';
}

/** What a condition may ask about: fields of the answer file, and what follows from them. */
export type VerdictField = Exclude<keyof Technology, 'id' | 'name' | 'location'> | keyof DerivedFacts;

/** A day of the calendar, the day of the assessment, or the day of the latest known amendment of the notice. */
export type VerdictDay = IsoDate | 'today' | 'amended-on';

/** One look at one field. A list of values holds when any of them is meant; a date when it lies in the half-open or closed span. */
export type VerdictTest =
  | { readonly field: VerdictField; readonly in: readonly string[] }
  | {
      readonly field: VerdictField;
      readonly from?: VerdictDay;
      readonly until?: VerdictDay;
      readonly before?: VerdictDay;
    }
  | { readonly field: VerdictField; readonly given: true };

export type VerdictCondition =
  | { readonly all: readonly VerdictCondition[] }
  | { readonly any: readonly VerdictCondition[] }
  | { readonly not: VerdictCondition }
  | VerdictTest;

/**
 * Something a rule rests on beside its condition: where nothing is known of it the rule does not hold and its field is
 * missing; where it is known to be otherwise the rule does not hold either, and nothing is missing.
 */
export interface Need {
  readonly test: VerdictTest;
  /** Needed only where this holds; `null` = always. */
  readonly onlyWhen: VerdictCondition | null;
}

export interface Ask {
  readonly field: VerdictField;
  readonly onlyWhen: VerdictCondition | null;
}

/** Ordered; the first rule that holds gives the verdict; the last has neither condition nor needs. */
export interface VerdictRule {
  readonly id: string;
  readonly outcome: VerdictOutcome;
  readonly when: VerdictCondition | null;
  readonly needs: readonly Need[];
  /** Fields worth finding out when this rule gives the verdict, missing where nothing is known of them. */
  readonly asks: readonly Ask[];
  /** Field whose date is the day somebody checked the basis; `null` = the day of the assessment. */
  readonly checkedOn: VerdictField | null;
  /** Whether the rules behind it give a second outlook. */
  readonly outlook: boolean;
  readonly confidence: Confidence;
  readonly sources: readonly SourceRef[];
}

export interface VerdictFlag {
  readonly id: string;
  /** Outcomes it may stand beside; empty = any. */
  readonly outcomes: readonly VerdictOutcome[];
  readonly when: VerdictCondition | null;
}

/** What a verdict asks somebody to do. */
export interface VerdictTask {
  readonly id: string;
  readonly outcome: VerdictOutcome;
  /** Only for a verdict whose day has passed. */
  readonly expired: boolean;
  readonly role: string;
  /** Person-days. */
  readonly effort: number;
  /** At the latest so many days from today; 0 = at once. */
  readonly within: number;
  /** Due on the report target where there is one, however far that is. */
  readonly byTarget: boolean;
  /** Not a task any more once this holds; `null` = always one. */
  readonly doneWhen: VerdictCondition | null;
  /** Desks that help with it, those to turn to first in front. */
  readonly help: readonly string[];
}

/** One family of technologies of the notice, as far as it is established. No threshold of the notice stands here. */
export interface Family {
  readonly id: string;
  /** 1…15, the published order. */
  readonly order: number;
  /** The day the duty to report began for it. */
  readonly effectiveFrom: IsoDate;
  readonly confidence: {
    readonly name: Confidence;
    /** Of the words to recognise it by. */
    readonly words: Confidence;
    /** `unknown` = its definition could not be read, as with all that ship. */
    readonly definition: Confidence | 'unknown';
  };
  readonly sources: readonly SourceRef[];
}

/** A list whose result is a verdict with its basis, never points. */
export interface Determination {
  readonly checklist: string;
  /** The notice its families are listed by. */
  readonly asOf: IsoDate;
  /** The latest known amendment of the notice; what it changed is not known. */
  readonly amendedOn: IsoDate;
  /** Days before the planned decision by which the report should be made; a guide, not a statutory period. */
  readonly reportTargetDays: number;
  /** Outcomes that carry that date. */
  readonly reportTargetFor: readonly VerdictOutcome[];
  /** Days a "not subject" may be relied on. */
  readonly validDays: number;
  readonly groupA: readonly string[];
  readonly families: readonly Family[];
  readonly rules: readonly VerdictRule[];
  readonly flags: readonly VerdictFlag[];
  readonly tasks: readonly VerdictTask[];
  /** Id in `sources.yaml` of the official entrance. */
  readonly entrance: string;
}

/** A field of a technology: its name, how it is settled, and how the interview asks for it. */
export interface FieldTexts {
  readonly label: string;
  readonly settle: string;
  /** `null` = not asked by a question of its own. */
  readonly ask: {
    readonly question: string;
    readonly why: string;
    readonly example: string;
    /** Role of the person who may know. */
    readonly role: string;
    /** Labels by value, in the order they are offered; empty = free words or a date. */
    readonly values: Readonly<Record<string, string>>;
  } | null;
}

export interface FamilyTexts {
  /** ①…⑮ and the name, as published. */
  readonly name: string;
  /** Words to recognise it by: no definition. */
  readonly words: readonly string[];
  /** Signs that it may be touched, in every language: the words of one sign must all occur, none behind a minus may. */
  readonly signs: readonly (readonly string[])[];
  readonly unknown: string;
  /** What the notice says, as the owner of an own folder wrote it down. */
  readonly definition: string | null;
  /** Nearby items of the list control: a different regime. */
  readonly listControl: string;
  /** Where in each of its sources, in their order. */
  readonly locators: readonly string[];
}

/** The prose of a determination in one language, by id. */
export interface DeterminationTexts {
  readonly warning: string;
  readonly reasons: Readonly<Record<string, string>>;
  /** Where in each of a rule's sources, in their order. */
  readonly ruleLocators: Readonly<Record<string, readonly string[]>>;
  readonly flags: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, FieldTexts>>;
  readonly tasks: Readonly<Record<string, string>>;
  readonly families: Readonly<Record<string, FamilyTexts>>;
  readonly countries: Readonly<Record<string, string>>;
  readonly preparation: readonly string[];
}
