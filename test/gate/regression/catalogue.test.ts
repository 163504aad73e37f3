import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baselineFromJson } from '../../../src/gate/regression/read-baseline.ts';
import { assessed, examined } from '../sample.ts';

const answers = 'answers:\n  guidance.take-out-rules: いいえ\n  guidance.core-technology-list: いいえ';
const before = assessed(answers);

const withVersion = (schemaVersion: unknown): string => JSON.stringify({ ...before, schemaVersion });

const codes = (baseline: typeof before, over = ''): readonly string[] =>
  examined({ answers: `${answers}${over}`, before: baseline })
    .findings.filter(({ kind }) => kind === 'regression')
    .map(({ severity, code, location }) => `${severity} ${code} ${location.line}`);

describe('a catalogue that got easier', () => {
  it('as it was: nothing', () => {
    expect(codes(before)).toEqual([]);
  });

  it('a question that is gone fails where its answer would stand, until there is a reason', () => {
    const [first] = before.items;
    if (first === undefined) throw new Error('no items');
    const gone = {
      ...before,
      items: [...before.items, { ...first, id: 'own.press-settings', state: 'no' as const, low: 0 }],
    };
    expect(codes(gone)).toEqual(['error item-gone 2']);
    const reason =
      '\nsuppressed:\n  - {code: item-gone, about: own.press-settings, reason: 同じ質問が別にある}';
    expect(codes(gone, reason)).toEqual([]);
  });

  it('one that was never asked may go', () => {
    const [first] = before.items;
    if (first === undefined) throw new Error('no items');
    const gone = {
      ...before,
      items: [...before.items, { ...first, id: 'own.press', state: 'outOfScope' as const }],
    };
    expect(codes(gone)).toEqual([]);
  });

  it('a question made lighter fails at its answer', () => {
    const heavier = before.items.map((item) =>
      item.id === 'guidance.take-out-rules' ? { ...item, severity: 'critical' as const } : item,
    );
    expect(codes({ ...before, items: heavier })).toEqual(['error severity-fell 3']);
  });

  it('a question the new edition brought is a warning at first', () => {
    const fewer = before.items.filter(({ id }) => id !== 'guidance.take-out-rules');
    expect(codes({ ...before, items: fewer })).toEqual(['warning gap-appeared 3']);
  });
});

describe('a saved result as a baseline', () => {
  it('is read back', () => {
    const read = baselineFromJson(JSON.stringify(before));
    if (read === null) throw new Error('not read');
    expect(examined({ answers, before: read }).findings.filter(({ kind }) => kind === 'regression')).toEqual(
      [],
    );
  });

  it('is read back from version 1, whose plan was another', () => {
    const kept = readFileSync(join(import.meta.dirname, '../../fixtures/result-1.json'), 'utf8');
    expect(JSON.parse(kept)).toMatchObject({ schemaVersion: 1, headline: { moves: expect.any(Array) } });
    const read = baselineFromJson(kept);
    expect(read?.score).toMatchObject({ low: expect.any(Number) });
    expect(read?.items.length).toBeGreaterThan(50);
    expect(read?.verdicts).toMatchObject([{ technology: 't1' }, { technology: 't2' }]);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"schemaVersion": 2}',
    '{"schemaVersion": 1, "items": [{"id": 1}]}',
    withVersion(3),
    withVersion('2'),
    'null',
  ])('%j is none', (text) => {
    expect(baselineFromJson(text)).toBeNull();
  });
});
