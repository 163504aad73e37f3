import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import { baselineOf } from '../../src/engine/assess.ts';
import { readBaseline } from '../../src/engine/baseline.ts';
import { bytesOf, catalog, opened, SHOP, TODAY, valueIn } from './sample.ts';

const looking = { catalog, today: TODAY, shipped: null };
const earlier = (text: string) => readBaseline(bytesOf(text), looking);
const { answers } = opened(SHOP);

describe('an earlier version', () => {
  it('as an answer file is assessed on the day of now', () => {
    expect(valueIn(earlier(SHOP))).toEqual(baselineOf(answers, looking));
    const later = valueIn(readBaseline(bytesOf(SHOP), { ...looking, today: '2030-01-01' }));
    expect(later).toMatchObject({ asOf: '2030-01-01', answers });
  });

  it('as a saved result is what it says, and remembers no answers', () => {
    const result = assess({ catalog, answers, today: '2025-01-01', version: '0.1.0' });
    const saved = valueIn(earlier(JSON.stringify(result)));
    expect(saved).toMatchObject({ asOf: '2025-01-01', score: result.score });
    expect(saved.answers).toBeUndefined();
  });

  it('written as JSON stays an answer file, whatever keys of a result stand beside the answers', () => {
    const result = assess({ catalog, answers, today: '2025-01-01', version: '0.1.0' });
    const both = JSON.stringify({ ...result, wazamori: 1, items: [], verdicts: [] });
    const read = earlier(both);
    expect(read.ok ? read.value.answers : read.findings[0]?.code).toBeDefined();
    expect(read).not.toMatchObject({ value: { asOf: '2025-01-01' } });
  });

  it.each([
    ['is broken', 'wazamori: 1\nanswers: [はい]\n', 'wrong-type'],
    ['is a result of another program', '{"schemaVersion": 2, "score": 1}', 'version-missing'],
    ['says nothing', '# まだ\n', 'file-empty'],
  ])('that %s is told as a file is', (_, text, code) => {
    const read = earlier(text);
    expect(read.ok).toBe(false);
    expect(read.findings.map((finding) => finding.code)).toContain(code);
  });

  it('misses what own checklists took out of the shipped ones, and only what was answered', () => {
    const taken = ['guidance.core-technology-list', 'guidance.confidential-marking'];
    const own = { ...catalog, items: catalog.items.filter(({ id }) => !taken.includes(id)) };
    const text = 'wazamori: 1\nanswers: {guidance.core-technology-list: いいえ}\n';
    const ids = (shipped: typeof catalog | null) =>
      valueIn(readBaseline(bytesOf(text), { catalog: own, today: TODAY, shipped }))
        .items.map(({ id }) => id)
        .filter((id) => taken.includes(id));
    expect(ids(catalog)).toEqual(['guidance.core-technology-list']);
    expect(ids(null)).toEqual([]);
    expect(ids(own)).toEqual([]);
  });
});
