import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderHtml } from '../../src/report/html/render.ts';
import { fixture, manyGaps } from '../report/pdf/fixture.ts';

/** The plan in a real browser, on a desk and in a hand. */
const folder = mkdtempSync(join(tmpdir(), 'wazamori-html-'));
const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const Violations = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullable(),
      nodes: z.array(z.object({ html: z.string() })),
    }),
  ),
});

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function opened(html: string, width: number, script = false): Promise<{ page: Page; asked: string[] }> {
  const file = join(folder, 'plan.html');
  writeFileSync(file, html);
  // The policy of the page forbids scripts; only the checker itself gets past it.
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    bypassCSP: script,
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, asked };
}

describe.each(['ja', 'en'] as const)('the plan as a page, %s', (lang) => {
  const html = renderHtml(fixture({ lang }));

  it.each([380, 1280])(
    '%i pixels wide: nothing serious found by axe, nothing asked of the network',
    async (width) => {
      const { page, asked } = await opened(html, width, true);
      await page.evaluate(AXE);
      const found = Violations.parse(await page.evaluate('axe.run()'));
      const grave = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave).toEqual([]);
      expect(asked).toEqual([page.url()]);
      await page.context().close();
    },
  );

  it('fits a narrow screen without scrolling sideways, and is whole without scripts', async () => {
    const { page } = await opened(html, 380);
    const main = await page.locator('main').boundingBox();
    expect(main?.width).toBeLessThanOrEqual(380);
    const pictures = await page.locator('svg.narrow').first().isVisible();
    expect(pictures).toBe(true);
    expect(await page.locator('svg.wide').first().isVisible()).toBe(false);
    await page.context().close();
  });
});

it('is reached by keyboard: the first stop skips to the content, the next lead to the parts', async () => {
  const { page } = await opened(renderHtml(fixture()), 1280, true);
  const stops: string[] = [];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('Tab');
    stops.push(String(await page.evaluate('document.activeElement.getAttribute("href")')));
  }
  expect(stops).toEqual(['#main', '#overview', '#plan']);
  await page.context().close();
});

it('prints on A4 with the plan on a sheet of its own', async () => {
  const { page } = await opened(renderHtml(fixture({ questions: manyGaps(60) })), 1280, true);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.byteLength).toBeGreaterThan(50_000);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav').isVisible()).toBe(false);
  await page.context().close();
});
