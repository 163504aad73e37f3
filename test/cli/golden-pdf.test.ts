import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { launchCli, ROOT } from './run-cli.ts';

/**
 * The samples as PDFs, to the byte: on every machine, in every time zone, with every Node there is. They change with
 * the look and the words on purpose only; `UPDATE=1 npx vitest run test/cli/golden-pdf.test.ts` takes over the new ones.
 */
const GOLDEN = join(ROOT, 'test/golden/pdf-sha256.json');
const SAMPLES = ['parts-maker', 'machining-shop', 'materials-maker'] as const;
const cwd = mkdtempSync(join(tmpdir(), 'wazamori-golden-'));
afterAll(() => rmSync(cwd, { recursive: true }));

it('the samples print as they did', async () => {
  const hashes: Record<string, string> = {};
  for (const sample of SAMPLES) {
    for (const lang of ['ja', 'en']) {
      const file = join(cwd, `${sample}.${lang}.pdf`);
      const answers = join(ROOT, 'templates/samples', `${sample}.yaml`);
      const args = ['report', answers, '-o', file, '--lang', lang, '--today', '2026-11-21'];
      const ran = await launchCli(args, cwd, { TZ: lang === 'ja' ? 'Asia/Tokyo' : 'America/Los_Angeles' });
      expect(ran.status, ran.stderr).toBe(0);
      hashes[`${sample}.${lang}`] = createHash('sha256').update(readFileSync(file)).digest('hex');
    }
  }
  if (process.env['UPDATE'] === '1') writeFileSync(GOLDEN, `${JSON.stringify(hashes, null, 2)}\n`);
  expect(hashes).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
}, 60_000);
