import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { assess } from '../../src/core/assess.ts';
import type { Answers, Technology } from '../../src/model/answers.ts';
import type { Depth } from '../../src/model/catalog.ts';
import type { Lang } from '../../src/model/text.ts';
import { reportDocument } from '../../src/report/document/build.ts';
import type { ReportInput } from '../../src/report/document/input.ts';
import { printPdf, renderPdf } from '../../src/report/pdf/render.ts';
import { TOOLS } from '../report/pdf/fixture.ts';
import { catalog, texts } from '../setup/checklists.ts';
import { runs } from '../setup/random.ts';
import { wordsOf } from '../setup/words.ts';
import { answersOf, type RandomCompany, someCompany } from './companies.ts';

/** A plan that is not read is not carried out: the standard set stays within what somebody reads in ten minutes. */
const MOST: Readonly<Record<Depth, number>> = { quick: 4, full: 8, evidence: 8 };
const SAMPLES = ['machining-shop', 'parts-maker', 'materials-maker'] as const;
const LANGS: readonly Lang[] = ['ja', 'en'];
const ROOT = join(import.meta.dirname, '../..');
const words = { ja: wordsOf('ja'), en: wordsOf('en') };

function sample(name: string): Answers {
  const read = readAnswers(readFileSync(join(ROOT, 'templates/samples', `${name}.yaml`), 'utf8'), catalog);
  if (!read.ok) throw new Error(`${name} does not read`);
  return read.value;
}

function inputOf(answers: Answers, lang: Lang, over: Partial<ReportInput> = {}): ReportInput {
  const assessment = assess({ catalog, answers, today: '2026-11-21', version: '0.2.0' });
  return { assessment, catalog, texts: texts[lang], answers, words: words[lang], ...over };
}

async function pagesOf(input: ReportInput): Promise<number> {
  return (await opened(input)).numPages;
}

async function opened(input: ReportInput) {
  const { bytes } = await renderPdf({ ...input, ...TOOLS });
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
}

/** The words of the last page, without what stands between them. */
async function lastPageOf(input: ReportInput): Promise<string> {
  const document = await opened(input);
  const { items } = await (await document.getPage(document.numPages)).getTextContent();
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .replace(/\s/g, '');
}

/** Technologies of the samples under ids of their own, as many as asked for. */
const KNOWN = SAMPLES.flatMap((name) => sample(name).technologies);
const technologies = (count: number): readonly Technology[] =>
  Array.from({ length: count }, (_, i) => KNOWN[i % KNOWN.length]).flatMap((one, i) =>
    one === undefined ? [] : [{ ...one, id: `t${i + 1}` }],
  );

describe('the standard set', () => {
  it.each(
    SAMPLES.flatMap((name) =>
      LANGS.flatMap(
        (lang) =>
          [
            [name, lang, 'full'],
            [name, lang, 'quick'],
          ] as const,
      ),
    ),
  )(
    '%s in %s, asked %s, stays within its pages',
    async (name, lang, depth) => {
      const answers = sample(name);
      const asked = { ...answers, assessment: { ...answers.assessment, depth } };
      // Quick: as if the ten questions alone had been asked.
      const quick = new Set(catalog.items.filter((item) => item.depth === 'quick').map(({ id }) => id));
      const kept = new Map([...answers.answers].filter(([id]) => depth !== 'quick' || quick.has(id)));
      expect(await pagesOf(inputOf({ ...asked, answers: kept }, lang))).toBeLessThanOrEqual(MOST[depth]);
    },
    60_000,
  );

  it.each(SAMPLES.flatMap((name) => LANGS.map((lang) => [name, lang] as const)))(
    '%s in %s says what it rests on in one place, its last page',
    async (name, lang) => {
      const page = await lastPageOf(inputOf(sample(name), lang));
      for (const key of ['pdf.rests.title', 'pdf.rests.whereFull'] as const)
        expect(page).toContain(words[lang].t(key).replace(/\s/g, ''));
    },
    60_000,
  );

  it.each(SAMPLES.flatMap((name) => LANGS.map((lang) => [name, lang] as const)))(
    '%s in %s: the first page alone cuts no sentence of the law in two',
    async (name, lang) => {
      const input = inputOf(sample(name), lang, { pages: 'president' });
      const page = await lastPageOf(input);
      const law = reportDocument(input).president?.gist?.lines ?? [];
      const said = law.map(({ short, whole }) => [short, whole].map((line) => line.replace(/\s/g, '')));
      for (const [short = '', whole = ''] of said) {
        expect(page).toContain(short);
        // A reason stands there to its end or not at all.
        const reason = whole.slice(short.length);
        expect(page.includes(reason) || !page.includes(reason.slice(0, 12))).toBe(true);
      }
      expect(law.length > 0).toBe(name !== 'machining-shop');
    },
    60_000,
  );

  it.each([9, 15])(
    'goes on in fewer words where %d technologies would take it over its pages',
    async (count) => {
      const long = technologies(count).map((one) => ({
        ...one,
        name: `${one.name ?? ''}（試作の段階のもの）`.repeat(3),
      }));
      const answers = sample('parts-maker');
      const quick = { ...answers, assessment: { ...answers.assessment, depth: 'quick' as const } };
      const input = inputOf({ ...quick, technologies: long }, 'en');
      const print = { words: input.words, asOf: '2026-11-21', version: '0.2.0', ...TOOLS };
      const whole = await printPdf({ ...print, document: reportDocument(input) });
      expect(whole.pages).toBeGreaterThan(MOST.quick);
      expect(await pagesOf(input)).toBeLessThanOrEqual(MOST.quick);
    },
    60_000,
  );

  it('stays within its pages for companies of any kind, with TICS and with many technologies', async () => {
    await fc.assert(
      fc.asyncProperty(
        someCompany,
        fc.constantFrom<Depth>('quick', 'full', 'evidence'),
        fc.constantFrom(...LANGS),
        fc.constantFrom([], ['tics']),
        fc.constantFrom(null, 500),
        fc.constantFrom(0, 1, 3, 8),
        async (company, depth, lang, goals, employees, count) => {
          const whole: RandomCompany = { ...company, employees: employees ?? company.employees };
          const quick = new Set(catalog.items.filter((item) => item.depth === 'quick').map(({ id }) => id));
          const answered = (id: string): boolean => depth !== 'quick' || quick.has(id);
          const answers = answersOf(whole, { depth, goals: depth === 'quick' ? [] : goals, answered });
          const input = inputOf({ ...answers, technologies: technologies(count) }, lang);
          expect(await pagesOf(input)).toBeLessThanOrEqual(MOST[depth]);
        },
      ),
      runs(30),
    );
  }, 300_000);
});
