import { headerOf } from '../screens/header.ts';
import { answeredBy, type Edit, type Move, type Talk } from '../talk.ts';
import type { Session } from '../way/flow.ts';

/** The first question of all: what the company is good at. Free words, never scored, never required. */
export async function askStrength(talk: Talk, session: Session): Promise<Move> {
  const { strength } = talk.texts;
  const examples = strength.examples.map(({ industry, example }) =>
    talk.words.t('interview.strength.example', { industry, example }),
  );
  return askWords(talk, session, {
    key: 'strength',
    title: strength.question,
    body: [strength.help, ...examples],
    initial: talk.file.read().company.strength ?? talk.from?.company.strength ?? '',
  });
}

export async function askName(talk: Talk, session: Session): Promise<Move> {
  return askWords(talk, session, {
    key: 'name',
    title: talk.words.t('interview.name.question'),
    body: [talk.words.t('interview.name.help')],
    initial: talk.file.read().company.name ?? talk.from?.company.name ?? '',
  });
}

interface Asked {
  readonly key: 'strength' | 'name';
  readonly title: string;
  readonly body: readonly string[];
  readonly initial: string;
}

async function askWords(talk: Talk, session: Session, asked: Asked): Promise<Move> {
  const { key, title, body, initial } = asked;
  const header = headerOf(talk, session, key, null);
  const blank = talk.words.t('interview.blank.optional');
  const reply = await talk.face.write({ header, title, body, initial, blank, wrong: () => null });
  if (reply.kind !== 'written') return reply;
  const { company } = talk.file.read();
  if (reply.text === (company[key] ?? '')) return { kind: reply.text === '' ? 'passed' : 'answered' };
  talk.face.say(talk.words.t('interview.log.words', { question: title, text: reply.text }));
  const value = reply.text === '' ? null : reply.text;
  const edit: Edit = { kind: 'value', path: ['company', key], value };
  return answeredBy(talk, edit);
}
