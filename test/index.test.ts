import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  assess,
  explainVerdict,
  fontsFolder,
  readAnswers,
  renderPdf,
  shippedCatalog,
  shippedWords,
  verdictOf,
  verdictsOf,
} from '../src/index.ts';

const text = readFileSync(new URL('../templates/samples/machining-shop.yaml', import.meta.url), 'utf8');

it('the example of src/index.ts: from an answer file to a score and a PDF', async () => {
  const { catalog, texts } = shippedCatalog('ja');
  const read = readAnswers(text, catalog);
  if (!read.ok) throw new Error(read.findings[0]?.code);
  const answers = read.value;
  const assessment = assess({ catalog, answers, today: '2026-11-21', version: '0.1.0' });
  expect(assessment.score.low).toBeLessThan(assessment.score.high ?? 0);
  const words = shippedWords('ja');
  const input = {
    assessment,
    catalog,
    texts: texts(),
    answers,
    words,
    pages: 'president',
    fontsDir: fontsFolder,
  } as const;
  const { bytes, missing } = await renderPdf(input);
  expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-');
  expect(missing).toEqual([]);
});

it('a file with a slip is refused with its place, not thrown', () => {
  const { catalog } = shippedCatalog('ja');
  const read = readAnswers('wazamori: 1\nanswers:\n  guidance.device-updates: はあ\n', catalog);
  expect(read).toMatchObject({
    ok: false,
    findings: [{ code: 'wrong-word', location: { line: 3, column: 28 } }],
  });
});

it('the example of src/index.ts: why a technology is read as it is', () => {
  const { catalog } = shippedCatalog('ja');
  const read = readAnswers(
    'wazamori: 1\ntechnologies:\n  - {id: t1, family: [mlcc], listControl: not-listed, informReceived: いいえ}\n',
    catalog,
  );
  if (!read.ok) throw new Error(read.findings[0]?.code);
  const { determination } = catalog;
  const [technology] = read.value.technologies;
  if (!determination || !technology) throw new Error('nothing to judge');
  const verdict = verdictOf(technology, determination, '2026-11-21');
  expect(verdict).toMatchObject({ technology: 't1', outcome: 'confirm', rule: 'R11', validUntil: null });
  expect(verdict.missing).toContain('definitionCheck');
  expect(verdictsOf([technology], catalog, '2026-11-21')).toEqual([verdict]);
  expect(verdictsOf([technology], {}, '2026-11-21')).toEqual([]);
  const tried = explainVerdict(technology, determination, '2026-11-21');
  expect(tried.at(-1)).toMatchObject({ rule: 'R11', holds: true, because: [] });
  expect(tried[0]?.because).toMatchObject([{ field: 'informReceived', values: ['no'], state: 'fails' }]);
});
