import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One program in a real terminal of its own. */
export interface Screen {
  /** What stands on the screen once `text` is there; where lines break does not matter. */
  readonly shows: (text: string | RegExp) => Promise<string>;
  readonly press: (...keys: readonly string[]) => void;
  /** Types once `text` is there: tmux key names (`Enter`, `C-c`), anything else as letters. */
  readonly after: (text: string, ...keys: readonly string[]) => Promise<string>;
  /** Sends bytes as they are, so many at a time. */
  readonly send: (bytes: string, piece: number) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly pid: () => number;
  /** Exit code once the program has ended, as a shell gives it: 137 after SIGKILL. */
  readonly ended: () => Promise<number>;
  readonly close: () => void;
}

const PATIENCE = 30_000;
let opened = 0;

/** Starts `command` in a tmux server nobody else uses. */
export function openScreen(columns: number, rows: number, command: string, cwd: string): Screen {
  const socket = `wazamori-test-${process.pid}-${opened++}`;
  const tmux = (...args: readonly string[]): string =>
    execFileSync('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...args], {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'C.UTF-8', TERM: 'xterm-256color', NO_COLOR: '', XDG_STATE_HOME: cwd },
    });
  const size = ['-x', String(columns), '-y', String(rows)];
  // The shell around it says how the program ended, and keeps its last screen.
  const pidFile = join(cwd, '.pid');
  const wrapped = `sh -c 'echo $$ > .pid; exec ${command}'; echo "[exit $?]"; read _`;
  tmux('new-session', '-d', ...size, '-c', cwd, wrapped);
  const until = async <T>(what: string, look: () => T | null): Promise<T> => {
    for (const end = Date.now() + PATIENCE; ; ) {
      const found = look();
      if (found !== null) return found;
      if (Date.now() > end) throw new Error(`not seen: ${what}\n${tmux('capture-pane', '-p')}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const shows = (text: string | RegExp): Promise<string> =>
    until(String(text), () => {
      const screen = tmux('capture-pane', '-p');
      const flat = screen.replace(/\s/g, '');
      const there = typeof text === 'string' ? flat.includes(text.replace(/\s/g, '')) : text.test(flat);
      return there ? screen : null;
    });
  const press = (...keys: readonly string[]): void => {
    for (const key of keys)
      tmux('send-keys', ...(/^(?:Enter|Down|Up|Escape|C-.)$/.test(key) ? [key] : ['-l', key]));
  };
  return {
    shows,
    press,
    after: async (text, ...keys) => {
      const screen = await shows(text);
      press(...keys);
      return screen;
    },
    send: (text, piece) => {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += piece) {
        writeFileSync(join(cwd, '.piece'), bytes.subarray(at, at + piece));
        tmux('load-buffer', join(cwd, '.piece'), ';', 'paste-buffer', '-r', '-d');
      }
    },
    resize: (x, y) => {
      tmux('resize-window', '-x', String(x), '-y', String(y));
    },
    pid: () => Number(readFileSync(pidFile, 'utf8')),
    ended: async () => {
      const shown = await shows(/\[exit\d+\]/);
      return Number(/\[exit (\d+)\]/.exec(shown)?.[1]);
    },
    close: () => {
      tmux('kill-server');
      // It saves what is being written when its terminal is closed; its folder must outlive that.
      const still = new Int32Array(new SharedArrayBuffer(4));
      for (const end = Date.now() + PATIENCE; existsSync(pidFile) && runs(readFileSync(pidFile, 'utf8')); ) {
        if (Date.now() > end) throw new Error('the program outlives its terminal');
        Atomics.wait(still, 0, 0, 20);
      }
    },
  };
}

function runs(pid: string): boolean {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}
