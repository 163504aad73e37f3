import type { Answers } from '../../model/answers.ts';
import { type Move, saved, type Talk } from '../talk.ts';
import { technologiesTalk } from '../technologies/hub.ts';
import { reopen, type Session } from '../way/flow.ts';
import { WORK } from '../way/pace.ts';
import { deeper, notAsked, tally } from '../way/progress.ts';
import { mayGoAbroad, TECHNOLOGIES } from '../way/steps.ts';

/** Everything asked is answered or left: the result so far, and what may still be done now. */
export async function finish(
  talk: Talk,
  session: Session,
  summary: (answers: Answers) => string,
): Promise<Move> {
  const { words, face, catalog, file } = talk;
  const answers = file.read();
  const left = { ...tally(catalog, answers), next: deeper(catalog, answers) };
  if (talk.shown.result !== answers) {
    if ((await face.show(words.t('interview.finish.result'), summary(answers))) === 'leave')
      return { kind: 'leave' };
    // Seen once, the result stands in the way of whoever comes back with nothing changed.
    talk.shown.result = answers;
  }
  const reply = await face.choose({
    header: null,
    heading: null,
    title: words.t('interview.finish.title'),
    body: [...deeperLines(talk, answers), words.t('interview.finish.score', { command: talk.command })],
    options: optionsOf(talk, answers, left).map((option) => ({ ...option, typed: [] })),
    selected: [],
    commands: ['back', 'leave'],
    several: null,
  });
  if (reply.kind === 'back') return { kind: 'back' };
  if (reply.kind !== 'chosen') return { kind: 'leave' };
  return follow(talk, session, reply.ids[0], left);
}

/** What is still to be asked. */
type Left = Pick<ReturnType<typeof tally>, 'open' | 'unknown'> & { readonly next: ReturnType<typeof deeper> };

function optionsOf(talk: Talk, answers: Answers, { open, unknown, next }: Left) {
  const { words } = talk;
  return [
    { id: 'end', label: words.t('interview.finish.end') },
    ...technologyOption(talk, answers),
    ...(open.length > 0
      ? [{ id: 'open', label: words.t('interview.finish.open', { count: open.length }) }]
      : []),
    ...(unknown.length > 0
      ? [{ id: 'unknown', label: words.t('interview.finish.unknown', { count: unknown.length }) }]
      : []),
    ...(next === null
      ? []
      : [
          {
            id: 'deeper',
            label: words.t(`interview.finish.${next.depth}`, {
              count: next.count,
              evidence: next.evidence,
              minutes: talk.pace.minutesLeft(next.count * WORK.item + next.evidence * WORK.evidence),
            }),
          },
        ]),
    { id: 'result', label: words.t('interview.finish.again') },
  ];
}

/** Does what was chosen. */
async function follow(
  talk: Talk,
  session: Session,
  chosen: string | undefined,
  { open, unknown, next }: Left,
): Promise<Move> {
  switch (chosen) {
    case TECHNOLOGIES: {
      const { kind } = await technologiesTalk(talk);
      return { kind: kind === 'leave' || kind === 'unsaved' ? kind : 'again' };
    }
    case 'result':
      talk.shown.result = null;
      return { kind: 'again' };
    case 'open':
      return { kind: 'session', session: reopen(session, open) };
    case 'unknown':
      return { kind: 'session', session: reopen(session, unknown) };
    case 'deeper': {
      if (next === null) return { kind: 'again' };
      const edit = { kind: 'value', path: ['assessment', 'depth'], value: next.depth } as const;
      return (await saved(talk, edit)) ? { kind: 'session', session } : { kind: 'unsaved' };
    }
    default:
      return { kind: 'answered' };
  }
}

/** A duty comes first among what may be done now; known to be no concern of the company, it is not offered. */
function technologyOption({ catalog, words }: Talk, answers: Answers) {
  const { length } = answers.technologies;
  if (length === 0 && (catalog.determination === undefined || mayGoAbroad(catalog, answers) === 'false'))
    return [];
  const key = length === 0 ? 'offer' : 'offer-more';
  return [{ id: TECHNOLOGIES, label: words.t(`interview.technologies.${key}`, { count: length }) }];
}

/** What the result says is not asked yet, part by part, so that no two numbers seem to quarrel. */
function deeperLines({ catalog, words }: Talk, answers: Answers): readonly string[] {
  const { total, full, evidence, waiting } = notAsked(catalog, answers);
  if (total === 0) return [];
  const counts = { full, evidence, waiting };
  const parts = (['full', 'evidence', 'waiting'] as const).filter((part) => counts[part] > 0);
  return [
    words.t('interview.finish.not-asked', {
      total,
      parts: parts.map((part) => words.t(`interview.finish.part.${part}`, { count: counts[part] })),
    }),
  ];
}
