import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import type { Item } from '../../src/model/catalog.ts';
import type { Diagnostic } from '../../src/model/finding.ts';
import { answer, answers, catalog, item, TODAY, type Written } from './sample.ts';

const id = 'guidance.core-technology-list';
const LINE = { line: 21, column: 3 };
const visit = { appliesWhen: { fact: 'exhibitions', in: ['yes'] } } as const;

/** What is said of one question, with every fact known unless `written` says otherwise. */
function said(written: Written, over: Partial<Item> = {}): readonly Diagnostic[] {
  const profile = { overseasProduction: ['none'], exhibitions: ['no'] };
  return assess({
    catalog: catalog({ items: [item(id, over)] }),
    answers: answers({ profile, ...written }),
    today: TODAY,
    version: '0',
  }).diagnostics;
}

const at = (value: 'yes' | 'no' | 'unknown' | 'notApplicable') => ({
  [id]: answer(value, { location: LINE }),
});
const waived = (until: string) => [{ item: id, until, location: LINE }];
const accepted = (code: 'accepted-not-a-gap'): Diagnostic => ({
  severity: 'info',
  code,
  args: { item: id },
  location: LINE,
});

const CASES: readonly (readonly [string, Written, Partial<Item>, readonly Diagnostic[]])[] = [
  ['nothing to say', { answers: at('yes') }, {}, []],
  [
    'an unknown fact nothing waits for',
    { profile: { overseasProduction: ['none'] }, answers: at('yes') },
    {},
    [{ severity: 'info', code: 'fact-unknown', args: { fact: 'exhibitions', items: 0 }, location: null }],
  ],
  [
    'an unknown fact a question waits for',
    { profile: { overseasProduction: ['none'] } },
    visit,
    [{ severity: 'warning', code: 'fact-unknown', args: { fact: 'exhibitions', items: 1 }, location: null }],
  ],
  [
    'a refused 当てはまらない, without a reason',
    { answers: at('notApplicable') },
    {},
    [
      {
        severity: 'warning',
        code: 'not-applicable-refused',
        args: { item: id, why: 'no-reason' },
        location: LINE,
      },
    ],
  ],
  [
    'a refused 当てはまらない, forbidden',
    { answers: { [id]: answer('notApplicable', { reason: '小さい会社なので', location: LINE }) } },
    { notApplicable: 'forbidden' },
    [
      {
        severity: 'warning',
        code: 'not-applicable-refused',
        args: { item: id, why: 'forbidden' },
        location: LINE,
      },
    ],
  ],
  [
    'an answer out of scope',
    { answers: at('no') },
    visit,
    [{ severity: 'info', code: 'answer-out-of-scope', args: { item: id }, location: LINE }],
  ],
  ['out of scope without an answer is nothing to say', {}, visit, []],
  ['a waiver that holds', { answers: at('no'), accepted: waived('2027-01-01') }, {}, []],
  [
    'a waiver that has expired',
    { answers: at('no'), accepted: waived('2026-01-01') },
    {},
    [
      {
        severity: 'warning',
        code: 'accepted-expired',
        args: { item: id, until: '2026-01-01' },
        location: LINE,
      },
    ],
  ],
  [
    'a waiver of what is closed',
    { answers: at('yes'), accepted: waived('2027-01-01') },
    {},
    [accepted('accepted-not-a-gap')],
  ],
  [
    'one that expired meanwhile too',
    { answers: at('yes'), accepted: waived('2026-01-01') },
    {},
    [accepted('accepted-not-a-gap')],
  ],
  [
    'a waiver of what does not apply',
    {
      answers: { [id]: answer('notApplicable', { reason: '図面を扱わない' }) },
      accepted: waived('2027-01-01'),
    },
    {},
    [accepted('accepted-not-a-gap')],
  ],
  [
    'a waiver of what is out of scope',
    { accepted: waived('2027-01-01') },
    visit,
    [accepted('accepted-not-a-gap')],
  ],
  ['a waiver of what nobody has answered yet', { accepted: waived('2027-01-01') }, {}, []],
  [
    'a done action whose question says no',
    { answers: at('no'), actions: { 'write-rules': { status: 'done', location: LINE } } },
    {},
    [
      {
        severity: 'warning',
        code: 'done-action-open-item',
        args: { action: 'write-rules', item: id },
        location: LINE,
      },
    ],
  ],
  [
    'a done action whose question is not known yet',
    { answers: at('unknown'), actions: { 'write-rules': { status: 'done' } } },
    {},
    [],
  ],
  [
    'an action begun whose question says no',
    { answers: at('no'), actions: { 'write-rules': { status: 'doing' } } },
    {},
    [],
  ],
  [
    'answers of more than half a year ago',
    { answers: at('yes'), date: '2026-05-24' },
    {},
    [{ severity: 'warning', code: 'answers-old', args: { date: '2026-05-24', days: 181 }, location: null }],
  ],
  ['answers of half a year ago to the day', { answers: at('yes'), date: '2026-05-25' }, {}, []],
  ['answers of tomorrow', { answers: at('yes'), date: '2026-11-22' }, {}, []],
  [
    'a file to be deleted by yesterday',
    { answers: at('yes'), keepUntil: '2026-11-20' },
    {},
    [{ severity: 'warning', code: 'keep-until-passed', args: { until: '2026-11-20' }, location: null }],
  ],
  ['a file to be deleted by today', { answers: at('yes'), keepUntil: TODAY }, {}, []],
  [
    'another edition',
    { answers: at('yes'), editions: { guidance: '2025.1', tics: '2026.1' } },
    {},
    [
      {
        severity: 'warning',
        code: 'edition-differs',
        args: { checklist: 'guidance', answered: '2025.1', current: '2026.1' },
        location: null,
      },
    ],
  ],
];

describe('what an assessment notices', () => {
  it.each(CASES)('%s', (_, written, over, expected) => {
    expect(said(written, over)).toEqual(expected);
  });

  it('counts for each unknown fact the questions that wait for it', () => {
    const abroad = { fact: 'overseasProduction', in: ['operating'] };
    const items = [
      item('guidance.a', visit),
      item('guidance.b', { appliesWhen: { all: [visit.appliesWhen, abroad] } }),
    ];
    const { diagnostics } = assess({
      catalog: catalog({ items }),
      answers: answers(),
      today: TODAY,
      version: '0',
    });
    expect(diagnostics.map(({ args }) => args)).toEqual([
      { fact: 'overseasProduction', items: 1 },
      { fact: 'exhibitions', items: 2 },
    ]);
  });

  it('comes in a fixed order, behind what reading the file found', () => {
    const first: Diagnostic = {
      severity: 'warning',
      code: 'unknown-item',
      args: { item: 'guidance.x', nearest: null },
      location: LINE,
    };
    const { diagnostics } = assess({
      catalog: catalog({ items: [item(id), item('guidance.other', { action: 'other' })] }),
      answers: answers({
        profile: { overseasProduction: ['none'] },
        answers: { ...at('no'), 'guidance.other': 'notApplicable' },
        accepted: [{ item: id, until: '2026-01-01' }],
        actions: { 'write-rules': { status: 'done' } },
        editions: { guidance: '2025.1' },
        date: '2025-01-01',
      }),
      today: TODAY,
      version: '0',
      findings: [first],
    });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'unknown-item',
      'fact-unknown',
      'not-applicable-refused',
      'accepted-expired',
      'done-action-open-item',
      'edition-differs',
      'answers-old',
    ]);
  });
});
