import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import * as library from '../src/index.ts';
import {
  assess,
  checkAnswers,
  explainVerdict,
  fontsFolder,
  gateInWords,
  inWords,
  jsonSchema,
  readAnswers,
  readPolicy,
  renderPdf,
  shippedCatalog,
  shippedWords,
  verdictOf,
  verdictsOf,
} from '../src/index.ts';
import { ROOT, runCli } from './cli/run-cli.ts';

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
  } as const;
  const { bytes, missing } = await renderPdf({ ...input, fontsDir: fontsFolder });
  expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-');
  expect(missing).toEqual([]);
  // The same with fonts and a packer of one's own, where there is no folder.
  const font = (name: string): Uint8Array => new Uint8Array(readFileSync(`${fontsFolder}/${name}.ttf`));
  const fonts = {
    regular: font('BIZUDPGothic-Regular'),
    bold: font('BIZUDPGothic-Bold'),
    fallback: () => font('NotoSansJP-fallback'),
  };
  const own = await renderPdf({ ...input, fonts, deflate: deflateSync });
  expect(Buffer.compare(own.bytes, bytes)).toBe(0);
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

it('exports these and nothing else: each is a promise to keep', () => {
  expect(Object.keys(library).sort()).toEqual([
    ...['assess', 'checkAnswers', 'compare', 'createWords', 'explainVerdict', 'fontsFolder', 'gateInWords'],
    ...['inWords', 'jsonSchema', 'loadCatalog', 'readAnswers', 'readPolicy', 'renderPdf', 'shippedCatalog'],
    ...['shippedWords', 'verdictOf', 'verdictsOf'],
  ]);
});

it('the example of src/index.ts: the gate finds and says what wazamori check does, without a file', async () => {
  const { catalog, texts } = shippedCatalog('ja');
  const words = shippedWords('ja');
  const policy = readPolicy(readFileSync(join(ROOT, 'templates/policies/standard.yaml'), 'utf8'), catalog);
  const later = text.replace('guidance.slip-lessons: はい', 'guidance.slip-lessons: いいえ');
  const before = readAnswers(text, catalog);
  if (!policy.ok || !before.ok) throw new Error('the samples do not read');
  const today = '2026-11-21';
  const { findings } = checkAnswers(later, { catalog, policy: policy.value, today, before: before.value });
  expect(findings.map(({ code }) => code)).toContain('gap-new');
  const folder = mkdtempSync(join(tmpdir(), 'wazamori-library-'));
  try {
    writeFileSync(join(folder, 'shop.yaml'), later);
    writeFileSync(join(folder, 'before.yaml'), text);
    const args = ['check', 'shop.yaml', '--policy', 'standard', '--baseline', 'before.yaml'];
    const ran = await runCli([...args, '--format', 'json', '--today', today], folder);
    const told = JSON.parse(ran.stdout).files[0].findings;
    const said = findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      location: finding.location,
      ...gateInWords(finding, 'shop.yaml', { words, texts: texts() }),
    }));
    expect(told).toMatchObject(said);
    expect(told).toHaveLength(said.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('a text that does not read is no pass: its findings have places and words', () => {
  const { catalog, texts } = shippedCatalog('ja');
  const words = shippedWords('ja');
  const policy = readPolicy('policy: 1\n', catalog);
  if (!policy.ok) throw new Error('the policy does not read');
  const checked = checkAnswers('answers: たくさん\n', { catalog, policy: policy.value, today: '2026-11-21' });
  expect(checked).toMatchObject({ readable: false, findings: [{ code: 'version-missing' }, {}] });
  const refused = readPolicy('policy: 1\nrequired: [guidance.exit]\n', catalog);
  expect(refused).toMatchObject({ ok: false, findings: [{ location: { line: 2, column: 12 } }] });
  const [finding] = refused.findings;
  expect(finding && inWords(finding, { words, texts: texts() })).toMatch(/「guidance\.exit」.*required/);
});

it.each(['answers', 'assessment', 'comparison', 'policy'] as const)(
  'gives the schema of %s',
  async (name) => {
    const { catalog } = shippedCatalog('en');
    const schema = await jsonSchema(name, { catalog, words: shippedWords('en') });
    expect(schema).toMatchObject({ $schema: expect.stringContaining('2020-12') });
  },
);
