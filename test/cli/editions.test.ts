import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT, runCli } from './run-cli.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-editions-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

/** Which checklists the older side of a comparison is counted by. */
async function countedBy(older: string): Promise<unknown> {
  const { stdout } = await runCli(['diff', older, 'now.yaml', '--format', 'json'], cwd);
  const { catalog, before } = JSON.parse(stdout);
  return { status: catalog.status, answeredUnder: before.answeredUnder.guidance };
}

it('a file answered on under the present checklists is compared by them, from the last new question on', async () => {
  const sample = readFileSync(join(ROOT, 'templates/samples/machining-shop.yaml'), 'utf8');
  writeFileSync(join(cwd, 'now.yaml'), sample);
  const older = sample.replace('guidance: "2026.1"', 'guidance: "2025.9"');
  writeFileSync(join(cwd, 'spring.yaml'), older.replace('  guidance.slip-lessons: はい\n', ''));
  const answered = (assignment: string) => runCli(['answer', 'spring.yaml', assignment], cwd);

  await answered('guidance.secrecy-training=はい');
  expect(await countedBy('spring.yaml')).toEqual({ status: 'not-comparable', answeredUnder: '2025.9' });
  await answered('guidance.slip-lessons=はい');
  expect(await countedBy('spring.yaml')).toEqual({ status: 'same', answeredUnder: '2026.1' });
});
