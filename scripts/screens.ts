import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { shippedWords } from '../src/cli/assets.ts';
import { interview } from '../src/cli/commands/interview/run.ts';
import { createContext } from '../src/cli/context.ts';
import { createScreen } from './vt.ts';

/** Screens of the interview for `docs/interview.md`, taken from the program itself: nobody types them. */

const COLUMNS = 80;
const ROWS = 24;

/** Waits for a text, keeps the screen under a name, and types. `null` = it is not kept. */
type Moment = readonly [shows: string, name: string | null, keys: string];

const QUICK: readonly Moment[] = [
  ['強みは何ですか', 'strength', '薄い部品の焼き方\r'],
  ['会社の名前', null, '株式会社サンプル電子\r'],
  ['働く人は何人', null, '48\r'],
  ['海外での生産は、いまどの段階', 'fact', '2'],
  ['どの形ですか', null, '1\r'],
  ['海外に渡ることがありますか', null, '1'],
  ['お客様の図面・型', null, '1'],
  ['社外に頼む仕事', null, '1'],
  ['一緒に開発', null, '3'],
  ['展示会か工場見学', null, '1'],
  ['出資・買収', null, '3'],
  ['中国の相手や拠点', null, '3'],
  ['質問 1/', 'question', '?'],
  ['なぜ聞くか', 'details', '\r'],
  ['質問 1/', null, '0'],
  ['質問 2/', 'unknown', 'm'],
  ['どこへ進みますか', 'menu', '1'],
  ...Array.from({ length: 11 }, (_, i): Moment => [`質問 ${i + 2}/`, null, i % 3 === 0 ? '1' : '3']),
  ['いまの結果', 'result', '\r'],
  ['次はどうしますか', 'finish', '2'],
  ['海外へ渡るかもしれない技術がありますか', 'technologies', '1'],
  ['社内で何と呼びますか', null, '小型部品の焼き方\r'],
  ['何を作る・何に使う', 'describe', 'チップコンデンサの誘電体\r'],
  ['近いのはどれですか', 'family', '1\r'],
  ['何の技術ですか', null, '1'],
  ['どの国や地域へ', null, 'ベトナム\r'],
  ['どんな話の中で', 'trigger', '2'],
  ['どこまで進んで', null, '2'],
  ['社内で決める（決めた）', null, '2027-03-31\r'],
  ['だれでも手に入る', null, '1'],
  ['該非判定', null, '0'],
  ['告示にある定義', null, '0'],
  ['管理できますか', null, '0'],
  ['通知が来ていますか', null, '3'],
  ['のいまの見立て', 'verdict', 'q'],
];

/** Every named screen, in order, as text. */
export async function interviewScreens(): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'wazamori-screens-'));
  const input = new PassThrough();
  const output = new PassThrough();
  output.end = () => output;
  const screen = createScreen(COLUMNS);
  output.on('data', (chunk: Buffer) => screen.write(chunk.toString()));
  const ctx = createContext(
    {
      cwd: folder,
      script: null,
      env: { XDG_STATE_HOME: folder },
      columns: COLUMNS,
      rows: ROWS,
      stdinIsTerminal: true,
      stdoutIsTerminal: true,
      now: () => new Date(2026, 10, 21),
      out: () => {},
      err: () => {},
    } as Parameters<typeof createContext>[0],
    shippedWords('ja'),
    { today: '2026-11-21', color: false },
    null,
  );
  if (!ctx.ok) throw new Error(ctx.findings[0]?.code);
  // Somebody who looks at every screen for a quarter of a minute.
  let now = 0;
  const clock = (): number => {
    now += 15_000;
    return now;
  };
  // The keys are told apart by a clock of their own: it is asked as often as they are looked at.
  let seconds = 0;
  const unhurried = (): number => {
    seconds += 1;
    return seconds * 1000;
  };
  const later = (_milliseconds: number, run: () => void): (() => void) => {
    const turn = setImmediate(run);
    return () => clearImmediate(turn);
  };
  const terminal = {
    input,
    output,
    columns: COLUMNS,
    rows: ROWS,
    plain: false,
    colour: false,
    clock: unhurried,
    later,
  };
  try {
    const end = interview(ctx.value, 'answers.yaml', {}, { screen: terminal, clock });
    const kept = new Map<string, string>();
    for (const [shows, name, keys] of QUICK) {
      await until(
        () => {
          const there = screen.text().replace(/\s/g, '');
          if (there.includes(shows.replace(/\s/g, ''))) return true;
          // What is longer than a page is turned to its end.
          if (/Enterで(?:次へ|進む)$/.test(there)) {
            screen.clear();
            input.write('\r');
          }
          return false;
        },
        shows,
        screen.text,
      );
      if (name !== null) kept.set(name, screen.lines(ROWS).join('\n').replace(/^\n+/, '').trimEnd());
      screen.clear();
      input.write(keys);
    }
    await end;
    return kept;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function until(holds: () => boolean, what: string, seen: () => string): Promise<void> {
  for (let turn = 0; turn < 3000; turn++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`never shown: ${what}\n${seen()}`);
}
