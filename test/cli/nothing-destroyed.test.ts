import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../catalog/sample.ts';
import { folder } from '../setup/folder.ts';
import { BIN } from '../setup/package.ts';
import { ROOT, runCli } from './run-cli.ts';

const TODAY = ['--today', '2026-11-21'];
const SAMPLE = join(ROOT, 'templates/samples/parts-maker.yaml');

/** Files nobody would give for a result, by name. */
const DEAR = {
  'README.md': '# うちの製品\n',
  'package.json': '{\n  "name": "seihin",\n  "version": "1.0.0"\n}\n',
  'data.csv': '\uFEFF氏名,所属,電話\r\n田中,総務,1\r\n',
  'contract.pdf': '%PDF-1.7\n%____\n<pdf:Producer>Word</pdf:Producer>\n%%EOF\n',
  'site.html': '<!doctype html>\n<html></html>\n',
  'notes.txt': 'wazamori の打ち合わせ\n\n次は月曜\n',
  'other.sarif': '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"CodeQL"}}}]}\n',
  'junit.xml': '<?xml version="1.0"?>\n<testsuites><testsuite package="jest"/></testsuites>\n',
} as const;

/** Checklists that are soon looked through. */
const LISTS = Object.fromEntries([...sampleFiles()].map(([path, text]) => [`lists/${path}`, text]));

function desk(): string {
  const cwd = folder({ ...DEAR, ...LISTS });
  copyFileSync(SAMPLE, join(cwd, 'a.yaml'));
  copyFileSync(SAMPLE, join(cwd, 'b.yaml'));
  return cwd;
}

/** All that stands in a folder, by name. */
const standing = (cwd: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(cwd, { recursive: true, encoding: 'utf8' })
      .filter((name) => lstatSync(join(cwd, name)).isFile())
      .map((name) => [name, readFileSync(join(cwd, name), 'latin1')]),
  );

/** Each command that writes a result, and the files it could be sent over by a slip. */
const SLIPS: readonly (readonly [string, string])[] = [
  ['score a.yaml -o', 'README.md'],
  ['score a.yaml -o', 'package.json'],
  ['score a.yaml -o', 'notes.txt'],
  ['diff a.yaml b.yaml -o', 'README.md'],
  ['diff a.yaml b.yaml -o', 'package.json'],
  ['explain a.yaml -o', 'notes.txt'],
  ['explain a.yaml -o', 'README.md'],
  ['ask a.yaml -o', 'data.csv'],
  ['ask a.yaml -o', 'README.md'],
  ['catalog list -o', 'package.json'],
  ['catalog show guidance.core-technology-list -o', 'notes.txt'],
  ['catalog lint lists -o', 'notes.txt'],
  ['schema -o', 'package.json'],
  ['report a.yaml -o', 'contract.pdf'],
  ['report a.yaml -o', 'site.html'],
  ['report a.yaml -o', 'README.md'],
  ['report a.yaml -o', 'data.csv'],
  ['report --pages worksheet -o', 'contract.pdf'],
  ['check a.yaml -o', 'package.json'],
  ['check a.yaml -o', 'README.md'],
  ['check a.yaml -o', 'notes.txt'],
  ['check a.yaml -o', 'other.sarif'],
  ['check a.yaml -o', 'junit.xml'],
  ['check a.yaml --format github -o', 'notes.txt'],
];

describe.each(SLIPS)('%s %s', (line, name) => {
  const args = (out: string): readonly string[] => [...line.split(' '), out, ...TODAY];
  const ending = name.slice(name.lastIndexOf('.'));

  it('leaves the file, under its own name and through every kind of link', async () => {
    const cwd = desk();
    mkdirSync(join(cwd, 'ci'));
    symlinkSync(join(cwd, name), join(cwd, `link${ending}`));
    symlinkSync(`link${ending}`, join(cwd, `chain${ending}`));
    linkSync(join(cwd, name), join(cwd, `hard${ending}`));
    symlinkSync(cwd, join(cwd, 'ci/here'));
    const before = standing(cwd);
    for (const out of [name, `link${ending}`, `chain${ending}`, `hard${ending}`, `ci/here/${name}`]) {
      const ran = await runCli(args(out), cwd);
      expect(ran, out).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toContain(`${out} は wazamori が同じ形で作ったファイルではないので`);
    }
    expect(standing(cwd)).toEqual(before);
  });

  it('goes over its own result, through a link as well, and the link stays one', async () => {
    const cwd = desk();
    const first = await runCli(args(`own${ending}`), cwd);
    expect(first.status, first.stderr).toBeLessThan(2);
    symlinkSync(`own${ending}`, join(cwd, `link${ending}`));
    symlinkSync(`link${ending}`, join(cwd, `chain${ending}`));
    const again = await runCli(args(`chain${ending}`), cwd);
    expect(again.status, again.stderr).toBeLessThan(2);
    for (const link of ['link', 'chain'])
      expect(lstatSync(join(cwd, `${link}${ending}`)).isSymbolicLink()).toBe(true);
    expect(readdirSync(cwd).filter((each) => each.endsWith('.tmp'))).toEqual([]);
  });

  it('makes no folder a file', async () => {
    const cwd = desk();
    mkdirSync(join(cwd, `folder${ending}`));
    const ran = await runCli(args(`folder${ending}`), cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(lstatSync(join(cwd, `folder${ending}`)).isDirectory()).toBe(true);
  });
});

describe('check', () => {
  it('with several formats goes over no answers behind links, nor twice into one file', async () => {
    const cwd = desk();
    symlinkSync('a.yaml', join(cwd, 'out.json'));
    linkSync(join(cwd, 'b.yaml'), join(cwd, 'out.md'));
    symlinkSync('new.yaml', join(cwd, 'new.sarif'));
    symlinkSync('one.json', join(cwd, 'two.json'));
    const before = standing(cwd);
    for (const formats of [
      ['json=out.json'],
      ['md=out.md'],
      ['sarif=new.sarif'],
      ['json=one.json', 'sarif=two.json'],
    ]) {
      const ran = await runCli(
        ['check', 'a.yaml', ...formats.flatMap((f) => ['--format', f]), ...TODAY],
        cwd,
      );
      expect(ran.status, formats.join()).toBe(2);
    }
    expect(standing(cwd)).toEqual(before);
  });
});

describe('an encrypted PDF', () => {
  it('is known again', async () => {
    const cwd = desk();
    const line = ['report', 'a.yaml', '-o', 'plan.pdf', '--password', 'himitsu-no-kagi', ...TODAY];
    for (let time = 0; time < 2; time++) expect((await runCli(line, cwd)).status).toBe(0);
  });
});

describe('batch', () => {
  const batch = (cwd: string, ...more: readonly string[]) =>
    runCli(['batch', 'a.yaml', 'b.yaml', '-o', 'out', '--jobs', '1', ...more, ...TODAY], cwd);

  it.each([
    ['summary.csv', DEAR['data.csv']],
    ['errors.csv', DEAR['data.csv']],
    ['summary.json', DEAR['package.json']],
    ['portfolio.pdf', DEAR['contract.pdf']],
    ['rows.jsonl', '{"name":"seihin"}\n'],
  ])('leaves a %s that is not its own, beside its own results and without them', async (name, content) => {
    for (const ours of [true, false]) {
      const cwd = desk();
      if (ours) expect((await batch(cwd)).status).toBeLessThan(2);
      else mkdirSync(join(cwd, 'out'));
      writeFileSync(join(cwd, 'out', name), content);
      const before = standing(join(cwd, 'out'));
      const ran = await batch(cwd);
      expect(ran.status).toBe(2);
      expect(ran.stderr).toContain(`out/${name}`);
      expect(standing(join(cwd, 'out'))).toEqual(before);
    }
  });

  it('leaves a report that is not its own, and one behind a link', async () => {
    for (const link of [false, true]) {
      const cwd = desk();
      expect((await batch(cwd)).status).toBeLessThan(2);
      mkdirSync(join(cwd, 'out/reports'));
      if (link) symlinkSync(join(cwd, 'site.html'), join(cwd, 'out/reports/a.html'));
      else writeFileSync(join(cwd, 'out/reports/a.html'), DEAR['site.html']);
      const before = standing(join(cwd, 'out'));
      const ran = await batch(cwd, '--reports', 'html');
      expect(ran.status).toBe(2);
      expect(ran.stderr).toContain('out/reports/a.html');
      expect(standing(join(cwd, 'out'))).toEqual(before);
      expect(readFileSync(join(cwd, 'site.html'), 'utf8')).toBe(DEAR['site.html']);
    }
  });

  it('goes over its own in the other language', async () => {
    const cwd = desk();
    expect((await batch(cwd)).status).toBeLessThan(2);
    expect((await batch(cwd, '--lang', 'en')).status).toBeLessThan(2);
    expect((await batch(cwd)).status).toBeLessThan(2);
  });

  it('writes no rows through links in its cache', async () => {
    const cwd = desk();
    mkdirSync(join(cwd, 'out.cache'));
    symlinkSync('../notes.txt', join(cwd, 'out.cache/rows.jsonl'));
    // One that leads nowhere would make a file there.
    symlinkSync('../new.txt', join(cwd, 'out.cache/rows.partial.jsonl'));
    const before = standing(cwd);
    const ran = await batch(cwd);
    expect(ran.status).toBeLessThan(2);
    const after = Object.entries(standing(cwd)).filter(([name]) => !/^out[./]/.test(name));
    expect(Object.fromEntries(after)).toEqual(before);
    expect(readFileSync(join(cwd, 'notes.txt'), 'utf8')).toBe(DEAR['notes.txt']);
  });
});

describe('batch --stream', () => {
  it('goes over its own results alone', () => {
    const cwd = desk();
    const stream = (out: string) =>
      spawnSync(process.execPath, [BIN, 'batch', '--stream', '-o', out], { cwd, input: '{"wazamori":1}\n' });
    const before = standing(cwd);
    expect(stream('package.json').status).toBe(2);
    expect(stream('README.md').status).toBe(2);
    expect(standing(cwd)).toEqual(before);
    for (let time = 0; time < 2; time++)
      expect(stream('results.jsonl').stderr.toString()).toContain('results');
  });
});

describe('init', () => {
  it('makes a file at the end of links that lead nowhere yet, and goes over none', async () => {
    const cwd = desk();
    symlinkSync('notes.txt', join(cwd, 'x.yaml'));
    expect((await runCli(['init', 'x.yaml', ...TODAY], cwd)).status).toBe(2);
    expect(readFileSync(join(cwd, 'notes.txt'), 'utf8')).toBe(DEAR['notes.txt']);
    symlinkSync('later.yaml', join(cwd, 'one.yaml'));
    symlinkSync('one.yaml', join(cwd, 'two.yaml'));
    expect((await runCli(['init', 'two.yaml', ...TODAY], cwd)).status).toBe(0);
    expect(lstatSync(join(cwd, 'one.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'later.yaml'), 'utf8')).toContain('wazamori: 1');
  });
});

describe('answer', () => {
  it('writes at the end of a link, which stays one', async () => {
    const cwd = folder({ 'far/a.yaml': readFileSync(SAMPLE) });
    symlinkSync('far/a.yaml', join(cwd, 'a.yaml'));
    const ran = await runCli(['answer', 'a.yaml', 'guidance.core-technology-list=no', ...TODAY], cwd);
    expect(ran.status, ran.stderr).toBe(0);
    expect(lstatSync(join(cwd, 'a.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'far/a.yaml'), 'utf8')).not.toBe(readFileSync(SAMPLE, 'utf8'));
  });
});
