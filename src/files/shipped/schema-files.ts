import { join } from 'node:path';
import type { Lang } from '../../model/text.ts';

export const SCHEMAS = ['answers', 'assessment', 'comparison', 'policy'] as const;
export type SchemaName = (typeof SCHEMAS)[number];

/** Those with explanations for people; the results are for machines and read the same in every language. */
const EXPLAINED: ReadonlySet<SchemaName> = new Set(['answers', 'policy']);

/** The JSON Schemas as files that an editor can read, in `dist/`: `schema/answers.ja.json`, `schema/assessment.json` … */
export const schemaFile = (name: SchemaName, lang: Lang): string =>
  join('schema', EXPLAINED.has(name) ? `${name}.${lang}.json` : `${name}.json`);
