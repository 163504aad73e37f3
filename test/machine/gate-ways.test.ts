import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROOT, runCli } from '../cli/run-cli.ts';
import { ANSWERS } from './ways/answers.ts';
import { COMPANY } from './ways/company.ts';
import { FILES } from './ways/files.ts';
import { PAST } from './ways/past.ts';
import { POLICIES } from './ways/policy.ts';
import { REASONS } from './ways/reasons.ts';
import { makeRepository, openRepository } from './ways/repository.ts';
import { SEEN } from './ways/seen.ts';
import type { Kind, Way } from './ways/way.ts';

const TODAY = '2026-11-21';
const KINDS: readonly Kind[] = [ANSWERS, REASONS, COMPANY, FILES, POLICIES, PAST, SEEN];
const PAPER = '秘密保持契約書の控え（作り話です）\n';

let origin = '';
let cwd = '';
beforeAll(() => {
  origin = mkdtempSync(join(tmpdir(), 'wazamori-ways-'));
  makeRepository(origin, createHash('sha256').update(PAPER).digest('hex'), PAPER);
});
afterAll(() => {
  rmSync(origin, { recursive: true, force: true });
});
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-way-'));
  cpSync(origin, cwd, { recursive: true, verbatimSymlinks: true });
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const AGAINST = ['clients', '--baseline', 'main:'];

interface Found {
  readonly severity: string;
  readonly code: string;
}

const check = (way: Way, ...more: readonly string[]) =>
  runCli(['check', ...(way.args ?? AGAINST), '--no-redact', '--today', TODAY, ...more], cwd, {
    CI: '',
    ...way.env?.(openRepository(cwd)),
  });

async function played(way: Way): Promise<{ status: number | null; found: readonly Found[]; stderr: string }> {
  way.play(openRepository(cwd));
  const ran = await check(way, '--format', 'json');
  const files: readonly { readonly findings: readonly Found[] }[] = ran.stdout.startsWith('{')
    ? JSON.parse(ran.stdout).files
    : [];
  return { status: ran.status, found: files.flatMap(({ findings }) => findings), stderr: ran.stderr };
}

describe('a head office as it is', () => {
  it('passes', async () => {
    const { status, found, stderr } = await played({ does: '', play: () => undefined });
    expect([status, found.filter(({ severity }) => severity === 'error'), stderr]).toEqual([0, [], '']);
  });
});

describe.each(KINDS)('$name', ({ ways }) => {
  it.each(ways)('$does', async (way) => {
    const { status, found, stderr } = await played(way);
    const codes = found.map(({ code }) => code);
    if (way.allowed !== undefined) {
      expect([
        status,
        found.filter(({ severity }) => severity === 'error' && !way.args?.includes('--no-fail')),
      ]).toEqual([0, []]);
      if (way.noted !== undefined) expect(codes).toContain(way.noted);
      return;
    }
    expect([1, 2]).toContain(status);
    if (typeof way.caught === 'string') expect(codes, codes.join(' ') + stderr).toContain(way.caught);
    else expect(stderr + JSON.stringify(found)).toMatch(way.caught ?? /never/);
  });

  // The first of each kind, as every reader sees it.
  it.each(['text', 'md', 'sarif', 'junit', 'github'])(
    '%s says so, with the same exit code',
    async (format) => {
      const [way] = ways;
      if (way === undefined) throw new Error('a kind without a way');
      way.play(openRepository(cwd));
      const ran = await check(way, '--format', format);
      expect(ran.status).toBe((await check(way, '--format', 'json')).status);
      if (typeof way.caught === 'string') expect(ran.stdout).toContain(way.caught);
      else expect(ran.stderr).toMatch(way.caught ?? /never/);
    },
  );
});

describe('the table', () => {
  const all = KINDS.flatMap(({ ways }) => ways);

  it('has sixty ways and more, each caught or allowed for a reason', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(all.filter((way) => (way.caught === undefined) === (way.allowed === undefined))).toEqual([]);
    expect(new Set(all.map(({ does }) => does)).size).toBe(all.length);
  });

  it('stands in docs/ways.md as it is played', () => {
    const path = join(ROOT, 'docs/ways.md');
    if (process.env['UPDATE'] !== undefined) writeFileSync(path, page());
    expect(readFileSync(path, 'utf8')).toBe(page());
  });
});

function page(): string {
  const caught = KINDS.flatMap(({ ways }) => ways).filter((way) => way.caught !== undefined).length;
  const allowed = KINDS.flatMap(({ ways }) => ways).length - caught;
  const rows = ({ name, ways }: Kind): string =>
    `## ${name}\n\n| すること | 結果 |\n|---|---|\n${ways.map(row).join('')}`;
  return `# 検査をすり抜けようとする${caught + allowed}の道\n\n<!-- この表は test/machine/gate-ways.test.ts が書きます（UPDATE=1）。道そのものは test/machine/ways/ にあります -->\n\n作り話の12社の回答を置いたリポジトリで、1つずつ実際にやってみた結果です。${caught}は止まり、${allowed}は訳があって通します。CI のたびに全部やり直します。\n\n${KINDS.map(rows).join('\n')}`;
}

function row(way: Way): string {
  return `| ${way.does} | ${resultOf(way)} |\n`;
}

function resultOf({ allowed, noted, caught }: Way): string {
  if (allowed !== undefined) return `通す${noted === undefined ? '' : `（${linked(noted)}）`}：${allowed}`;
  return typeof caught === 'string' ? `止める：${linked(caught)}` : '止める（終了コード 2。理由を言います）';
}

/** What reading a file finds has no page among the rules. */
const linked = (code: string): string =>
  existsSync(join(ROOT, `docs/rules/${code}.md`)) ? `[\`${code}\`](rules/${code}.md)` : `\`${code}\``;
