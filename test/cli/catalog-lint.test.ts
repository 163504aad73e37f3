import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHECKLISTS } from '../setup/package.ts';
import { runCli } from './run-cli.ts';

const FILE = 'guidance/foundation.yaml';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-lint-'));
  cpSync(CHECKLISTS, join(cwd, 'ours'), { recursive: true });
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

/** Changes the first question of a file of the shipped checklists; gives the line the change stands in. */
function spoil(file: string, change: RegExp, to: string): number {
  const path = join(cwd, 'ours', file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(change, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return before.slice(0, before.search(change)).split('\n').length;
}

const lint = () => runCli(['catalog', 'lint', 'ours'], cwd);

describe('catalog lint on a copy of the shipped checklists', () => {
  it('is green as they are', async () => {
    expect(await lint()).toMatchObject({ status: 0 });
  });

  it.each<[string, string, RegExp, string, number, RegExp]>([
    ['an item without its source', FILE, / {2}sources:\n( {4}.*\n)+/, '  sources: []\n', 0, /出典/],
    ['a reference to nothing', FILE, /askRole: \S+/, 'askRole: night-watch', 0, /night-watch/],
    [
      'a question of more than 40 characters',
      FILE,
      /( {4}ja: )自社の強み.*か$/m,
      `$1${'とても'.repeat(14)}長い質問ですか`,
      0,
      /40/,
    ],
    [
      'a caution that is missing',
      'guidance/people-prevention.yaml',
      / {2}caution:\n( {4}.*\n)+/,
      '',
      -1,
      /caution/,
    ],
    ['a translation that is missing', FILE, /\n {4}en: What we want.*|\n {4}en: .*/, '', -1, /en/],
  ])('%s is red at its place', async (_, file, change, to, offset, message) => {
    const line = spoil(file, change, to);
    const ran = await lint();
    expect(ran.status).toBe(1);
    const [first = ''] = ran.stdout.split('\n').filter((l) => l.startsWith(file));
    expect(first).toMatch(message);
    // A missing part is shown at the record or text it is missing from, above the place it stood in.
    const shown = Number(/:(\d+):\d+ /.exec(first)?.[1]);
    if (offset === 0) expect(shown).toBe(line);
    else expect(shown).toBeLessThanOrEqual(line);
  });
});

describe('catalog lint on verdicts that no longer cover everything', () => {
  const RULES = 'prior-notification/rules.yaml';
  const VECTORS = 'prior-notification/vectors.yaml';

  it.each<[string, string, RegExp, string, RegExp]>([
    [
      'without the rule that takes the rest',
      RULES,
      /\n {2}- id: R11\n[\s\S]*$/,
      '\n',
      /条件も根拠も要らない規則/,
    ],
    [
      'with a rule behind one that takes everything',
      RULES,
      /(- id: R5\n {4}outcome: confirm\n) {4}when: .*\n/,
      '$1',
      /R5/,
    ],
    ['without examples', VECTORS, /^- name: "1 [\s\S]*$/m, '[]\n', /「R1」/],
    ['with an example less', VECTORS, /^- name: "30 [\s\S]*?(?=^- name: "31 )/m, '', /30/],
    [
      'without the only example of a flag',
      VECTORS,
      /^- name: "69 [\s\S]*?(?=^- name: "70 )/m,
      '',
      /recipient-control/,
    ],
    ['with an example that expects something else', VECTORS, /rule: R10/, 'rule: R9', /R9/],
  ])('%s is red at its place', async (_, file, change, to, message) => {
    spoil(file, change, to);
    const ran = await lint();
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(message);
    expect(ran.stdout).toMatch(/^prior-notification\/(rules|vectors)\.yaml:\d+:\d+ /m);
  });
});
