import { describe, expect, it } from 'vitest';
import { setAnswer } from '../../src/answers/edit.ts';
import { newAnswerFile } from '../../src/answers/new-file.ts';
import { readAnswers, SECTIONS } from '../../src/answers/read.ts';
import type { CatalogTexts } from '../../src/model/catalog-texts.ts';
import type { Condition } from '../../src/model/condition.ts';
import { wordsOf } from '../setup/words.ts';
import { SMALL_CATALOG } from './small-catalog.ts';

const item = (question: string) => ({
  title: '',
  question,
  yesMeans: '',
  why: '',
  example: '',
  gap: '',
  evidence: '',
  caution: null,
  locators: [],
});

const TEXTS: CatalogTexts = {
  strength: { question: '他社に負けないものは何ですか', help: '', examples: [] },
  items: {
    'guidance.core-technology-list': item('自社の強みになる技術を、紙やファイルに書き出していますか'),
    'guidance.information-rules': item('情報の扱いの決まりが\n文書になっていますか'),
  },
  facts: {
    overseasProduction: {
      question: '海外でつくっていますか',
      help: null,
      values: { none: 'なし', planning: '計画している', operating: '動いている', leaving: '撤退する' },
    },
  },
  actions: {},
  roles: {},
  routes: {},
  sources: {},
  checklists: {},
  directory: {},
  practices: {},
  emergency: { title: '', lead: '', steps: [], contacts: [], after: '' },
};

const FILE = {
  date: '2026-11-21',
  depth: 'quick',
  schema: null,
  company: '株式会社 "A": サンプル, 精機 # 1',
} as const;

describe.each(['ja', 'en'] as const)('a new file (%s)', (lang) => {
  const words = wordsOf(lang);
  const text = newAnswerFile(SMALL_CATALOG, TEXTS, words, FILE);
  const read = readAnswers(text, SMALL_CATALOG);

  it('reads back with no finding, no answer, no fact', () => {
    expect(read.findings).toEqual([]);
    expect(read.ok && [read.value.answers.size, read.value.profile.size]).toEqual([0, 0]);
    expect(read.ok && read.value.company.name).toBe(FILE.company);
    expect(read.ok && read.value.assessment).toMatchObject({
      date: FILE.date,
      depth: FILE.depth,
      editions: { guidance: '2026.1' },
    });
  });

  it('says first that it is confidential, and has every section', () => {
    expect(text.split('\n')[0]).toMatch(lang === 'ja' ? /社外秘/ : /confidential/);
    for (const section of SECTIONS) expect(text).toMatch(new RegExp(`^${section}:`, 'm'));
  });

  it('every commented question and example can be uncommented', () => {
    const uncommented = text.replace(/^( +)# (?=(?:guidance|tics)\.|- \{)/gm, '$1');
    expect(uncommented).not.toBe(text);
    const outcome = readAnswers(
      uncommented.replace(/(?<=\{item: )[^,]+/, 'guidance.exit-plan'),
      SMALL_CATALOG,
    );
    expect(outcome.findings).toEqual([]);
    expect(
      outcome.ok && [
        outcome.value.answers.size,
        outcome.value.technologies.length,
        outcome.value.accepted.length,
      ],
    ).toEqual([3, 1, 1]);
  });

  it('points an editor to a schema only where there is one', () => {
    const found = newAnswerFile(SMALL_CATALOG, TEXTS, words, {
      ...FILE,
      schema: '../schema/answers.ja.json',
    });
    expect(found.split('\n')[2]).toBe('# yaml-language-server: $schema=../schema/answers.ja.json');
    // As an editor looks for it: at the beginning of a line.
    expect(newAnswerFile(SMALL_CATALOG, TEXTS, words, FILE)).not.toMatch(/^#\s+yaml-language-server/m);
  });

  it('works without a company name', () => {
    const { company: _, ...unnamed } = FILE;
    const outcome = readAnswers(newAnswerFile(SMALL_CATALOG, TEXTS, words, unnamed), SMALL_CATALOG);
    expect(outcome.ok && outcome.value.company.name).toBeNull();
  });
});

describe('a new file', () => {
  const words = wordsOf('ja');
  const text = newAnswerFile(SMALL_CATALOG, TEXTS, words, FILE);

  it('shows each fact with its question and what can be chosen', () => {
    expect(text).toContain(
      '  # 海外でつくっていますか\n  #   1つ選ぶ: none（なし）・planning（計画している）・operating（動いている）・leaving（撤退する）・unknown（わからない）\n  overseasProduction:\n',
    );
  });

  it('says of a fact that arises for some when it does', () => {
    const facts = SMALL_CATALOG.facts.map((fact) => ({ ...fact, askedWhen: null as Condition | null }));
    const asked = (askedWhen: Condition): string => {
      const [first, ...rest] = facts.filter(({ place }) => place === 'profile');
      if (first === undefined) throw new Error('no fact');
      const catalog = { ...SMALL_CATALOG, facts: [{ ...first, askedWhen }, ...rest] };
      return newAnswerFile(catalog, TEXTS, words, FILE);
    };
    expect(asked({ fact: 'goals', in: ['tics'] })).toContain(
      '  # 海外でつくっていますか\n  #   goals に tics と書いた時だけ答えます。\n  #   1つ選ぶ',
    );
    const either = {
      any: [
        { fact: 'a', in: ['x', 'y'] },
        { fact: 'b', in: ['z'] },
      ],
    };
    expect(asked(either)).toContain('  #   a に x・y、または b に z と書いた時だけ答えます。\n');
    expect(asked({ fact: 'a', gte: 3 })).toContain('  #   a に 3 以上の数 と書いた時だけ答えます。\n');
    expect(asked({ not: either })).not.toContain('書いた時だけ');
  });

  it('asks first what the company is good at', () => {
    expect(text).toContain('  # 他社に負けないものは何ですか\n  strength:   # ');
  });

  it('keeps the question beside its answer when it is answered', () => {
    const answered = setAnswer(text, 'guidance.core-technology-list', { value: 'partial', note: '3件だけ' });
    expect(answered.ok && answered.value).toBe(
      text.replace(
        '# guidance.core-technology-list: はい',
        'guidance.core-technology-list: {answer: 一部, note: 3件だけ}',
      ),
    );
  });
});
