import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { assessmentSchema } from '../../src/report/json/schema.ts';
import { readPdf } from '../press/read-pdf.ts';
import { CHECKLISTS } from '../setup/package.ts';
import { ROOT, runCli } from './run-cli.ts';

/** The sample of docs/own-checklists.md, as somebody who copied it would use it. */
const OWN = ['--catalog', 'plating', '--today', '2026-11-21'] as const;
const NAMES = /plating.*bath-recipe/s;
const LEFT = 'guidance.exhibition-review';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-own-'));
  cpSync(join(ROOT, 'templates/own-checklists/plating'), join(cwd, 'plating'), { recursive: true });
  cpSync(join(ROOT, 'templates/samples/machining-shop.yaml'), join(cwd, 'shop.yaml'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});
const run = (...args: readonly string[]) => runCli([...args, ...OWN], cwd);

describe('--catalog plating', () => {
  it('lints clean', async () => {
    expect(await run('catalog', 'lint')).toMatchObject({ status: 0, stdout: '' });
  });

  it('is named in the JSON result, which keeps its published shape', async () => {
    const ran = await run('score', 'shop.yaml', '--format', 'json');
    const result: Assessment = JSON.parse(ran.stdout);
    assessmentSchema.parse(result);
    expect(result.ownChecklists).toMatchObject({ folder: 'plating', removed: [{ kind: 'item', id: LEFT }] });
    expect(result.editions).toMatchObject({ plating: '2026.1' });
    expect(result.items.map(({ id }) => id)).toContain('plating.bath-recipe');
    expect(result.items.map(({ id }) => id)).not.toContain(LEFT);
    expect(ran.stderr).toMatch(NAMES);
    const plain: Assessment = JSON.parse(
      (await runCli(['score', 'shop.yaml', '--format', 'json', '--today', '2026-11-21'], cwd)).stdout,
    );
    expect(plain.ownChecklists).toBeNull();
  });

  it.each([
    ['score', 'shop.yaml'],
    ['explain', 'shop.yaml'],
    ['ask', 'shop.yaml'],
    ['ask', 'shop.yaml', '--format', 'md'],
  ])('is named by %s %s %s %s', async (...args) => {
    const { stdout, status } = await run(...args.filter((arg) => arg !== undefined));
    expect(status).toBe(0);
    expect(stdout.replace(/\s+/g, '')).toContain('自社の点検項目（plating）');
  });

  it('may know another group A: what a file says of its countries is held against that one', async () => {
    const list = 'prior-notification/group-a.yaml';
    mkdirSync(join(cwd, 'plating/prior-notification'), { recursive: true });
    const shipped = readFileSync(join(CHECKLISTS, list), 'utf8');
    // Iceland is in no list of group A; this one is made up.
    writeFileSync(
      join(cwd, 'plating', list),
      `${shipped.trimEnd()}\n  - {id: IS, name: {ja: アイスランド, en: Iceland}}\n`,
    );
    const abroad = 'countries: [IS], destination: group-a-only';
    writeFileSync(join(cwd, 'abroad.yaml'), `wazamori: 1\ntechnologies: [{id: t1, ${abroad}}]\n`);
    expect(await run('score', 'abroad.yaml')).toMatchObject({ status: 0 });
    const plain = await runCli(['score', 'abroad.yaml'], cwd);
    expect(plain).toMatchObject({ status: 2, stdout: '' });
    expect(plain.stderr).toMatch(/2:55 .*国から決まるのは「non-group-a」/);
  });

  it('stands in the commands it says to type next', async () => {
    expect((await run('score', 'shop.yaml')).stdout).toContain('wazamori --catalog plating report shop.yaml');
    expect((await run('init', 'new.yaml')).stderr).toContain('wazamori --catalog plating interview new.yaml');
  });

  it('is named in the PDF', async () => {
    expect(await run('report', 'shop.yaml')).toMatchObject({ status: 0 });
    const { pages } = await readPdf(new Uint8Array(readFileSync(join(cwd, 'shop.pdf'))));
    expect(
      pages
        .map((page) => page.text)
        .join('')
        .replace(/\s+/g, ''),
    ).toContain('自社の点検項目（plating）');
  });

  it('its questions can be listed, shown, written, answered and explained', async () => {
    expect((await run('catalog', 'list', '--checklist', 'plating')).stdout).toContain('plating.bath-recipe');
    expect((await run('catalog', 'show', 'plating.bath-recipe')).stdout).toContain('聞き取り（見本）');
    expect((await run('init', 'new.yaml')).status).toBe(0);
    expect(readFileSync(join(cwd, 'new.yaml'), 'utf8')).not.toContain(LEFT);
    expect((await run('answer', 'shop.yaml', 'plating.bath-recipe=いいえ')).status).toBe(0);
    expect((await run('explain', 'shop.yaml', 'plating.bath-recipe')).stdout).toContain('いいえ');
  });

  it('a family of its own can be answered', async () => {
    const mlcc = readFileSync(join(CHECKLISTS, 'prior-notification/technologies/mlcc.yaml'), 'utf8');
    const own = mlcc.replace('id: mlcc', 'id: sample-technology').replace('order: 1', 'order: 16');
    cpSync(join(ROOT, 'templates/own-checklists/plating'), join(cwd, 'plating'), { recursive: true });
    const folder = join(cwd, 'plating/prior-notification/technologies');
    cpSync(join(CHECKLISTS, 'prior-notification/technologies'), folder, { recursive: true });
    writeFileSync(join(folder, 'sample.yaml'), own);
    writeFileSync(
      join(cwd, 't.yaml'),
      'wazamori: 1\ntechnologies:\n  - {id: t1, family: [sample-technology], informReceived: いいえ}\n',
    );
    const result: Assessment = JSON.parse((await run('score', 't.yaml', '--format', 'json')).stdout);
    expect(result.verdicts).toMatchObject([{ technology: 't1', rule: 'R9' }]);
    expect(result.verdicts[0]?.missing).not.toContain('family');
    expect((await runCli(['score', 't.yaml'], cwd)).status).toBe(2);
  });

  it.each(['ja', 'en'])(
    'with a slip is refused at its place, exit 2, nothing on stdout (%s)',
    async (lang) => {
      const path = join(cwd, 'plating/plating/bath.yaml');
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace('askRole: production-head', 'askRole: production-hed'),
      );
      const ran = await run('score', 'shop.yaml', '--lang', lang);
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toMatch(/plating\/plating\/bath\.yaml:\d+:\d+ .*production-hed.*production-head/);
      const linted = await run('catalog', 'lint', '--lang', lang);
      expect(linted).toMatchObject({ status: 1 });
      expect(linted.stdout).toContain('production-hed');
    },
  );

  it.each([
    ['a folder that is not there', 'nowhere'],
    ['a file', 'shop.yaml'],
  ])('%s is refused', async (_, folder) => {
    const ran = await runCli(['score', 'shop.yaml', '--catalog', folder], cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(folder);
    expect(ran.stderr).not.toMatch(/at .*\.js/);
  });
});
