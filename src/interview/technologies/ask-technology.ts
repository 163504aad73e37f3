import type { Determination, VerdictField } from '../../model/determination.ts';
import { saved, type Talk } from '../talk.ts';
import { askField } from './ask-field.ts';
import type { FieldMove } from './asked-field.ts';
import { aboutToAsk, counts, nextId, type Subject, stillToAsk, technologyNow } from './subject.ts';

/** How a conversation about one technology ended. `back` = the person wants to leave it as it is. */
export type TechnologyEnd = Exclude<FieldMove, 'left' | 'answered'> | 'done';

/** A new technology: its name first, for without one nobody knows later what was meant. */
export async function addTechnology(talk: Talk, determination: Determination): Promise<TechnologyEnd> {
  const id = nextId([...talk.file.read().technologies, ...(talk.from?.technologies ?? [])]);
  const named = await askName(talk, id);
  return named === 'answered' ? askTechnology({ talk, determination, id }, named) : named;
}

async function askName(talk: Talk, id: string): Promise<'answered' | 'back' | 'leave' | 'unsaved'> {
  const { words, face, file } = talk;
  const { technologies } = file.read();
  const at = technologies.findIndex((technology) => technology.id === id);
  const reply = await face.write({
    header: words.t('interview.technologies.header'),
    title: words.t('interview.technology.name'),
    body: [words.t('interview.technology.name-help'), words.t('interview.technology.name-example')],
    initial: technologies[at]?.name ?? '',
    blank: null,
    wrong: (text) => (text.trim() === '' ? words.t('interview.technology.name-needed') : null),
  });
  if (reply.kind !== 'written') return reply.kind;
  const done =
    at === -1
      ? await saved(talk, {
          kind: 'value',
          path: ['technologies', technologies.length],
          value: { id, name: reply.text },
        })
      : await saved(talk, { kind: 'value', path: ['technologies', at, 'name'], value: reply.text });
  return done ? 'answered' : 'unsaved';
}

/** Changes the name alone. */
export const renameTechnology = ({ talk, id }: Subject) => askName(talk, id);

/**
 * Asks what may still change the verdict, one question at a time, each saved at once. Going back leads over the
 * questions of this conversation, and before the first of them out of it.
 */
export async function askTechnology(
  subject: Subject,
  from: 'answered' | 'edit',
  first: readonly VerdictField[] = [],
): Promise<TechnologyEnd> {
  let trail: readonly VerdictField[] = [];
  let cursor = 0;
  const left = new Set<string>();
  for (;;) {
    const technology = technologyNow(subject);
    if (technology === undefined) return 'done';
    const ahead = [...first, ...stillToAsk(subject, technology, left)].filter(
      (field) => !trail.includes(field),
    );
    const field = trail[cursor] ?? ahead[0];
    if (field === undefined) return 'done';
    const header = headerOf(subject, technology.name, trail.indexOf(field), trail.length, ahead);
    const move = await askField(subject, header, field);
    if (move === 'leave' || move === 'unsaved') return move;
    if (move === 'back') {
      const before = trail.findLastIndex((seen, at) => at < cursor && counts(subject, technology, seen));
      if (before !== -1) cursor = before;
      else if (from === 'edit') return 'back';
      else {
        // Before the first question stands the name; back from there is out, for a person may have come by mistake.
        const named = await renameTechnology(subject);
        if (named !== 'answered') return named;
      }
      continue;
    }
    if (move === 'left') left.add(field);
    else left.delete(field);
    trail = trail.includes(field) ? trail : [...trail, field];
    // Who went back over a question left open comes to it again: it may be the one they went back for.
    const open = trail.findIndex((seen, at) => at > trail.indexOf(field) && left.has(seen));
    cursor = open === -1 ? trail.length : open;
  }
}

/** Later questions come and go with the answers before them, so what lies ahead is said as about so many. */
function headerOf(
  { talk: { words } }: Subject,
  name: string | null,
  at: number,
  asked: number,
  ahead: readonly VerdictField[],
): string {
  const number = at === -1 ? asked + 1 : at + 1;
  return words.t('interview.technology.header', {
    name: name ?? '',
    number,
    about: asked + aboutToAsk(ahead),
  });
}
