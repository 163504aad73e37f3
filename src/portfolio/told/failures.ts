import { describeFinding } from '../../report/finding.ts';
import { failuresIn } from '../rows/rows-file.ts';
import type { ResultsInput, Standings } from '../tables/standings.ts';
import { FILES } from '../written/output.ts';
import { type Readers, SHOWN, type Voice } from './voice.ts';

/** The first files that could not be read; all of them stand in errors.csv. */
export function tellFailures(
  { aside }: Voice,
  { rows, texts, words, anonymous }: ResultsInput,
  { files }: Standings,
  { discreetly }: Pick<Readers, 'discreetly'>,
): void {
  if (files.failed === 0) return;
  // A nameless result has no list of them, and a place would name somebody.
  if (anonymous) {
    aside(words.t('cli.batch.failedUnnamed', { n: files.failed }));
    return;
  }
  aside(words.t('cli.batch.failed', { n: files.failed, file: FILES.errors }));
  let nth = 0;
  for (const { path, finding } of failuresIn(rows)) {
    if (nth++ === SHOWN) break;
    if (discreetly !== null) {
      aside(discreetly(path, finding));
      continue;
    }
    const { location } = finding;
    const place = location === null ? path : `${path}:${location.line}:${location.column}`;
    aside(words.t('cli.batch.someFailed', { place, message: describeFinding(finding, texts, words) }));
  }
  if (files.failed > SHOWN) aside(words.t('cli.batch.moreFailed', { n: files.failed - SHOWN }));
}
