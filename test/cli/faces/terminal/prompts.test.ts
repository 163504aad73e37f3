import { PassThrough } from 'node:stream';
import { render } from '@inquirer/testing';
import { describe, expect, it } from 'vitest';
import { choosePrompt } from '../../../../src/cli/faces/terminal/choose.ts';
import { readPrompt } from '../../../../src/cli/faces/terminal/read.ts';
import { createStrayEnter } from '../../../../src/cli/faces/terminal/stray-enter.ts';
import { writePrompt } from '../../../../src/cli/faces/terminal/write.ts';
import { createTheme } from '../../../../src/cli/faces/theme.ts';
import { JA } from '../../../interview/sample.ts';
import { option, QUESTION } from '../question.ts';

const LOOK = {
  words: JA,
  theme: createTheme(false),
  size: () => ({ columns: 80, rows: 24 }),
  stray: createStrayEnter(() => 0),
  output: new PassThrough(),
  draft: () => {},
};

describe('a question', () => {
  it('is answered by one key, without Enter', async () => {
    const { answer, events, getScreen } = await render(choosePrompt, { view: QUESTION, ...LOOK });
    expect(getScreen()).toContain('図面を社外へ持ち出す時の決まりがありますか');
    expect(getScreen()).toContain('はいの目安');
    events.type('３');
    await expect(answer).resolves.toEqual({ kind: 'chosen', ids: ['no'] });
  });

  it('is answered by arrows and Enter alone, and shows the cursor', async () => {
    const { answer, events, getScreen } = await render(choosePrompt, { view: QUESTION, ...LOOK });
    // The Enter people type after a number meets the next question: it answers nothing and blames nobody.
    const before = getScreen();
    events.keypress('enter');
    expect(getScreen()).toBe(before);
    events.keypress('down');
    events.keypress('down');
    expect(getScreen()).toContain('>  2 一部');
    events.keypress('enter');
    await expect(answer).resolves.toEqual({ kind: 'chosen', ids: ['partial'] });
  });

  it('shows a word begun in an input method, and takes the answer when it is clear', async () => {
    const { answer, events, getScreen } = await render(choosePrompt, { view: QUESTION, ...LOOK });
    events.type('い');
    expect(getScreen()).toContain('答え: い');
    events.type('い');
    await expect(answer).resolves.toEqual({ kind: 'chosen', ids: ['no'] });
  });

  it('takes the first key only: a word committed in one go does not answer the next question', async () => {
    const { answer, events } = await render(choosePrompt, { view: QUESTION, ...LOOK });
    events.type('はい3');
    await expect(answer).resolves.toEqual({ kind: 'chosen', ids: ['yes'] });
  });
});

describe('a line of words', () => {
  const view = { header: null, title: '理由', body: [], blank: null, initial: '', wrong: () => null };

  it('is trimmed', async () => {
    const { answer, events, getScreen } = await render(writePrompt, { view, ...LOOK });
    events.type(' 展示会に出ていない ');
    expect(getScreen()).toContain('>  展示会に出ていない');
    events.keypress('enter');
    await expect(answer).resolves.toEqual({ kind: 'written', text: '展示会に出ていない' });
  });

  it('says what is wrong and keeps what was typed', async () => {
    const wrong = (text: string) => (text === '48' ? null : '数字だけで書いてください。');
    const { answer, events, getScreen } = await render(writePrompt, { view: { ...view, wrong }, ...LOOK });
    events.type('4x');
    events.keypress('enter');
    expect(getScreen()).toContain('数字だけで書いてください。');
    expect(getScreen()).toContain('> 4x');
    events.keypress('escape');
    await expect(answer).resolves.toEqual({ kind: 'back' });
  });

  it('begins with what was written before', async () => {
    const { answer, events, getScreen } = await render(writePrompt, {
      view: { ...view, initial: '本社のみ' },
      ...LOOK,
    });
    expect(getScreen()).toContain('> 本社のみ');
    events.keypress('enter');
    await expect(answer).resolves.toEqual({ kind: 'written', text: '本社のみ' });
  });
});

describe('a paste', () => {
  const paste = (text: string) => ({ name: 'paste', sequence: text });
  const line = { header: null, title: 'メモ', body: [], blank: null, initial: '', wrong: () => null };

  it('answers no question, and says so', async () => {
    const { answer, events, getScreen } = await render(choosePrompt, {
      view: { ...QUESTION, selected: ['no'] },
      ...LOOK,
    });
    events.keypress(paste('1\nはい\n'));
    expect(getScreen()).toContain('貼り付けた文では答えません');
    events.keypress('enter');
    await expect(answer).resolves.toEqual({ kind: 'chosen', ids: ['no'] });
  });

  it('turns no page, and says so', async () => {
    const view = { title: '結果', body: Array.from({ length: 30 }, (_, i) => `${i + 1}行目`) };
    const { answer, events, getScreen } = await render(readPrompt, { view, ...LOOK });
    events.keypress(paste('あ\nい'));
    expect(getScreen()).toContain('1/2');
    expect(getScreen()).toContain('貼り付けた文は使いません');
    events.keypress('down');
    expect(getScreen()).not.toContain('貼り付けた文は使いません');
    events.keypress('enter');
    await expect(answer).resolves.toBe('read');
  });

  it.each<[string, { readonly lines?: true }, string, string]>([
    ['keeps its lines in a note', { lines: true }, '2行が入りました', '本社のみ。\n1月に'],
    ['becomes one line elsewhere', {}, '1行につないで', '本社のみ。 1月に'],
  ])('%s', async (_, lines, said, text) => {
    const drafts: string[] = [];
    const { answer, events, getScreen } = await render(writePrompt, {
      view: { ...line, ...lines },
      ...LOOK,
      draft: (now: string) => drafts.push(now),
    });
    events.keypress(paste('\n本社のみ。\n1月に\n'));
    expect(getScreen()).toContain(said);
    expect(drafts).toEqual([text]);
    events.keypress('enter');
    await expect(answer).resolves.toEqual({ kind: 'written', text });
  });

  it('that is too long is left out whole', async () => {
    const { answer, events, getScreen } = await render(writePrompt, {
      view: { ...line, initial: '本社' },
      ...LOOK,
    });
    events.keypress(paste('あ'.repeat(2001)));
    expect(getScreen()).toContain('長すぎるので、入れていません');
    events.keypress('enter');
    await expect(answer).resolves.toEqual({ kind: 'written', text: '本社' });
  });
});

describe('the rest of a word whose first letter has answered', () => {
  it.each([
    ['y, then es and Enter', ['e', 's'], 'no'],
    ['a letter that is no part of it counts', ['い', 'い'], 'no'],
  ])('%s', async (_, letters, answered) => {
    const look = { ...LOOK, stray: createStrayEnter(() => 0) };
    const first = { ...QUESTION, options: [option('yes', 'Yes', 'yes y'), ...QUESTION.options.slice(1)] };
    const { answer, events } = await render(choosePrompt, { view: first, ...look });
    events.type('y');
    await answer;
    const next = { ...QUESTION, selected: ['no'], commands: ['evidence' as const] };
    const { answer: second, events: keys, getScreen } = await render(choosePrompt, { view: next, ...look });
    const pressed = letters.map((letter) => ({ name: letter, sequence: letter }));
    for (const event of pressed) keys.keypress(event);
    expect(getScreen()).not.toContain('使えません');
    keys.keypress('enter');
    keys.keypress('enter');
    await expect(second).resolves.toEqual({ kind: 'chosen', ids: [answered] });
  });
});

describe('a window of another size', () => {
  it('is drawn anew, and the prompt that is gone draws no more', async () => {
    const output = new PassThrough();
    const { answer, events } = await render(choosePrompt, {
      view: QUESTION,
      ...LOOK,
      output,
      stray: createStrayEnter(() => 0),
    });
    output.emit('resize');
    expect(String(output.read())).toBe('\u001b[2J\u001b[H');
    events.type('1');
    await answer;
    output.emit('resize');
    expect(output.read()).toBeNull();
  });
});

describe('an Enter right after a one-key answer', () => {
  const chosen = { ...QUESTION, selected: ['no'] };
  const words = {
    header: null,
    title: 'いつですか',
    body: [],
    blank: null,
    initial: '2026-10-05',
    wrong: () => null,
  };
  const pages = { title: 'いまの結果', body: Array.from({ length: 30 }, (_, i) => `${i + 1}行目`) };
  /** What comes after a question answered by 「1」, `later` milliseconds afterwards. */
  const afterOne = async (later: number) => {
    let now = 0;
    const look = { ...LOOK, stray: createStrayEnter(() => now) };
    const { answer, events } = await render(choosePrompt, { view: QUESTION, ...look });
    events.type('1');
    await answer;
    now = later;
    return look;
  };

  it('does not confirm what stands ready in the next question; the one after it does', async () => {
    const { answer, events } = await render(choosePrompt, { view: chosen, ...(await afterOne(200)) });
    events.keypress('enter');
    events.keypress('up');
    events.keypress('enter');
    await expect(answer).resolves.toEqual({ kind: 'chosen', ids: ['partial'] });
  });

  it('confirms once there was time to read', async () => {
    const { answer, events } = await render(choosePrompt, { view: chosen, ...(await afterOne(400)) });
    events.keypress('enter');
    await expect(answer).resolves.toEqual({ kind: 'chosen', ids: ['no'] });
  });

  it('leaves a line to write as it stands', async () => {
    const { answer, events } = await render(writePrompt, { view: words, ...(await afterOne(200)) });
    events.keypress('enter');
    events.type('1');
    events.keypress('enter');
    await expect(answer).resolves.toEqual({ kind: 'written', text: '2026-10-051' });
  });

  it('turns no page', async () => {
    const { answer, events, getScreen } = await render(readPrompt, { view: pages, ...(await afterOne(200)) });
    events.keypress('enter');
    expect(getScreen()).toContain('1/2');
    events.keypress('enter');
    expect(getScreen()).toContain('2/2');
    // A prompt left open fails the run when the process ends.
    events.keypress('enter');
    await expect(answer).resolves.toBe('read');
  });
});

describe('pages to read', () => {
  const view = { title: '持ち出しの決まり', body: Array.from({ length: 30 }, (_, i) => `第${i + 1}条`) };

  it('turn at any key and end at the last', async () => {
    const { answer, events, getScreen } = await render(readPrompt, { view, ...LOOK });
    expect(getScreen()).toContain('1/2');
    events.keypress('enter');
    expect(getScreen()).toContain('第30条');
    events.keypress('up');
    expect(getScreen()).toContain('第1条');
    events.keypress('space');
    events.keypress('enter');
    await expect(answer).resolves.toBe('read');
  });
});
