import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerEdit, setAnswer, setFact } from '../../src/answers/edit.ts';
import { readAnswers } from '../../src/answers/read.ts';
import type { Answer, Answers } from '../../src/model/answers.ts';
import type { Fact } from '../../src/model/catalog.ts';
import type { Outcome } from '../../src/model/finding.ts';
import { hasWords } from '../../src/text/has-words.ts';
import { runs } from '../setup/random.ts';
import { SMALL_CATALOG } from './small-catalog.ts';

function done(outcome: Outcome<string>): string {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

function read(text: string): Answers {
  const outcome = readAnswers(text, SMALL_CATALOG);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

function fact(id: string): Fact {
  const found = SMALL_CATALOG.facts.find((known) => known.id === id);
  if (!found) throw new Error(id);
  return found;
}

const ITEM = 'guidance.exit-plan';

describe('setAnswer', () => {
  it.each<[string, AnswerEdit, string]>([
    // short stays short
    [
      'answers:\n  guidance.exit-plan: はい # 去年\n',
      { value: 'no' },
      'answers:\n  guidance.exit-plan: いいえ # 去年\n',
    ],
    ['wazamori: 1\n', { value: 'unknown' }, 'wazamori: 1\nanswers:\n  guidance.exit-plan: わからない\n'],
    // and becomes long when it needs more
    [
      'answers:\n  guidance.exit-plan: はい # 去年\n',
      { value: 'notApplicable', reason: '撤退の予定なし' },
      'answers:\n  guidance.exit-plan: {answer: 当てはまらない, reason: 撤退の予定なし} # 去年\n',
    ],
    [
      'answers:\n  guidance.exit-plan: はい\n',
      { value: 'no', note: null, evidence: [] },
      'answers:\n  guidance.exit-plan: いいえ\n',
    ],
    // long stays long; only what changes is touched
    [
      'answers:\n  guidance.exit-plan:\n    answer:   一部   # まだ\n    note: "本社のみ"\n',
      { value: 'yes' },
      'answers:\n  guidance.exit-plan:\n    answer:   はい   # まだ\n    note: "本社のみ"\n',
    ],
    [
      'answers:\n  guidance.exit-plan: {note: 本社のみ, answer: 一部}\n',
      { value: 'yes', by: '総務課長', on: '2026-11-21' },
      'answers:\n  guidance.exit-plan: {note: 本社のみ, answer: はい, by: 総務課長, on: 2026-11-21}\n',
    ],
    [
      'answers:\n  guidance.exit-plan: {answer: 一部, note: 本社のみ}\n',
      { value: 'yes', note: null },
      'answers:\n  guidance.exit-plan: {answer: はい}\n',
    ],
    // a stale reason goes, another one stays
    [
      'answers:\n  guidance.exit-plan:\n    answer: 対象外\n    reason: 予定なし # 社長\n    by: 社長\n',
      { value: 'no' },
      'answers:\n  guidance.exit-plan:\n    answer: いいえ\n    # 社長\n    by: 社長\n',
    ],
    [
      'answers:\n  guidance.exit-plan: {answer: いいえ, reason: 人手がない}\n',
      { value: 'partial' },
      'answers:\n  guidance.exit-plan: {answer: 一部, reason: 人手がない}\n',
    ],
    // words of the file's own language
    [
      'answers:\n  tics.storage-cabinet: {answer: no}\n',
      { value: 'notApplicable' },
      'answers:\n  tics.storage-cabinet: {answer: no}\n  guidance.exit-plan: n/a\n',
    ],
    [
      'answers:\n  tics.storage-cabinet: ○\n',
      { value: 'partial', basis: 'seen' },
      'answers:\n  tics.storage-cabinet: ○\n  guidance.exit-plan: {answer: 一部, basis: 現物}\n',
    ],
    // evidence
    [
      'answers:\n',
      {
        value: 'yes',
        evidence: [{ what: '規程, 第3版', where: null, file: null, sha256: null, seen: '2026-04-01' }],
      },
      'answers:\n  guidance.exit-plan: {answer: はい, evidence: [{what: "規程, 第3版", seen: 2026-04-01}]}\n',
    ],
  ])('%j + %j', (text, edit, expected) => {
    expect(done(setAnswer(text, ITEM, edit))).toBe(expected);
  });

  it('takes the language it is told', () => {
    expect(done(setAnswer('answers:\n', ITEM, { value: 'partial', basis: 'document' }, 'en'))).toBe(
      'answers:\n  guidance.exit-plan: {answer: partial, basis: document}\n',
    );
  });

  it('puts a wrong word right', () => {
    expect(done(setAnswer('answers: {guidance.exit-plan: たぶん}\n', ITEM, { value: 'no' }))).toBe(
      'answers: {guidance.exit-plan: いいえ}\n',
    );
  });

  it('gives the findings of a file it cannot read', () => {
    expect(setAnswer('answers: {a: 1\n', ITEM, { value: 'no' }).findings.map(({ code }) => code)).toEqual([
      'yaml-unclosed',
    ]);
  });
});

describe('setFact', () => {
  it.each<[string, string, readonly string[], string]>([
    ['profile:\n', 'overseasProduction', ['planning'], 'profile:\n  overseasProduction: planning\n'],
    [
      'profile:\n  overseasProduction: なし # 今は\n',
      'overseasProduction',
      ['operating'],
      'profile:\n  overseasProduction: operating # 今は\n',
    ],
    [
      'profile:\n  overseasProduction: none\n',
      'overseasProduction',
      ['unknown'],
      'profile:\n  overseasProduction: unknown\n',
    ],
    [
      'profile:\n  overseasForms:\n    - 合弁\n',
      'overseasForms',
      ['subsidiary', 'joint-venture'],
      'profile:\n  overseasForms: [subsidiary, joint-venture]\n',
    ],
    ['profile: {overseasForms: [合弁]}\n', 'overseasForms', [], 'profile: {overseasForms: []}\n'],
    [
      'company: {name: 株式会社サンプル精機}\n',
      'employees',
      ['48'],
      'company: {name: 株式会社サンプル精機, employees: 48}\n',
    ],
    ['company:\n  employees: 48\n', 'employees', [], 'company:\n'],
    ['wazamori: 1\n', 'goals', ['tics'], 'wazamori: 1\nassessment:\n  goals: [tics]\n'],
  ])('%j: %s = %j', (text, id, values, expected) => {
    expect(done(setFact(text, fact(id), values))).toBe(expected);
  });
});

describe('any answers, any edits', () => {
  const text = fc.option(
    fc.oneof(
      fc.constantFrom('本社のみ。タイ: 未整備', '#1, {a}', '一行目\n二行目', '"', "'", 'true', '?'),
      fc
        .string({ minLength: 1 })
        .map((s) => s.trim())
        .filter((s) => s !== ''),
    ),
    { nil: undefined },
  );
  const edit = fc
    .record({
      value: fc.constantFrom('yes', 'partial', 'no', 'unknown', 'notApplicable'),
      // One that says nothing in words is no reason to the reader.
      reason: text.filter((reason) => reason === undefined || hasWords(reason)),
      note: text,
      by: text,
      basis: fc.constantFrom('interview', 'seen', 'document', null, undefined),
      on: fc.constantFrom('2026-11-21', null, undefined),
    })
    // What is left out must not be there at all: `undefined` says nothing.
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, part]) => part !== undefined)));
  const edits = fc.array(fc.tuple(fc.constantFrom(...SMALL_CATALOG.items.map(({ id }) => id)), edit), {
    minLength: 1,
    maxLength: 8,
  });
  const eol = fc.constantFrom('\n', '\r\n');

  it('read back as what was said last, in every file, with every comment kept', () => {
    const start =
      '# 社外秘\nwazamori: 1 # 版\nanswers: # 答え\n  # guidance.exit-plan: はい   # 撤退の手順がありますか\n# 終わり\n';
    fc.assert(
      fc.property(edits, eol, (all, end) => {
        let file = start.replaceAll('\n', end);
        const expected = new Map<string, Partial<Answer>>();
        for (const [item, change] of all) {
          const before = expected.get(item);
          const value = answerIn(change);
          const stale =
            before?.value === 'notApplicable' && value !== 'notApplicable' && !('reason' in change);
          expected.set(item, { ...before, ...(stale ? { reason: null } : {}), ...change });
          file = done(setAnswer(file, item, { ...change, value }));
        }
        const { answers } = read(file);
        expect(new Set(answers.keys())).toEqual(new Set(expected.keys()));
        for (const [item, answer] of expected) expect(answers.get(item)).toMatchObject(answer);
        for (const comment of ['# 社外秘', '# 版', '# 答え', '# 撤退の手順がありますか', '# 終わり'])
          expect(file).toContain(comment);
        if (end === '\r\n') expect(file.replaceAll('\r\n', '')).not.toContain('\n');
      }),
      runs(300),
    );
  });

  function answerIn(change: { readonly [key: string]: unknown }): AnswerEdit['value'] {
    const values = ['yes', 'partial', 'no', 'unknown', 'notApplicable'] as const;
    return values.find((value) => value === change['value']) ?? 'unknown';
  }
});
