import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { change, clientFile, commitAll, lineOf, makeClientRepository } from './client-repository.ts';
import { runCli } from './run-cli.ts';

const TODAY = '2026-11-21';

let origin = '';
let cwd = '';
beforeAll(() => {
  origin = mkdtempSync(join(tmpdir(), 'wazamori-origin-'));
  makeClientRepository(origin);
});
afterAll(() => {
  rmSync(origin, { recursive: true, force: true });
});
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-clients-'));
  cpSync(origin, cwd, { recursive: true });
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

interface Told {
  readonly severity: string;
  readonly code: string;
  readonly line: number;
  readonly file: string;
}

async function gate(...args: readonly string[]): Promise<{ status: number | null; told: readonly Told[] }> {
  const ran = await runCli(['check', 'clients', '--format', 'json', '--today', TODAY, ...args], cwd);
  if (ran.stdout === '') return { status: ran.status, told: [] };
  const { files } = JSON.parse(ran.stdout) as {
    files: { file: string; findings: { severity: string; code: string; location: { line: number } }[] }[];
  };
  const told = files.flatMap(({ file, findings }) =>
    findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, code, location }) => ({ severity, code, line: location.line, file })),
  );
  return { status: ran.status, told };
}

const against = () => gate('--baseline', 'main:');
const at = (nth: number, text: string) => ({ file: clientFile(nth), line: lineOf(cwd, nth, text) });

describe('twelve clients in git', () => {
  it('pass as they are', async () => {
    expect(await against()).toEqual({ status: 0, told: [] });
  });

  it('own checklists that ask no more what was answered fail at its line', async () => {
    mkdirSync(join(cwd, 'own'));
    writeFileSync(join(cwd, 'own/remove.yaml'), 'items: [guidance.nda-before-showing]\n');
    const { status, told } = await gate('--baseline', 'main:', '--catalog', 'own');
    expect(status).toBe(1);
    expect(told).toContainEqual({ severity: 'error', code: 'item-gone', ...at(3, 'nda-before-showing') });
    const errors = told.filter(({ severity }) => severity === 'error');
    expect(new Set(errors.map(({ code }) => code))).toEqual(
      new Set(['item-gone', 'score-fell', 'checklist-weakened']),
    );
  });

  it('an answer that got worse fails at its line', async () => {
    change(cwd, 3, ['guidance.nda-before-showing: はい', 'guidance.nda-before-showing: いいえ']);
    const { status, told } = await against();
    expect(status).toBe(1);
    expect(told).toContainEqual({ severity: 'error', code: 'gap-new', ...at(3, 'nda-before-showing') });
    expect(told.map(({ code }) => code).sort()).toEqual(['gap-new', 'score-fell']);
  });

  it('one that got better passes', async () => {
    change(cwd, 3, ['guidance.need-to-know-access: いいえ', 'guidance.need-to-know-access: 一部']);
    change(cwd, 4, ['guidance.subcontractor-care-check: いいえ', 'guidance.subcontractor-care-check: はい']);
    expect(await against()).toEqual({ status: 0, told: [] });
  });

  it('わからない turned into いいえ passes: the truth costs nothing', async () => {
    change(cwd, 5, ['guidance.need-to-know-access: いいえ', 'guidance.need-to-know-access: わからない']);
    commitAll(cwd, 'Not sure any more');
    change(cwd, 5, ['guidance.need-to-know-access: わからない', 'guidance.need-to-know-access: いいえ']);
    expect(await gate('--baseline', 'HEAD')).toEqual({ status: 0, told: [] });
  });

  it('hidden behind 当てはまらない, it fails there, with a reason or without', async () => {
    const hide = (item: string, word: string) =>
      change(cwd, 6, [`guidance.${item}: いいえ`, `guidance.${item}: ${word}`]);
    hide('audit-visit-scope', '{answer: 当てはまらない, reason: 付き合いが長い}');
    hide('subcontractor-care-check', '当てはまらない');
    const { status, told } = await against();
    expect(status).toBe(1);
    const hidden = (code: string, item: string) => ({ severity: 'error', code, ...at(6, item) });
    expect(told).toContainEqual(hidden('became-not-applicable', 'audit-visit-scope'));
    expect(told).toContainEqual(hidden('answer-removed', 'subcontractor-care-check'));
  });

  it('hidden behind a profile fact, it fails at that fact', async () => {
    change(cwd, 7, ['outsourcing: yes', 'outsourcing: no']);
    const { status, told } = await against();
    expect(status).toBe(1);
    expect(told).toContainEqual({ severity: 'error', code: 'left-scope', ...at(7, 'outsourcing') });
  });

  it('hidden behind a fact nobody knows any more, too', async () => {
    change(
      cwd,
      7,
      ['outsourcing: yes', 'outsourcing: unknown'],
      ['  guidance.subcontractor-care-check: いいえ\n', ''],
    );
    const { told } = await against();
    expect(told).toContainEqual({ severity: 'error', code: 'left-scope', ...at(7, 'outsourcing') });
  });

  it('hidden behind a lower depth, it fails at the depth', async () => {
    change(cwd, 8, ['depth: full', 'depth: quick']);
    const { status, told } = await against();
    expect(status).toBe(1);
    expect(told).toContainEqual({ severity: 'error', code: 'depth-fell', ...at(8, 'depth:') });
  });

  it('a technology taken out fails where technologies stand', async () => {
    change(cwd, 9, ['  - id: t1\n    name: 薄板の焼鈍条件\n    family: [none]\n    kind: manufacture\n', '']);
    const { status, told } = await against();
    expect(status).toBe(1);
    expect(told).toEqual([{ severity: 'error', code: 'technology-gone', ...at(9, 'technologies:') }]);
  });

  it('an answer taken out fails', async () => {
    change(cwd, 9, ['  guidance.subcontractor-care-check: いいえ\n', '']);
    const { told } = await against();
    expect(told).toEqual([{ severity: 'error', code: 'answer-removed', ...at(9, 'answers:') }]);
  });

  it('a whole file taken out fails under its name', async () => {
    rmSync(join(cwd, clientFile(12)));
    const { status, told } = await against();
    expect(status).toBe(1);
    expect(told).toEqual([{ severity: 'error', code: 'file-gone', file: clientFile(12), line: 1 }]);
  });

  it('a profile honestly widened passes with warnings', async () => {
    change(cwd, 10, ['overseasProduction: none', 'overseasProduction: planning']);
    const { status, told } = await against();
    expect(status).toBe(0);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
      new Set(['warning gap-appeared', 'warning score-fell']),
    );
    expect((await gate('--baseline', 'main:', '--fail-on', 'warning')).status).toBe(1);
  });

  it('but not for ever', async () => {
    change(cwd, 10, ['overseasProduction: none', 'overseasProduction: planning']);
    const { status } = await gate('--baseline', 'main:', '--today', '2027-02-09');
    expect(status).toBe(1);
  });

  it('a written reason for that very thing lifts it, one for everything does not', async () => {
    change(
      cwd,
      7,
      ['outsourcing: yes', 'outsourcing: no'],
      ['wazamori: 1\n', 'wazamori: 1\nsuppressed:\n  - {code: left-scope, reason: 外注をやめた}\n'],
    );
    const wide = await against();
    expect(wide.status).toBe(1);
    expect(wide.told).toContainEqual(expect.objectContaining({ code: 'suppression-too-wide', line: 3 }));
    change(cwd, 7, ['{code: left-scope, reason', '{code: left-scope, about: outsourcing, reason']);
    expect(await against()).toEqual({ status: 0, told: [] });
  });
});

describe('a file that is hidden from the gate', () => {
  const path = (nth: number): string => join(cwd, clientFile(nth));
  const written = (nth: number): string => readFileSync(path(nth), 'utf8');

  it('by another way to write it is read, and compared', async () => {
    const worse = written(3).replace('nda-before-showing: はい', 'nda-before-showing: いいえ');
    expect(worse).not.toBe(written(3));
    writeFileSync(path(3), worse.replace('wazamori: 1', '"wazamori": 1'));
    const { status, told } = await against();
    expect(status).toBe(1);
    expect(told.map(({ code }) => code).sort()).toEqual(['gap-new', 'score-fell']);
  });

  it('in the baseline is missed when it is gone, however it was written', async () => {
    writeFileSync(path(3), `--- ${JSON.stringify({ wazamori: 1, assessment: { date: '2026-11-10' } })}\n`);
    commitAll(cwd, 'One as JSON');
    rmSync(path(3));
    const { status, told } = await gate('--baseline', 'HEAD');
    expect([status, told]).toEqual([
      1,
      [{ severity: 'error', code: 'file-gone', file: clientFile(3), line: 1 }],
    ]);
  });

  it.each([
    ['other YAML', 'services: {}\n'],
    ['nothing', ''],
    ['what does not parse', 'a: [\n'],
  ])('by %s in its place fails under its name', async (_, text) => {
    writeFileSync(path(4), text);
    for (const baseline of ['main:', 'main:clients', 'main']) {
      const { status, told } = await gate('--baseline', baseline);
      expect(status).toBe(1);
      expect(told).toEqual([{ severity: 'error', code: 'not-recognised', file: clientFile(4), line: 1 }]);
    }
  });

  it('is not looked for in a single file of then', async () => {
    mkdirSync(join(cwd, 'one'));
    cpSync(path(3), join(cwd, 'one/c003.yaml'));
    writeFileSync(join(cwd, 'one/compose.yaml'), 'services: {}\n');
    const ran = await runCli(['check', 'one', '--baseline', 'main:clients/c003.yaml', '--today', TODAY], cwd);
    expect([ran.status, ran.stdout]).toEqual([0, expect.not.stringContaining('not-recognised')]);
  });

  it('by a link to one that always was as bad is compared with what it was itself', async () => {
    mkdirSync(join(cwd, 'store'));
    const bad = written(3).replace('nda-before-showing: はい', 'nda-before-showing: いいえ');
    writeFileSync(join(cwd, 'store/z.yaml'), bad);
    commitAll(cwd, 'One that lies elsewhere');
    rmSync(path(3));
    symlinkSync('../store/z.yaml', path(3));
    const { told } = await gate('--baseline', 'HEAD');
    expect(told).toContainEqual(expect.objectContaining({ code: 'gap-new', file: clientFile(3) }));
  });

  it('and a link of the baseline is followed there', async () => {
    mkdirSync(join(cwd, 'store'));
    writeFileSync(join(cwd, 'store/z.yaml'), written(3));
    rmSync(path(3));
    symlinkSync('../store/z.yaml', path(3));
    commitAll(cwd, 'Keep one elsewhere');
    expect(await gate('--baseline', 'HEAD')).toEqual({ status: 0, told: [] });
    writeFileSync(
      join(cwd, 'store/z.yaml'),
      written(3).replace('nda-before-showing: はい', 'nda-before-showing: いいえ'),
    );
    const { told } = await gate('--baseline', 'HEAD');
    expect(told).toContainEqual(expect.objectContaining({ code: 'gap-new', file: clientFile(3) }));
  });
});

describe('names', () => {
  const YES = 'wazamori: 1\nassessment: {date: 2025-11-20}\nanswers: {guidance.core-technology-list: はい}\n';
  const NO = YES.replace('2025', '2026').replace('はい', 'いいえ');
  const NFC = 'がく製作所'.normalize('NFC');
  const rename = async (before: string, now: string) => {
    mkdirSync(join(cwd, '2025'));
    mkdirSync(join(cwd, '2026'));
    writeFileSync(join(cwd, '2025', before), YES);
    writeFileSync(join(cwd, '2026', now), NO);
    commitAll(cwd, 'Both rounds');
    const told = async (baseline: string): Promise<readonly string[]> => {
      const args = ['check', '2026', '--no-redact', '--format', 'json', '--today', TODAY];
      const { files } = JSON.parse((await runCli([...args, '--baseline', baseline], cwd)).stdout);
      return files.flatMap((f: { findings: { code: string; kind: string }[] }) =>
        f.findings.filter(({ kind }) => kind === 'regression' || kind === 'input').map(({ code }) => code),
      );
    };
    return [await told('2025/'), await told('HEAD:2025')];
  };

  it.each([
    [`${NFC}.yaml`.normalize('NFD'), `${NFC}.yaml`],
    [`${NFC}.yaml`, `${NFC}.yaml`.normalize('NFD')],
    ['a.yml', 'a.yaml'],
    ['C.yaml', 'c.yaml'],
    ['C.YML', 'c.yaml'],
  ])('%s and %s are one file, on disk and in git', async (before, now) => {
    expect(await rename(before, now)).toEqual([
      ['score-fell', 'gap-new'],
      ['score-fell', 'gap-new'],
    ]);
  });

  it('that differ otherwise are two files', async () => {
    const told = ['baseline-none-compared', 'file-gone'];
    expect(await rename('a.yaml', 'b.yaml')).toEqual([told, told]);
  });

  it('nobody can tell apart are told', async () => {
    mkdirSync(join(cwd, '2025'));
    writeFileSync(join(cwd, '2025/X.yaml'), YES);
    writeFileSync(join(cwd, '2025/X.yml'), YES);
    mkdirSync(join(cwd, '2026'));
    writeFileSync(join(cwd, '2026/x.yaml'), NO);
    const ran = await runCli(['check', '2026', '--baseline', '2025', '--today', TODAY], cwd);
    expect([ran.status, ran.stdout]).toEqual([2, expect.stringContaining('baseline-unclear')]);
  });
});

describe('where the baseline comes from', () => {
  const worse = () =>
    change(cwd, 3, ['guidance.nda-before-showing: はい', 'guidance.nda-before-showing: いいえ']);
  const one = (...args: readonly string[]) =>
    runCli(['check', clientFile(3), '--today', TODAY, ...args], cwd);

  it.each([
    ['a revision', 'main'],
    ['a revision with its colon', 'HEAD:'],
    ['a revision and a path', 'HEAD:clients/c003.yaml'],
    ['a revision and a path from here', 'HEAD:./clients/c003.yaml'],
    ['a revision and a folder', 'HEAD:clients/'],
  ])('%s', async (_, baseline) => {
    worse();
    const ran = await one('--baseline', baseline);
    expect(ran).toMatchObject({ status: 1 });
    expect(ran.stdout).toContain('gap-new');
  });

  it('a file, a folder, a saved result', async () => {
    mkdirSync(join(cwd, 'old'));
    cpSync(join(cwd, clientFile(3)), join(cwd, 'old/c003.yaml'));
    const { stdout } = await runCli(['score', clientFile(3), '--format', 'json', '--today', TODAY], cwd);
    writeFileSync(join(cwd, 'old/c003.json'), stdout);
    worse();
    for (const baseline of ['old/c003.yaml', 'old', 'old/c003.json']) {
      expect((await one('--baseline', baseline)).stdout, baseline).toContain('gap-new');
    }
  });

  it('a file it does not have yet is not compared, and said so', async () => {
    writeFileSync(join(cwd, 'clients/c013.yaml'), 'wazamori: 1\nassessment: {date: 2026-11-20}\n');
    const ran = await runCli(['check', 'clients', '--baseline', 'main:', '--today', TODAY], cwd);
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain('比べていないもの（比べる元に無い）1件：clients/c013.yaml');
  });

  it.each([
    ['no such revision', 'no-such-branch:', /git の版にもありません.*fetch-depth/],
    ['a folder mistyped', 'cliens', /git の版にもありません.*もしかして『clients』/],
    ['no such path', 'main:clients/nobody.yaml', /main:clients\/nobody\.yaml が見つかりません/],
    ['an option in disguise', '-x:', /-x: が見つかりません/],
  ])('%s is refused, and what to do is said', async (_, baseline, said) => {
    const ran = await one(`--baseline=${baseline}`);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(said);
  });

  it.each<[string, string, Readonly<Record<string, string>>, RegExp]>([
    ['no repository', 'cliens', {}, /（cliens）.*git の中ではありません.*もしかして『clients』/],
    ['no repository, and a path', 'clients/c03.yaml', {}, /もしかして『clients\/c003\.yaml』/],
    ['no repository, and a revision', 'main:', {}, /（main:）.*git の中ではありません/],
    ['no repository, and auto', 'auto', {}, /（auto）.*リポジトリの中で動かして/],
    ['no git', 'main:', { PATH: '/nowhere' }, /git を入れてください/],
  ])('%s says so in our words, not in those of git', async (_, baseline, env, said) => {
    rmSync(join(cwd, '.git'), { recursive: true });
    const ran = await runCli(['check', 'clients', '--baseline', baseline], cwd, env);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(said);
    expect(ran.stderr).not.toMatch(/not a git repository|ENOENT/);
  });

  it('a checkout of another user says how to let git read it', async () => {
    const ran = await runCli(['check', 'clients', '--baseline', 'main:'], cwd, {
      GIT_TEST_ASSUME_DIFFERENT_OWNER: '1',
    });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(`git config --global --add safe.directory ${realpathSync(cwd)}`);
  });

  it('one file for many is refused', async () => {
    const ran = await runCli(['check', 'clients', '--baseline', clientFile(3)], cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
  });

  it('a broken one makes it bad input, not a pass', async () => {
    writeFileSync(join(cwd, 'old.yaml'), 'wazamori: 1\nanswers: たくさん\n');
    const ran = await one('--baseline', 'old.yaml');
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain('baseline-unreadable');
  });
});
