import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BIN } from '../setup/package.ts';
import { ROOT, runCli } from './run-cli.ts';

/** One file and one overlay, asked of every command that judges: whoever asks, the score is the same (docs/testing.md). */
const OWN = ['--catalog', 'plating', '--today', '2026-11-21'];
const SHOP = readFileSync(join(ROOT, 'templates/samples/machining-shop.yaml'), 'utf8');
/** Of the overlay and of the shipped lists alone: far enough apart to tell which was used. */
const OVERLAID = { low: 17.9612, high: 39.3204 };
const SHIPPED = { low: 19.0722, high: 35.567 };

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-catalog-'));
  cpSync(join(ROOT, 'templates/own-checklists/plating'), join(cwd, 'plating'), { recursive: true });
  writeFileSync(join(cwd, 'shop.yaml'), SHOP, { mode: 0o600 });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const run = async (...args: readonly string[]): Promise<string> => {
  const ran = await runCli([...args, ...OWN], cwd);
  expect([args[0], ran.status, ran.stderr]).toEqual([args[0], expect.toBeOneOf([0, 1]), ran.stderr]);
  return ran.stdout;
};
const ends = ({ low, high }: { readonly low: number; readonly high: number }) => ({ low, high });
const json = (path: string) => JSON.parse(readFileSync(join(cwd, path), 'utf8'));
/** The range as people are told it. */
const TOLD = /18〜39点/;

it('differs from the shipped lists', async () => {
  const ran = await runCli(['score', 'shop.yaml', '--format', 'json', '--today', '2026-11-21'], cwd);
  expect(ends(JSON.parse(ran.stdout).score)).toEqual(SHIPPED);
});

describe('with --catalog, the same file scores the same in', () => {
  it('score', async () => {
    expect(ends(JSON.parse(await run('score', 'shop.yaml', '--format', 'json')).score)).toEqual(OVERLAID);
    expect(await run('score', 'shop.yaml')).toMatch(TOLD);
  });

  it('explain', async () => {
    expect(await run('explain', 'shop.yaml')).toMatch(/＝ 17\.96.+＝ 39\.32/);
  });

  it('report, in every format that shows points', async () => {
    for (const format of ['md', 'html']) {
      await run('report', 'shop.yaml', '--format', format, '-o', `plan.${format}`);
      expect(readFileSync(join(cwd, `plan.${format}`), 'utf8')).toMatch(TOLD);
    }
  });

  it('report and verify', async () => {
    await run('report', 'shop.yaml', '-o', 'plan.pdf');
    const verified = await runCli(['verify', 'plan.pdf', '--answers', 'shop.yaml', ...OWN], cwd);
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('同じです') });
    const shipped = await runCli(['verify', 'plan.pdf', '--answers', 'shop.yaml'], cwd);
    expect(shipped.status).not.toBe(0);
  });

  it('ask: as many questions as nobody knows the answer of', async () => {
    cpSync(join(cwd, 'shop.yaml'), join(cwd, 'unsure.yaml'));
    await run('answer', 'unsure.yaml', 'plating.bath-recipe=わからない');
    const { coverage } = JSON.parse(await run('score', 'unsure.yaml', '--format', 'json')).score;
    const lines = (await run('ask', 'unsure.yaml', '--format', 'csv')).trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(coverage.unknown);
    expect(lines.some((line) => line.includes(',plating.'))).toBe(true);
    expect(lines.join('')).not.toContain('guidance.exhibition-review');
  });

  it('diff, on both sides', async () => {
    writeFileSync(join(cwd, 'older.yaml'), `${SHOP}\n# 前の回\n`, { mode: 0o600 });
    const { scores } = JSON.parse(await run('diff', 'older.yaml', 'shop.yaml', '--format', 'json'));
    const overall = scores.find(({ group }: { readonly group: string }) => group === 'overall');
    expect([ends(overall.before), ends(overall.after)]).toEqual([OVERLAID, OVERLAID]);
  });

  it('check, also of its baseline', async () => {
    writeFileSync(join(cwd, 'policy.yaml'), 'policy: 1\nscore: {overall: {low: 99}}\n');
    const options = ['--policy', 'policy.yaml', '--baseline', 'shop.yaml', '--format', 'json'];
    const report = JSON.parse(await run('check', 'shop.yaml', ...options));
    const below = report.files[0].findings.find(
      ({ code }: { readonly code: string }) => code === 'score-below',
    );
    expect(below.args.low).toBe(OVERLAID.low);
    expect(JSON.stringify(report)).not.toContain('"kind":"regression"');
  });

  it('score --set and answer', async () => {
    const set = 'plating.bath-recipe=はい';
    const tried = JSON.parse(await run('score', 'shop.yaml', '--set', set, '--format', 'json'));
    cpSync(join(cwd, 'shop.yaml'), join(cwd, 'answered.yaml'));
    await run('answer', 'answered.yaml', set);
    const { score } = JSON.parse(await run('score', 'answered.yaml', '--format', 'json'));
    expect(ends(tried.score)).toEqual(ends(score));
    expect(score.low).toBeGreaterThan(OVERLAID.low);
  });

  it('batch --stream', async () => {
    const input = `${JSON.stringify(parse(SHOP))}\n`;
    const args = [BIN, 'batch', '--stream', ...OWN];
    const ran = spawnSync(process.execPath, args, { cwd, input, encoding: 'utf8' });
    expect(ends(JSON.parse(ran.stdout).score)).toEqual(OVERLAID);
  });

  it.each([
    ['one thread', 1],
    ['many files in threads', 45],
  ])('batch, %s, with its reports', async (_, count) => {
    const folder = `clients-${count}`;
    mkdirSync(join(cwd, folder));
    for (let n = 1; n <= count; n++) {
      const text = SHOP.replace('有限会社サンプル切削', `有限会社サンプル切削${n}`);
      writeFileSync(join(cwd, folder, `${n}.yaml`), text, { mode: 0o600 });
    }
    await run('batch', folder, '--out', `out-${count}`, '--jobs', '2');
    const { clients } = json(`out-${count}/summary.json`);
    expect(clients).toHaveLength(count);
    for (const { score } of clients) expect(ends(score)).toEqual(OVERLAID);
    // The gravest gap carries the name of its own question.
    const { gaps } = JSON.parse(await run('score', `${folder}/1.yaml`, '--format', 'json'));
    const known = gaps.map(({ item }: { readonly item: string }) => item);
    for (const { critical } of clients) for (const item of critical) expect(known).toContain(item);
  });

  it('batch --reports, as in report', async () => {
    await run('batch', 'clients-1', '--reports', 'html', '--out', 'out-reports');
    await run('report', 'clients-1/1.yaml', '--format', 'html', '-o', 'one.html');
    const [one, many] = ['one.html', 'out-reports/reports/1.html'].map((path) =>
      readFileSync(join(cwd, path), 'utf8'),
    );
    expect(many).toMatch(TOLD);
    expect(one).toMatch(TOLD);
  });
});

describe('rows of other checklists', () => {
  const out = (name: string): string => join(cwd, name, 'rows.jsonl');

  it('are never taken from the cache', async () => {
    await runCli(['batch', 'clients-1', '--out', 'again', '--today', '2026-11-21'], cwd);
    const ran = await runCli(['batch', 'clients-1', '--out', 'again', ...OWN], cwd);
    expect(ran.stderr).not.toMatch(/控えを使いました/);
    expect(ends(json('again/summary.json').clients[0].score)).toEqual(OVERLAID);
  });

  it('are not merged with others, nor told with the names of other questions', async () => {
    await runCli(['batch', 'clients-1', '--out', 'plain', '--today', '2026-11-21'], cwd);
    const mixed = await runCli(['batch', 'merge', 'out-1', 'plain', '--out', 'mixed', ...OWN], cwd);
    expect(mixed).toMatchObject({ status: 2, stderr: expect.stringContaining('plain は、ほかと違う条件') });
    const unlike = await runCli(['batch', 'merge', 'out-1', '--out', 'unlike'], cwd);
    expect(unlike).toMatchObject({ status: 2, stderr: expect.stringContaining('いまと違う点検項目') });
    const like = await runCli(['batch', 'merge', 'out-1', '--out', 'like', ...OWN], cwd);
    expect(like.status).toBe(0);
    expect(readFileSync(out('like'), 'utf8')).toBe(readFileSync(out('out-1'), 'utf8'));
  });

  it('of another version are refused by name', async () => {
    mkdirSync(join(cwd, 'former'));
    writeFileSync(
      out('former'),
      readFileSync(out('plain'), 'utf8').replace('"wazamoriRows":3', '"wazamoriRows":2'),
    );
    const ran = await runCli(['batch', 'merge', 'plain', 'former', '--out', 'merged'], cwd);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/former の rows\.jsonl は形式の版が2です（読めるのは3）/);
  });
});
