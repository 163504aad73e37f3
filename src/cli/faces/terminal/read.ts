import { createPrompt, useState } from '@inquirer/core';
import type { ReadReply, ReadView } from '../../../interview/face.ts';
import { foldTyped } from '../keys.ts';
import type { Look, Size } from '../layout.ts';
import { useClose, useKeys, useRepaint } from './keypress.ts';
import { pageScreen, pagesOf, pagesOfBlocks } from './pages.ts';
import type { StrayEnter } from './stray-enter.ts';

export interface ReadConfig extends Look {
  readonly view: ReadView;
  readonly size: () => Size;
  readonly stray: StrayEnter;
  readonly output: NodeJS.WritableStream;
}

/** Pages of text; any key turns the page, an arrow turns it back. */
export const readPrompt = createPrompt<ReadReply, ReadConfig>((config, done) => {
  const { view, size, stray } = config;
  const [page, setPage] = useState(0);
  const [pasted, setPasted] = useState(false);
  const pages = view.laidOut === true ? pagesOfBlocks(view.body, size()) : pagesOf(view.body, size());
  useClose(() => done('leave'));
  useRepaint(config.output);
  useKeys((key) => {
    if (stray.isStray(key)) return;
    setPasted(key.pasted !== undefined);
    if (key.pasted !== undefined) return;
    // Ctrl-Z and the like are for the terminal, and turn no page.
    if (key.ctrl) return;
    if (key.name === 'up' || key.name === 'left') setPage(Math.max(0, page - 1));
    else if (foldTyped(key.typed) === 'q') done('leave');
    else if (page + 1 < pages.length) setPage(page + 1);
    else done('read');
  });
  return pageScreen(view.title, pages, Math.min(page, pages.length - 1), size(), config, pasted);
});
