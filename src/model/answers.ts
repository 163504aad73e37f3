import type { IsoDate, Location } from './text.ts';
import type { Depth } from './vocabulary.ts';

export type AnswerValue = 'yes' | 'partial' | 'no' | 'unknown' | 'notApplicable';
/** How an answer was found: 聞き取り · 現物 · 書面. */
export type AnswerBasis = 'interview' | 'seen' | 'document';

export interface Evidence {
  readonly what: string | null;
  readonly where: string | null;
  /** Path of a local file, relative to the answer file. */
  readonly file: string | null;
  readonly sha256: string | null;
  readonly seen: IsoDate | null;
}

export interface Answer {
  readonly value: AnswerValue;
  readonly reason: string | null;
  readonly note: string | null;
  readonly basis: AnswerBasis | null;
  readonly evidence: readonly Evidence[];
  readonly by: string | null;
  readonly on: IsoDate | null;
  /** Where the answer stands in its file; `null` when it was not read from one. */
  readonly location: Location | null;
}

export interface Company {
  readonly name: string | null;
  /** Names it had before: a renamed company stays one. */
  readonly formerNames: readonly string[];
  readonly site: string | null;
  /** 13 digits, check digit verified. */
  readonly corporateNumber: string | null;
  readonly headquarters: string | null;
  readonly industry: string | null;
  readonly employees: number | null;
  readonly strength: string | null;
}

export type ActionStatus = 'todo' | 'doing' | 'done';

export interface PlannedAction {
  readonly owner: string | null;
  readonly due: IsoDate | null;
  readonly status: ActionStatus;
  readonly location: Location | null;
}

export interface AcceptedGap {
  readonly item: string;
  readonly reason: string;
  readonly until: IsoDate;
  readonly by: string;
  readonly location: Location | null;
}

export interface Suppressed {
  readonly code: string;
  /** Id of the one question, fact or technology it is about; `null` = the only finding of the code in this file. */
  readonly about: string | null;
  readonly reason: string;
  /** Last day on which it lifts anything; `null` = not said. */
  readonly until: IsoDate | null;
  readonly by: string | null;
  readonly location: Location | null;
}

export type Tri = 'yes' | 'no' | 'unknown';

/** One technology that may go abroad; field meanings and defaults: `docs/answer-file.md`. */
export interface Technology {
  readonly id: string;
  readonly name: string | null;
  readonly family: readonly string[];
  readonly familyAsOf: IsoDate | null;
  readonly familyBasis: string | null;
  readonly familyCheckedBy: string | null;
  readonly kind: 'design' | 'manufacture' | 'use-only' | 'goods-only' | 'unknown';
  readonly withTechnicalDocuments: Tri;
  readonly listControl: 'listed' | 'not-listed' | 'not-done';
  readonly definitionCheck: 'meets' | 'does-not-meet' | 'not-checked';
  readonly definitionCheckedOn: IsoDate | null;
  readonly definitionBasis: string | null;
  readonly destination: 'group-a-only' | 'non-group-a' | 'mixed' | 'unknown';
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly onward: Tri;
  readonly onwardBasis: string | null;
  readonly trigger:
    | 'plant-transfer'
    | 'subsidiary'
    | 'jv-investment'
    | 'consignment'
    | 'license'
    | 'joint-development'
    | 'nda-only'
    | 'nda-with-disclosure'
    | 'goods-sale'
    | 'other'
    | 'unknown';
  readonly exclusion:
    | 'public-domain-all'
    | 'public-domain-part'
    | 'basic-science-all'
    | 'minimum-necessary'
    | 'none'
    | 'unknown';
  readonly exclusionBasis: string | null;
  readonly stage: 'idea' | 'negotiating' | 'decided' | 'signed' | 'provided' | 'unknown';
  readonly contractDate: IsoDate | null;
  readonly decisionDate: IsoDate | null;
  readonly newTechnologyAfterStart: Tri;
  readonly informReceived: Tri;
  readonly recipientControls: Tri;
  readonly consultedOn: IsoDate | null;
  readonly reportedOn: IsoDate | null;
  readonly location: Location | null;
}

/** A whole answer file, read and checked. */
export interface Answers {
  readonly company: Company;
  readonly assessment: {
    readonly date: IsoDate | null;
    readonly by: string | null;
    readonly depth: Depth;
    /** What the company wants beside the guidance; `[]` = asked, and nothing more. `null` = never asked. */
    readonly goals: readonly string[] | null;
    readonly keepUntil: IsoDate | null;
    readonly editions: Readonly<Record<string, string>>;
  };
  /** Profile facts as written: value ids, `['unknown']`, or absent when never answered. */
  readonly profile: ReadonlyMap<string, readonly string[]>;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly technologies: readonly Technology[];
  readonly plan: {
    readonly start: IsoDate | null;
    /** Person-days a month. */
    readonly capacity: number | null;
    readonly actions: ReadonlyMap<string, PlannedAction>;
  };
  readonly accepted: readonly AcceptedGap[];
  readonly suppressed: readonly Suppressed[];
}
