import type { AnswerBasis } from './answers.ts';
import type { ItemState, VerdictOutcome } from './assessment.ts';
import type { Depth, Grade, Severity } from './catalog.ts';
import type { FindingCode } from './finding.ts';
import type { IsoDate, Location } from './text.ts';

/** A group that has a score: `overall`, or its kind and id. */
export type ScoredGroup = 'overall' | `checklist:${string}` | `section:${string}` | `route:${string}`;

/** Every problem the gate itself can find, by code, with what its message needs. No prose: `gate.rule.CODE`. */
export interface GateArgs {
  // — policy —
  'score-below': { group: ScoredGroup; low: number; least: number };
  'grade-below': { group: ScoredGroup; grade: Grade; least: Grade };
  'depth-too-shallow': { depth: Depth; least: Depth };
  'required-item-open': { item: string; state: ItemState };
  'profile-unknown': { fact: string; items: number };
  'legal-stop': { technology: string };
  'report-not-made': { technology: string };
  'not-subject-expired': { technology: string; until: IsoDate };
  'too-few-answered': { percent: number; least: number };
  'too-many-unknown': { percent: number; most: number };
  'too-many-not-applicable': { percent: number; most: number };
  'evidence-missing': { item: string; severity: Severity };
  'evidence-old': { item: string; date: IsoDate; most: number };
  'evidence-file-missing': { item: string; path: string };
  'evidence-file-changed': { item: string; path: string };
  'gap-without-owner': { item: string; action: string };
  /** `last`: the furthest day that counts. */
  'due-too-far': { action: string; due: IsoDate; last: IsoDate };
  'task-overdue': { action: string; due: IsoDate };
  'too-many-accepted': { count: number; most: number };
  'accepted-without-approver': { item: string; approvers: readonly string[] };
  'accepted-too-long': { item: string; until: IsoDate; most: number };
  'too-many-suppressed': { count: number; most: number };
  'suppressed-without-approver': { code: string; approvers: readonly string[] };
  'suppressed-too-long': { code: string; most: number };
  'assessment-old': { days: number; most: number };
  'assessment-undated': { most: number };
  'edition-too-old': { checklist: string; edition: string; least: string };
  // — register (`clients:` of the policy); `nth`: place of the entry, from 1 —
  'client-missing': { client: string; nth: number };
  'client-unlisted': Record<string, never>;
  'client-mixed': { client: string; nth: number };
  'client-twice': { client: string; nth: number };
  // — the trusted side: what the base says, and what the change would make of it —
  /** `setting` as it is written; what it asked, and what it would ask. */
  'policy-weakened': { setting: string; asked: string; asks: string };
  /** In the base there is none, or one that cannot be read: that of the change is used. */
  'policy-new': { why: 'policy-none' | 'policy-broken' };
  /** A policy nearer to the files that asks less than the one above. */
  'policy-nearer': { above: string; setting: string; asked: string; asks: string };
  /** Another policy in the same folder, that is not looked at. */
  'policy-twice': { other: string };
  'checklist-weakened': { what: ChecklistChange; item: string; asked: string; asks: string };
  /** The own checklists of the base cannot be read: those of the change are used for it as well. */
  'checklist-unread': { folder: string; problem: string };
  // — regression —
  'gap-new': { item: string; was: ItemState; now: ItemState };
  'answer-worse': { item: string; was: ItemState; now: ItemState };
  'score-fell': { was: number; now: number };
  'verdict-worse': { technology: string; was: VerdictOutcome; now: VerdictOutcome };
  'became-not-applicable': { item: string; was: ItemState };
  'left-scope': { fact: string; count: number; items: readonly string[] };
  'technology-gone': { technology: string };
  'depth-fell': { was: Depth; now: Depth };
  'answer-removed': { item: string; was: ItemState };
  'severity-fell': { item: string; was: Severity; now: Severity };
  'item-gone': { code: string };
  'file-gone': { path: string };
  /** It has to be an answer file, by the baseline or by the register, lies there, and is none. */
  'not-recognised': { path: string; reason: LeftOut['reason']; by: 'by-baseline' | 'by-register' };
  /** Its files of the baseline are not here, so nobody can tell what became of them. */
  'submodule-unread': { path: string };
  'gap-appeared': { item: string; until: IsoDate };
  'evidence-removed': {
    item: string;
    what: 'evidence-any' | 'evidence-file' | 'evidence-hash';
    was: number;
    now: number;
  };
  'evidence-hash-changed': { item: string; path: string };
  'basis-fell': { item: string; was: AnswerBasis; now: AnswerBasis | 'no-basis' };
  /** `key`: the fields to blame, as they are written. */
  'verdict-softer': { technology: string; was: VerdictOutcome; now: VerdictOutcome; key: string };
  'redated-only': { count: number };
  // — X-ray —
  'contradicts-twin': { item: string; twin: string; answer: ItemState; other: ItemState };
  'contradicts-profile': { item: string; fact: string };
  'contradicts-note': { item: string; text: string };
  'all-yes-streak': { count: number; item: string };
  'yes-without-evidence': { item: string };
  'not-applicable-share': { percent: number; most: number };
  'reason-copied': { count: number; item: string };
  'date-in-future': { date: IsoDate };
  'secret-in-note': { what: 'mail-address' | 'phone-number' | 'twelve-digits' | 'person-name' };
  'expires-soon': { what: 'acceptance' | 'verdict' | 'file'; until: IsoDate; days: number };
  'suppression-unknown': { code: string; nearest: string | null };
  'suppression-unused': { code: string };
  'suppression-too-wide': { code: string };
  'suppression-not-possible': { code: string };
  'suppression-expired': { code: string; until: IsoDate };
}

/** What became weaker in own checklists. */
export type ChecklistChange =
  | 'item-removed'
  | 'item-lighter'
  | 'item-applies'
  | 'item-deeper'
  | 'item-changed'
  | 'item-reworded'
  | 'weights-changed'
  | 'rules-changed';

export type GateCode = keyof GateArgs;
export type GateSeverity = 'error' | 'warning' | 'info';
export type GateKind = 'input' | 'policy' | 'regression' | 'xray';

/** One finding in one file: the gate's own, or one of reading and assessing that the gate passes on. */
export interface GateFinding {
  readonly severity: GateSeverity;
  readonly code: GateCode | FindingCode;
  readonly kind: GateKind;
  readonly args: Readonly<Record<string, unknown>>;
  /** Of the value, or of the nearest place where it should stand. */
  readonly location: Location;
  /** Id of what it speaks of (question, fact, technology, action): with the code it names the finding over time. */
  readonly subject: string | null;
}

export interface SuppressedFinding extends GateFinding {
  readonly reason: string;
}

export interface CheckedFile {
  /** As it is shown: the path from the root of the repository, slashes forward, or what stands for it where names are kept out. */
  readonly file: string;
  /** What it is remembered by, in a log or out of it (`fingerprint.ts`); left out = its name. Never printed. */
  readonly identity?: string;
  /** How it is typed in the working folder; left out = as it is shown. */
  readonly typed?: string;
  /** What stands for its name where names are kept out; left out = it is named there, too. */
  readonly inLogs?: string;
  /** `false` where the file could not be read: exit 2. */
  readonly readable: boolean;
  readonly findings: readonly GateFinding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Something in a folder that is not checked, and why. */
export interface LeftOut {
  readonly file: string;
  readonly reason:
    | 'policy'
    | 'other-yaml'
    | 'empty'
    | 'unreadable-yaml'
    | 'hidden'
    | 'hidden-folder'
    | 'other-ending'
    | 'excluded'
    | 'not-a-file'
    | 'broken-link'
    | 'link-again';
}

/** What the files were held against. */
export interface Compared {
  /** As it was given, or what `auto` means here. */
  readonly name: string;
  /** The first digits of its hash; `null` = no commit. */
  readonly commit: string | null;
  readonly found: 'named' | 'itself' | 'merge-base' | 'before' | 'parent' | 'last';
  /** How many files have an earlier version, and those that were held against none. */
  readonly files: number;
  readonly left: readonly NotCompared[];
}

/** What judged the files: whose policy and checklists, of which side. */
export interface InForce {
  readonly trust: 'base' | 'head';
  readonly policies: readonly { readonly name: string | null; readonly from: Side }[];
  /** What an entry of `suppressed` has to say besides its reason. */
  readonly lifting: readonly ('until' | 'by')[];
  /** The own checklists; `null` = the shipped ones alone. */
  readonly checklists: { readonly folder: string; readonly sha256: string; readonly from: Side } | null;
}

/** Where something was taken from: the commit compared with, what lies here, the program itself. */
export type Side = 'base' | 'head' | 'shipped';

export interface NotCompared {
  readonly file: string;
  readonly reason: 'new-file' | 'broken-before' | 'not-read';
}

/** What `wazamori check` found: every format only renders it. */
export interface GateReport {
  readonly version: string;
  readonly asOf: IsoDate;
  /** Name of the policy as shown; `null` = the X-ray alone. */
  readonly policy: string | null;
  readonly baseline: string | null;
  readonly inForce: InForce;
  /** `null` = nothing is compared. */
  readonly compared: Compared | null;
  readonly redacted: boolean;
  /** YAML files in the places that were given and files given themselves, and how many of them were checked. */
  readonly found: number;
  readonly checked: number;
  readonly leftOut: readonly LeftOut[];
  /** Entries of the registers, and how many of them have a file that was checked; `null` = there is no register. */
  readonly clients: { readonly listed: number; readonly checked: number } | null;
  /** In the order of their paths; behind them those of the baseline that are checked no more. */
  readonly files: readonly CheckedFile[];
}
