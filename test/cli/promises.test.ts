import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/answers/technology-words.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Item } from '../../src/model/catalog.ts';
import { assessmentSchema } from '../../src/report/json/schema.ts';
import { ROOT, runCli } from './run-cli.ts';

const SAMPLES = readdirSync(join(ROOT, 'templates/samples'));
const TODAY = ['--today', '2026-11-21'];

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-promise-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const put = (name: string, text: string | Uint8Array): void => writeFileSync(join(cwd, name), text);
const sample = (name: string): string => readFileSync(join(ROOT, 'templates/samples', name), 'utf8');

async function scored(file: string): Promise<Assessment> {
  const ran = await runCli(['score', file, '--format', 'json', ...TODAY], cwd);
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(ran.stdout);
}

describe('on every sample profile', () => {
  it.each(
    SAMPLES.flatMap(
      (name) =>
        [
          [name, 'はい', 100, 100],
          [name, 'いいえ', 0, 0],
          [name, 'わからない', 0, 100],
        ] as const,
    ),
  )('%s all %s is %i to %i', async (name, word, low, high) => {
    const items: readonly Item[] = JSON.parse(
      (await runCli(['catalog', 'list', '--format', 'json'], cwd)).stdout,
    );
    const profile = sample(name)
      .replace(/^answers:[\s\S]*$/m, '')
      .replace(/^plan:[\s\S]*$/m, '');
    put('all.yaml', `${profile}answers:\n${items.map((item) => `  ${item.id}: ${word}\n`).join('')}`);
    const { score } = await scored('all.yaml');
    expect(score.coverage.asked).toBeGreaterThanOrEqual(10);
    expect(score).toMatchObject({ low, high });
  });

  it.each(SAMPLES)('%s gives a result of the published shape', async (name) => {
    put(name, sample(name));
    expect(assessmentSchema.parse(await scored(name))).toMatchObject({ schemaVersion: 2 });
  });

  it.each(SAMPLES)('%s gives the same bytes twice', async (name) => {
    put(name, sample(name));
    const once = await runCli(['score', name, '--format', 'json', ...TODAY], cwd);
    const twice = await runCli(['score', name, '--format', 'json', ...TODAY], cwd);
    expect(twice.stdout).toBe(once.stdout);
  });
});

describe('catalog list --format json', () => {
  const listed = async (...args: readonly string[]): Promise<readonly { readonly checklist: string }[]> =>
    JSON.parse((await runCli(['catalog', 'list', '--format', 'json', ...args], cwd)).stdout);

  it('holds the whole readiness list and, asked for, the fifteen families in their published order', async () => {
    const tics = (await listed()).filter(({ checklist }) => checklist === 'tics');
    expect(tics.length).toBeGreaterThanOrEqual(62);
    expect(await listed('--checklist', 'tics')).toEqual(tics);
    const families = await listed('--checklist', 'prior-notification');
    expect(families).toMatchObject(
      FAMILIES.map((id, i) => ({ id, checklist: 'prior-notification', order: i + 1 })),
    );
    expect(families).toHaveLength(15);
  });

  it('is an array of every item with what policies need', async () => {
    const items: readonly Item[] = JSON.parse(
      (await runCli(['catalog', 'list', '--format', 'json'], cwd)).stdout,
    );
    expect(items.length).toBeGreaterThanOrEqual(15);
    for (const item of items) {
      for (const key of [
        'id',
        'checklist',
        'section',
        'severity',
        'depth',
        'appliesWhen',
        'notApplicable',
        'sameAs',
      ]) {
        expect(item).toHaveProperty(key);
      }
    }
  });
});

describe('an answer file', () => {
  it('is made for its owner alone', async () => {
    await runCli(['init', 'new.yaml', ...TODAY], cwd);
    expect(statSync(join(cwd, 'new.yaml')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(cwd, 'new.yaml'), 'utf8').split('\n')[0]).toMatch(/社外秘/);
  });

  it('can be scored as soon as it is made', async () => {
    await runCli(['init', 'new.yaml', ...TODAY], cwd);
    expect((await scored('new.yaml')).score).toMatchObject({ coverage: { yes: 0 } });
  });

  it('in a synchronised folder gets a warning', async () => {
    const { stderr } = await runCli(['init', 'new.yaml', ...TODAY], cwd, {});
    expect(stderr).not.toMatch(/OneDrive/);
    const { mkdirSync } = await import('node:fs');
    mkdirSync(join(cwd, 'OneDrive'));
    expect((await runCli(['init', 'OneDrive/new.yaml', ...TODAY], cwd)).stderr).toMatch(/OneDrive/);
  });

  it('edited by hand keeps every byte that was not changed', async () => {
    const before = `\uFEFF${sample('parts-maker.yaml').replaceAll('\n', '\r\n')}`;
    put('crlf.yaml', before);
    const ran = await runCli(['answer', 'crlf.yaml', 'guidance.need-to-know-access=一部'], cwd);
    expect(ran.status).toBe(0);
    const line = 'guidance.need-to-know-access: ';
    expect(readFileSync(join(cwd, 'crlf.yaml'), 'utf8')).toBe(before.replace(`${line}いいえ`, `${line}一部`));
  });

  it.each(['-', '/dev/stdout'])('as a PDF on stdout with -o %s is the same PDF', async (output) => {
    put('shop.yaml', sample('machining-shop.yaml'));
    await runCli(['report', 'shop.yaml', ...TODAY], cwd);
    const ran = await runCli(
      ['report', 'shop.yaml', '-o', output, ...TODAY],
      cwd,
      {},
      { encoding: 'latin1' },
    );
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toBe(readFileSync(join(cwd, 'shop.pdf')).toString('latin1'));
    expect(readdirSync(cwd).sort()).toEqual(['shop.pdf', 'shop.yaml']);
  });

  it.each(['99999999999999999999', '9007199254740993'])(
    'is not changed by a number it could not be read with: %s',
    async (n) => {
      put('shop.yaml', sample('machining-shop.yaml'));
      expect((await runCli(['answer', 'shop.yaml', `employees=${n}`], cwd)).status).toBe(2);
      expect(readFileSync(join(cwd, 'shop.yaml'), 'utf8')).toBe(sample('machining-shop.yaml'));
    },
  );

  it('open in an interview is not written by another command', async () => {
    put('shop.yaml', sample('machining-shop.yaml'));
    const { hostname } = await import('node:os');
    put(
      '.shop.yaml.lock',
      JSON.stringify({ pid: process.ppid, host: hostname(), since: '2026-11-21 14:18' }),
    );
    const ran = await runCli(['answer', 'shop.yaml', 'guidance.take-out-rules=はい'], cwd);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/2026-11-21 14:18/);
    expect(readFileSync(join(cwd, 'shop.yaml'), 'utf8')).toBe(sample('machining-shop.yaml'));
  });

  it.each<[string, number, number, number]>([
    ['open to everybody, as a copy leaves it', 0o644, 0o755, 0o600],
    ['shared with a group by its owner', 0o640, 0o755, 0o640],
    ['open to everybody in the folder of a team', 0o644, 0o2775, 0o640],
  ])('%s is saved as it should be, and a change is said once', async (_, mode, folder, then) => {
    put('shop.yaml', sample('machining-shop.yaml'));
    chmodSync(cwd, folder);
    chmodSync(join(cwd, 'shop.yaml'), mode);
    const answer = (word: string) => runCli(['answer', 'shop.yaml', `guidance.take-out-rules=${word}`], cwd);
    const first = await answer('はい');
    expect(first.status).toBe(0);
    expect(/権限（0644）.*chmod 640 shop\.yaml/.test(first.stderr)).toBe(mode !== then);
    expect(statSync(join(cwd, 'shop.yaml')).mode & 0o777).toBe(then);
    expect((await answer('一部')).stderr).toBe('shop.yaml に1件を書き込みました。\n');
    expect(statSync(join(cwd, 'shop.yaml')).mode & 0o777).toBe(then);
  });

  it('with a 当てはまらない that will not count says so at once', async () => {
    put('shop.yaml', sample('machining-shop.yaml'));
    const ran = await runCli(['answer', 'shop.yaml', 'guidance.leaver-returns=当てはまらない'], cwd);
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.stderr).toMatch(/理由/);
  });

  it('that is a pipe or a device is refused, not waited for', async () => {
    const { execFileSync } = await import('node:child_process');
    execFileSync('mkfifo', [join(cwd, 'pipe.yaml')]);
    for (const file of ['pipe.yaml', '/dev/zero']) {
      expect(await runCli(['score', file, ...TODAY], cwd)).toMatchObject({ status: 2, stdout: '' });
    }
  });

  it('that cannot be written is left as it is, and said so', async () => {
    put('locked.yaml', sample('machining-shop.yaml'));
    chmodSync(join(cwd, 'locked.yaml'), 0o400);
    const ran = await runCli(['answer', 'locked.yaml', 'guidance.take-out-rules=はい'], cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(/locked\.yaml/);
    expect(readFileSync(join(cwd, 'locked.yaml'), 'utf8')).toBe(sample('machining-shop.yaml'));
    expect(readdirSync(cwd)).toEqual(['locked.yaml']);
  });
});

describe('hostile input gets a message, exit 2, and nothing else', () => {
  const deep = (n: number): string => `wazamori: 1\nanswers: ${'['.repeat(n)}${']'.repeat(n)}\n`;
  const keys = (n: number): string =>
    `wazamori: 1\nanswers:\n${Array.from({ length: n }, (_, i) => `  k${i}: はい\n`).join('')}`;
  const bomb = [
    'wazamori: 1',
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefgh'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
  ].join('\n');
  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['a picture', Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256)],
    ['20,000 levels', deep(20_000)],
    ['100,000 keys', keys(100_000)],
    ['an alias bomb', bomb],
    ['60 MB', new Uint8Array(60 * 1024 * 1024).fill(0x61)],
    ['an open quote', 'wazamori: 1\ncompany:\n  name: "株式会社\n'],
    ['an open list', 'wazamori: 1\nanswers: [\n'],
    ['a list instead of a map', '- wazamori\n- 1\n'],
    ['two documents', 'wazamori: 1\n---\nwazamori: 1\n'],
    ['a lone control character', 'wazamori: 1\nanswers: \u0007\n'],
    ['a constructor', 'wazamori: 1\nconstructor: {prototype: 1}\n'],
  ])('%s', async (_, content) => {
    put('hostile.yaml', content);
    const ran = await runCli(['score', 'hostile.yaml', '--format', 'json', ...TODAY], cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^hostile\.yaml(:\d+:\d+)? {2}誤り {2}.+/m);
    expect(ran.stderr).not.toMatch(/\bat .*\.js:\d+|Error:/);
    expect(ran.stderr.split('\n').length).toBeLessThanOrEqual(102);
  });
});

describe('a report', () => {
  it('is a PDF beside the answer file, for its owner alone, the same bytes twice', async () => {
    put('machining-shop.yaml', sample('machining-shop.yaml'));
    const ran = await runCli(['report', 'machining-shop.yaml', ...TODAY], cwd);
    expect(ran).toMatchObject({ status: 0, stdout: '' });
    const once = readFileSync(join(cwd, 'machining-shop.pdf'));
    expect(once.subarray(0, 5).toString()).toBe('%PDF-');
    expect(statSync(join(cwd, 'machining-shop.pdf')).mode & 0o777).toBe(0o600);
    await runCli(['report', 'machining-shop.yaml', '-o', 'again.pdf', ...TODAY], cwd);
    expect(readFileSync(join(cwd, 'again.pdf')).equals(once)).toBe(true);
  });

  it('of a broken file writes nothing', async () => {
    put('broken.yaml', 'wazamori: 1\nanswers: たくさん\n');
    const ran = await runCli(['report', 'broken.yaml', ...TODAY], cwd);
    expect(ran.status).toBe(2);
    expect(existsSync(join(cwd, 'broken.pdf'))).toBe(false);
  });

  it('never takes the place of the answers, or of anything that is no PDF', async () => {
    put('machining-shop.yaml', sample('machining-shop.yaml'));
    const onto = ['report', 'machining-shop.yaml', '-o', 'machining-shop.yaml', ...TODAY];
    for (const args of [onto, [...onto, '--format', 'pdf']])
      expect(await runCli(args, cwd)).toMatchObject({ status: 2, stdout: '' });
    const { stderr } = await runCli([...onto, '--format', 'pdf'], cwd);
    expect(stderr).toMatch(/wazamori が同じ形で作ったファイルではない/);
    expect(readFileSync(join(cwd, 'machining-shop.yaml'), 'utf8')).toBe(sample('machining-shop.yaml'));
  });

  it('into a folder that is not there says so', async () => {
    put('machining-shop.yaml', sample('machining-shop.yaml'));
    const ran = await runCli(['report', 'machining-shop.yaml', '-o', 'none/plan.pdf', ...TODAY], cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(/none/);
  });
});

describe('the guard against connections', () => {
  it('is awake in the programs tests start', async () => {
    const { spawnSync } = await import('node:child_process');
    const refuse = new URL('../setup/refuse-connections.mjs', import.meta.url).href;
    for (const attempt of [
      "await fetch('http://127.0.0.1:8080')",
      "require('node:net').connect(9)",
      "require('node:dns').lookup('localhost', () => {})",
    ]) {
      const script = attempt.startsWith('await')
        ? `(async () => { ${attempt} })().catch((e) => { console.error(e.cause ?? e); process.exit(1); })`
        : attempt;
      const ran = spawnSync(process.execPath, ['--import', refuse, '-e', script], { encoding: 'utf8' });
      expect(ran.status, attempt).not.toBe(0);
      expect(ran.stderr).toMatch(/outbound connection attempted/);
    }
  });
});
