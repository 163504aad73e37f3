import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import type { Desk, Fact } from '../../src/model/catalog.ts';
import { action, answers, catalog, FACTS, item, TODAY } from './sample.ts';

const desk = (id: string, over: Partial<Desk> = {}): Desk => ({
  id,
  regions: [],
  reachable: false,
  hideForChina: false,
  ...over,
});
const CHINA: Fact = {
  id: 'chinaInvolved',
  place: 'profile',
  kind: 'choice',
  values: [],
  askedWhen: null,
  depth: 'quick',
  askRole: 'owner-president',
};

const DIRECTORY = [
  desk('inpit-desk', { reachable: true }),
  desk('kyushu-bureau', { regions: ['福岡県', '熊本県'] }),
  desk('osaka-desk', { regions: ['大阪府'], reachable: true }),
  desk('police', { reachable: true, hideForChina: true }),
];

function helpFor(
  profile: Readonly<Record<string, readonly string[]>>,
  headquarters: string | null = '福岡県福岡市',
) {
  const sample = catalog({
    facts: [...FACTS, CHINA],
    directory: DIRECTORY,
    items: [item('guidance.marking', { severity: 'critical' })],
    actions: [action('write-rules', { help: ['kyushu-bureau', 'osaka-desk', 'police', 'inpit-desk'] })],
  });
  const given = answers({ profile, answers: { 'guidance.marking': 'no' } });
  const company = { ...given.company, headquarters };
  const { help, headline } = assess({
    catalog: sample,
    answers: { ...given, company },
    today: TODAY,
    version: '0',
  });
  return { desks: help[0]?.desks, headline: headline.help };
}

describe('whom to ask', () => {
  it('is who serves the company’s prefecture; those that can be reached come first on the first page', () => {
    expect(helpFor({ chinaInvolved: ['no'] })).toEqual({
      desks: ['kyushu-bureau', 'police', 'inpit-desk'],
      headline: ['police', 'inpit-desk'],
    });
  });
  it('is nobody regional where the prefecture is not known', () => {
    expect(helpFor({ chinaInvolved: ['no'] }, null).desks).toEqual(['police', 'inpit-desk']);
  });
  it('never names the police to a company that deals with China', () => {
    expect(helpFor({ chinaInvolved: ['yes'] })).toEqual({
      desks: ['kyushu-bureau', 'inpit-desk'],
      headline: ['inpit-desk', 'kyushu-bureau'],
    });
  });
});
