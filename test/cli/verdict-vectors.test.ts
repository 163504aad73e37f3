import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Assessment } from '../../src/model/assessment.ts';
import { DETERMINATION, VECTORS } from '../core/verdict/sample.ts';
import { runCli } from './run-cli.ts';

/** Every example of checklists/prior-notification/vectors.yaml as a company would have it: in an answer file, by the day. */
const idOf = (index: number): string => `v${index + 1}`;
const days = [...new Set(VECTORS.map(({ today }) => today))].sort();
const verdicts = new Map<string, Assessment['verdicts'][number]>();

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-vectors-'));
  await Promise.all(days.map(scoreDay));
});
afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

/** One run for all examples of a day. */
async function scoreDay(day: string): Promise<void> {
  const technologies = VECTORS.flatMap((vector, i) =>
    vector.today === day ? [{ id: idOf(i), name: `見本${i + 1}`, ...vector.technology }] : [],
  );
  const file = `${day}.yaml`;
  const company = { name: '株式会社サンプル精機', employees: 48 };
  writeFileSync(join(cwd, file), stringify({ wazamori: 1, company, technologies }));
  const ran = await runCli(['score', file, '--format', 'json', '--today', day], cwd);
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  const assessment: Assessment = JSON.parse(ran.stdout);
  for (const verdict of assessment.verdicts) verdicts.set(verdict.technology, verdict);
}

describe('score --format json gives every example its verdict', () => {
  it('all of them', () => {
    expect(VECTORS.length).toBeGreaterThanOrEqual(73);
    expect(verdicts.size).toBe(VECTORS.length);
  });

  it.each(VECTORS.map((vector, i) => [vector.name, vector.expect, idOf(i)] as const))(
    '%s',
    (_, wanted, id) => {
      expect(verdicts.get(id)).toEqual({
        technology: id,
        checklist: 'prior-notification',
        outcome: wanted.outcome,
        rule: wanted.rule,
        secondary: wanted.secondary ?? null,
        flags: wanted.flags,
        missing: wanted.missing ?? [],
        basis: wanted.basis ?? [],
        asOf: wanted.asOf ?? DETERMINATION.asOf,
        validUntil: wanted.validUntil ?? null,
        deadlines: wanted.deadlines ?? [],
        location: { line: expect.any(Number), column: 5 },
      });
    },
  );
});
