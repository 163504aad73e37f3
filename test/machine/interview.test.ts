import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/text/yaml/parse.ts';
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
// With keys still on their way; kills within a save itself are `kill.test.ts`.
const KILLS = 10;
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
    const shown = await at.shows(n === 1 ? '会社のこと 1/' : new RegExp(`会社のこと${n}/|質問1/`));
    const total = /質問\s*1\/(\d+)/.exec(shown)?.[1];
    if (total !== undefined) return Number(total);
    const asked = shown.slice(shown.lastIndexOf('会社のこと'));
    const [, keys] = FACTS.find(([text]) => asked.includes(text)) ?? ['', ['3']];
    at.press(...keys);
  }
}

/** Through the pages of the result. */
async function toFinish(at: Screen): Promise<void> {
  for (let page = 1; ; page++) {
    const shown = await at.shows(new RegExp(`いまの結果${page}/\\d`));
    // Any key turns the page; an Enter as fast as this would count as the end of the last answer.
    at.press('Down');
    if (new RegExp(`いまの結果\\s*${page}/${page}`).test(shown)) return;
  }
}

describe('an interview', () => {
  it('is refused to a second person, who is told when it was opened', async () => {
    const at = open(80, 24);
    await at.shows('強みは何ですか');
    const other = openScreen(80, 24, `node ${BIN} interview answers.yaml`, folder);
    await other.shows('answers.yaml');
    await expect(other.ended()).resolves.toBe(2);
    other.close();
  });

  it('does what every key of its help says', async () => {
    const at = open(80, 24);
    await scope(at);
    await at.after('質問 1/', '?');
    await at.after('なぜ聞くか', 'Enter');
    await at.after('Enterで進む', 'Enter');
    await at.after('n メモ', '1');
    await at.after('質問 2/', 'b');
    await at.after('e 証拠', 'e');
    await at.after('何が証拠になりますか', '規程 第3版', 'Enter');
    await at.after('どこにありますか', '総務の書庫', 'Enter');
    await at.after('いつ見ましたか', 'Enter');
    await at.after('e 証拠', 'm');
    await at.after('どこへ進みますか', 'Escape');
    await at.after('e 証拠', 'n');
    await at.after('この質問のメモ', 'Escape');
    await at.after('e 証拠', 'Enter');
    await at.after('質問 2/', 'q');
    await expect(at.ended()).resolves.toBe(0);
    expect(file()).toContain('総務の書庫');
  });

  it('asks for technologies alone, in a small window', async () => {
    const at = open(60, 20, 'interview answers.yaml --only technologies');
    await at.after('海外へ渡るかもしれない技術がありますか', '1');
    await at.after('社内で何と呼びますか', '小型部品の焼き方', 'Enter');
    await at.after('何を作る', 'チップコンデンサの誘電体', 'Enter');
    await at.after('近いのはどれですか', '1', 'Enter');
    await at.after('何の技術ですか', '1');
    await at.after('どの国や地域へ', 'ベトナム', 'Enter');
    const shown = await at.after('どんな話の中で', '0');
    for (const line of shown.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60);
    await at.after('どこまで進んで', 'C-c');
    await expect(at.ended()).resolves.toBe(0);
    expect(file()).toContain('family: [mlcc]');
    expect(file()).toContain('trigger: unknown');
  });

  it('leaves a whole file, whenever it is killed', async () => {
    const keys = ['1', '3', '0', '2'];
    for (let kill = 0; kill < KILLS; kill++) {
      const at = open(80, 24);
      if (kill === 0) await scope(at);
      await at.shows(/質問\d+\/|いまの結果/);
      for (let n = 0; n <= kill % 3; n++) at.press(keys[(kill + n) % keys.length] ?? '1');
      process.kill(at.pid(), 'SIGKILL');
      await expect(at.ended()).resolves.toBe(137);
      const text = file();
      expect(text.startsWith('# ')).toBe(true);
      expect(text.endsWith('\n')).toBe(true);
      expect(parseYaml(text).ok).toBe(true);
    }
  });

  it('loses no answer to a kill, and goes on at the next question to the end', async () => {
    const at = open(80, 24);
    const total = await scope(at);
    await at.after('質問 1/', '1');
    await at.after('質問 2/', 'Down', 'Down', 'Enter');
    await at.after('質問 3/', '0');
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
    await toFinish(again);
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

  it('sleeps at Ctrl-Z and goes on at the same question after fg', async () => {
    screen = openScreen(80, 24, 'bash --norc -i', folder);
    screen.press(`node ${BIN} interview answers.yaml`, 'Enter');
    await screen.after('強みは何ですか', '研磨', 'C-z');
    await screen.after('Stopped', 'fg', 'Enter');
    await screen.after('会社のこと 1/', 'の順番', 'Enter');
    await screen.after('会社の名前', 'C-c');
    await screen.shows('ここまで保存しました');
    expect(file()).toContain('研磨の順番');
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
