import { describe, expect, it } from 'vitest';
import { clipColumns, progressText } from '../../../src/portfolio/told/progress.ts';
import { WORDS } from '../sample.ts';

describe('how far a run is', () => {
  it.each([
    [0, 5_000, 0, 0, '····················  0/5,000件  毎秒0件  残り0秒'],
    [1_250, 5_000, 0, 1_000, '█████···············  1,250/5,000件  毎秒1,250件  残り3秒'],
    [100, 50_000, 2, 1_000, '····················  100/50,000件  毎秒100件  残り約9分  読めない2件'],
    [5_000, 5_000, 0, 4_000, '████████████████████  5,000/5,000件  毎秒1,250件  残り0秒'],
    [0, 0, 0, 10, '████████████████████  0/0件  毎秒0件  残り0秒'],
  ])('%i of %i, %i unreadable, after %i ms', (done, of, failed, elapsed, text) => {
    expect(progressText({ done, of, failed, reused: 0 }, elapsed, WORDS.ja, false)).toBe(text);
  });

  it('needs no letters of its own where a screen may not have them', () => {
    const text = progressText({ done: 1, of: 2, failed: 0, reused: 0 }, 1_000, WORDS.en, true);
    expect(text.slice(0, 20)).toBe('##########..........');
  });

  it('never wraps: a line that did could not be wiped again', () => {
    expect(clipColumns('残り4秒', 5)).toBe('残り4');
    expect(clipColumns('残り4秒', 7)).toBe('残り4秒');
    expect(clipColumns('残り4秒', 1)).toBe('');
  });
});
