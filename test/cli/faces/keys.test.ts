import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChooseState, foldTyped, type Key, press, startState } from '../../../src/cli/faces/keys.ts';
import { keyOf } from '../../../src/cli/faces/terminal/keypress.ts';
import type { ChooseReply, ChooseView } from '../../../src/interview/face.ts';
import { option, QUESTION } from './question.ts';

const SEVERAL: ChooseView = {
  ...QUESTION,
  options: [
    option('own-plant', '自社の工場', ''),
    option('license', 'ライセンス', ''),
    option('unknown', 'わからない', ''),
  ].map((o) => ({ ...o, typed: [] })),
  commands: ['back', 'leave'],
  several: { least: 1, alone: ['unknown'] },
};

const NAMED = ['up', 'down', 'left', 'right', 'return', 'escape', 'backspace', 'space'];
const keyFor = (key: string): Key =>
  NAMED.includes(key)
    ? { name: key, typed: key === 'space' ? ' ' : '', ctrl: false }
    : { name: undefined, typed: key, ctrl: false };

function pressAll(
  view: ChooseView,
  keys: readonly string[],
): { reply: ChooseReply | null; state: ChooseState } {
  let state = startState(view);
  for (const key of keys) {
    const pressed = press(view, state, keyFor(key));
    if (pressed.kind === 'reply') return { reply: pressed.reply, state };
    state = pressed.state;
  }
  return { reply: null, state };
}

const chose = (...ids: string[]): ChooseReply => ({ kind: 'chosen', ids });

describe('a word to its end', () => {
  const restOf = (key: string) => {
    const pressed = press(QUESTION, startState(QUESTION), keyFor(key));
    return pressed.kind === 'reply' ? pressed.rest : null;
  };

  it('says what is left of the word its first letter has answered by', () => {
    expect(restOf('は')).toEqual(['い']);
    expect(restOf('わ')).toEqual(['からない']);
    expect(restOf('3')).toEqual([]);
    expect(restOf('b')).toEqual([]);
  });

  it('chooses once among several, however an input method sends it', () => {
    const { state } = pressAll(SEVERAL, [...'わからない']);
    expect(state).toMatchObject({ chosen: ['unknown'], typed: '', notice: null });
    expect(pressAll(SEVERAL, [...'わからない', 'ラ']).state.chosen).toEqual(['license']);
  });

  it('is the label where an answer has no words of its own, but not from a single letter of the keyboard', () => {
    const files = { ...SEVERAL, several: null, options: [option('a', 'answers.yaml', '')] };
    const named = { ...files, options: files.options.map((one) => ({ ...one, typed: [] })) };
    expect(pressAll({ ...SEVERAL, several: null }, ['自']).reply).toEqual(chose('own-plant'));
    expect(pressAll(named, ['a']).reply).toBeNull();
  });

  it('waits for a second digit, and says so', () => {
    const many = {
      ...QUESTION,
      options: Array.from({ length: 11 }, (_, i) => option(`o${i}`, `${i}番`, `い${i}`)),
    };
    expect(pressAll(many, ['1']).state).toMatchObject({ typed: '1', notice: 'two-digits' });
    expect(pressAll(many, ['1', '1']).reply).toEqual(chose('o10'));
    expect(pressAll(many, ['１', 'return']).reply).toEqual(chose('o0'));
  });
});

describe('one key, one meaning', () => {
  const table: readonly [string, readonly string[], ChooseReply | null][] = [
    ['1 is はい', ['1'], chose('yes')],
    ['2 is 一部', ['2'], chose('partial')],
    ['3 is いいえ', ['3'], chose('no')],
    ['4 is わからない', ['4'], chose('unknown')],
    ['5 is 後で', ['5'], chose('later')],
    ['6 is 当てはまらない', ['6'], chose('notApplicable')],
    ['a full-width digit from an input method', ['３'], chose('no')],
    ['y', ['y'], chose('yes')],
    ['a full-width capital Y', ['Ｙ'], chose('yes')],
    ['は of はい', ['は'], chose('yes')],
    ['katakana', ['ハ'], chose('yes')],
    ['half-width katakana', ['ﾊ'], chose('yes')],
    ['い alone could be いいえ or いちぶ: it waits', ['い'], null],
    ['いい is いいえ', ['い', 'い'], chose('no')],
    ['いち is 一部', ['い', 'ち'], chose('partial')],
    ['一 is 一部', ['一'], chose('partial')],
    ['わ is わからない', ['わ'], chose('unknown')],
    ['あ alone waits, あと is 後で', ['あ', 'と'], chose('later')],
    ['あて is 当てはまらない', ['あ', 'て'], chose('notApplicable')],
    ['a mistyped い is taken back', ['い', 'backspace', 'は'], chose('yes')],
    ['n is a note, never いいえ', ['n'], { kind: 'note' }],
    ['m is the menu', ['m'], { kind: 'menu' }],
    ['b goes back', ['b'], { kind: 'back' }],
    ['the left arrow too', ['left'], { kind: 'back' }],
    ['? explains', ['?'], { kind: 'details' }],
    ['a full-width ？ too', ['？'], { kind: 'details' }],
    ['the right arrow too', ['right'], { kind: 'details' }],
    ['q leaves', ['ｑ'], { kind: 'leave' }],
    ['arrows and Enter', ['down', 'down', 'return'], chose('partial')],
    ['up from the start is the last', ['up', 'return'], chose('notApplicable')],
    ['a stray Enter answers nothing', ['return'], null],
    ['a stray space answers nothing', ['space'], null],
    ['a number that is not there answers nothing', ['7'], null],
    ['0 answers nothing', ['0'], null],
  ];
  it.each(table)('%s', (_, keys, reply) => {
    expect(pressAll(QUESTION, keys).reply).toEqual(reply);
  });

  it('does not offer 6 where 当てはまらない is not allowed, and says what is', () => {
    const without = { ...QUESTION, options: QUESTION.options.slice(0, 5) };
    expect(pressAll(without, ['6'])).toMatchObject({ reply: null, state: { notice: 'not-known' } });
    expect(pressAll(without, ['あ']).reply).toEqual(chose('later'));
  });

  it('starts at the answer given before: Enter keeps it', () => {
    expect(pressAll({ ...QUESTION, selected: ['no'] }, ['return']).reply).toEqual(chose('no'));
  });

  it.each<[string, readonly string[], string | null]>([
    ['of twelve, 1 may begin 12: it waits', ['1'], null],
    ['and Enter means it', ['1', 'return'], 'v1'],
    ['a second digit too', ['1', '2'], 'v12'],
    ['2 begins nothing longer', ['2'], 'v2'],
    ['13 is not there', ['1', '3'], null],
    ['a mistyped 1 is taken back', ['1', 'backspace', '3'], 'v3'],
  ])('%s', (_, keys, id) => {
    const options = Array.from({ length: 12 }, (_unused, i) => option(`v${i + 1}`, `第${i + 1}`, ''));
    const twelve = { ...QUESTION, options: options.map((o) => ({ ...o, typed: [] })) };
    expect(pressAll(twelve, keys).reply).toEqual(id === null ? null : chose(id));
  });

  it('gives commands only where they exist', () => {
    expect(pressAll({ ...QUESTION, commands: ['leave'] }, ['b', 'n', '?', 'left', 'right']).reply).toBeNull();
  });

  it('answers nothing on control keys', () => {
    const pressed = press(QUESTION, startState(QUESTION), { name: '1', typed: '', ctrl: true });
    expect(pressed.kind).toBe('state');
  });
});

describe('several at once', () => {
  const table: readonly [string, readonly string[], ChooseReply | null][] = [
    ['numbers toggle, Enter decides', ['1', '2', 'return'], chose('own-plant', 'license')],
    ['in the order shown, whatever the order typed', ['2', '1', 'return'], chose('own-plant', 'license')],
    ['twice is off again', ['1', '2', '1', 'return'], chose('license')],
    ['arrows and space', ['space', 'down', 'space', 'return'], chose('own-plant', 'license')],
    ['わからない stands alone', ['1', '3', 'return'], chose('unknown')],
    ['and gives way to a value', ['3', '1', 'return'], chose('own-plant')],
    ['nothing chosen is no answer', ['return'], null],
  ];
  it.each(table)('%s', (_, keys, reply) => {
    expect(pressAll(SEVERAL, keys).reply).toEqual(reply);
  });

  it('takes nothing where nothing is allowed', () => {
    expect(pressAll({ ...SEVERAL, several: { least: 0, alone: [] } }, ['return']).reply).toEqual(chose());
  });
});

describe('keys as terminals report them', () => {
  const table: readonly [string, Record<string, unknown>, Key][] = [
    ['a letter', { name: 'y', sequence: 'y', ctrl: false }, { name: 'y', typed: 'y', ctrl: false }],
    [
      'a character of an input method',
      { name: undefined, sequence: 'は' },
      { name: undefined, typed: 'は', ctrl: false },
    ],
    ['an arrow', { name: 'up', sequence: '\u001b[A' }, { name: 'up', typed: '', ctrl: false }],
    ['Enter', { name: 'return', sequence: '\r' }, { name: 'return', typed: '', ctrl: false }],
    [
      'Ctrl and a letter',
      { name: 'b', sequence: '\u0002', ctrl: true },
      { name: 'b', typed: '', ctrl: true },
    ],
  ];
  it.each(table)('%s', (_, event, key) => {
    expect(keyOf(event)).toEqual(key);
  });
});

it('never crashes or answers two things at one key, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...NAMED), fc.string({ unit: 'grapheme', maxLength: 1 }))),
      (keys) => {
        const { reply, state } = pressAll(QUESTION, keys);
        if (reply === null) expect(state.active).toBeLessThan(QUESTION.options.length);
        expect(foldTyped(foldTyped(keys.join('')))).toBe(foldTyped(keys.join('')));
      },
    ),
  );
});
