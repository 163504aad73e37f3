/**
 * What the interview needs from a screen. Whoever starts it hands one in: the command line has prompts in a terminal,
 * and plain lines where a terminal cannot move its cursor (`cli/faces/`). No face knows what a question means.
 */
export interface Face {
  /** Prose that stays on the screen. */
  readonly say: (text: string) => void;
  /** Text that is laid out already, in pages where it is taller than the terminal. */
  readonly show: (title: string, text: string) => Promise<ReadReply>;
  readonly choose: (view: ChooseView) => Promise<ChooseReply>;
  /**
   * Words. Who leaves in the middle of them has written them: what can stand is handed over as if finished, and
   * whatever is asked next replies `leave`.
   */
  readonly write: (view: WriteView) => Promise<WriteReply>;
  /** Something longer to read; comes back when it has been read. */
  readonly read: (view: ReadView) => Promise<ReadReply>;
}

export type Command = 'details' | 'back' | 'note' | 'evidence' | 'menu' | 'leave';

export interface Option {
  readonly id: string;
  /** Its number where that is not its place in the list: an answer has the same one on every screen. */
  readonly digit?: string;
  readonly label: string;
  /** Words that choose it when typed, beside its number; from their first letters on, where no other has them. */
  readonly typed: readonly string[];
}

export interface ChooseView {
  /** Where the person is: section, progress, time left, saved. */
  readonly header: string | null;
  readonly heading: string | null;
  readonly title: string;
  readonly body: readonly string[];
  readonly options: readonly Option[];
  /** Chosen before; in a single choice the cursor starts there. Nothing is preselected by itself. */
  readonly selected: readonly string[];
  readonly commands: readonly Command[];
  /** `null` = one option. Else several, with at least so many; `alone` cannot stand beside others. */
  readonly several: { readonly least: number; readonly alone: readonly string[] } | null;
}

export type ChooseReply =
  | { readonly kind: 'chosen'; readonly ids: readonly string[] }
  | { readonly [K in Command]: { readonly kind: K } }[Command];

export interface WriteView {
  readonly header: string | null;
  readonly title: string;
  readonly body: readonly string[];
  readonly initial: string;
  /** When the line may be left empty (「分からない時は」); each face says how. `null` = nothing is said of it. */
  readonly blank: string | null;
  /** Lines that are pasted stay lines; elsewhere their ends become spaces. */
  readonly lines?: true;
  /** Nothing is begun yet, so leaving saves nothing. */
  readonly unbegun?: true;
  /** What is wrong with the text, as a sentence; `null` = nothing. */
  readonly wrong: (text: string) => string | null;
}

export type WriteReply =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'leave' };

export interface ReadView {
  readonly title: string;
  readonly body: readonly string[];
  /** Lines that must not be wrapped again; pages end at a blank one where they can. */
  readonly laidOut?: boolean;
}

export type ReadReply = 'read' | 'leave';
