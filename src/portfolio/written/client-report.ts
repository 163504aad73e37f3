import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { meaningHash } from '../../answers/meaning.ts';
import { contentHash } from '../../files/content-hash.ts';
import type { Answers } from '../../model/answers.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { ReportInput } from '../../report/document/input.ts';
import { USUAL_PAGES } from '../../report/document/pages.ts';
import { type ClientFormat, rowOf } from '../../report/formats.ts';
import type { PdfReport } from '../../report/pdf/input.ts';
import { reportFile } from '../../report/report-file.ts';
import type { Words } from '../../words/messages.ts';
import { visibleBytes } from '../../words/visible.ts';
import { makeFolder, writeWhole } from './write-whole.ts';

/** What reports of single clients are made with. */
export interface ReportTools {
  readonly folder: string;
  /** Folder in which new ones wait until the run is done. */
  readonly waiting: string;
  readonly format: ClientFormat;
  readonly fontsDir: string;
}

/** What a report is printed from, beside the client's own answers. */
export interface ReportSources {
  readonly catalog: Catalog;
  readonly texts: () => CatalogTexts;
  readonly words: Words;
  /** Person-days a month; `null` = what the file or the size of the company says. */
  readonly capacity: number | null;
}

/** Whether a report of these bytes is there, in its place or waiting for it. */
export function hasReport(path: string, hash: string, { folder, waiting, format }: ReportTools): boolean {
  return [waiting, folder].some((place) => {
    const report = join(place, reportName(path, format));
    return existsSync(report) && contentHash(readFileSync(report)) === hash;
  });
}

/** Name of a client's report below the folder of reports: each path its own. */
export const reportName = (path: string, format: ClientFormat): string => reportFile(path, format);

/** A report that was written. */
export interface Written {
  readonly hash: string;
  /** What it could not print as it stands in the file. */
  readonly letters: readonly string[];
}

/** Writes a client's report where it waits, the same bytes as `wazamori report` gives. Throws where the disk does not let it. */
export async function writeReport(
  assessment: Assessment,
  answers: Answers,
  sources: ReportSources,
  { waiting, format, fontsDir }: ReportTools,
): Promise<Written> {
  const { catalog, texts, words } = sources;
  const input = { assessment, catalog, texts: texts(), answers, words, pages: USUAL_PAGES } as const;
  const plan = (): Promise<PdfReport> => print(input, sources.capacity, fontsDir);
  const made = await rowOf(format).make(input, { plan });
  const { bytes, letters } =
    typeof made === 'string'
      ? { bytes: visibleBytes(made), letters: [] }
      : { bytes: made.bytes, letters: [...made.missing, ...made.plain] };
  const target = join(waiting, reportName(assessment.source?.file ?? '', format));
  makeFolder(dirname(target));
  writeWhole(target, bytes);
  return { hash: contentHash(bytes), letters };
}

async function print(input: ReportInput, capacity: number | null, fontsDir: string): Promise<PdfReport> {
  const { pressTools } = await import('../../files/shipped/press-tools.ts');
  const { renderPdf } = await import('../../report/pdf/render.ts');
  const { recordOf } = await import('../../report/pdf/record.ts');
  const options = { pages: USUAL_PAGES, handouts: false, hide: [], attach: false, capacity };
  const record = recordOf(
    input.assessment,
    input.words.lang,
    options,
    meaningHash(input.answers, contentHash),
  );
  return renderPdf({ ...input, record, ...pressTools(fontsDir) });
}
