import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChecklists } from '../../src/files/shipped/checklists.ts';
import { bundleForBrowser, ENTRY } from '../setup/browser/bundle.ts';
import type { compiled, Handed, Made, play } from '../setup/browser/entry.ts';
import { folder } from '../setup/folder.ts';
import { BIN, CHECKLISTS, PACKAGE } from '../setup/package.ts';

/** The program without node: what a browser makes of an answer file is what the command line makes of it, byte for byte. */
const TODAY = '2026-11-21';
const built = (path: string): string => readFileSync(join(PACKAGE, 'dist', path), 'utf8');
const POLICY = readFileSync(join(PACKAGE, 'templates/policies/small-start.yaml'), 'utf8');

let browser: Browser;
let page: Page;
const asked: string[] = [];
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const { code } = await bundleForBrowser(ENTRY);
  const at = join(folder(), 'page.html');
  writeFileSync(at, '<!doctype html><meta charset="utf-8"><title>技守</title>');
  page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(at).href);
  await page.evaluate(`${code}; globalThis.wazamori = wazamori;`);
});
afterAll(() => browser.close());

interface Program {
  readonly play: typeof play;
  readonly compiled: typeof compiled;
}

/** One call into the program as a page makes it: what it takes and gives is JSON. */
const call = async <N extends keyof Program>(
  name: N,
  ...given: Parameters<Program[N]>
): Promise<Awaited<ReturnType<Program[N]>>> =>
  (await page.evaluate(`wazamori.${name}(...${JSON.stringify(given)})`)) as Awaited<ReturnType<Program[N]>>;

const SAMPLES = ['machining-shop', 'materials-maker', 'parts-maker'].map(
  (name) => [name, readFileSync(join(PACKAGE, `templates/samples/${name}.yaml`), 'utf8')] as const,
);
const FILES: readonly (readonly [string, Uint8Array])[] = [
  ...SAMPLES.map(([name, text]) => [`${name}, UTF-8`, Buffer.from(text)] as const),
  ['parts-maker, as Excel saves it', iconv.encode(SAMPLES[2]?.[1] ?? '', 'Shift_JIS')],
];

describe.each(['ja', 'en'] as const)('in a browser, %s', (lang) => {
  it.each(FILES)('%s', async (_, bytes) => {
    const { name, byCommand } = commandLine(lang, bytes);
    const handed: Handed = {
      lang,
      name,
      today: TODAY,
      policy: POLICY,
      ...aroundOf(byCommand.check),
      bytes: [...bytes],
      rules: built('catalog/rules.json'),
      texts: built(`catalog/texts.${lang}.json`),
      messages: {
        ...JSON.parse(built(`messages/${lang}.cli.json`)),
        ...JSON.parse(built(`messages/${lang}.json`)),
      },
    };
    expect(await call('play', handed)).toEqual(byCommand);
  });
});

/** What the command line makes of a file. */
function commandLine(lang: string, bytes: Uint8Array) {
  const name = 'answers.yaml';
  const cwd = folder({ [name]: bytes });
  const run = (...args: readonly string[]): string =>
    execFileSync(process.execPath, [BIN, ...args, '--lang', lang, '--today', TODAY], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const report = (format: string): string => run('report', name, '--format', format, '-o', '-');
  const check = run('check', name, '--policy', 'small-start', '--format', 'json', '--no-fail', '--no-redact');
  const byCommand: Made = {
    score: run('score', name, '--format', 'json'),
    check,
    html: report('html'),
    md: report('md'),
  };
  return { name, byCommand };
}

/** What the command line alone knows, for it looked at the disk: which files there are, by whose policy they are judged. */
function aroundOf(check: string): Pick<Handed, 'around' | 'version'> {
  const { tool, asOf, policy, baseline, redacted, count, inForce, compared, leftOut } = JSON.parse(check);
  const { found, checked, clients } = count;
  const told = { asOf, policy, baseline, redacted, inForce, compared, leftOut };
  return { version: tool.version, around: { ...told, found, checked, clients } };
}

it('builds the catalogue of its YAML as the package was built', async () => {
  const made = await call('compiled', Object.fromEntries(readChecklists(CHECKLISTS)));
  expect(made.rules).toBe(built('catalog/rules.json'));
  for (const lang of ['ja', 'en'] as const) expect(made[lang]).toBe(built(`catalog/texts.${lang}.json`));
});

it('asked for nothing but the page itself', () => {
  expect(asked).toEqual([page.url()]);
});
