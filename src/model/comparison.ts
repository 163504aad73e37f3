import type { Coverage, ItemState, StateReason, Verdict, VerdictOutcome } from './assessment.ts';
import type { Depth, Severity } from './catalog.ts';
import type { FactValue } from './condition.ts';
import type { Diagnostic } from './finding.ts';
import type { IsoDate } from './text.ts';

/**
 * What changed between two assessments, by how much, and why: published, versioned, reproducible. Renderers only
 * render it. Points are 0…100 with 4 decimals. In every group the effects of the items add up to their cause, and the
 * causes to the change, exactly (in ten-thousandths of a point).
 */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'wazamori'; readonly version: string };
  /** The day both sides are judged on: days alone never make a difference between them. */
  readonly asOf: IsoDate;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** Whether the older answers could be assessed with the checklists they were answered under. */
  readonly catalog: CatalogChange;
  readonly comparability: Comparability;
  /** Overall first, then checklists with their sections, then routes; what only the older side had comes last of its kind. */
  readonly scores: readonly ScoreChange[];
  /** Every question whose part in a score is another one than before, by id. */
  readonly items: readonly ItemChange[];
  readonly gaps: {
    readonly opened: readonly OpenedGap[];
    readonly closed: readonly ClosedGap[];
    /** Ids of gaps open on both sides, heaviest first. */
    readonly remaining: readonly string[];
  };
  readonly accepted: {
    readonly added: readonly AcceptedChange[];
    /** In the older file only. */
    readonly ended: readonly AcceptedChange[];
    /** In both files, with another last day. */
    readonly moved: readonly (AcceptedChange & { readonly from: IsoDate })[];
    /** In both files; its last day passed since the day the older answers describe. */
    readonly expired: readonly AcceptedChange[];
  };
  readonly verdicts: readonly VerdictChange[];
  /** Facts about the company that are told otherwise, in the order of the newer checklists. */
  readonly facts: readonly FactChange[];
  readonly exposures: readonly ExposureChange[];
  /** What is no longer looked at, or weighs less: never progress, always named. */
  readonly withdrawn: Withdrawn;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ComparedSide {
  readonly source: { readonly file: string; readonly sha256: string } | null;
  readonly company: string | null;
  readonly site: string | null;
  readonly answersAsOf: IsoDate | null;
  readonly depth: Depth;
  /** Editions this side was assessed with, by checklist. */
  readonly editions: Readonly<Record<string, string>>;
  /** Editions its file names. */
  readonly answeredUnder: Readonly<Record<string, string>>;
  readonly coverage: Coverage;
  readonly gaps: number;
}

export interface CatalogChange {
  /** `not-comparable`: the edition answered under is not known here, so both sides use the newer checklists. */
  readonly status: 'same' | 'changed' | 'not-comparable';
  /** Checklists whose edition differs, as written in the older file. */
  readonly editions: readonly {
    readonly checklist: string;
    readonly before: string;
    readonly after: string;
  }[];
  /** Ids of questions only the newer or only the older checklists have; empty where not comparable. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Questions asked on both sides ÷ questions asked on either; `null` where nothing is asked. */
export interface Comparability {
  readonly both: number;
  readonly either: number;
  readonly ratio: number | null;
}

/** In the order they are applied: the checklists, the company, how deep it is asked, its answers. */
export type ChangeCause = 'catalog' | 'profile' | 'depth' | 'answers';

/**
 * What happened to a question. `improved`, `worsened`: from one known answer to another. `foundOut`, `lostSight`: from
 * unknown to known and back. `entered`, `left`: it counts now, it no longer counts. `reweighted`: another weight or
 * another place. Only `improved` and `foundOut` may ever be called progress.
 */
export type ChangeKind =
  | 'improved'
  | 'worsened'
  | 'foundOut'
  | 'lostSight'
  | 'entered'
  | 'left'
  | 'reweighted';

export interface Points {
  readonly low: number;
  readonly high: number;
}

/** How one score came from its older value to its newer one. */
export interface ScoreChange {
  readonly group: 'overall' | 'checklist' | 'section' | 'route';
  /** `overall`, or the id of the checklist, section or route. */
  readonly id: string;
  /** The list a section belongs to, else `null`. */
  readonly checklist: string | null;
  readonly before: Points | null;
  readonly after: Points | null;
  /** `null` where either side has no score: then no effect has a number either. */
  readonly change: Points | null;
  /** In the order applied; a cause that moved nothing is left out. */
  readonly causes: readonly CauseEffect[];
  /** The same change by what happened to the questions; a kind that did not happen is left out. */
  readonly kinds: readonly { readonly kind: ChangeKind; readonly effect: Points | null }[];
  /** What answers did to it: improved, found out, worsened, lost from sight. */
  readonly byAnswers: Points | null;
  /** What it owes to other questions being counted, or counted otherwise: no progress, and no loss. */
  readonly byScope: Points | null;
}

export interface CauseEffect {
  readonly cause: ChangeCause;
  readonly effect: Points | null;
  /** By id: in this order they were put in place of the older ones. */
  readonly items: readonly {
    readonly item: string;
    readonly kind: ChangeKind;
    readonly effect: Points | null;
  }[];
}

/** One question on one side. */
export interface ItemStanding {
  readonly state: ItemState;
  readonly reason: StateReason | null;
  readonly severity: Severity;
  readonly weight: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ItemChange {
  readonly item: string;
  readonly kind: ChangeKind;
  /** Whether it counts overall on either side. */
  readonly inOverall: boolean;
  /** What changed it, in the order applied. Only `answers` can improve or worsen. */
  readonly causes: readonly ChangeCause[];
  /** `null` = the checklists of that side do not have it. */
  readonly before: ItemStanding | null;
  readonly after: ItemStanding | null;
}

export interface OpenedGap {
  readonly item: string;
  readonly points: number;
  readonly conditional: boolean;
  /** `acceptance-ended`: it was accepted before. `rule`: open on both sides, a gap by the rules only now. */
  readonly how: 'worsened' | 'lostSight' | 'entered' | 'acceptance-ended' | 'rule';
}

export interface ClosedGap {
  readonly item: string;
  /** What it weighed before. */
  readonly points: number;
  /** Only `answered-yes` is closed in the company; the others are only no longer counted as gaps. */
  readonly how: 'answered-yes' | 'accepted' | 'left' | 'rule';
}

export interface AcceptedChange {
  readonly item: string;
  readonly until: IsoDate;
  readonly reason: string;
}

/** A technology whose verdict is another one, or that only one of the files names. */
export interface VerdictChange {
  readonly technology: string;
  readonly kind: 'appeared' | 'disappeared' | 'heavier' | 'lighter' | 'changed';
  readonly cause: 'catalog' | 'answers';
  readonly before: VerdictStanding | null;
  readonly after: VerdictStanding | null;
}

export interface VerdictStanding {
  readonly outcome: VerdictOutcome;
  readonly rule: string;
  readonly missing: readonly string[];
  readonly basis: readonly string[];
  readonly deadlines: Verdict['deadlines'];
}

export interface FactChange {
  readonly fact: string;
  readonly before: FactValue;
  readonly after: FactValue;
}

export interface ExposureChange {
  readonly route: string;
  /** 0…3; `null` = the checklists of that side do not have the route. */
  readonly before: number | null;
  readonly after: number | null;
  readonly cause: 'catalog' | 'profile';
}

export interface Withdrawn {
  /** Questions that counted before and do not any more; the heaviest gaps first, then the others by id. */
  readonly left: readonly LeftItem[];
  /** `null` unless the depth fell. */
  readonly depth: { readonly before: Depth; readonly after: Depth } | null;
  /** Questions that weigh less than before. */
  readonly severities: readonly {
    readonly item: string;
    readonly before: Severity;
    readonly after: Severity;
  }[];
  /** Technologies the newer file does not name. */
  readonly technologies: readonly string[];
  /** Technologies it names, whose verdict is no longer given or asks for less. */
  readonly verdicts: readonly string[];
}

export interface LeftItem {
  readonly item: string;
  readonly cause: ChangeCause;
  /** How it was answered when it last counted. */
  readonly before: ItemState;
  /** `gone` = the newer checklists do not have it. */
  readonly after: ItemState | 'gone';
  readonly wasGap: boolean;
  /** Why, as far as it is written; `null` where nobody wrote it. */
  readonly reason: StateReason | null;
}
