import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isAnswer } from '../../../../src/cli/faces/keys.ts';
import { createKeyboard, type Keyboard, type Takes } from '../../../../src/cli/faces/terminal/keyboard.ts';
import { createPieceReader, type Piece, textOfPaste } from '../../../../src/cli/faces/terminal/pastes.ts';
import { QUESTION } from '../question.ts';

const marked = (text: string): string => `\u001b[200~${text}\u001b[201~`;

const held: Keyboard[] = [];
afterEach(() => {
  for (const keyboard of held.splice(0)) keyboard.close();
});

/** A terminal whose time stands still until it is told to pass. */
function bench() {
  const input = new PassThrough();
  const output = new PassThrough();
  let now = 10_000;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const keyboard = createKeyboard({
    input,
    output,
    columns: 80,
    rows: 24,
    plain: false,
    colour: false,
    clock: () => now,
    later: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  });
  held.push(keyboard);
  return {
    keyboard,
    told: () => String(output.read() ?? ''),
    type: (bytes: string | Uint8Array) => input.emit('data', Buffer.from(bytes)),
    end: () => input.emit('end'),
    pass: (milliseconds: number) => {
      now += milliseconds;
      for (const { run } of timers.filter(({ at }) => at <= now)) run();
      timers = timers.filter(({ at }) => at > now);
    },
  };
}

/** What a prompt gets to see: keys as text, a paste in brackets. */
async function prompt(at: ReturnType<typeof bench>, takes: Takes) {
  const keys = await at.keyboard.open(takes);
  let seen = '';
  keys.input.on('data', (text: Buffer) => {
    seen += text.toString();
  });
  keys.input.on('keypress', (_, key: { name: string; sequence: string }) => {
    seen += key.name === 'paste' ? `<${key.sequence}>` : `{${key.name}}`;
  });
  keys.input.on('end', () => {
    seen += '{end}';
  });
  return { seen: () => seen, release: keys.release };
}

const atQuestion: Takes = (words) => isAnswer(QUESTION, words);

describe('pieces of what a terminal sends', () => {
  const read = (...parts: readonly string[]): readonly Piece[] => {
    const reader = createPieceReader();
    return parts.flatMap((part) => reader.read(part));
  };
  const words = (text: string): Piece => ({ kind: 'words', text });
  const special = (text: string): Piece => ({ kind: 'special', text });
  const paste = (text: string): Piece => ({ kind: 'paste', text });

  it.each<[string, readonly string[], readonly Piece[]]>([
    ['words', ['はい'], [words('はい')]],
    ['words and Enter', ['48\r'], [words('48\r')]],
    ['an arrow', ['\u001b[A'], [special('\u001b[A')]],
    ['an arrow in pieces', ['\u001b', '[', 'A'], [special('\u001b[A')]],
    ['F1, Alt and a letter', ['\u001bOP\u001bb'], [special('\u001bOP'), special('\u001bb')]],
    ['Ctrl-C behind words', ['あ\u0003'], [words('あ'), special('\u0003')]],
    ['a paste', [marked('あ\rい')], [paste('あ\rい')]],
    ['Ctrl-C and an arrow in a paste', [marked('\u0003\u001b[A')], [paste('\u0003\u001b[A')]],
    ['keys around a paste', [`1${marked('あ')}2`], [words('1'), paste('あ'), words('2')]],
    ['an end without a beginning', ['\u001b[201~1'], [words('1')]],
    ['what only looks like an end', [marked('\u001b[201'), '\u001b[201~'], [paste('\u001b[201')]],
    ['an empty paste', [marked('')], [paste('')]],
  ])('%s', (_, parts, pieces) => {
    expect(read(...parts)).toEqual(pieces);
  });

  it('are the same wherever the terminal cuts them', () => {
    const part = fc.constantFrom('あ', '1', '\r', '\u001b[A', '\u0003', marked('い\r2\u001b[3'), '👍🏽');
    fc.assert(
      fc.property(fc.array(part), fc.array(fc.integer({ min: 1, max: 9 })), (parts, cuts) => {
        const text = parts.join('');
        const reader = createPieceReader();
        const pieces: Piece[] = [];
        let at = 0;
        for (const cut of [...cuts, text.length]) {
          pieces.push(...reader.read(text.slice(at, at + cut)));
          at += cut;
        }
        const flat = (all: readonly Piece[]): string =>
          all.map(({ kind, text: t }) => (kind === 'paste' ? `<${t}>` : t)).join('');
        expect(flat(pieces)).toBe(flat(createPieceReader().read(text)));
      }),
    );
  });

  it('give up a key or a paste whose end never comes', () => {
    const reader = createPieceReader();
    expect(reader.read('\u001b')).toEqual([]);
    expect(reader.waiting()).toBe('key');
    expect(reader.giveUp()).toEqual([special('\u001b')]);
    expect(reader.read('\u001b[200~あ\u001b[20')).toEqual([]);
    expect(reader.waiting()).toBe('paste');
    expect(reader.giveUp()).toEqual([paste('あ\u001b[20')]);
    expect(reader.read('1')).toEqual([words('1')]);
  });
});

it.each([
  ['あ\r\nい\rう\nえ\u2028お', 'あ\nい\nう\nえ\nお'],
  ['一\t二', '一 二'],
  ['\u001b[31m赤\u0000\u0007\u009b2J', '[31m赤2J'],
])('makes text of a paste: %j', (raw, text) => {
  expect(textOfPaste(raw)).toBe(text);
});

describe('a line to write', () => {
  it('has its letters at once and its Enter when nothing follows', async () => {
    const at = bench();
    const { seen } = await prompt(at, 'line');
    at.type('本社');
    expect(seen()).toBe('本社');
    at.pass(1000);
    at.type('\r');
    expect(seen()).toBe('本社');
    at.pass(50);
    expect(seen()).toBe('本社\r');
  });

  it('takes words and Enter that came together as typed', async () => {
    const at = bench();
    const { seen } = await prompt(at, 'line');
    at.type('48\r');
    at.pass(250);
    expect(seen()).toBe('48\r');
  });

  it.each([1, 2, 3, 7, 64, 5000])('takes an unmarked paste in pieces of %i bytes as text', async (size) => {
    const at = bench();
    const { seen } = await prompt(at, 'line');
    const bytes = Buffer.from('本社のみ。\r1月に2回\r\rはい\r');
    for (let from = 0; from < bytes.length; from += size) {
      at.type(bytes.subarray(from, from + size));
      at.pass(30);
    }
    at.pass(1000);
    expect(seen().replace(/[<>]/g, '').trimEnd()).toBe('本社のみ。\n1月に2回\n\nはい');
    expect(seen()).not.toContain('\r');
    at.type('\r');
    at.pass(50);
    expect(seen()).toMatch(/\r$/);
  });

  it.each([1, 3, 64])('takes a marked paste in pieces of %i bytes as one', async (size) => {
    const at = bench();
    const { seen } = await prompt(at, 'line');
    const bytes = Buffer.from(marked('本社のみ。\r\u0003\u001a1月に\u001b[A2回'));
    for (let from = 0; from < bytes.length; from += size) {
      at.type(bytes.subarray(from, from + size));
      at.pass(150);
    }
    expect(seen()).toBe('<本社のみ。\n1月に[A2回>');
  });

  it('does not obey control codes that came with words and a line end', async () => {
    const at = bench();
    const { seen } = await prompt(at, 'line');
    at.type('あ\rい\u0003\u001b[Aう');
    at.pass(1000);
    expect(seen()).toBe('<あ\nいう>');
  });

  it('takes what stands behind the end of a paste in a paste as pasted', async () => {
    const at = bench();
    const { seen } = await prompt(at, 'line');
    at.type(marked('あ\u001b[201~\u0003\r3\r'));
    at.pass(1000);
    expect(seen().replace(/[<>]/g, '')).toBe('あ\n3\n');
  });

  it('knows Esc from the beginning of a paste', async () => {
    const at = bench();
    const { seen } = await prompt(at, 'line');
    at.type('\u001b');
    at.pass(350);
    expect(seen()).toBe('{escape}');
  });

  it('ends a paste that never ends', async () => {
    const at = bench();
    const { seen } = await prompt(at, 'line');
    at.type('\u001b[200~あ');
    at.pass(2500);
    at.type('\u0003');
    expect(seen()).toBe('<あ>\u0003');
  });
});

describe('a question', () => {
  it.each<[string, string, string]>([
    ['one key', '1', '1'],
    ['a word of an input method', 'いいえ', 'いいえ'],
    ['a number and Enter', '1\r', '1\r'],
    ['Enter', '\r', '\r'],
    ['prose', '1月に2回', '<1月に2回>'],
    ['several lines', '1\r3\r', '<1\n3\n>'],
    ['a marked paste', marked('1'), '<1>'],
    ['a marked paste with an end in it', marked('あ\u001b[201~1'), '<あ><1>'],
  ])('%s', async (_, typed, got) => {
    const at = bench();
    const { seen } = await prompt(at, atQuestion);
    at.type(typed);
    at.pass(50);
    expect(seen()).toBe(got);
  });

  it('takes keys faster than anybody types, and what follows at once, as pasted', async () => {
    const at = bench();
    const { seen } = await prompt(at, atQuestion);
    for (const letter of '本社3') {
      at.type(letter);
      at.pass(20);
    }
    at.pass(50);
    at.type('1');
    at.pass(50);
    expect(seen()).toBe('<本社3><1>');
    at.pass(1000);
    at.type('1');
    at.pass(50);
    expect(seen()).toBe('<本社3><1>1');
  });

  it('moves at once at an arrow', async () => {
    const at = bench();
    const { seen } = await prompt(at, atQuestion);
    at.type('\u001b[B\u001b[B');
    expect(seen()).toBe('\u001b[B\u001b[B');
  });
});

describe('between two prompts', () => {
  it('keys are for nobody, except Ctrl-C', async () => {
    const at = bench();
    const first = await prompt(at, atQuestion);
    first.release();
    at.type('3');
    const second = await prompt(at, atQuestion);
    at.pass(1000);
    expect(second.seen()).toBe('');
    second.release();
    at.type('\u0003');
    const third = await prompt(at, atQuestion);
    await new Promise((resolve) => setImmediate(resolve));
    expect(third.seen()).toBe('\u0003');
  });

  it('the end of the terminal is not forgotten', async () => {
    const at = bench();
    at.end();
    const { seen } = await prompt(at, atQuestion);
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen()).toBe('{end}');
  });

  it('the marks of pastes are on until the last, then off', async () => {
    const at = bench();
    expect(at.told()).toBe('\u001b[?2004h');
    (await prompt(at, 'line')).release();
    expect(at.told()).toBe('');
    at.keyboard.close();
    expect(at.told()).toBe('\u001b[?2004l');
  });
});
