import { describe, expect, it } from 'vitest';
import { catalog, texts } from '../setup/checklists.ts';

/** Pairs of letters a text is made of, whatever marks stand between them. */
function pairs(text: string): ReadonlySet<string> {
  const letters = [...text.replace(/[\s、。「」（）・,.]/g, '')];
  return new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`));
}

/** 0 … 1: how much of the shorter text stands in the other one too. */
function shared(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)];
  return [...a].filter((pair) => b.has(pair)).length / Math.min(a.size, b.size);
}

const cards = catalog.items.flatMap(({ id, action }) => {
  const [own, deed] = [texts.ja.items[id]?.caution, texts.ja.actions[action]?.caution];
  return own && deed ? [[id, own, deed] as const] : [];
});

/** A card of the plan prints both cautions: the same words once, or two that each say something of their own. */
describe('the cautions on a card', () => {
  it('are found', () => {
    expect(cards.length).toBeGreaterThan(35);
  });

  it.each(cards)('%s', (_, own, deed) => {
    expect(own === deed || shared(own, deed) < 0.5).toBe(true);
  });
});

describe('a caution', () => {
  const said = (['ja', 'en'] as const).flatMap((language) =>
    [texts[language].items, texts[language].actions].flatMap((of) =>
      Object.entries(of).flatMap(([id, { caution }]) => (caution === null ? [] : [[id, caution] as const])),
    ),
  );

  it('says what it must in three sentences: a fourth is not read', () => {
    const long = said.filter(([, text]) => (text.match(/。|\.(?= |$)/g) ?? []).length > 3);
    expect(long).toEqual([]);
  });
});
