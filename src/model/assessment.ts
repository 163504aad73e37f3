import type { Confidence, Depth, Grade, OwnChecklists, Severity } from './catalog.ts';
import type { Diagnostic } from './finding.ts';
import type { AskEntry, Plan } from './plan.ts';
import type { IsoDate, Location } from './text.ts';
import type { VerdictOutcome } from './vocabulary.ts';

export type { VerdictOutcome } from './vocabulary.ts';

/**
 * The result of an assessment: published, versioned, sorted, reproducible. Every report only renders it.
 * A score is in points 0…100 with 4 decimals; `null` where nothing can be said, never a magic number.
 */
export interface Assessment {
  /** 2 since the plan keeps what its first page promises; results of 1 are read for ever. */
  readonly schemaVersion: 2;
  readonly tool: { readonly name: 'wazamori'; readonly version: string };
  readonly company: {
    readonly name: string | null;
    readonly site: string | null;
    readonly employees: number | null;
  };
  readonly asOf: IsoDate;
  /** The day the answers describe, where the file says so. */
  readonly answersAsOf: IsoDate | null;
  readonly depth: Depth;
  /** Edition of each checklist this result was made with, by checklist id. */
  readonly editions: Readonly<Record<string, string>>;
  /** The own checklists it was made with; `null` = the shipped ones alone. */
  readonly ownChecklists: OwnChecklists | null;
  readonly source: { readonly file: string; readonly sha256: string } | null;
  readonly score: Score;
  readonly headline: Headline;
  readonly checklists: readonly ChecklistResult[];
  readonly routes: readonly RouteResult[];
  readonly items: readonly ItemResult[];
  readonly gaps: readonly Gap[];
  readonly accepted: readonly Accepted[];
  readonly verdicts: readonly Verdict[];
  readonly plan: Plan;
  readonly askList: readonly AskEntry[];
  /** Whom to ask about each open action: desks that serve this company's region, in the catalogue's order. */
  readonly help: readonly { readonly action: string; readonly desks: readonly string[] }[];
  /** Profile facts still unknown that decide whether something is asked: the first things to find out. */
  readonly unknownFacts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export type ItemState =
  | 'yes'
  | 'partial'
  | 'no'
  | 'unknown'
  | 'unanswered'
  | 'notApplicable'
  | 'notAsked'
  | 'outOfScope';

export interface Coverage {
  readonly asked: number;
  readonly yes: number;
  readonly partial: number;
  readonly no: number;
  readonly unknown: number;
  readonly unanswered: number;
  readonly notApplicable: number;
  readonly notAsked: number;
  readonly outOfScope: number;
}

export interface GradeResult {
  readonly low: Grade;
  readonly high: Grade;
  readonly gates: readonly {
    readonly code: string;
    readonly cap: Grade;
    readonly items: readonly string[];
  }[];
}

export interface Score {
  readonly low: number | null;
  readonly high: number | null;
  readonly weight: number;
  readonly sumLow: number;
  readonly sumHigh: number;
  readonly grade: GradeResult | null;
  readonly coverage: Coverage;
}

export interface Headline {
  /** The largest gaps answered no or partial that different actions close, at most three item ids. */
  readonly dangers: readonly string[];
  /** The heaviest unknown items, at most three item ids. */
  readonly toAsk: readonly string[];
  /** The next moves, as task ids: what the law asks first, then one for each danger; three beside the law where there are so many. */
  readonly moves: readonly string[];
  /** Each danger with what begins to close it, in the order of `dangers`. */
  readonly pairs: readonly DangerPair[];
  /** Those of the moves that the law asks for. */
  readonly legal: readonly string[];
  /** Up to two desks for those moves, with a checked contact where there is one. */
  readonly help: readonly string[];
}

export interface DangerPair {
  /** Item id. */
  readonly danger: string;
  /** Other known gaps that the same action closes, heaviest first. */
  readonly beside: readonly string[];
  /** Task id: the first step of its action, the action once begun, a decision where the file says it is done. */
  readonly move: string;
}

/** How many items of one class of a readiness list stand how; what does not apply or was not asked is in none of them. */
export interface ReadinessCounts {
  readonly met: number;
  readonly partial: number;
  readonly unmet: number;
  /** Answered わからない, or not answered yet. */
  readonly unknown: number;
}

/** Where a company stands on a readiness list (TICS). Counts only: never a verdict of conformity. */
export interface Readiness {
  readonly assumed: ReadinessCounts;
  readonly conditional: ReadinessCounts;
  readonly optional: ReadinessCounts;
  /** Ids of what is not met: the assumed items first, then the conditional, then the optional ones, each in catalogue order. */
  readonly missing: readonly string[];
}

export interface ChecklistResult {
  readonly id: string;
  readonly kind: 'graded' | 'determination';
  readonly score: Score | null;
  /** `null` for a list without readiness classes, and for one this company was not asked anything of. */
  readonly readiness: Readiness | null;
  readonly sections: readonly { readonly id: string; readonly score: Score }[];
}

export interface RouteResult {
  readonly id: string;
  readonly exposure: 0 | 1 | 2 | 3;
  readonly score: Score;
  /** exposure × (1 − score/100): `low` from the high score, `high` from the low one; `null` = no question yet on this route. */
  readonly residual: { readonly low: number; readonly high: number } | null;
}

/** Why an item is in its state: the fact or the condition that put it there, or a refusal. */
export type StateReason =
  | { readonly code: 'fact-unknown'; readonly facts: readonly string[] }
  | { readonly code: 'deeper'; readonly depth: Depth }
  | { readonly code: 'condition'; readonly facts: readonly string[] }
  | { readonly code: 'not-applicable-refused'; readonly why: 'forbidden' | 'no-reason' }
  | { readonly code: 'stated'; readonly text: string };

export interface ItemResult {
  readonly id: string;
  readonly checklist: string;
  readonly section: string;
  readonly routes: readonly string[];
  readonly state: ItemState;
  readonly reason: StateReason | null;
  readonly severity: Severity;
  /** Weight it carries in its own list: 0 unless asked and applicable. */
  readonly weight: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly inOverall: boolean;
  readonly inheritedFrom: string | null;
  /** The weakest of the item's own three confidences. */
  readonly confidence: Confidence;
  readonly action: string;
  readonly evidence: { readonly count: number; readonly oldest: IsoDate | null };
  readonly location: Location | null;
}

export interface Gap {
  readonly item: string;
  /** weight × (1 − low) × urgency, halved where nobody knows yet. */
  readonly points: number;
  readonly urgency: number;
  readonly action: string;
  /** True while the answer is unknown or missing: asking may close it. */
  readonly conditional: boolean;
}

export interface Accepted {
  readonly item: string;
  readonly reason: string;
  readonly until: IsoDate;
  readonly by: string;
  readonly expired: boolean;
}

export interface Verdict {
  readonly technology: string;
  readonly checklist: string;
  readonly outcome: VerdictOutcome;
  readonly rule: string;
  readonly secondary: { readonly rule: string; readonly outcome: VerdictOutcome } | null;
  readonly flags: readonly string[];
  readonly missing: readonly string[];
  readonly basis: readonly string[];
  readonly asOf: IsoDate;
  readonly validUntil: IsoDate | null;
  readonly deadlines: readonly {
    readonly code: 'report-target';
    readonly date: IsoDate;
    readonly statutory: boolean;
  }[];
  readonly location: Location | null;
}
