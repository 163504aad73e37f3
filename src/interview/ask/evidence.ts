import type { Answer, Evidence } from '../../model/answers.ts';
import type { Item } from '../../model/catalog.ts';
import type { IsoDate } from '../../model/text.ts';
import { dayIn } from '../../text/readers/days.ts';
import type { WriteReply } from '../face.ts';
import { headerOf } from '../screens/header.ts';
import { type Move, notADay, saved, type Talk } from '../talk.ts';
import type { Session } from '../way/flow.ts';

type Part = 'what' | 'where' | 'seen';
const PARTS: readonly Part[] = ['what', 'where', 'seen'];
const BLANK = { what: 'none-yet', where: 'optional', seen: 'not-seen' } as const;

/**
 * What shows an answer, where it is kept and when it was seen, a line each. Files stay where they are: a copy in here
 * would carry the secret along, and a name would carry a person.
 */
export async function askEvidence(talk: Talk, session: Session, key: string, item: Item): Promise<Move> {
  const { words, face, file } = talk;
  const now = file.read().answers.get(item.id);
  if (now === undefined) {
    face.say(words.t('interview.evidence.first'));
    return { kind: 'again' };
  }
  const written = new Map<Part, string>([['seen', talk.today]]);
  for (let at = 0; at < PARTS.length; ) {
    const part = PARTS[at] ?? 'what';
    const reply = await askPart(
      talk,
      headerOf(talk, session, key, item),
      item,
      part,
      written.get(part) ?? '',
    );
    if (reply.kind === 'leave') {
      // What was written before somebody left is evidence all the same.
      if (written.get('what')) await keep(talk, item, now, written);
      return reply;
    }
    if (reply.kind === 'back' && at === 0) return { kind: 'back' };
    if (reply.kind === 'written') written.set(part, reply.text);
    if (part === 'what' && reply.kind === 'written' && reply.text === '') return { kind: 'passed' };
    at += reply.kind === 'back' ? -1 : 1;
  }
  return { kind: (await keep(talk, item, now, written)) ? 'answered' : 'unsaved' };
}

async function keep(
  talk: Talk,
  item: Item,
  now: Answer,
  written: ReadonlyMap<Part, string>,
): Promise<boolean> {
  const evidence = [...now.evidence, entryOf(written)];
  const edit = { kind: 'answer', item: item.id, answer: { value: now.value, evidence } } as const;
  if (!(await saved(talk, edit))) return false;
  const question = talk.texts.items[item.id]?.title ?? item.id;
  talk.face.say(talk.words.t('interview.evidence.log', { question, text: written.get('what') ?? '' }));
  return true;
}

function askPart(talk: Talk, header: string, item: Item, part: Part, initial: string): Promise<WriteReply> {
  const { words, texts, face, today } = talk;
  const prose = texts.items[item.id];
  return face.write({
    header,
    title: words.t(`interview.evidence.${part}`),
    body: [
      prose?.question ?? item.id,
      ...(part === 'what' && prose !== undefined
        ? [words.t('interview.details.evidence', { text: prose.evidence })]
        : []),
      words.t(`interview.evidence.${part}-help`),
      words.t('interview.evidence.caution'),
    ],
    initial,
    blank: words.t(`interview.blank.${BLANK[part]}`),
    wrong: (text) => {
      if (part !== 'seen' || text.trim() === '') return null;
      const day = dayIn(text);
      if (day === null) return notADay(text, words);
      return day > today ? words.t('interview.technology.not-yet') : null;
    },
  });
}

function entryOf(written: ReadonlyMap<Part, string>): Evidence {
  const seen: IsoDate | null = dayIn(written.get('seen') ?? '');
  const text = (part: Part): string | null => written.get(part) || null;
  return { what: text('what'), where: text('where'), file: null, sha256: null, seen };
}
