import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

/** Kana, kanji, full-width marks and spaces: nothing of it is left when a reader of English looks on. */
const JAPANESE = /[\u3000-\u30ff\u3400-\u9fff\uff01-\uffee]+/;

const ANSWERS = `wazamori: 1
company: {name: Sample Precision Ltd., site: Main plant, employees: 48}
assessment: {date: 2026-11-20, depth: full, goals: [tics], editions: {guidance: "2026.1"}}
profile: {overseasProduction: planning, technologyAbroad: flows, listControlled: unknown, ticsForms: [paper]}
answers:
  guidance.core-technology-list: partial
  guidance.need-to-know-access: no
  guidance.use-records: unknown
  guidance.exhibition-review: {answer: n/a, reason: no shows}
technologies:
  - {id: t1, family: [mlcc], kind: manufacture, destination: non-group-a, trigger: subsidiary}
`;

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-english-'));
  writeFileSync(join(cwd, 'answers.yaml'), ANSWERS);
});
afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

it.each([
  'score answers.yaml --verbose',
  'explain answers.yaml',
  'explain answers.yaml guidance.core-technology-list',
  'explain answers.yaml guidance.exhibition-review',
  'explain answers.yaml tics.use-records',
  'ask answers.yaml',
  'catalog list',
  'catalog show guidance.use-records',
  'catalog show tics.storage-cabinet',
])('%s', async (line) => {
  const { stdout } = await runCli([...line.split(' '), '--lang', 'en', '--today', '2026-11-21'], cwd);
  expect(stdout).not.toBe('');
  expect(JAPANESE.exec(stdout)?.[0]).toBeUndefined();
});
