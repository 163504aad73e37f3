import { describe, expect, test } from 'vitest';
import type { BuiltCatalog } from '../../src/catalog/built.ts';
import { buildCatalog } from '../../src/catalog/load.ts';
import type { SourceFiles } from '../../src/catalog/parse.ts';
import { sampleFiles } from './sample.ts';

function built(files: SourceFiles): BuiltCatalog {
  const outcome = buildCatalog(files);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

/** The sample with a second list whose name sorts before the guidance's. */
function withTwoLists(): SourceFiles {
  const files = new Map(sampleFiles());
  for (const [path, text] of sampleFiles()) {
    if (!path.startsWith('guidance/')) continue;
    files.set(
      path.replace('guidance/', 'export-control/'),
      text.replaceAll('guidance.', 'export-control.').replace('id: guidance\n', 'id: export-control\n'),
    );
    files.set(
      path.replace('guidance/', 'tics/'),
      text.replaceAll('guidance.', 'tics.').replace('id: guidance\n', 'id: tics\n'),
    );
  }
  return files;
}

describe('buildCatalog', () => {
  test('gives the items in the order they are asked', () => {
    expect(built(sampleFiles()).catalog.items.map(({ id, section }) => [section, id])).toEqual([
      ['people', 'guidance.technology-list'],
      ['people', 'guidance.pledges'],
      ['overseas', 'guidance.overseas-line'],
    ]);
  });

  test('puts the guidance first, then TICS, then the others', () => {
    const lists = built(withTwoLists()).catalog.checklists.map(({ id }) => id);
    expect(lists).toEqual(['guidance', 'tics', 'export-control']);
  });

  test('depends on no order of files', () => {
    expect(built(new Map([...withTwoLists()].reverse()))).toEqual(built(withTwoLists()));
  });

  test('fills what may be left out', () => {
    const { items, actions } = built(sampleFiles()).catalog;
    expect(items[0]).toMatchObject({
      scene: null,
      appliesWhen: null,
      gapWhen: null,
      sameAs: null,
      proposes: null,
    });
    expect(actions[0]).toMatchObject({ after: [], help: ['bureau'], practice: null });
  });

  test('reads the words of both languages as a value of a fact', () => {
    const fact = built(sampleFiles()).catalog.facts.find(({ id }) => id === 'overseasProduction');
    expect(fact?.values[1]).toEqual({ id: 'planning', words: ['計画', 'planning'] });
  });

  test('keeps prose and rules apart', () => {
    const { catalog, texts } = built(sampleFiles());
    expect(JSON.stringify(catalog)).not.toContain('守る技術');
    expect(texts.ja.items['guidance.pledges']).toMatchObject({
      title: '秘密を守る約束',
      caution: '違約金の額は書きません',
    });
    expect(texts.en.items['guidance.pledges']?.title).toBe('Written promises');
    expect(texts.ja.strength).toEqual({
      question: 'お客様に選ばれている理由は何ですか',
      help: '思いついた言葉で書いてください',
      examples: [{ industry: 'めっき', example: '液の配合' }],
    });
    expect(texts.ja.checklists['guidance']?.scenes).toEqual({ 'overseas-partner': '海外の相手' });
    expect(texts.en.sources['guidance-1']).toMatchObject({ edition: '1st edition', date: '2025-05' });
    expect(texts.ja.emergency.contacts).toEqual(['bureau']);
  });

  test('says where to look in a source in the language of the reader, once where it needs none', () => {
    const files = new Map(sampleFiles());
    const path = 'guidance/people.yaml';
    files.set(path, (files.get(path) ?? '').replace('locator: {ja: 第2章, en: Chapter 2}', 'locator: p.42'));
    const { catalog, texts } = built(files);
    const locators = (lang: 'ja' | 'en') => Object.values(texts[lang].items).map((item) => item.locators);
    expect(locators('ja')).toEqual([['第1章1'], ['p.42'], ['第1章2']]);
    expect(locators('en')).toEqual([['Chapter 1.1'], ['p.42'], ['Chapter 1.2']]);
    expect(catalog.items[0]?.sources).toEqual([{ doc: 'guidance-1', confidence: 'official' }]);
  });

  test('every id has its prose', () => {
    const { catalog, texts } = built(sampleFiles());
    for (const prose of [texts.ja, texts.en]) {
      expect(Object.keys(prose.items)).toEqual(catalog.items.map(({ id }) => id));
      expect(Object.keys(prose.actions)).toEqual(catalog.actions.map(({ id }) => id));
      expect(Object.keys(prose.facts)).toEqual(catalog.facts.map(({ id }) => id));
      expect(Object.keys(prose.routes)).toEqual(catalog.routes.map(({ id }) => id));
      expect(Object.keys(prose.roles)).toEqual(catalog.roles);
    }
  });
});
