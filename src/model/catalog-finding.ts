import type { Severity } from './catalog.ts';
import type { Finding } from './finding.ts';
import type { Location } from './text.ts';

/**
 * Every problem a catalogue of checklists can have, by code, with the facts its message needs. Messages:
 * `templates/messages/{ja,en}/catalog.yaml`, key `catalog.CODE`. No code here is also a {@link Finding} code.
 */
export interface CatalogFindingArgs {
  // — shape —
  'path-missing': { path: string };
  'path-unlisted': { path: string };
  'key-missing': { key: string };
  'key-unknown': { key: string };
  'type-wrong': { key: string; expected: string };
  'word-wrong': { key: string; allowed: readonly string[] };
  'pattern-wrong': { key: string; expected: 'id' | 'item-id' | 'fact-id' | 'date' | 'text' };
  'number-out-of-range': { key: string };
  'shape-wrong': { key: string };
  /** A text or a key of more characters than any may have. */
  'text-too-long': { limit: number };
  'condition-shape-wrong': { key: string };
  // — an own folder —
  'own-too-large': { files: number; limit: number };
  'own-link': { path: string };
  'own-empty': Record<string, never>;
  'own-not-utf8': { path: string };
  'own-unreadable': { path: string; reason: string };
  'own-removed-and-given': { id: string };
  'own-kind-differs': { checklist: string; kind: 'graded' | 'determination' };
  // — names and references —
  'id-taken': { id: string; firstFile: string; firstLine: number };
  'id-prefix-wrong': { id: string; prefix: string };
  'reference-unknown': { kind: ReferenceKind; id: string; nearest: string | null };
  'after-in-circle': { ids: readonly string[] };
  'same-as-chain': { item: string; target: string };
  'asked-when-in-circle': { facts: readonly string[] };
  // — facts, conditions, tables —
  'fact-values-wrong': { fact: string; kind: 'choice' | 'choices' | 'number' };
  'fact-value-reserved': { value: string };
  'fact-place-wrong': {
    fact: string;
    place: 'profile' | 'company' | 'assessment';
    kind: 'choice' | 'choices' | 'number';
  };
  'table-out-of-order': { key: string };
  'condition-value-unknown': { fact: string; value: string; nearest: string | null };
  'condition-test-wrong': { fact: string; kind: 'choice' | 'choices' | 'number' };
  'condition-empty': Record<string, never>;
  'exposure-rest-missing': { route: string };
  'exposure-unreachable': { route: string };
  // — what a record must hold —
  'text-empty': { key: string };
  'item-without-source': { item: string };
  'topic-not-official': { item: string };
  'readiness-missing': { item: string };
  'caution-missing': { id: string };
  'effort-too-small': { effort: number; min: number };
  'effort-missing': { action: string; item: string; severity: Severity };
  'effort-not-rising': { action: string };
  'ask-without-question': { role: string };
  'field-out-of-order': { field: string; before: string };
  'critical-share-high': { checklist: string; percent: number; limit: number };
  // — the quick check —
  'quick-item-deeper': { item: string };
  'quick-item-unlisted': { item: string };
  'quick-item-unconditional': { item: string };
  // — wording —
  'question-too-long': { length: number; limit: number };
  'question-of-two-things': { found: string };
  'question-without-ka': Record<string, never>;
  'question-negative': { found: string };
  'double-negative': { found: string };
  'word-banned': { word: string };
  'japanese-in-english': { found: string };
  'contact-in-prose': { found: string };
  'contact-unchecked': { value: string };
  // — Japanese prose —
  'sentence-too-long': { length: number; limit: number };
  'particle-repeated': { found: string };
  'style-mixed': { found: string };
  'width-wrong': { found: string };
  'mark-in-prose': { found: string };
  'bracket-unmatched': { found: string };
  'phrase-weak': { found: string; better: string };
  'phrase-redundant': { found: string; better: string };
  'word-unexplained': { found: string; better: string };
  'list-open': { found: string };
  'kanji-run-long': { found: string; limit: number };
  // — verdicts —
  'determination-second': { checklist: string; first: string };
  'verdict-rest-missing': { checklist: string };
  'verdict-unreachable': { rule: string };
  'verdict-basis-missing': { rule: string };
  'verdict-test-wrong': { field: string };
  'verdict-value-unknown': { field: string; value: string; nearest: string | null };
  'verdict-without-vector': { id: string };
  'vector-number-wrong': { vector: string; number: number };
  'vector-differs': { vector: string; field: string; expected: string; found: string };
  'family-order-wrong': { family: string; order: number };
}

export type ReferenceKind =
  | 'fact'
  | 'route'
  | 'role'
  | 'action'
  | 'checklist'
  | 'item'
  | 'scene'
  | 'source'
  | 'directory'
  | 'practice'
  | 'family'
  | 'verdict-field';

export type CatalogFindingCode = keyof CatalogFindingArgs;

/** A finding of the catalogue's own rules, in one of its files. */
export type CatalogOwnFinding<C extends CatalogFindingCode = CatalogFindingCode> = {
  readonly [K in C]: {
    readonly severity: 'error' | 'warning';
    readonly code: K;
    readonly args: Readonly<CatalogFindingArgs[K]>;
    readonly file: string;
    readonly location: Location | null;
  };
}[C];

/** One finding in a catalogue: its own, or one that reading the YAML gave. */
export type CatalogFinding = CatalogOwnFinding | (Finding & { readonly file: string });
