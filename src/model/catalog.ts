import type { Condition } from './condition.ts';
import type { Determination } from './determination.ts';
import type { SourceRef } from './source-ref.ts';
import type { IsoDate } from './text.ts';
import type {
  Confidence,
  Cost,
  Depth,
  Expert,
  Grade,
  ReadinessClass,
  Severity,
  Size,
  WaveId,
} from './vocabulary.ts';

export type { SourceRef } from './source-ref.ts';
export type * from './vocabulary.ts';

/** A question, without its prose (prose: `catalog-texts.ts`). */
export interface Item {
  readonly id: string;
  readonly checklist: string;
  readonly section: string;
  /** Questions of one scene are asked together under its heading. */
  readonly scene: string | null;
  readonly appliesWhen: Condition | null;
  readonly severity: Severity;
  /** Its class on a readiness list (TICS); `null` on every other list. */
  readonly readiness: ReadinessClass | null;
  readonly depth: Depth;
  readonly routes: readonly string[];
  readonly notApplicable: 'allowed' | 'forbidden';
  /** Strict twin in another list: one deed, asked once. */
  readonly sameAs: string | null;
  /** Wider or narrower twin: its "no" may prefill as a proposal, a "yes" never. */
  readonly proposes: string | null;
  readonly askRole: string;
  readonly action: string;
  readonly expert: Expert;
  /** A choice of management (pay, posts): open it is a gap only where this holds. `null` = always. */
  readonly gapWhen: Condition | null;
  readonly confidence: {
    readonly topic: Confidence;
    readonly wording: Confidence;
    readonly class: Confidence;
  };
  readonly sources: readonly SourceRef[];
}

export interface Action {
  readonly id: string;
  /** Person-days by size of company, each ≥ 0.25; `null` = a choice of management, never scheduled. */
  readonly effort: { readonly small: number; readonly medium: number; readonly large: number } | null;
  readonly cost: Cost;
  readonly role: string;
  /** Actions that have to be finished first. */
  readonly after: readonly string[];
  readonly expert: Expert;
  /** Ids in `directory.yaml`: whom to ask. */
  readonly help: readonly string[];
  /** Id in `practices.yaml`: what another company did. */
  readonly practice: string | null;
}

/** Where a fact is written in the answer file. */
export type FactPlace = 'profile' | 'company' | 'assessment';

export interface FactChoice {
  readonly id: string;
  /** Words read as this value beside its id: the labels people see, in both languages. */
  readonly words: readonly string[];
}

export interface Fact {
  readonly id: string;
  readonly place: FactPlace;
  /** `choice` = one of `values` · `choices` = some of them · `number` = a whole number ≥ 0. */
  readonly kind: 'choice' | 'choices' | 'number';
  /** What a person can choose; empty for a number. `unknown` is always allowed beside them. */
  readonly values: readonly FactChoice[];
  /** When false, the fact's question does not arise. */
  readonly askedWhen: Condition | null;
  /** The first depth at which it is asked: a fact only deep questions need must not slow a quick check. */
  readonly depth: Depth;
  readonly askRole: string;
}

/** Ordered; the first rule that holds wins; the last one has no condition. */
export interface ExposureRule {
  readonly when: Condition | null;
  readonly exposure: 0 | 1 | 2 | 3;
}

export interface Route {
  readonly id: string;
  readonly exposure: readonly ExposureRule[];
}

export interface Section {
  readonly id: string;
}

/** Which questions make the quick check, in the order they are asked. */
export interface QuickSet {
  readonly always: readonly string[];
  /** Asked as well where they apply, the first `most` of them. */
  readonly byScene: readonly string[];
  readonly most: number;
}

export interface Checklist {
  readonly id: string;
  readonly kind: 'graded' | 'determination';
  readonly edition: string;
  readonly asOf: IsoDate;
  /** Whether its graded items count in the overall score; may depend on what the company wants. */
  readonly appliesWhen: Condition | null;
  readonly sections: readonly Section[];
  readonly quick: QuickSet | null;
}

export interface Wave {
  readonly id: WaveId;
  readonly days: number;
}

export interface Weights {
  readonly severity: Readonly<Record<Severity, number>>;
  /** Factor by the highest exposure among an item's routes; the last entry whose `exposureFrom` is reached applies. */
  readonly urgency: readonly { readonly exposureFrom: number; readonly factor: number }[];
  /** Share of its points that an unknown or unanswered item brings. */
  readonly unknownShare: number;
  /** Descending; a whole point at or above `from` has the grade. */
  readonly bands: readonly { readonly grade: Grade; readonly from: number }[];
  readonly gates: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly low: 0;
    readonly cap: Grade;
  }[];
  readonly waves: readonly Wave[];
  /** Person-days a month by number of people; the last entry has no upper end (`upTo: null`). */
  readonly capacity: readonly { readonly upTo: number | null; readonly perMonth: number }[];
  readonly sizes: readonly { readonly size: Size; readonly upTo: number | null }[];
  /** Asking somebody: how many questions at most at once, and how long each takes. */
  readonly findOut: { readonly perQuestions: number; readonly minutesPerQuestion: number };
  /** Person-days, and the same in minutes for people. */
  readonly firstStep: { readonly effort: number; readonly minutes: number };
  /** Above this share of unknown + unanswered no number is shown to people. */
  readonly tooManyUnknown: number;
}

/** Somebody to ask, as the rules see it; name and contacts: `catalog-texts.ts`. */
export interface Desk {
  readonly id: string;
  /** Prefectures it serves, in Japanese; empty = the whole country. */
  readonly regions: readonly string[];
  /** Whether a contact of it was checked against its official page: only those are ever printed. */
  readonly reachable: boolean;
  /** Never named for companies dealing with China: such advice, found on a traveller, can harm that traveller. */
  readonly hideForChina: boolean;
  /** Named only where this is known to hold; `null` = to every company. */
  readonly appliesWhen: Condition | null;
}

/** What an own folder of checklists can add, replace or take out of the shipped ones. */
export type OwnKind =
  | 'checklist'
  | 'item'
  | 'action'
  | 'fact'
  | 'route'
  | 'role'
  | 'source'
  | 'directory'
  | 'practice'
  | 'family'
  /** Rules, flags, fields, tasks, countries of a determination. */
  | 'verdict'
  /** A table of `weights.yaml`. */
  | 'weights'
  | 'emergency'
  | 'strength';

export interface OwnRecord {
  readonly kind: OwnKind;
  readonly id: string;
}

/** An own folder of checklists in use: a result made with it names it. */
export interface OwnChecklists {
  /** As it was typed. */
  readonly folder: string;
  /** Of all its files, names and contents: the same hash, the same questions. */
  readonly sha256: string;
  readonly added: readonly OwnRecord[];
  readonly replaced: readonly OwnRecord[];
  readonly removed: readonly OwnRecord[];
}

/** Everything the rules need, and no prose. */
export interface Catalog {
  readonly checklists: readonly Checklist[];
  readonly facts: readonly Fact[];
  readonly routes: readonly Route[];
  readonly items: readonly Item[];
  readonly actions: readonly Action[];
  readonly roles: readonly string[];
  /** By role: what it is called in both languages, to recognise it in `assessment.by`. */
  readonly roleWords: Readonly<Record<string, readonly string[]>>;
  readonly directory: readonly Desk[];
  readonly weights: Weights;
  /** The list whose result is a verdict; absent from a catalogue that has none. */
  readonly determination?: Determination;
  /** The own folder merged in; absent where the checklists are the shipped ones. */
  readonly own?: OwnChecklists;
}
