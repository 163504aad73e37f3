import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/words/width.ts';
import { openScreen, type Screen } from './tmux.ts';

/** The interview as a person meets it: the built program in a real terminal. */
const BIN = fileURLToPath(new URL('../../bin/wazamori.js', import.meta.url));

let folder = '';
let screen: Screen | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wazamori-interview-'));
});
afterEach(() => {
  screen?.close();
  screen = null;
  rmSync(folder, { recursive: true });
});

const open = (columns: number, rows: number, args = 'interview answers.yaml'): Screen => {
  screen?.close();
  screen = openScreen(columns, rows, `node ${BIN} ${args}`, folder);
  return screen;
};
const file = (): string => readFileSync(join(folder, 'answers.yaml'), 'utf8');

/** Keys for a fact about the company; whatever is not named here is answered いいえ. */
const FACTS: readonly (readonly [string, readonly string[]])[] = [
  ['強みは何ですか', ['薄肉部品の加工条件', 'Enter']],
  ['会社の名前', ['株式会社サンプル精機', 'Enter']],
  ['働く人は何人ですか', ['48', 'Enter']],
  ['海外での生産は', ['1']],
  ['海外に渡ることがありますか', ['3']],
  ['認証', ['Enter']],
];

/** Through the facts to the first question: a company at home. How many questions follow. */
async function scope(at: Screen): Promise<number> {
  for (let n = 1; ; n++) {
    const shown = await at.shows(n === 1 ? 'はじめに 1/' : new RegExp(`はじめに${n}/|質問1/`));
    const total = /質問\s*1\/(\d+)/.exec(shown)?.[1];
    if (total !== undefined) return Number(total);
    const asked = shown.slice(shown.lastIndexOf('はじめに'));
    const [, keys] = FACTS.find(([text]) => asked.includes(text)) ?? ['', ['2']];
    at.press(...keys);
  }
}

describe('an interview', () => {
  it('loses no answer to a kill, and goes on at the next question to the end', async () => {
    const at = open(80, 24);
    const total = await scope(at);
    await at.after('質問 1/', '1');
    await at.after('質問 2/', 'Down', 'Down', 'Enter');
    await at.after('質問 3/', '4');
    await at.shows('質問 4/');
    process.kill(at.pid(), 'SIGKILL');
    await expect(at.ended()).resolves.toBe(137);
    const saved = file();
    expect(saved).toContain('薄肉部品の加工条件');
    expect(saved).toMatch(/employees: 48/);
    expect(saved).toMatch(/overseasProduction: none/);
    expect(saved).toMatch(/core-technology-list: はい/);
    expect(saved).toMatch(/confidential-marking: 一部/);
    expect(saved).toMatch(/need-to-know-access: わからない/);

    const again = open(80, 24);
    await again.shows('うち3問に答え済みです');
    for (let n = 4; n <= total; n++) await again.after(`質問 ${n}/`, '1');
    await again.after('次はどうしますか', '1');
    await expect(again.ended()).resolves.toBe(0);
    expect(file().match(/^ +guidance\.[\w-]+: はい/gm)).toHaveLength(total - 2);
  });

  it('saves and leaves at Ctrl-C, mended note and all', async () => {
    const at = open(80, 24);
    await scope(at);
    await at.after('質問 1/', 'n');
    await at.after('この質問のメモ', '本社だけ', 'Enter');
    await at.after('メモ：本社だけ', '2');
    await at.after('質問 2/', 'C-c');
    await expect(at.ended()).resolves.toBe(0);
    await at.shows('ここまで保存しました');
    expect(file()).toContain('本社だけ');
  });

  it('refuses to start without a terminal', async () => {
    const at = open(80, 24, 'interview answers.yaml < /dev/null');
    await expect(at.ended()).resolves.toBe(2);
  });
});

describe('the screen', () => {
  it.each([
    [60, 20],
    [80, 24],
    [200, 50],
  ])('%i×%i holds a whole question, its answers and its keys', async (columns, rows) => {
    const at = open(columns, rows);
    await scope(at);
    for (const n of [1, 2, 3]) {
      const shown = await at.after(`質問 ${n}/`, '1');
      const lines = shown.trimEnd().split('\n');
      expect(lines.at(-1)?.trim()).toBe('答え:');
      expect(shown).toContain('はいの目安');
      expect(shown).toContain('5 後で答える');
      expect(shown).toContain('q 保存して終わる');
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    }
    await at.shows('質問 4/');
  });

  it('survives a smaller window in the middle of a question', async () => {
    const at = open(100, 30);
    await scope(at);
    await at.shows('質問 1/');
    at.resize(60, 20);
    await at.after('質問 1/', 'Down');
    await at.after('>  1 はい', 'Enter');
    const shown = await at.shows('質問 2/');
    expect(shown).toContain('q 保存して終わる');
  });

  it('is plain lines where the cursor cannot move', async () => {
    screen = openScreen(80, 24, `env TERM=dumb node ${BIN} interview answers.yaml`, folder);
    await screen.after('強みは何ですか', '/q', 'Enter');
    await expect(screen.ended()).resolves.toBe(0);
  });
});
