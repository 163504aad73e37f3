import type { Answers } from '../../model/answers.ts';
import type { IsoDate } from '../../model/text.ts';
import type { Path } from '../places.ts';
import { xrayRule } from '../rule.ts';

/** Days on which something is said to have happened. Decisions and deadlines lie ahead by nature and are not among them. */
export const dateInFuture = xrayRule({
  code: 'date-in-future',
  find: ({ answers, today }) =>
    past(answers).flatMap(([place, date]) =>
      date === null || date <= today ? [] : [{ args: { date }, place, subject: place.join('.') }],
    ),
});

const TECHNOLOGY_DATES = ['familyAsOf', 'definitionCheckedOn', 'consultedOn', 'reportedOn'] as const;

function past(answers: Answers): readonly (readonly [Path, IsoDate | null])[] {
  return [
    [['assessment', 'date'], answers.assessment.date],
    ...[...answers.answers].flatMap(([id, { on, evidence }]) => [
      [['answers', id, 'on'], on] as const,
      ...evidence.map(({ seen }, i) => [['answers', id, 'evidence', i, 'seen'], seen] as const),
    ]),
    ...answers.technologies.flatMap((technology, i) =>
      TECHNOLOGY_DATES.map((key) => [['technologies', i, key], technology[key]] as const),
    ),
  ];
}
