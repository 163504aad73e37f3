import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/model/answers.ts';
import type { Fact } from '../../../src/model/catalog.ts';
import { answers } from '../../core/sample.ts';
import { CATALOG, JA, memoryFile, textsOf } from '../sample.ts';
import { interviewAt, type Stage, stage } from '../stage.ts';

/** A number of one's own, next to the number of people that stands elsewhere. */
const TANKS: Fact = {
  id: 'platingTanks',
  place: 'profile',
  kind: 'number',
  values: [],
  askedWhen: null,
  depth: 'quick',
  askRole: 'owner-president',
};
const WITH_TANKS = {
  ...CATALOG,
  facts: [TANKS],
  items: CATALOG.items.map((one) =>
    one.id === 'guidance.marking' ? { ...one, appliesWhen: { fact: 'platingTanks', gte: 3 } } : one,
  ),
};

describe('a number of one’s own', () => {
  const begin = (given: Answers, at: Stage) => {
    const file = memoryFile(given);
    const end = interviewAt(at, {
      catalog: WITH_TANKS,
      texts: textsOf(WITH_TANKS),
      words: JA,
      today: '2026-11-21',
      file,
      summary: () => '',
      verdict: () => null,
      command: '',
      from: null,
      only: { keys: new Set(['fact:platingTanks']), only: true },
      clock: () => 0,
      pace: { before: null, keep: () => {} },
    });
    return { file, end };
  };

  it('is written as what it is, and says what it leaves out', async () => {
    const at = stage(true);
    const { file, end } = begin(answers({ employees: 48, depth: 'quick' }), at);
    await at.after('事実 platingTanks', '2\n');
    await at.shows('「2」なので、1問を省きました。');
    await end;
    expect(file.edits).toEqual([{ kind: 'fact', fact: 'platingTanks', values: ['2'] }]);
  });

  it('is read as people write it, and asked again where it is a range', async () => {
    const at = stage(true);
    const { file, end } = begin(answers({ employees: 48, depth: 'quick' }), at);
    await at.after('事実 platingTanks', '2〜3\n');
    await at.after('「2〜3」は、1つの数に決まりません', '99999999\n');
    await at.after('数字だけで書いてください', '約２台\n');
    await end;
    expect(file.edits).toEqual([{ kind: 'fact', fact: 'platingTanks', values: ['2'] }]);
  });

  it('left blank is not known, and takes nobody else’s number with it', async () => {
    const at = stage(true);
    const { file, end } = begin(
      answers({ employees: 48, depth: 'quick', profile: { platingTanks: ['7'] } }),
      at,
    );
    await at.after('/d と打ってEnter', '/d\n');
    await end;
    expect(file.edits).toEqual([{ kind: 'fact', fact: 'platingTanks', values: ['unknown'] }]);
    expect(file.read().company.employees).toBe(48);
  });
});
