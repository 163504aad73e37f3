import type { IsoDate, Location } from './text.ts';

/**
 * Every problem the tool can find, by code, with the facts its message needs. No prose here: messages are made last,
 * from `templates/messages/{ja,en}.yaml` (key `finding.CODE`), and a test holds the two together.
 */
export interface FindingArgs {
  // — the file itself —
  'file-not-found': { path: string; nearest?: string | null };
  'file-is-folder': { path: string };
  'file-unreadable': { path: string; reason: string };
  'file-exists': { path: string };
  /** A result was sent to a disk or a socket. */
  'output-not-a-file': { path: string };
  /** A result would replace a file of another kind: answers, a policy, a picture. */
  'output-other-kind': { path: string };
  /** The name ends as another kind of file does. */
  'output-other-ending': { ending: string; endings: readonly string[] };
  /** The name of a report ends as none of its formats does. */
  'output-unknown-ending': { ending: string; endings: readonly string[] };
  'file-not-writable': { path: string; reason: string };
  /** Write-protected by its owner. */
  'file-read-only': { path: string };
  'file-too-many-open': { path: string };
  /** Another program has it open and lets nobody replace it. */
  'file-in-use': { path: string };
  /** Longer than a disk lets a name be. */
  'file-name-too-long': { path: string };
  'file-too-large': { bytes: number; limit: number };
  'file-empty': Record<string, never>;
  'file-not-text': Record<string, never>;
  'file-encoding-unknown': Record<string, never>;
  'file-encoding-assumed': { encoding: string };
  /** The PDF shows them in another form, or as 〓. */
  'report-letters': { characters: readonly string[] };
  'file-changed-meanwhile': { path: string };
  /** What differs from what we had read: how many places, and the first of them. */
  'file-changes-seen': { n: number; places: readonly string[] };
  'file-locked': { path: string; by: string; since: string };
  /** Everybody on the machine could read it; the modes before and now, as `chmod` takes them. */
  'file-closed-to-others': { path: string; before: string; now: string };
  'file-in-cloud-folder': { service: string };
  // — many files at once —
  /** A folder met a second time, through a link. */
  'batch-link-again': { path: string };
  /** Two files of one company, site and day: the other one counts. */
  'batch-same-site': { counted: string };
  /** The same bytes under another name. */
  'batch-copy': { counted: string };
  /** An earlier visit of the same site. */
  'batch-older-visit': { counted: string; date: IsoDate };
  /** A file of the same site that does not say its day: it counts as older than any that does. */
  'batch-undated-visit': { counted: string };
  /** One corporate number, two names. */
  'number-shared': { other: string };
  /** Names alike, and no number that settles whether it is one company. */
  'identity-unclear': { other: string };
  /** Joined to a company by its name alone. */
  'identity-by-name': { other: string };
  /** It has a new name by its own word. */
  'identity-renamed': { other: string };
  /** A YAML file in a folder that is no answer file: it is left out. */
  'file-not-answers': Record<string, never>;
  'batch-nothing-found': { places: readonly string[] };
  /** The output would lie over the input. */
  'batch-output-is-input': { path: string };
  /** Something of ours would replace a file that is none of ours. */
  'batch-output-foreign': { path: string };
  /** What names clients must not lie beside what names none. */
  'batch-output-named': { path: string };
  'batch-since-unread': { path: string };
  /** The file of that name of the round before is another company's or another site's: nothing was compared. */
  'since-other-company': { path: string; compared: string };
  /** It is: the file of the same company was compared instead. */
  'since-other-file': { path: string; compared: string };
  'batch-no-rows': { path: string };
  'batch-rows-differ': { path: string };
  /** Rows of another version of the tool's format. */
  'batch-rows-version': { path: string; given: number; known: number };
  /** Judged by other checklists than those in use. */
  'batch-catalog-differs': { path: string };
  'batch-rows-conflict': { path: string };
  /** A line of rows.jsonl is no row of ours. */
  'batch-rows-broken': { path: string; line: number };
  // — YAML —
  'yaml-syntax': { detail: string };
  'yaml-tab': Record<string, never>;
  'yaml-too-deep': { limit: number };
  'yaml-alias': { name: string };
  'yaml-anchor': { name: string };
  'yaml-tag': { tag: string };
  'yaml-duplicate-key': { key: string; firstLine: number };
  'yaml-forbidden-key': { key: string };
  'yaml-key-not-text': Record<string, never>;
  'yaml-several-documents': Record<string, never>;
  'yaml-fullwidth-colon': { text: string };
  'yaml-fullwidth-space': { text: string };
  'yaml-bare-question-mark': Record<string, never>;
  /** `mark` is the quote or bracket that is never closed. */
  'yaml-unclosed': { mark: string };
  'yaml-indentation': Record<string, never>;
  'yaml-needs-quotes': { text: string };
  'yaml-missing-colon': { text: string };
  'yaml-colon-space': { text: string };
  'yaml-missing-comma': Record<string, never>;
  'yaml-escape': Record<string, never>;
  'yaml-control-character': Record<string, never>;
  /** `char` is the character as Unicode writes it (`U+FEFF`), `key` the key without it. */
  'yaml-invisible-in-key': { key: string; char: string };
  /** The same before a key or behind a colon, where a space was meant. */
  'yaml-invisible': { char: string };
  /** A closing bracket at the left of the line, or level with the key of what it closes. */
  'yaml-bracket-left': { mark: string };
  /** Another line in brackets that stands there; `mark` opens them. */
  'yaml-line-in-brackets': { mark: string };
  'yaml-bracket-extra': { mark: string };
  /** Behind ` #` all is a comment: the bracket that would have closed stands in it. */
  'yaml-hash-in-brackets': { mark: string; text: string };
  /** A comment that was to be part of the value before it. */
  'yaml-hash-cuts': { text: string };
  /** No way of writing a change at `path` reads back as it was meant. */
  'edit-not-possible': { path: string };
  // — the answer file —
  'version-missing': Record<string, never>;
  'version-unknown': { given: string };
  'version-newer': { given: number; known: number };
  'unknown-key': { key: string; place: string; nearest: string | null };
  'unknown-item': { item: string; nearest: string | null };
  'unknown-action': { action: string; nearest: string | null };
  'wrong-word': { given: string; allowed: readonly string[]; nearest: string | null };
  'wrong-type': { expected: string; given: string };
  /** `meant` is what a person's own words could mean; unlike `nearest` it holds what stands in the file. */
  'wrong-date': { given: string; meant: string | null };
  /** It could be any of these days. */
  'date-unclear': { given: string; could: readonly string[] };
  'wrong-number': { given: string; min: number; meant: string | null };
  /** A range or a bound: which number is meant, it does not say. */
  'number-not-one': { given: string; meant: string | null };
  'wrong-corporate-number': { given: string; meant: string | null };
  /** A spreadsheet has rounded it: its last digits are lost. */
  'corporate-number-rounded': { given: string };
  /** A text of more characters than are looked at; the file keeps all of them. */
  'too-long': { limit: number };
  'missing-value': { key: string; place: string };
  'duplicate-id': { id: string; firstLine: number };
  /** `none` or `unknown` beside another entry of the same list. */
  'stands-alone': { given: string };
  'destination-contradicts': { given: string; countries: readonly string[]; derived: string };
  'more-problems': { count: number };
  // — the assessment —
  'not-applicable-refused': { item: string; why: 'forbidden' | 'no-reason' };
  'answer-out-of-scope': { item: string };
  'fact-unknown': { fact: string; items: number };
  'accepted-expired': { item: string; until: IsoDate };
  'accepted-not-a-gap': { item: string };
  'done-action-open-item': { action: string; item: string };
  'answers-old': { date: IsoDate; days: number };
  /** The day by which the file was to be deleted has passed. */
  'keep-until-passed': { until: IsoDate };
  'edition-differs': { checklist: string; answered: string; current: string };
  'legal-does-not-fit': { task: string; due: IsoDate };
  // — the comparison —
  /** The two files are the same, byte for byte. */
  'compare-same-file': Record<string, never>;
  'compare-dates-swapped': { before: IsoDate; after: IsoDate };
  'compare-other-company': { before: string; after: string };
  'compare-other-site': { before: string; after: string };
  'compare-edition-unknown': { checklist: string; answered: string; current: string };
  // — the command line —
  'usage-unknown-item': { item: string; nearest: string | null };
  'usage-unknown-entry': { item: string; nearest: string | null };
  'usage-unknown-checklist': { given: string; known: readonly string[]; nearest: string | null };
  'usage-unknown-technology': { technology: string; known: readonly string[]; nearest: string | null };
  'usage-no-technologies': Record<string, never>;
  'usage-no-paths': Record<string, never>;
  /** A pattern that cannot mean any path. */
  'usage-bad-pattern': { given: string };
  'usage-since-missing': { path: string };
  /** The round before would be compared with itself. */
  'usage-since-same': { path: string };
  'usage-anonymous-reports': Record<string, never>;
  'usage-unknown-language': { given: string };
  'usage-wrong-date': { given: string; meant: string | null };
  'usage-wrong-number': { option: string; given: string };
  'usage-wrong-assignment': { given: string };
  'usage-too-long': { given: string; limit: number };
  'usage-assigned-twice': { name: string; times: number };
  'usage-stray-text': { name: string; text: string };
  'usage-pdf-to-terminal': Record<string, never>;
  'usage-no-terminal': { command: string };
  /** Two options that cannot be given together. */
  'usage-clash': { one: string; other: string };
  'usage-needs-option': { option: string; needs: string };
  'usage-no-password': Record<string, never>;
  'usage-no-answer-file': Record<string, never>;
  'usage-unknown-section': { section: string; nearest: string | null };
  // — verifying a PDF —
  'pdf-not-ours': { path: string };
  'pdf-encrypted': { path: string };
  /** Its end is missing. */
  'pdf-cut-off': { path: string };
  /** Something in it breaks the rules of PDF, so that programs may show it differently. */
  'pdf-broken': { path: string; at: number };
  'pdf-too-large': { path: string; bytes: number; limit: number };
  'pdf-without-answers': { path: string };
  'usage-unknown-format': { given: string; allowed: readonly string[] };
  // — the gate: what it is told to check, and against what —
  'policy-version-missing': { known: number };
  /** The other file: answers where a policy was asked for. */
  'policy-is-answers': Record<string, never>;
  'policy-newer': { given: number; known: number };
  'policy-unknown-key': { key: string; place: string; nearest: string | null };
  'policy-version': { given: string; known: number };
  'policy-unknown-id': { given: string; place: string; nearest: string | null };
  'policy-client-without-files': Record<string, never>;
  'policy-rules-edition': { given: string; known: readonly string[]; nearest: string | null };
  'policy-number-range': { given: string; least: number; most: number };
  'policy-not-found': { given: string; known: readonly string[]; nearest: string | null };
  /** `--trust base` where nothing in git is compared with. */
  'trust-without-baseline': Record<string, never>;
  'check-nothing-found': { paths: readonly string[] };
  /** Where others than the company may read a run: the repository, who proposes, or nobody can tell. */
  'public-repository': Record<string, never>;
  'public-fork': Record<string, never>;
  'public-unknown': Record<string, never>;
  'check-no-root': { path: string };
  'check-format-twice': { given: string };
  /** Two formats into one file: the second would replace the first. */
  'check-output-twice': { path: string };
  'check-output-unnamed': { given: string };
  'check-output-taken': { path: string };
  'baseline-not-found': { given: string };
  /** A word that is a file or folder here and a revision as well. */
  'baseline-two-meanings': { given: string };
  /** A file or folder that has a colon in its name, and no revision. */
  'baseline-path-unsaid': { given: string };
  /** A name that two refs have, as a tag and a branch. */
  'baseline-two-refs': { given: string };
  /** `--baseline auto`: the branch or commit to compare with was not fetched. */
  'baseline-auto-missing': { wanted: string };
  /** `--baseline auto`: there is no earlier commit. */
  'baseline-auto-first': Record<string, never>;
  /** Of all files that were checked none has an earlier version, though there are some. */
  'baseline-none-compared': { given: string; count: number };
  /** The earlier version of a file in git: whoever mends it is not held up by it. */
  'baseline-broken': { given: string; problem: string };
  /** Neither on disk nor, for want of a repository, a revision, or git itself, in git. */
  'baseline-no-repository': { given: string; nearest: string | null };
  'baseline-no-revision': { given: string; nearest: string | null };
  'baseline-no-git': { given: string; nearest: string | null };
  /** The checkout belongs to another user, as in a container. */
  'baseline-git-owner': { folder: string };
  'baseline-git-failed': { given: string; reason: string };
  'baseline-unreadable': { given: string; problem: string };
  'baseline-for-one': { given: string };
  /** Several files of the baseline have a name like this one's, or one has a name like several. */
  'baseline-unclear': { path: string; names: readonly string[] };
}

export type FindingCode = keyof FindingArgs;

/** One finding, typed by its code. `location` is `null` when it concerns the file as a whole. */
export type Finding<C extends FindingCode = FindingCode> = {
  readonly [K in C]: {
    readonly severity: 'error' | 'warning' | 'info';
    readonly code: K;
    readonly args: Readonly<FindingArgs[K]>;
    readonly location: Location | null;
  };
}[C];

/** A finding that reading or assessing one answer file produced. */
export type Diagnostic = Finding;

/** The value, or what stood in the way of it; warnings travel with either. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The same of what lies in a file, by the name it is told under; `null` = what stood in the way stands in none. */
export type FileOutcome<T> =
  | Extract<Outcome<T>, { readonly ok: true }>
  | (Extract<Outcome<T>, { readonly ok: false }> & { readonly file: string | null });
