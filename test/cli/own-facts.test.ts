import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { ROOT, runCli } from './run-cli.ts';

/** A plating shop counts its tanks: a number no shipped fact knows, which decides whether a question is asked. */
const ITEM = 'plating.bath-recipe';
let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-facts-'));
  cpSync(join(ROOT, 'templates/own-checklists/plating'), join(cwd, 'plating'), { recursive: true });
  writeFileSync(
    join(cwd, 'plating/profile.yaml'),
    `facts:
  - id: platingTanks
    place: profile
    kind: number
    question: {ja: めっき槽はいくつありますか, en: How many plating tanks do you have?}
    askRole: production-head
`,
  );
  const bath = join(cwd, 'plating/plating/bath.yaml');
  const asked = readFileSync(bath, 'utf8').replace(
    /(- id: plating\.bath-recipe\n(?:.*\n)*?)( {2}severity:)/,
    '$1  appliesWhen: {fact: platingTanks, gte: 3}\n$2',
  );
  writeFileSync(bath, asked);
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const run = (...args: readonly string[]) =>
  runCli([...args, '--catalog', 'plating', '--today', '2026-11-21'], cwd);
const file = (name: string, tanks: string, employees = 48, answer = 'いいえ'): void =>
  writeFileSync(
    join(cwd, name),
    `wazamori: 1\ncompany: {name: 株式会社サンプル鍍金, employees: ${employees}}\nprofile:\n  platingTanks: ${tanks}\nanswers:\n  ${ITEM}: ${answer}\n`,
  );
const stateOf = async (name: string): Promise<string | undefined> => {
  const { stdout } = await run('score', name, '--format', 'json');
  const { items }: Assessment = JSON.parse(stdout);
  return items.find(({ id }) => id === ITEM)?.state;
};

describe('a number of one’s own', () => {
  it('is taken by the lint', async () => {
    expect(await run('catalog', 'lint')).toMatchObject({ status: 0 });
  });

  it.each([
    ['2', 'outOfScope'],
    ['3', 'no'],
    ['12', 'no'],

    ['わからない', 'notAsked'],
  ])('of %s decides what is asked, whatever the number of people: %s', async (tanks, state) => {
    file('shop.yaml', tanks, 2, state === 'notAsked' ? '' : 'いいえ');
    expect(await stateOf('shop.yaml')).toBe(state);
  });

  it('is answered and compared', async () => {
    file('shop.yaml', '2');
    file('before.yaml', '2');
    expect(await run('answer', 'shop.yaml', 'platingTanks=８')).toMatchObject({ status: 0 });
    expect(readFileSync(join(cwd, 'shop.yaml'), 'utf8')).toContain('platingTanks: 8\n');
    expect(await stateOf('shop.yaml')).toBe('no');
    expect((await run('diff', 'before.yaml', 'shop.yaml')).stdout).toMatch(/めっき槽[^\n]*2 → 8/);
  });

  it('is asked for in a new file, may be unknown, and is no word', async () => {
    expect((await run('init', 'shop.yaml')).status).toBe(0);
    expect(readFileSync(join(cwd, 'shop.yaml'), 'utf8')).toMatch(/めっき槽はいくつ[\s\S]*platingTanks:/);
    expect((await run('answer', 'shop.yaml', 'platingTanks=わからない')).status).toBe(0);
    expect(readFileSync(join(cwd, 'shop.yaml'), 'utf8')).toContain('platingTanks: unknown\n');
    expect((await run('answer', 'shop.yaml', 'platingTanks=たくさん')).status).toBe(2);
  });

  it('explains why a question is left out', async () => {
    file('shop.yaml', '2');
    expect((await run('explain', 'shop.yaml', ITEM)).stdout).toContain('めっき槽はいくつありますか');
  });

  it('is refused where the tool would not read it', async () => {
    const path = join(cwd, 'plating/profile.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('place: profile', 'place: company'));
    const ran = await run('score', 'plating/../shop.yaml');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(/profile\.yaml:3:\d+ .*platingTanks.*place: profile/);
  });
});

describe('the wish for TICS', () => {
  it('declined by a word stands in the file', async () => {
    file('shop.yaml', '3');
    expect(await run('answer', 'shop.yaml', 'goals=いいえ')).toMatchObject({ status: 0 });
    expect(readFileSync(join(cwd, 'shop.yaml'), 'utf8')).toContain('assessment:\n  goals: []\n');
  });
});
