import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { meaningHash } from '../../src/answers/meaning.ts';
import { readAnswers } from '../../src/answers/read.ts';
import { fontsFolder, shippedCatalog, shippedMessages, shippedWords } from '../../src/cli/assets.ts';
import { version } from '../../src/cli/package.ts';
import { contentHash } from '../../src/files/content-hash.ts';
import { launchCli, ROOT } from '../cli/run-cli.ts';
import type { Given } from './press-page.ts';

/** The press in a browser, bundled as any page would be: it makes the PDF the command line makes, to the byte. */
const TODAY = '2026-11-21';
const SAMPLE = join(ROOT, 'templates/samples/parts-maker.yaml');
const ORIGIN = 'https://page.test';
const FONTS = /^BIZUDPGothic-(?:Regular|Bold)\.ttf$|^NotoSansJP-fallback\.ttf$/;
const folder = mkdtempSync(join(tmpdir(), 'wazamori-press-'));
const Made = z.object({
  pdf: z.string(),
  record: z.string(),
  attached: z.string().nullable(),
  differing: z.string(),
});

/** Like `report` with these options. */
interface Printed {
  readonly lang: 'ja' | 'en';
  readonly pages: 'standard' | 'full';
}

let browser: Browser;
let code = '';
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  code = await bundled();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Without a single alias: the builds for browsers are what npm's packages give to one. */
async function bundled(): Promise<string> {
  const warnings: string[] = [];
  const { output } = await build({
    cwd: ROOT,
    input: 'test/machine/press-page.ts',
    platform: 'browser',
    write: false,
    output: { format: 'esm', codeSplitting: false },
    onLog: (level, { message }) => {
      if (level === 'warn') warnings.push(message);
    },
  });
  expect(warnings).toEqual([]);
  expect(output.flatMap((file) => (file.type === 'chunk' ? file.imports : []))).toEqual([]);
  return output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}

function given({ lang, pages }: Printed): Given {
  const { catalog, texts } = shippedCatalog(lang);
  const text = readFileSync(SAMPLE, 'utf8');
  const read = readAnswers(text, catalog);
  if (!read.ok) throw new Error('the sample does not read');
  const source = { file: 'parts-maker.yaml', sha256: createHash('sha256').update(text).digest('hex') };
  return {
    catalog,
    texts: texts(),
    text,
    source,
    lang,
    messages: shippedMessages(lang),
    today: TODAY,
    version: version(),
    options: { pages, handouts: false, hide: [], attach: false, capacity: null },
    meaning: meaningHash(read.value, contentHash),
    attached: null,
  };
}

/** An empty page that is served the bundle and the fonts; what it asks for beyond them is noted. */
async function emptyPage(): Promise<{ readonly page: Page; readonly wrong: readonly string[] }> {
  const page = await (await browser.newContext()).newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.route('**', (route) => {
    const { pathname, origin } = new URL(route.request().url());
    const name = pathname.slice(1);
    if (origin === ORIGIN && name === '')
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>press</title>' });
    if (origin === ORIGIN && name === 'press.js')
      return route.fulfill({ contentType: 'text/javascript', body: code });
    if (origin === ORIGIN && FONTS.test(name)) return route.fulfill({ path: join(fontsFolder, name) });
    wrong.push(route.request().url());
    return route.abort();
  });
  await page.goto(`${ORIGIN}/`);
  return { page, wrong };
}

async function inBrowser(plan: Given) {
  const { page, wrong } = await emptyPage();
  const made = await page.evaluate(
    `import('/press.js').then((press) => press.printed(
      ${JSON.stringify(plan)},
      async (name) => new Uint8Array(await (await fetch('/' + name)).arrayBuffer()),
    ))`,
  );
  expect(wrong).toEqual([]);
  await page.context().close();
  return Made.parse(made);
}

describe('a browser', () => {
  it.each<Printed>([
    { lang: 'ja', pages: 'standard' },
    { lang: 'en', pages: 'full' },
  ])('prints the plan of a sample to the byte as the program does: %o', async (printed) => {
    const { lang, pages } = printed;
    const file = join(folder, `${lang}.pdf`);
    const args = ['report', SAMPLE, '-o', file, '--lang', lang, '--pages', pages, '--today', TODAY];
    expect(await launchCli(args, folder)).toMatchObject({ status: 0 });
    const { pdf } = await inBrowser(given(printed));
    expect(pdf.length).toBeGreaterThan(30_000);
    expect(Buffer.compare(Buffer.from(pdf, 'latin1'), readFileSync(file))).toBe(0);
  });

  it('reads a PDF: how it was made, the file inside, and that it is the plan it should be', async () => {
    const plan = given({ lang: 'ja', pages: 'standard' });
    const attached = { name: 'answers.yaml', description: shippedWords('ja').t('pdf.attached.answers') };
    const options = { ...plan.options, attach: true };
    const made = await inBrowser({ ...plan, options, attached });
    expect(JSON.parse(made.record)).toMatchObject({ asOf: TODAY, attach: true, meaning: plan.meaning });
    expect(made.attached).toBe(plan.text);
    expect(JSON.parse(made.differing)).toEqual({
      kind: 'compared',
      difference: { added: [], pages: [], changed: [] },
    });
  });
});
