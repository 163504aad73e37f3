import { assessOpened } from '../../engine/assess.ts';
import { openAnswers } from '../../engine/open.ts';
import { contentHash } from '../../files/content-hash.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import type { IsoDate } from '../../model/text.ts';
import { describeFinding } from '../../report/finding.ts';
import { MAX_BYTES } from '../../text/decode.ts';
import { failed } from '../../text/outcomes.ts';
import type { Words } from '../../words/messages.ts';
import { jsonText } from '../../words/visible.ts';
import { type StreamLine, streamLines } from './stream.ts';

/** By what the lines of a stream are assessed. */
export interface StreamSetup {
  readonly catalog: Catalog;
  readonly texts: () => CatalogTexts;
  readonly words: Words;
  readonly today: IsoDate;
  readonly version: string;
  readonly capacity: number | null;
  /** Points a company's low end should reach. */
  readonly min: number | null;
}

/** Lines that are no answers, and companies below `min`. */
export interface StreamCounts {
  readonly failed: number;
  readonly underMin: number;
}

/** For each line of a stream, in its order, a line of JSON: the assessment, or `{"schemaVersion": 2, "line": …, "findings": […]}`. */
export async function assessStream(
  blocks: AsyncIterable<Uint8Array>,
  setup: StreamSetup,
  write: (line: string) => Promise<void> | void,
): Promise<StreamCounts> {
  const { min } = setup;
  const counts = { failed: 0, underMin: 0 };
  for await (const line of streamLines(blocks)) {
    const assessed = assessLine(line, setup);
    if (!assessed.ok) counts.failed++;
    else if (min !== null && (assessed.value.score.low ?? 0) < min) counts.underMin++;
    const result = assessed.ok ? assessed.value : refusedLine(line, assessed.findings, setup);
    await write(`${jsonText(result)}\n`);
  }
  return counts;
}

function assessLine({ number, bytes, length }: StreamLine, setup: StreamSetup): Outcome<Assessment> {
  if (bytes === null) {
    const args = { bytes: length, limit: MAX_BYTES };
    return failed({ severity: 'error', code: 'file-too-large', args, location: null });
  }
  // JSON is YAML: the one reader reads it, and everything it says holds for both.
  const read = openAnswers(bytes, setup.catalog);
  if (!read.ok) return read;
  const { catalog, today, version } = setup;
  const source = { file: `-:${number}`, sha256: contentHash(bytes) };
  const by = { catalog, today, version, capacity: setup.capacity ?? undefined };
  return { ...read, value: assessOpened(read.value, read.findings, by, source) };
}

const refusedLine = (
  { number }: StreamLine,
  findings: readonly Finding[],
  { texts, words }: StreamSetup,
) => ({
  schemaVersion: 2,
  line: number,
  findings: findings.map((finding) => ({
    ...finding,
    // The document is one line: where it stands in the stream is what a person can open.
    location: finding.location === null ? null : { ...finding.location, line: number },
    message: describeFinding(finding, texts(), words),
  })),
});
