import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sampleFiles } from '../../scripts/sample-files.ts';
import { catalogFolder, shippedCatalog } from '../../src/cli/assets.ts';
import { cacheAt } from '../../src/portfolio/work/cache.ts';
import { findInputs } from '../../src/portfolio/work/inputs.ts';
import { rulesHash } from '../../src/portfolio/work/own-catalog.ts';
import { runBatch } from '../../src/portfolio/work/run.ts';
import { folder } from '../setup/folder.ts';
import { messagesOf, wordsOf } from '../setup/words.ts';

export const { catalog, texts } = shippedCatalog('ja');
export const WORDS = { ja: wordsOf('ja'), en: wordsOf('en') };
export const TODAY = '2026-11-21';

export const newFolder = (): string => folder();

/** Writes files below a folder; text or bytes by path. */
export function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** The invented clients of the sample generator in a folder of their own. */
export function sampleFolder(count: number, later = false): string {
  const folder = newFolder();
  for (const { path, bytes } of sampleFiles({ catalog, count, seed: 1, later, full: false, broken: true })) {
    put(folder, { [path]: bytes });
  }
  return folder;
}

export interface RunOptions {
  readonly since?: string;
  readonly shard?: { readonly part: number; readonly of: number };
  readonly cache?: string;
  /** Stops the run once so many files are done. */
  readonly stopAt?: number;
}

/** One run over a folder in this thread; where its rows lie, and how it went. */
export async function run(folder: string, { since, shard, cache = newFolder(), stopAt }: RunOptions = {}) {
  const stop = new AbortController();
  const at = cacheAt(cache);
  const { header, collected } = await runBatch({
    inputs: findInputs('/', [folder], []),
    shard: shard ?? null,
    setup: {
      catalogDir: catalogFolder,
      messages: messagesOf('ja'),
      lang: 'ja',
      today: TODAY,
      version: 'test',
      capacity: null,
      reports: null,
      own: null,
    },
    editions: {},
    catalog: rulesHash(catalog),
    cache: at,
    since: since ?? null,
    workers: { script: '', count: 0 },
    signal: stop.signal,
    onProgress: ({ done }) => {
      if (stopAt !== undefined && done >= stopAt) stop.abort();
    },
  });
  return { rows: at.rows, partial: at.partial, cache, header, collected };
}
