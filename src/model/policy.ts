import type { Depth, Grade, Severity } from './catalog.ts';
import type { Location } from './text.ts';

/** How loudly a rule speaks; `off` silences it for every file the policy covers. */
export type RuleLevel = 'off' | 'info' | 'warning' | 'error';

/** The least a group has to reach; `null` = not asked for. */
export interface Threshold {
  /** Points 0…100 the low end of the score has to reach. */
  readonly low: number | null;
  /** Grade the low end has to reach (`docs/scoring.md` §4): made for machines, never shown as a mark to people. */
  readonly grade: Grade | null;
}

export interface XrayLimits {
  /** This many はい in a row, none with a note or evidence, are looked at again. */
  readonly yesStreak: number;
  /** Percent of the asked questions that may be 当てはまらない before it is looked at. */
  readonly notApplicable: number;
  /** The same reason on this many questions looks copied. */
  readonly sameReason: number;
  /** What runs out within so many days is said beforehand. */
  readonly expiresDays: number;
}

export interface PassedOver {
  readonly most: number | null;
  readonly approvers: readonly string[];
  readonly maxDays: number | null;
}

/** An entry of the register: whose answers have to be there, under which names. */
export interface ListedClient {
  /** What the register calls it: a name, or a number where names are kept out of sight. */
  readonly name: string | null;
  /** The company its files have to name; `null` = whichever. */
  readonly company: string | null;
  /** Patterns of paths, from the folder of the policy. */
  readonly files: readonly string[];
  /** Whether it stands for one company; a pattern alone stands for as many as it finds. */
  readonly single: boolean;
  readonly location: Location;
}

/** What the answer files of a repository have to fulfil (`wazamori.policy.yaml`); meanings: `docs/ci.md`. */
export interface Policy {
  readonly score: {
    readonly overall: Threshold;
    readonly checklists: ReadonlyMap<string, Threshold>;
    readonly sections: ReadonlyMap<string, Threshold>;
    readonly routes: ReadonlyMap<string, Threshold>;
  };
  readonly depth: Depth | null;
  /** Items that have to be answered はい, wherever they are asked. */
  readonly required: readonly string[];
  readonly profile: { readonly known: boolean };
  readonly legal: {
    readonly noStop: boolean;
    readonly reported: boolean;
    readonly notExpired: boolean;
  };
  /** Percent of the asked questions. */
  readonly coverage: {
    readonly answered: number | null;
    readonly unknown: number | null;
    readonly notApplicable: number | null;
  };
  readonly evidence: {
    readonly severities: readonly Severity[];
    readonly maxAgeDays: number | null;
    readonly verifyFiles: boolean;
  };
  readonly plan: { readonly ownerFor: readonly Severity[]; readonly noOverdue: boolean };
  /** How far what is passed over may go: how many, by whom, and how many days from today its end may lie ahead. */
  readonly accepted: PassedOver;
  readonly suppressed: PassedOver;
  readonly ageDays: number | null;
  /** Least edition by checklist; numbers between dots (`2026.2` < `2026.10`). */
  readonly editions: ReadonlyMap<string, string>;
  readonly xray: XrayLimits;
  /** Who has to be there; empty = nobody keeps a register. */
  readonly clients: readonly ListedClient[];
  /** Patterns of answer files in a folder that are not checked, from the folder of the policy. */
  readonly exclude: readonly string[];
  /** `ok`: what is found may be read by anybody, as with samples; else `check` refuses where it can be. */
  readonly public: 'ok' | null;
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Rules newer than this edition warn and fail nothing; `null` = only the first rules fail. */
  readonly rulesEdition: string | null;
}
