import type { ClientFormat } from '../../report/formats.ts';
import type { Shares } from './shard.ts';

/** Format of rows.jsonl; a row of another version is assessed again, and never merged with these. */
export const ROWS_VERSION = 3;

/** First line of a file of rows: what all its rows were made with. */
export interface RowsHeader {
  readonly wazamoriRows: typeof ROWS_VERSION;
  /** Of everything a row depends on beside its own files: tool, catalogue, day, options. */
  readonly key: string;
  readonly tool: string;
  readonly asOf: string;
  readonly lang: 'ja' | 'en';
  readonly editions: Readonly<Record<string, string>>;
  /** Of the checklists the rows were judged by, own ones included: their letters mean these questions alone. */
  readonly catalog: string;
  readonly reports: ClientFormat | null;
  /** Whether the rows say what changed since an earlier round. */
  readonly since: boolean;
  /** Of rows that are a part of a whole: which parts. */
  readonly shares?: readonly Shares[];
}
