import { describe, expect, it } from 'vitest';
import { asksTheSame, type Editions, openUnder } from '../../src/engine/editions.ts';
import { bytesOf, catalog, opened, SHOP, valueIn } from './sample.ts';

const NEW = 'guidance.slip-lessons';
const titles = { items: {}, checklists: {}, sections: {}, routes: {} };
/** The lists of an autumn ago, without a question and with one that has gone since. */
const then = {
  ...catalog,
  checklists: catalog.checklists.map((list) => ({ ...list, edition: '2025.9' })),
  items: catalog.items.map((item) => (item.id === NEW ? { ...item, id: 'guidance.fax-lessons' } : item)),
};
const kept: Editions = () => [() => ({ catalog: then, titles: { ja: titles, en: titles } })];
const none: Editions = () => [];
const file = (edition: string, more = '') =>
  bytesOf(`wazamori: 1\nassessment: {editions: {guidance: "${edition}"}}\nanswers:\n  ${more}\n`);

describe('a file is opened under the edition it was answered under', () => {
  it('which is that of now where it names no other', () => {
    expect(valueIn(openUnder(bytesOf(SHOP), catalog, none))).toMatchObject({ earlier: null });
    expect(valueIn(openUnder(bytesOf(SHOP), catalog, none)).catalog).toBe(catalog);
  });

  it('which is kept: its words mean what they meant', () => {
    const read = openUnder(file('2025.9', 'guidance.fax-lessons: はい'), catalog, kept);
    const { opened: found, catalog: known, earlier } = valueIn(read);
    expect(known).toBe(then);
    expect(earlier?.catalog).toBe(then);
    expect(found.answers.answers.has('guidance.fax-lessons')).toBe(true);
    expect(read.findings).toEqual([]);
  });

  it('which nobody has: it is read as of now, and nobody knows by what it was asked', () => {
    const read = openUnder(file('2019.1', 'guidance.fax-lessons: はい'), catalog, none);
    expect(valueIn(read)).toMatchObject({ catalog: null, earlier: null });
    expect(read.findings.map(({ code }) => code)).toContain('unknown-item');
  });

  it('which a word that has gone since hides: then the file itself is asked which it means', () => {
    const fact = catalog.facts.find(({ place, kind }) => place === 'profile' && kind === 'choice');
    const [gone] = fact?.values ?? [];
    const facts = catalog.facts.map((one) =>
      one === fact ? { ...one, values: one.values.filter((value) => value !== gone) } : one,
    );
    const text = (edition: string) =>
      bytesOf(
        `wazamori: 1\nassessment: {editions: {guidance: "${edition}"}}\nprofile: {${fact?.id}: ${gone?.id}}\n`,
      );
    const now = { ...catalog, facts };
    expect(openUnder(text('2025.9'), now, none)).toMatchObject({
      ok: false,
      findings: [{ code: 'wrong-word' }],
    });
    expect(valueIn(openUnder(text('2025.9'), now, kept)).catalog).toBe(then);
    // Read by lists it does not mean, it would say what nobody said.
    expect(openUnder(text('2019.1'), now, kept)).toMatchObject({
      ok: false,
      findings: [{ code: 'wrong-word' }],
    });
  });

  it('and is not tried under others where it is broken under each', () => {
    const tried: string[] = [];
    const counted: Editions = (written) => {
      tried.push(JSON.stringify(written));
      return kept(written);
    };
    const read = openUnder(
      bytesOf('wazamori: 1\nanswers: {guidance.slip-lessons: はあ}\n'),
      catalog,
      counted,
    );
    expect(read).toMatchObject({ ok: false, findings: [{ code: 'wrong-word' }] });
    expect(tried).toEqual(['{}']);
  });
});

it('a batch compares by the lists of now as far as both rounds know them', () => {
  const { answers } = opened(SHOP);
  expect(asksTheSame(catalog, answers)).toBe(true);
  expect(asksTheSame(then, answers)).toBe(false);
  const named = (editions: Readonly<Record<string, string>>) => ({
    ...answers,
    assessment: { ...answers.assessment, editions },
  });
  expect(asksTheSame(then, named({}))).toBe(true);
  expect(asksTheSame(then, named({ 'own-list': '1' }))).toBe(true);
});
