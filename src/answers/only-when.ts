import type { Condition } from '../model/condition.ts';
import type { Words } from '../words/messages.ts';

/**
 * When a fact is worth filling in, said in the keys and values of the answer file: 「goals に tics と書いた時だけ答えます。」.
 * `null` for a condition too tangled to say in a line; the fact then stands there without it.
 */
export function onlyWhen(condition: Condition, words: Words): string | null {
  const tests = 'any' in condition ? condition.any.map(testOf) : [testOf(condition)];
  if (tests.includes(null)) return null;
  const when = tests.join(words.t('answers.profile.either'));
  return words.t('answers.profile.onlyWhen', { when });

  function testOf(test: Condition): string | null {
    if (!('fact' in test)) return null;
    if ('gte' in test) return words.t('answers.profile.atLeast', { fact: test.fact, least: test.gte });
    const values = test.in.join(words.t('answers.profile.or'));
    return words.t('answers.profile.test', { fact: test.fact, values });
  }
}
