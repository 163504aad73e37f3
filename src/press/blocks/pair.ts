/** A label and what belongs to it. */
export interface Pair {
  readonly label: string;
  readonly texts: readonly string[];
  readonly style: 'plain' | 'strong' | 'numbered' | 'boxes';
}
