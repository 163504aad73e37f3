import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, runCli } from './run-cli.ts';

/**
 * The whole result of one sample company. It changes only on purpose: `UPDATE=1 npx vitest run test/cli/golden.test.ts`,
 * read the difference, and say in the commit why it moved.
 */
const GOLDEN = join(ROOT, 'test/golden/parts-maker.json');

it('the parts maker’s result is what it was', async () => {
  const { stdout } = await runCli(
    ['score', 'parts-maker.yaml', '--format', 'json', '--today', '2026-11-21'],
    join(ROOT, 'templates/samples'),
  );
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const result = stdout.replace(`"version": "${version}"`, '"version": "<version>"');
  if (process.env['UPDATE'] === '1') writeFileSync(GOLDEN, result);
  expect(existsSync(GOLDEN)).toBe(true);
  expect(JSON.parse(result)).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
  expect(result).toBe(readFileSync(GOLDEN, 'utf8'));
});
