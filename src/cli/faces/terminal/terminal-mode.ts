import type { Terminal } from '../tty.ts';

// https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h2-Bracketed-Paste-Mode
const MARK_PASTES = '\u001b[?2004h';
const LEAVE_PASTES = '\u001b[?2004l';
/** Milliseconds after which a program that still runs was not put to sleep. */
const NOT_ASLEEP = 50;

export interface HeldTerminal {
  /** Gives the terminal back to the shell and sleeps until it is called up again. */
  readonly suspend: () => void;
  readonly release: () => void;
}

interface Told {
  /** The terminal is gone, or somebody asks the program to end. */
  readonly onEnd: () => void;
  /** The screen may show something else now. */
  readonly onAwake: () => void;
}

/**
 * Has the terminal send every key as it is pressed and mark what is pasted, from the first prompt to the last; and takes
 * both back however the program stops: at its end, when it breaks, at Ctrl-Z, at a signal.
 */
export function holdTerminal({ input, output }: Terminal, { onEnd, onAwake }: Told): HeldTerminal {
  const raw = 'setRawMode' in input && typeof input.setRawMode === 'function' && input.isTTY === true;
  const listens = raw && process.platform !== 'win32';
  let held = false;
  let released = false;
  const hold = (): void => {
    if (held) return;
    held = true;
    if (raw) input.setRawMode(true);
    output.write(MARK_PASTES);
  };
  const giveBack = (): void => {
    if (!held) return;
    held = false;
    output.write(LEAVE_PASTES);
    if (raw) input.setRawMode(false);
  };
  const awake = (): void => {
    if (held || released) return;
    hold();
    if (listens) process.on('SIGTSTP', suspend);
    onAwake();
  };
  const suspend = (): void => {
    giveBack();
    process.off('SIGTSTP', suspend);
    process.once('SIGCONT', awake);
    process.kill(process.pid, 'SIGTSTP');
    // Without a shell to wake it the system lets nobody sleep: then it goes on as it was.
    setTimeout(awake, NOT_ASLEEP);
  };
  const listening: readonly (readonly [NodeJS.Signals, () => void])[] = listens
    ? [
        ['SIGTSTP', suspend],
        ['SIGHUP', onEnd],
        ['SIGTERM', onEnd],
      ]
    : [];
  for (const [signal, heard] of listening) process.on(signal, heard);
  process.once('exit', giveBack);
  hold();
  return {
    suspend: () => {
      if (listens) suspend();
    },
    release: () => {
      released = true;
      giveBack();
      process.off('exit', giveBack);
      process.off('SIGCONT', awake);
      for (const [signal, heard] of listening) process.off(signal, heard);
    },
  };
}
