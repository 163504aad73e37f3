import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { weakerThan } from '../../src/gate/policy/weaker.ts';
import { policyOf } from './sample.ts';

const weaker = (was: string, now: string): readonly string[] =>
  weakerThan(policyOf(was), policyOf(now)).map(
    ({ setting, asked, asks }) => `${setting}: ${asked} → ${asks}`,
  );

/** Each the other way round asks more, and is nobody's worry. */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  ['score: {overall: {low: 60}}', 'score: {overall: {low: 40}}', ['score.overall.low: 60 → 40']],
  ['score: {overall: {grade: B}}', 'score: {overall: {grade: C}}', ['score.overall.grade: B → C']],
  ['score: {checklists: {guidance: {low: 40}}}', '', ['score.checklists.guidance.low: 40 → －']],
  ['score: {routes: {procurement: {low: 50}}}', '', ['score.routes.procurement.low: 50 → －']],
  ['depth: full', 'depth: quick', ['depth: full → quick']],
  ['depth: quick', '', ['depth: quick → －']],
  [
    'required: [guidance.core-technology-list]',
    'required: []',
    ['required: guidance.core-technology-list → －'],
  ],
  ['profile: {known: true}', '', ['profile.known: true → false']],
  ['legal: {noStop: true, reported: true}', 'legal: {noStop: true}', ['legal.reported: true → false']],
  ['coverage: {answered: 80}', 'coverage: {answered: 50}', ['coverage.answered: 80 → 50']],
  ['coverage: {unknown: 20}', 'coverage: {unknown: 50}', ['coverage.unknown: 20 → 50']],
  [
    'evidence: {severities: [critical, major]}',
    'evidence: {severities: [critical]}',
    ['evidence.severities: major → －'],
  ],
  ['evidence: {maxAgeDays: 365}', 'evidence: {maxAgeDays: 999}', ['evidence.maxAgeDays: 365 → 999']],
  ['plan: {ownerFor: [critical]}', '', ['plan.ownerFor: critical → －']],
  ['accepted: {most: 3}', 'accepted: {most: 30}', ['accepted.most: 3 → 30']],
  [
    'accepted: {approvers: [代表取締役]}',
    'accepted: {approvers: [代表取締役, 総務課長]}',
    ['accepted.approvers: 1 → 2'],
  ],
  ['suppressed: {approvers: [社長]}', '', ['suppressed.approvers: 1 → －']],
  ['suppressed: {maxDays: 90}', '', ['suppressed.maxDays: 90 → －']],
  ['ageDays: 180', 'ageDays: 181', ['ageDays: 180 → 181']],
  [
    'editions: {guidance: "2026.10"}',
    'editions: {guidance: "2026.2"}',
    ['editions.guidance: 2026.10 → 2026.2'],
  ],
  [
    'clients: [{name: c1, files: [a.yaml, b.yaml]}]',
    'clients: [{name: c1, files: a.yaml}]',
    ['clients: #1 → －'],
  ],
  ['clients: [{files: a.yaml}]', 'clients: [a.yaml]', ['clients: #1 → －']],
  ['xray: {yesStreak: 5}', '', ['xray.yesStreak: 5 → 20']],
  ['', 'xray: {expiresDays: 5}', ['xray.expiresDays: 30 → 5']],
  ['', 'rules: {gap-new: "off"}', ['rules.gap-new: error → off']],
  ['rules: {all-yes-streak: error}', '', ['rules.all-yes-streak: error → warning']],
  ['rules: 2027.1', '', ['rules.edition: 2027.1 → －']],
  ['rules: 2027.1', 'rules: {evidence-removed: error}', ['rules.edition: 2027.1 → －']],
  [
    'rules: 2027.1',
    'rules: {evidence-removed: "off"}',
    ['rules.edition: 2027.1 → －', 'rules.evidence-removed: error → off'],
  ],
];

describe('a policy that asks less than another', () => {
  it.each(ROWS)('%s, then %s', (was, now, told) => {
    expect(weaker(was, now)).toEqual(told);
  });

  it.each(ROWS.filter(([, , told]) => told.length === 1 && told[0]?.startsWith('rules.e') !== true))(
    'and %s after %s is none',
    (was, now) => {
      expect(weaker(now, was)).toEqual([]);
    },
  );

  it('is told for every policy that ships, taken out', () => {
    for (const name of ['small-start', 'standard', 'for-customers']) {
      const file = new URL(`../../templates/policies/${name}.yaml`, import.meta.url);
      const text = readFileSync(file, 'utf8').replace(/^policy: 1.*$/m, '');
      expect(weaker(text, text)).toEqual([]);
      expect(weaker(text, '').length).toBeGreaterThan(3);
    }
  });

  it('is a register whose company may lie in a place instead of a file', () => {
    const register = (...files: readonly string[]) =>
      `clients: [{name: c1, files: ${JSON.stringify(files)}}]`;
    for (const place of ['*.yaml', 'east', 'east/**'])
      expect(weaker(register('a.yaml'), register('a.yaml', place))).toEqual(['clients: #1 → －']);
  });

  it('written another way is the same', () => {
    expect(weaker('rules: {gap-new: error}', '')).toEqual([]);
    expect(weaker('xray: {yesStreak: 20}\naccepted: {}', '')).toEqual([]);
  });
});
