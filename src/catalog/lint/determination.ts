import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { VerdictCondition, VerdictField, VerdictTest } from '../../model/determination.ts';
import { nearest } from '../../text/nearest.ts';
import type { ParsedDetermination } from '../determination/parse.ts';
import type { VerdictRuleSource } from '../determination/schema.ts';
import { DERIVED_WORDS, FIELD_WORDS } from '../determination/schema.ts';
import type { ParsedCatalog, ParsedChecklist } from '../source/parse.ts';
import { elements, error, field, type Placed } from '../source/place.ts';
import type { LintRule } from './content.ts';

interface Found {
  readonly list: ParsedChecklist;
  readonly head: ParsedChecklist['head'];
  readonly determination: ParsedDetermination;
}

export function determinationsOf({ checklists }: ParsedCatalog): readonly Found[] {
  return checklists.flatMap((list) =>
    list.determination === null ? [] : [{ list, head: list.head, determination: list.determination }],
  );
}

export const rulesIn = ({ rules }: ParsedDetermination): readonly Placed<VerdictRuleSource>[] =>
  elements(field(rules, 'rules'));

const isConditional = ({ when, needs }: VerdictRuleSource): boolean =>
  Boolean(when) || (needs ?? []).length > 0;

/** Only one list of verdicts is read; and it says what is out of date in it, and where the official page is. */
export const oneDetermination: LintRule = (catalog) => {
  const [first, ...others] = determinationsOf(catalog);
  return [
    ...others.map(({ head }) =>
      error(
        'determination-second',
        { checklist: head.value.id, first: first?.head.value.id ?? '' },
        field(head, 'id'),
      ),
    ),
    ...determinationsOf(catalog).flatMap(({ head }) =>
      (['warning', 'entrance'] as const)
        .filter((key) => !head.value[key])
        .map((key) => error('key-missing', { key }, head)),
    ),
  ];
};

/** Tried in order: the last rule takes the rest, and no other does. */
export const verdictRulesTotal: LintRule = (catalog) =>
  determinationsOf(catalog).flatMap(({ head, determination }) => {
    const rules = rulesIn(determination);
    const last = rules.at(-1);
    return [
      ...rules
        .slice(0, -1)
        .filter(({ value }) => !isConditional(value))
        .map((rule) => error('verdict-unreachable', { rule: rule.value.id }, rule)),
      ...(last !== undefined && isConditional(last.value)
        ? [error('verdict-rest-missing', { checklist: head.value.id }, last)]
        : []),
    ];
  });

/** "Not subject" rests on a known absence of an inform notice and on something else of its own. */
export const notSubjectBasis: LintRule = (catalog) =>
  determinationsOf(catalog).flatMap(({ determination }) =>
    rulesIn(determination)
      .filter(({ value }) => value.outcome === 'not-subject')
      .filter(({ value }) => {
        const needs = value.needs ?? [];
        const inform = needs.some(
          (need) => need.field === 'informReceived' && 'in' in need && need.in.join() === 'no',
        );
        return !inform || !needs.some((need) => need.field !== 'informReceived' && !need.onlyWhen);
      })
      .map((rule) => error('verdict-basis-missing', { rule: rule.value.id }, field(rule, 'id'))),
  );

/** Every condition asks a field for what it can hold. */
export const verdictConditions: LintRule = (catalog) =>
  determinationsOf(catalog).flatMap(({ determination }) => {
    const families = determination.families.map(({ value }) => value.id);
    return testsOf(determination).flatMap((test) => testFindings(test, families));
  });

function testFindings(test: Placed<VerdictTest>, families: readonly string[]): readonly CatalogFinding[] {
  const { value } = test;
  const words = wordsOf(value.field, families);
  if ('in' in value !== (words !== null) || ('given' in value && isDate(value.field))) {
    return [error('verdict-test-wrong', { field: value.field }, test)];
  }
  if (!('in' in value) || words === null) return [];
  return elements({ value: value.in, file: test.file, path: [...test.path, 'in'] })
    .filter((given) => !words.includes(given.value))
    .map((given) =>
      error(
        'verdict-value-unknown',
        { field: value.field, value: given.value, nearest: nearest(given.value, words) },
        given,
      ),
    );
}

const isDate = (name: VerdictField): boolean => /(?:On|AsOf|Date)$/.test(name);

/** What a field that takes words may hold; `null` for dates and free text. */
function wordsOf(name: VerdictField, families: readonly string[]): readonly string[] | null {
  if (name === 'family') return [...families, 'none', 'unknown'];
  const own = Object.entries(FIELD_WORDS).find(([key]) => key === name)?.[1];
  if (own !== undefined) return Object.keys(own);
  return Object.entries(DERIVED_WORDS).find(([key]) => key === name)?.[1] ?? null;
}

/** Every single look of a determination, where it is written. */
function testsOf(determination: ParsedDetermination): readonly Placed<VerdictTest>[] {
  const rules = rulesIn(determination);
  const needs = rules.flatMap((rule) => elements({ ...field(rule, 'needs'), value: rule.value.needs ?? [] }));
  const asks = rules.flatMap((rule) => elements({ ...field(rule, 'asks'), value: rule.value.asks ?? [] }));
  const conditions: readonly Placed<VerdictCondition | null | undefined>[] = [
    ...rules.map((rule) => field(rule, 'when')),
    ...needs.map((need) => field(need, 'onlyWhen')),
    ...asks.map((ask) => field(ask, 'onlyWhen')),
    ...determination.flags.map((flag) => field(flag, 'when')),
    ...determination.tasks.map((task) => field(task, 'doneWhen')),
  ];
  return [...needs, ...conditions.flatMap(({ value, ...at }) => (value ? testsIn({ value, ...at }) : []))];
}

function testsIn(condition: Placed<VerdictCondition>): readonly Placed<VerdictTest>[] {
  const { value, file, path } = condition;
  if ('not' in value) return testsIn({ value: value.not, file, path: [...path, 'not'] });
  if ('all' in value) return elements({ value: value.all, file, path: [...path, 'all'] }).flatMap(testsIn);
  if ('any' in value) return elements({ value: value.any, file, path: [...path, 'any'] }).flatMap(testsIn);
  return [{ value, file, path }];
}

/** Families count ①, ② … in their order without a gap: people find them by number. */
export const familyOrder: LintRule = (catalog) =>
  determinationsOf(catalog).flatMap(({ determination }) =>
    determination.families.flatMap((family, index) =>
      family.value.order === index + 1
        ? []
        : [
            error(
              'family-order-wrong',
              { family: family.value.id, order: index + 1 },
              field(family, 'order'),
            ),
          ],
    ),
  );
