import type { DeterminationTexts } from './determination.ts';
import type { IsoDate } from './text.ts';

export interface ItemTexts {
  readonly title: string;
  readonly question: string;
  readonly yesMeans: string;
  readonly why: string;
  readonly example: string;
  readonly gap: string;
  readonly evidence: string;
  readonly caution: string | null;
  /** Where to look in each of its sources, in their order. */
  readonly locators: readonly string[];
}

export interface ActionTexts {
  readonly title: string;
  readonly why: string;
  readonly firstStep: string;
  readonly steps: readonly string[];
  readonly evidence: string;
  readonly caution: string | null;
}

export interface FactTexts {
  readonly question: string;
  readonly help: string | null;
  readonly values: Readonly<Record<string, string>>;
}

export interface RoleTexts {
  readonly title: string;
  /** The sentence to ask this person with; `{question}` stands for the question. */
  readonly ask: string;
}

export interface SourceTexts {
  readonly title: string;
  readonly publisher: string;
  readonly edition: string;
  readonly date: string;
  readonly url: string | null;
  readonly asOf: IsoDate;
  /** What could not be read of it. */
  readonly note: string | null;
}

export interface ChecklistTexts {
  readonly title: string;
  /** What this list is and is not; shown once in every output. */
  readonly statement: string;
  readonly sections: Readonly<Record<string, string>>;
  readonly scenes: Readonly<Record<string, string>>;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly what: string;
  readonly when: string;
  /** Only contacts checked against the official page are ever printed. */
  readonly contacts: readonly {
    readonly kind: 'phone' | 'url';
    readonly value: string;
    readonly checkedOn: IsoDate | null;
  }[];
  readonly caution: string | null;
}

/** What another company did: an example beside an action, never scored. Title alone where no more could be read. */
export interface PracticeTexts {
  readonly edition: string;
  readonly no: number;
  readonly title: string;
  readonly industry: readonly string[];
  readonly did: readonly string[];
  /** Our own proposal for a small company, and said to be so in its text. */
  readonly small: string | null;
  readonly caution: string | null;
  /** Id of the document in `sources.yaml`. */
  readonly doc: string;
}

export interface EmergencyTexts {
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly { readonly title: string; readonly detail: string }[];
  readonly contacts: readonly string[];
  readonly after: string;
}

/** The first thing a company is asked, in free words and never scored: what it is good at. */
export interface StrengthTexts {
  readonly question: string;
  readonly help: string;
  readonly examples: readonly { readonly industry: string; readonly example: string }[];
}

/** The prose of a catalogue in one language, by id. */
export interface CatalogTexts {
  readonly strength: StrengthTexts;
  readonly items: Readonly<Record<string, ItemTexts>>;
  readonly actions: Readonly<Record<string, ActionTexts>>;
  readonly facts: Readonly<Record<string, FactTexts>>;
  readonly roles: Readonly<Record<string, RoleTexts>>;
  readonly routes: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, SourceTexts>>;
  readonly checklists: Readonly<Record<string, ChecklistTexts>>;
  readonly directory: Readonly<Record<string, DirectoryEntry>>;
  readonly practices: Readonly<Record<string, PracticeTexts>>;
  readonly emergency: EmergencyTexts;
  readonly determination?: DeterminationTexts;
}
