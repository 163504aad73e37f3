import type { AnswerEdit } from '../../answers/edit.ts';
import { factValues } from '../../core/facts.ts';
import { standings } from '../../core/score/standing.ts';
import type { Answer, AnswerValue } from '../../model/answers.ts';
import type { Item } from '../../model/catalog.ts';
import type { IsoDate } from '../../model/text.ts';
import { hasWords } from '../../text/has-words.ts';
import { showDate } from '../../words/dates.ts';
import type { ChooseView, Option } from '../face.ts';
import { headerOf } from '../screens/header.ts';
import { digitFor, type Move, saved, type Talk, typedWords } from '../talk.ts';
import type { Session } from '../way/flow.ts';
import { proposesNo } from '../way/steps.ts';
import { detailsOf } from './details.ts';
import { askEvidence } from './evidence.ts';
import { askWhom } from './roles.ts';

const VALUES: readonly AnswerValue[] = ['yes', 'partial', 'no', 'unknown', 'notApplicable'];
const LATER = 'later';

/** One question: an answer at one key, or the way to more about it, back, a note, later, out. */
export async function askItem(talk: Talk, session: Session, item: Item): Promise<Move> {
  const reply = await talk.face.choose(itemView(talk, session, item));
  switch (reply.kind) {
    case 'leave':
      if (talk.notes.has(item.id))
        talk.face.say(talk.words.t(`interview.note.${talk.keepNotes() ? 'kept' : 'lost'}`));
      return reply;
    case 'back':
    case 'menu':
      return reply;
    case 'details':
      return details(talk, item);
    case 'note':
      return note(talk, session, item);
    case 'evidence': {
      const { kind } = await askEvidence(talk, session, `item:${item.id}`, item);
      return { kind: kind === 'leave' || kind === 'unsaved' ? kind : 'again' };
    }
    case 'chosen': {
      const [id] = reply.ids;
      if (id === LATER) {
        talk.face.say(log(talk, item, talk.words.t('interview.answer.later')));
        return { kind: 'passed' };
      }
      const value = VALUES.find((v) => v === id);
      return value === undefined ? { kind: 'again' } : answer(talk, session, item, value);
    }
  }
}

function itemView(talk: Talk, session: Session, item: Item): ChooseView {
  const { words, texts, file, catalog } = talk;
  const answers = file.read();
  const now = answers.answers.get(item.id);
  const prose = texts.items[item.id];
  const proposed =
    now === undefined && proposesNo(item, standings(catalog, answers, factValues(catalog, answers)));
  const before = now === undefined ? earlierAnswer(talk, item) : null;
  const noted = talk.notes.get(item.id) ?? now?.note ?? null;
  return {
    header: headerOf(talk, session, `item:${item.id}`, item),
    ...sceneAndQuestion(talk, item),
    body: [
      ...(before === null ? [] : [before.text]),
      ...(proposed && before === null ? [words.t('interview.item.proposed')] : []),
      ...(noted === null ? [] : [words.t('interview.note.shown', { text: noted })]),
      ...(prose === undefined ? [] : [words.t('interview.details.yes-means', { text: prose.yesMeans })]),
    ],
    options: optionsOf(talk, item),
    selected: now !== undefined ? [now.value] : before !== null ? [before.value] : proposed ? ['no'] : [],
    // Evidence is of an answer: before there is one, its key would only be one more to read.
    commands: [
      'details',
      'back',
      'note',
      ...(now === undefined ? [] : ['evidence' as const]),
      'menu',
      'leave',
    ],
    several: null,
  };
}

/** What was answered the last time: under the cursor, so that Enter confirms it, and said with its day. */
function earlierAnswer(
  { from, words }: Talk,
  item: Item,
): { readonly value: AnswerValue; readonly text: string } | null {
  const earlier = from?.answers.get(item.id);
  if (earlier === undefined) return null;
  const { value, note, reason } = earlier;
  const day = earlier.on ?? from?.assessment.date ?? null;
  const label = words.t(`interview.answer.${value}`);
  const text = words.t('interview.item.before', {
    day: day === null ? '' : showDate(day, words.lang),
    answer: [label, reason, note].filter((part) => part !== null).join(words.t('interview.item.and')),
  });
  return { value, text };
}

/** Questions carry a mark of their scene for lists, where they stand alone; here the heading says it. */
function sceneAndQuestion({ texts }: Talk, item: Item): Pick<ChooseView, 'heading' | 'title'> {
  const question = texts.items[item.id]?.question ?? item.id;
  const scene = item.scene === null ? null : (texts.checklists[item.checklist]?.scenes[item.scene] ?? null);
  const [, mark = null, title = question] =
    /^(?:〈([^〉]+)〉|\[([^\]]+)\] ?)(.+)$/u.exec(question)?.filter((part) => part !== undefined) ?? [];
  return { heading: scene ?? mark, title };
}

function optionsOf({ words }: Talk, item: Item): readonly Option[] {
  const ids = ['yes', 'partial', 'no', 'unknown', LATER] as const;
  return (item.notApplicable === 'allowed' ? ([...ids, 'notApplicable'] as const) : ids).map((id) => ({
    id,
    ...digitFor(id),
    label: words.t(`interview.answer.${id}`),
    // Nothing else is 4 here, where わからない comes fourth.
    typed: [...typedWords(words, id), ...(id === 'unknown' ? ['4'] : [])],
  }));
}

async function details(talk: Talk, item: Item): Promise<Move> {
  const title = talk.texts.items[item.id]?.title ?? item.id;
  const read = await talk.face.read({ title, body: detailsOf(item, talk.catalog, talk.texts, talk.words) });
  return { kind: read === 'leave' ? 'leave' : 'again' };
}

async function note(talk: Talk, session: Session, item: Item): Promise<Move> {
  const { words, face, file } = talk;
  const now = file.read().answers.get(item.id);
  const initial = talk.notes.get(item.id) ?? now?.note ?? '';
  const reply = await face.write({
    header: headerOf(talk, session, `item:${item.id}`, item),
    title: words.t('interview.note.question'),
    body: (['help', 'caution', 'printed'] as const).map((line) => words.t(`interview.note.${line}`)),
    initial,
    blank: initial === '' ? null : words.t('interview.blank.remove'),
    lines: true,
    wrong: () => null,
  });
  if (reply.kind === 'leave') return reply;
  if (reply.kind === 'back') return { kind: 'again' };
  if (now === undefined) {
    talk.notes.set(item.id, reply.text);
    if (reply.text === '') talk.notes.delete(item.id);
    talk.keepNotes();
    return { kind: 'again' };
  }
  const edit = { value: now.value, note: reply.text === '' ? null : reply.text };
  return { kind: (await saved(talk, { kind: 'answer', item: item.id, answer: edit })) ? 'again' : 'unsaved' };
}

async function answer(talk: Talk, session: Session, item: Item, value: AnswerValue): Promise<Move> {
  const { words, face, file } = talk;
  const now = file.read().answers.get(item.id) ?? null;
  let reason: string | null = null;
  if (value === 'notApplicable') {
    const reply = await face.write({
      header: headerOf(talk, session, `item:${item.id}`, item),
      title: words.t('interview.reason.question'),
      body: [talk.texts.items[item.id]?.question ?? item.id, words.t('interview.reason.help')],
      initial: now?.reason ?? talk.from?.answers.get(item.id)?.reason ?? '',
      blank: null,
      // As the reader does: 「-」 is no reason.
      wrong: (text) => (hasWords(text) ? null : words.t('interview.reason.needed')),
    });
    if (reply.kind === 'leave') return reply;
    if (reply.kind === 'back') return { kind: 'again' };
    reason = reply.text;
  }
  const edit = editFor(now, value, reason, talk.notes.get(item.id), talk.today);
  if (!(await saved(talk, { kind: 'answer', item: item.id, answer: edit }))) return { kind: 'unsaved' };
  if (talk.notes.delete(item.id)) talk.keepNotes();
  const said =
    reason === null
      ? words.t(`interview.answer.${value}`)
      : words.t('interview.log.not-applicable', { reason });
  face.say(log(talk, item, said));
  if (value === 'unknown')
    face.say(askWhom(talk, item.askRole, talk.texts.items[item.id]?.question ?? item.id));
  return { kind: 'answered' };
}

/** The new answer and what comes with it. What else a person wrote beside the old one stays as it is. */
export function editFor(
  now: Answer | null,
  value: AnswerValue,
  reason: string | null,
  note: string | undefined,
  today: IsoDate,
): AnswerEdit {
  return {
    value,
    ...(reason === null ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    // A dated answer that changes is dated anew: the old day does not speak for it.
    ...(now === null || now.on === null || now.value === value ? {} : { on: today }),
  };
}

const log = ({ texts, words }: Talk, item: Item, text: string): string =>
  words.t('interview.log.words', { question: texts.items[item.id]?.title ?? item.id, text });
