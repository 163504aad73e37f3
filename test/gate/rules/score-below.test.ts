import { describe, expect, it } from 'vitest';
import { examined, placesOf } from '../sample.ts';

const answers = 'assessment: {depth: quick}\nanswers:\n  guidance.core-technology-list: はい';

describe('score-below', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing asked for', '', []],
    ['the whole', 'score: {overall: {low: 30}}', ['3:1']],
    ['a section, reached', 'score: {sections: {foundation: {low: 45}}}', []],
    ['a checklist', 'score: {checklists: {guidance: {low: 30}}}', ['3:1']],
    ['a checklist nobody is asked', 'score: {checklists: {tics: {low: 30}}}', []],
    ['a section', 'score: {sections: {foundation: {low: 80}}}', ['3:1']],
    ['a route', 'score: {routes: {people: {low: 80}}}', ['3:1']],
    [
      'all of them',
      'score: {overall: {low: 90}, sections: {foundation: {low: 90}}, routes: {people: {low: 90}}}',
      ['3:1', '3:1', '3:1'],
    ],
  ])('%s', (_, policy, places) => {
    expect(placesOf('score-below', { answers, policy })).toEqual(places);
  });

  it('counts the low end: わからない carries no threshold', () => {
    const unknown = 'assessment: {depth: quick}\nanswers:\n  guidance.core-technology-list: わからない';
    const policy = 'score: {sections: {foundation: {low: 1}}}';
    expect(examined({ answers: unknown, policy }).findings.map(({ args }) => args['low'])).toContain(0);
  });

  it('all 当てはまらない is below every threshold', () => {
    const none =
      'profile: {}\nanswers:\n  guidance.leaver-returns: {answer: 当てはまらない, reason: 一人の会社}';
    const policy = 'score: {overall: {low: 1}}';
    expect(placesOf('score-below', { answers: none, policy })).toHaveLength(1);
  });
});
