/** A heading with what belongs under it, in sentences: the same for the terminal and for Markdown. */
export interface Chapter {
  readonly title: string;
  readonly lead: string | null;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly text: string;
  /** Said after the sentence, where there is room for it. */
  readonly note: string | null;
}
