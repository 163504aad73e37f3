import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import type { WriteReply, WriteView } from '../../../interview/face.ts';
import { inOneLine } from '../../../text/layout.ts';
import type { Look, Size } from '../layout.ts';
import { keyOf, useClose, useRepaint } from './keypress.ts';
import { edited, inserted, type Line, lineOf, textOf } from './line.ts';
import type { StrayEnter } from './stray-enter.ts';
import { lineRoom, writeScreen } from './write-screen.ts';

export interface WriteConfig extends Look {
  readonly view: WriteView;
  readonly size: () => Size;
  readonly stray: StrayEnter;
  readonly output: NodeJS.WritableStream;
  /** Told every change, so that leaving in the middle loses nothing. */
  readonly draft: (text: string) => void;
}

/**
 * Free words. The ready input prompt does not do: it cannot go back, its messages are English, and a text that is taller
 * than the window breaks it. The words are kept here, and readline's own line holds what stands behind the cursor.
 */
export const writePrompt = createPrompt<WriteReply, WriteConfig>((config, done) => {
  const { view, size, stray } = config;
  const [line, setLine] = useState<Line>(() => lineOf(view.initial));
  const [notice, setNotice] = useState<string | null>(null);
  const behind = useRef<(text: string) => void>(() => {});
  useEffect((rl) => {
    behind.current = (text) => {
      rl.clearLine(0);
      rl.line = text;
    };
  }, []);
  useClose(() => done({ kind: 'leave' }));
  useRepaint(config.output);
  useKeypress((event) => {
    const key = keyOf(event);
    if (stray.isStray(key)) return;
    if (key.name === 'escape') {
      done({ kind: 'back' });
      return;
    }
    if (key.name === 'return' || key.name === 'enter') {
      const text = textOf(line).trim();
      const problem = view.wrong(text);
      if (problem === null) done({ kind: 'written', text });
      else setNotice(problem);
      return;
    }
    const words = key.pasted === undefined ? typedIn(event) : asPasted(view, line, key.pasted);
    const next = words === null ? edited(line, key) : inserted(line, words);
    setNotice(next === null ? config.words.t('interview.notice.too-long') : noticeOf(config, key.pasted));
    if (next === null) return;
    setLine(next);
    config.draft(textOf(next).trim());
  });
  const shown = lineRoom(view, line, notice, size(), config);
  behind.current(shown.after);
  return writeScreen(view, shown, notice, size(), config);
});

/** What a key types, or `null`: letters have a sequence of their own, without control codes in it. */
function typedIn(event: { readonly ctrl?: boolean }): string | null {
  const text = 'sequence' in event && typeof event.sequence === 'string' ? event.sequence : '';
  return text === '\t' ? ' ' : event.ctrl !== true && /^\P{Cc}+$/u.test(text) ? text : null;
}

/** Lines stay lines where the text may have several; a line end before the first word is only how it was copied. */
function asPasted({ lines }: WriteView, { at }: Line, text: string): string {
  const words = at === 0 ? text.replace(/^\s+/, '') : text;
  return lines === true ? words : inOneLine(words);
}

function noticeOf({ words, view }: WriteConfig, pasted: string | undefined): string | null {
  const count = pasted?.trim().split('\n').length ?? 1;
  if (count < 2) return null;
  return words.t(`interview.notice.${view.lines === true ? 'pasted-lines' : 'pasted-joined'}`, { count });
}
