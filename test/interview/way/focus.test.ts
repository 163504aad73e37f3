import { describe, expect, it } from 'vitest';
import { focusOn } from '../../../src/interview/way/focus.ts';
import { CATALOG } from '../sample.ts';

const keysOf = (only: string): readonly string[] => {
  const focus = focusOn(CATALOG, only);
  return focus.ok && focus.value !== 'technologies' ? [...focus.value.keys] : [];
};

describe('what --only names', () => {
  it('is all about technologies by their word', () => {
    expect(focusOn(CATALOG, 'technologies')).toMatchObject({ ok: true, value: 'technologies' });
  });

  it.each(['guidance.marking', 'marking'])('is one question by %s', (only) => {
    expect(keysOf(only)).toEqual(['item:guidance.marking']);
  });

  it('is every question of a checklist', () => {
    const own = CATALOG.items
      .filter(({ checklist }) => checklist === 'guidance')
      .map(({ id }) => `item:${id}`);
    expect(own.length).toBeGreaterThan(1);
    expect(keysOf('guidance')).toEqual(own);
  });

  it('is nothing we know, with the nearest word that is', () => {
    expect(focusOn(CATALOG, 'guidance.markng')).toMatchObject({
      ok: false,
      findings: [{ code: 'usage-unknown-item', args: { nearest: 'guidance.marking' } }],
    });
  });
});
