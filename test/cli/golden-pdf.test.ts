import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PACKAGE } from '../setup/package.ts';
import { ROOT, runCli, startCli } from './run-cli.ts';

/**
 * The samples as PDFs, to the byte: on every machine, in every time zone, with every Node there is. They change with
 * the look and the words on purpose only; `UPDATE=1 npx vitest run test/cli/golden-pdf.test.ts` takes over the new ones.
 */
const GOLDEN = join(ROOT, 'test/golden/pdf-sha256.json');
const SAMPLES = ['parts-maker', 'machining-shop', 'materials-maker'] as const;
const cwd = mkdtempSync(join(tmpdir(), 'wazamori-golden-'));
afterAll(() => rmSync(cwd, { recursive: true }));

it('the samples print as they did', async () => {
  // A process for each language, in another part of the world.
  const processes = {
    ja: startCli(PACKAGE, { TZ: 'Asia/Tokyo' }),
    en: startCli(PACKAGE, { TZ: 'America/Los_Angeles' }),
  };
  const hashes: Record<string, string> = {};
  for (const sample of SAMPLES) {
    for (const lang of ['ja', 'en'] as const) {
      const file = join(cwd, `${sample}.${lang}.pdf`);
      const answers = join(ROOT, 'templates/samples', `${sample}.yaml`);
      const args = ['report', answers, '-o', file, '--lang', lang, '--today', '2026-11-21'];
      const ran = await processes[lang].run(args);
      expect(ran.status, ran.stderr).toBe(0);
      hashes[`${sample}.${lang}`] = createHash('sha256').update(readFileSync(file)).digest('hex');
    }
  }
  await Promise.all([processes.ja.stop(), processes.en.stop()]);
  if (process.env['UPDATE'] === '1') writeFileSync(GOLDEN, `${JSON.stringify(hashes, null, 2)}\n`);
  expect(hashes).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
}, 60_000);

it('print the same from the sources, with PDFKit and fontkit as npm brings them', async () => {
  const file = join(cwd, 'sources.pdf');
  const answers = join(ROOT, 'templates/samples/parts-maker.yaml');
  const args = ['report', answers, '-o', file, '--lang', 'ja', '--today', '2026-11-21'];
  expect((await runCli(args, cwd)).status).toBe(0);
  const golden = JSON.parse(readFileSync(GOLDEN, 'utf8'));
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(golden['parts-maker.ja']);
});
