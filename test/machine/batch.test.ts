import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleFiles } from '../../scripts/sample-files.ts';
import { shippedCatalog } from '../../src/cli/assets.ts';
import { ROOT } from '../cli/run-cli.ts';

const BIN = join(ROOT, 'bin/wazamori.js');
const TODAY = '2026-11-21';
const cwd = mkdtempSync(join(tmpdir(), 'wazamori-machine-batch-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function clients(name: string, count: number): string {
  const { catalog } = shippedCatalog('ja');
  for (const { path, bytes } of sampleFiles({
    catalog,
    count,
    seed: 1,
    later: false,
    full: false,
    broken: true,
  })) {
    mkdirSync(dirname(join(cwd, name, path)), { recursive: true });
    writeFileSync(join(cwd, name, path), bytes);
  }
  return name;
}

const line = (folder: string, out: string, ...more: readonly string[]): readonly string[] => [
  ...['batch', folder, '--out', out, '--today', TODAY, '--allow-errors'],
  ...more,
];

function wazamori(...args: readonly string[]) {
  return spawnSync(process.execPath, [BIN, ...args], { cwd, encoding: 'utf8' });
}

/** Everything below a folder, by path: nothing may differ, and nothing may be left aside. */
function contents(out: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(cwd, out), { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(join(cwd, out).length), readFileSync(path, 'base64')]),
  );
}

/** Starts a run and ends it with a signal as soon as so many reports stand there. */
async function stopped(
  folder: string,
  out: string,
  reports: number,
  signal: NodeJS.Signals,
): Promise<number | null> {
  const child = spawn(process.execPath, [BIN, ...line(folder, out, '--reports', 'pdf')], {
    cwd,
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  // Where they wait until the run is done.
  const made = join(cwd, `${out}.cache`, 'reports/000');
  const look = setInterval(() => {
    if (existsSync(made) && readdirSync(made).length >= reports && !child.killed) child.kill(signal);
  }, 5);
  const code = await ended;
  clearInterval(look);
  return code;
}

describe('clients with reports', () => {
  const count = Number(process.env['BATCH_REPORTS'] ?? 60);
  const folder = clients('reports-of', count);

  it('interrupted by Ctrl-C, then killed, ends in the same folder as an undisturbed run', async () => {
    expect(wazamori(...line(folder, 'whole', '--reports', 'pdf')).status).toBe(0);
    expect(await stopped(folder, 'broken', Math.floor(count / 4), 'SIGINT')).toBe(3);
    expect(await stopped(folder, 'broken', Math.floor(count / 2), 'SIGKILL')).toBe(null);
    const last = wazamori(...line(folder, 'broken', '--reports', 'pdf'));
    expect(last.status).toBe(0);
    expect(last.stderr).toMatch(/前に調べた時から変わっていない/);
    const [whole, broken] = [contents('whole'), contents('broken')];
    expect(Object.keys(whole).filter((path) => path.endsWith('.pdf')).length).toBeGreaterThan(count * 0.95);
    expect(broken).toEqual(whole);
  });
});

describe('eight shards', () => {
  it('under GNU parallel, merged, are one run byte for byte', () => {
    const folder = clients('shared', 300);
    expect(wazamori(...line(folder, 'one')).status).toBe(0);
    const command = [process.execPath, BIN, ...line(folder, 'part-{}', '--shard', '{}/8')].join(' ');
    const ran = spawnSync('parallel', ['--will-cite', command, ':::', ...'12345678'], {
      cwd,
      encoding: 'utf8',
    });
    expect([ran.error, ran.status]).toEqual([undefined, 0]);
    const parts = [...'12345678'].map((n) => `part-${n}`);
    const merged = wazamori('batch', 'merge', ...parts, '--out', 'merged', '--allow-errors');
    expect(merged.status).toBe(0);
    expect(contents('merged')).toEqual(contents('one'));
    // Each share is stable and none is empty: 300 files over 8 machines.
    const rows = parts.map(
      (part) => readFileSync(join(cwd, part, 'rows.jsonl'), 'utf8').split('\n').length - 2,
    );
    expect(Math.min(...rows)).toBeGreaterThan(20);
    expect(rows.reduce((sum, n) => sum + n, 0)).toBe(300);
  });
});

describe('a stream', () => {
  it('takes lines from any engine: the same answers, one a line', () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) =>
        `{"wazamori":1,"company":{"name":"株式会社みほん${i}"},"answers":{"guidance.device-updates":"はい"}}`,
    );
    const args = [
      '--will-cite',
      '--pipe',
      '-N',
      '5',
      '-k',
      `${process.execPath} ${BIN} batch --stream --today ${TODAY}`,
    ];
    const input = `${lines.join('\n')}\n`;
    const piped = spawnSync('parallel', args, { cwd, encoding: 'utf8', input, maxBuffer: 1 << 26 });
    const names = piped.stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text).company.name);
    expect(names).toEqual(lines.map((_, i) => `株式会社みほん${i}`));
  });
});

describe.skipIf(process.getuid?.() !== 0)('a full disk', () => {
  it('is told, and leaves the results of the run before', () => {
    const folder = clients('many', 400);
    const disk = join(cwd, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', disk]);
    if (mounted.status !== 0) return;
    try {
      const ran = wazamori(...line(folder, 'disk/out'));
      expect(ran.status).toBe(2);
      expect(ran.stderr).toMatch(/ENOSPC/);
      expect(ran.stderr).not.toMatch(/ at .*\.js/);
      const left = readdirSync(join(disk, 'out'));
      expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
      for (const name of left) expect(readFileSync(join(disk, 'out', name)).length).toBeGreaterThan(0);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});
