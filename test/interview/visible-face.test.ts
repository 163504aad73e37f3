import { describe, expect, it } from 'vitest';
import type { ChooseView, Face, ReadView, WriteView } from '../../src/interview/face.ts';
import { visibleFace } from '../../src/interview/visible-face.ts';
import { paintIn } from '../../src/words/ink.ts';

const HOSTILE = '甲\u001b[2J\u202e社';
const SEEN = '甲[U+001B][2J[U+202E]社';

/** A face that keeps what it was to show. */
function face(): { readonly shown: unknown[]; readonly face: Face } {
  const shown: unknown[] = [];
  const keep =
    <T>(reply: T) =>
    (...what: readonly unknown[]): T => {
      shown.push(...what);
      return reply;
    };
  return {
    shown,
    face: visibleFace({
      say: keep(undefined),
      show: keep(Promise.resolve('read')),
      choose: keep(Promise.resolve({ kind: 'leave' })),
      write: keep(Promise.resolve({ kind: 'leave' })),
      read: keep(Promise.resolve('read')),
    }),
  };
}

const CHOICE: ChooseView = {
  header: HOSTILE,
  heading: `${HOSTILE}\n乙社`,
  title: HOSTILE,
  body: [HOSTILE],
  options: [{ id: HOSTILE, label: `${HOSTILE}\n9 はい`, typed: [] }],
  selected: [],
  commands: [],
  several: null,
};
const WRITING: WriteView = {
  header: HOSTILE,
  title: HOSTILE,
  body: [HOSTILE],
  initial: HOSTILE,
  blank: null,
  wrong: () => HOSTILE,
};
const READING: ReadView = { title: HOSTILE, body: [HOSTILE] };

describe('the screen of an interview', () => {
  it('shows what people wrote as text', async () => {
    const { face: visible, shown } = face();
    visible.say(HOSTILE);
    await visible.choose(CHOICE);
    await visible.read(READING);
    expect(shown).toEqual([
      SEEN,
      {
        ...CHOICE,
        header: SEEN,
        heading: `${SEEN} 乙社`,
        title: SEEN,
        body: [SEEN],
        options: [{ id: HOSTILE, label: `${SEEN} 9 はい`, typed: [] }],
      },
      { title: SEEN, body: [SEEN] },
    ]);
  });

  it('keeps what is being written as it is', async () => {
    const { face: visible, shown } = face();
    await visible.write(WRITING);
    expect(shown).toMatchObject([{ header: SEEN, title: SEEN, body: [SEEN], initial: HOSTILE }]);
    const [view] = shown;
    expect(
      view instanceof Object && 'wrong' in view && view.wrong instanceof Function && view.wrong(''),
    ).toBe(SEEN);
  });

  it('colours a summary with our colours alone', async () => {
    const { face: visible, shown } = face();
    await visible.show(HOSTILE, paintIn(true).bold(HOSTILE));
    expect(shown).toEqual([SEEN, `\u001b[1m${SEEN}\u001b[22m`]);
  });
});
