import { describe, expect, it } from 'vitest';
import { assessOpened } from '../../src/engine/assess.ts';
import { whatIf } from '../../src/engine/what-if.ts';
import { catalog, opened, SHOP, TODAY, valueIn } from './sample.ts';

const shop = { ...opened(SHOP), name: 'shop.yaml' };
const { gaps } = assessOpened(shop, [], { catalog, today: TODAY, version: 'test' });
const suppose = (...assignments: readonly string[]) => whatIf(shop, gaps, assignments, catalog);
const [gap] = gaps;
if (gap === undefined) throw new Error('the sample has no gap');

describe('what if', () => {
  it('an action were done: the gaps it closes are closed, and the file is as it was', () => {
    const closed = gaps.filter(({ action }) => action === gap.action).map(({ item }) => item);
    const { answers } = valueIn(suppose(`${gap.action}=done`)).answers;
    expect(closed.map((item) => answers.get(item)?.value)).toEqual(closed.map(() => 'yes'));
    expect(shop.decoded.text).toBe(SHOP);
  });

  it('both are said: what is said of a question goes before what an action does for it', () => {
    const { answers } = valueIn(suppose(`${gap.action}=done`, `${gap.item}=わからない`)).answers;
    expect(answers.get(gap.item)?.value).toBe('unknown');
  });

  it('a word is wrong: that stands in no file', () => {
    expect(suppose(`${gap.item}=はあ`)).toMatchObject({
      ok: false,
      file: null,
      findings: [{ code: 'wrong-word' }],
    });
  });

  it('the file does not read then: that stands in it', () => {
    const read = suppose(`${gap.item}=当てはまらない`);
    expect(read.ok || read.file).toBe(read.ok || 'shop.yaml');
  });
});
