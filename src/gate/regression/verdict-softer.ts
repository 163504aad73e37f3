import { verdictOf } from '../../core/verdict/verdict.ts';
import type { Technology } from '../../model/answers.ts';
import type { Verdict } from '../../model/assessment.ts';
import { type Examined, type Found, regressionRule } from '../rule.ts';
import { OUTCOMES } from './verdicts.ts';

type Field = Exclude<keyof Technology, 'id' | 'name' | 'location'>;

/** Words that say that something is still open: finding out is no softening. */
const OPEN: ReadonlySet<unknown> = new Set(['unknown', 'not-done', 'not-checked']);

/** Days of a check: a later one is a renewal. */
const RENEWED: ReadonlySet<Field> = new Set([
  'familyAsOf',
  'definitionCheckedOn',
  'consultedOn',
  'reportedOn',
]);

/**
 * A verdict that is lighter because something known was changed. What is filled in where nothing was known is what we
 * ask for. Each changed field is put back by itself: those without which the verdict would be heavier are to blame.
 * The four answers that settle a duty (`CLAIMS`) are told even while the rest still holds the verdict where it was, or
 * two small steps would do what one may not. Judged by the rules of now on both sides: a new edition is nobody's deed.
 */
export const verdictSofter = regressionRule({
  code: 'verdict-softer',
  find: (examined) => {
    const before = examined.baseline?.answers?.technologies ?? [];
    return examined.answers.technologies.flatMap((now) => {
      const was = before.find(({ id }) => id === now.id);
      return was === undefined ? [] : softened(was, now, examined);
    });
  },
});

function softened(
  was: Technology,
  now: Technology,
  { catalog: { determination }, today }: Examined,
): readonly Found<'verdict-softer'>[] {
  if (determination === undefined) return [];
  const verdict = (technology: Technology): Verdict => verdictOf(technology, determination, today);
  const [then, current] = [verdict(was), verdict(now)];
  if (heaviness(current) > heaviness(then)) return [];
  const changed = changedFields(was, now);
  const alone = changed.filter((field) => isHeavier(verdict({ ...now, [field]: was[field] }), current));
  const together = isHeavier(verdict(withFields(now, was, changed)), current) ? changed : [];
  const claims = changed.filter((field) => CLAIMS.get(field)?.(was, now) ?? false);
  const blamed = [...new Set([...(alone.length > 0 ? alone : together), ...claims])];
  const [first] = blamed;
  if (first === undefined) return [];
  const args = { technology: now.id, was: then.outcome, now: current.outcome, key: blamed.join(', ') };
  return [{ args, place: now.location ?? ['technologies'], subject: now.id }];
}

const from =
  <K extends Field>(field: K, heavy: Technology[K]) =>
  (was: Technology): boolean =>
    was[field] === heavy;

const CLAIMS: ReadonlyMap<Field, (was: Technology, now: Technology) => boolean> = new Map<
  Field,
  (was: Technology, now: Technology) => boolean
>([
  ['definitionCheck', from('definitionCheck', 'meets')],
  ['listControl', from('listControl', 'listed')],
  ['informReceived', from('informReceived', 'yes')],
  ['family', (_, now) => now.family.includes('none')],
]);

/** Fields that said something before and say something else now. */
function changedFields(was: Technology, now: Technology): readonly Field[] {
  const { id: _, name: _name, location: _location, ...fields } = was;
  return Object.keys(fields)
    .filter((key): key is Field => key in fields)
    .filter((field) => {
      const [before, after] = [was[field], now[field]];
      const known = [before].flat().filter((value) => value !== null && !OPEN.has(value));
      if (known.length === 0 || JSON.stringify(before) === JSON.stringify(after)) return false;
      return !(RENEWED.has(field) && after !== null && before !== null && after > before);
    });
}

const withFields = (now: Technology, was: Technology, fields: readonly Field[]): Technology => ({
  ...now,
  ...Object.fromEntries(fields.map((field) => [field, was[field]])),
});

/** By the outcome, and where that is the same by what stands behind it. */
const heaviness = ({ outcome, secondary }: Verdict): number =>
  OUTCOMES.indexOf(outcome) * OUTCOMES.length + OUTCOMES.indexOf(secondary?.outcome ?? outcome);

const isHeavier = (one: Verdict, other: Verdict): boolean => heaviness(one) > heaviness(other);
