import { createHash } from 'node:crypto';
import { readAnswers } from '../../answers/read.ts';
import { assess } from '../../core/assess.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Finding } from '../../model/finding.ts';
import type { IsoDate } from '../../model/text.ts';
import { describeFinding } from '../../report/finding.ts';
import { decodeText, MAX_BYTES } from '../../text/decode.ts';
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
  let failed = 0;
  let underMin = 0;
  for await (const line of streamLines(blocks)) {
    const result = assessLine(line, setup);
    if ('findings' in result) failed++;
    else if (min !== null && (result.score.low ?? 0) < min) underMin++;
    await write(`${jsonText(result)}\n`);
  }
  return { failed, underMin };
}

function assessLine(line: StreamLine, { catalog, today, version, capacity, texts, words }: StreamSetup) {
  const refused = (findings: readonly Finding[]) => ({
    schemaVersion: 2,
    line: line.number,
    findings: findings.map((finding) => ({
      ...finding,
      // The document is one line: where it stands in the stream is what a person can open.
      location: finding.location === null ? null : { ...finding.location, line: line.number },
      message: describeFinding(finding, texts(), words),
    })),
  });
  if (line.bytes === null) {
    const args = { bytes: line.length, limit: MAX_BYTES };
    return refused([{ severity: 'error', code: 'file-too-large', args, location: null }]);
  }
  const decoded = decodeText(line.bytes);
  if (!decoded.ok) return refused(decoded.findings);
  // JSON is YAML: the one reader reads it, and everything it says holds for both.
  const read = readAnswers(decoded.value.text, catalog);
  if (!read.ok) return refused([...decoded.findings, ...read.findings]);
  return assess({
    ...{ catalog, answers: read.value, today, version },
    source: {
      file: `-:${line.number}`,
      sha256: createHash('sha256').update(line.bytes).digest('hex'),
    },
    findings: [...decoded.findings, ...read.findings],
    ...(capacity === null ? {} : { capacity }),
  });
}
