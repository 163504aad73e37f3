import type { Technology } from '../../model/answers.ts';
import type { Verdict } from '../../model/assessment.ts';
import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { Determination } from '../../model/determination.ts';
import type { IsoDate } from '../../model/text.ts';
import { builtDetermination } from '../determination/build.ts';
import type { ParsedDetermination } from '../determination/parse.ts';
import type { VectorSource } from '../determination/schema.ts';
import { vectorTechnology } from '../determination/vector-technology.ts';
import { error, field, type Placed } from '../source/place.ts';
import type { LintRule } from './content.ts';
import { determinationsOf, rulesIn } from './determination.ts';

/** Gives the verdict on a technology. The rules are the core's: whoever lints hands them in, this room knows none. */
export type Judge = (technology: Technology, determination: Determination, today: IsoDate) => Verdict;

/** A rule or flag no example reaches may be dead, or wrong without anybody noticing. */
export const vectorCoverage: LintRule = (catalog) =>
  determinationsOf(catalog).flatMap(({ determination }) => {
    const expected = determination.vectors.map(({ value }) => value.expect);
    const rules = new Set(expected.flatMap(({ rule, secondary }) => [rule, secondary?.rule ?? rule]));
    const flags = new Set(expected.flatMap((expect) => expect.flags));
    return [
      ...rulesIn(determination)
        .filter(({ value }) => !rules.has(value.id))
        .map((rule) => error('verdict-without-vector', { id: rule.value.id }, field(rule, 'id'))),
      ...determination.flags
        .filter(({ value }) => !flags.has(value.id))
        .map((flag) => error('verdict-without-vector', { id: flag.value.id }, field(flag, 'id'))),
    ];
  });

/** Numbered examples count from 1: one that got lost in a merge leaves a gap, and nothing else would show it. */
export const vectorNumbers: LintRule = (catalog) =>
  determinationsOf(catalog).flatMap(({ determination: { vectors } }) => {
    const numbered = vectors.filter(({ value }) => NUMBER.test(value.name));
    // The first gap alone: all behind it are wrong by the same step.
    const at = numbered.findIndex(({ value }, i) => Number(NUMBER.exec(value.name)?.[0]) !== i + 1);
    const vector = numbered[at];
    return vector === undefined
      ? []
      : [error('vector-number-wrong', { vector: vector.value.name, number: at + 1 }, field(vector, 'name'))];
  });

const NUMBER = /^\d+/;

/** Every example gets the verdict it expects. */
export const vectorsJudged =
  (judge: Judge): LintRule =>
  (catalog) =>
    determinationsOf(catalog).flatMap(({ head, determination }) => {
      // A determination without rules has its finding; judging by it would break off.
      if (determination.rules.value.rules.length === 0) return [];
      const { id, asOf, entrance } = head.value;
      const built = builtDetermination(determination, { id, asOf, entrance: entrance ?? '' });
      return determination.vectors.flatMap((vector) => differences(vector, built, determination, judge));
    });

function differences(
  vector: Placed<VectorSource>,
  built: Determination,
  { rules }: ParsedDetermination,
  judge: Judge,
): readonly CatalogFinding[] {
  const { name, expect, today } = vector.value;
  // Without a last rule that takes the rest nothing can be judged; the rules have their finding.
  const last = rules.value.rules.at(-1);
  if (last?.when || (last?.needs ?? []).length > 0) return [];
  const found = judge(vectorTechnology(vector.value), built, today);
  const expected: Readonly<Record<(typeof KEYS)[number], unknown>> = {
    outcome: expect.outcome,
    rule: expect.rule,
    secondary: expect.secondary ?? null,
    flags: expect.flags,
    missing: expect.missing ?? [],
    basis: expect.basis ?? [],
    asOf: expect.asOf ?? built.asOf,
    validUntil: expect.validUntil ?? null,
    deadlines: expect.deadlines ?? [],
  };
  return KEYS.filter((key) => JSON.stringify(expected[key]) !== JSON.stringify(found[key])).map((key) =>
    error(
      'vector-differs',
      { vector: name, field: key, expected: shown(expected[key]), found: shown(found[key]) },
      field(vector, 'expect'),
    ),
  );
}

const KEYS = [
  'outcome',
  'rule',
  'secondary',
  'flags',
  'missing',
  'basis',
  'asOf',
  'validUntil',
  'deadlines',
] as const satisfies readonly (keyof Verdict)[];

const shown = (value: unknown): string => JSON.stringify(value) ?? '';
