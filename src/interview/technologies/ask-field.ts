import { DATE_FIELDS } from '../../answers/technology-words.ts';
import type { Technology } from '../../model/answers.ts';
import type { VerdictField } from '../../model/determination.ts';
import { dayIn } from '../../text/readers/days.ts';
import { showDate } from '../../words/dates.ts';
import type { KeyBelow } from '../../words/messages.ts';
import type { ChooseReply } from '../face.ts';
import { digitFor, notADay, typedWords } from '../talk.ts';
import { askCountries } from './ask-countries.ts';
import { askFamily } from './ask-family.ts';
import { explained, type FieldAsked, type FieldMove } from './asked-field.ts';
import { OF_NOTICE, type Proposal, proposalLine, proposalOf } from './earlier.ts';
import { heldIn, type Subject, technologyNow, write } from './subject.ts';

/** One question about one technology. */
export async function askField(subject: Subject, header: string, field: VerdictField): Promise<FieldMove> {
  const { talk } = subject;
  const technology = technologyNow(subject);
  if (technology === undefined) return 'answered';
  if (field === 'family') return askFamily(subject, header, technology);
  const prose = talk.texts.determination?.fields[field];
  if (prose?.ask == null) return 'left';
  const asked: FieldAsked = { subject, header, technology, field, texts: { ...prose, ...prose.ask } };
  if (field === 'destination') return askCountries(asked);
  return Object.keys(prose.ask.values).length > 0 ? askWord(asked) : askLine(asked);
}

/** Words that say "not known yet", by field. */
const OPEN = { listControl: 'not-done', definitionCheck: 'not-checked' } as const;
const openWord = (field: VerdictField): KeyBelow<'interview.technology.open'> =>
  field === 'listControl' || field === 'definitionCheck' ? OPEN[field] : 'unknown';

async function askWord(asked: FieldAsked): Promise<FieldMove> {
  const { subject, field, texts, technology } = asked;
  const { face, words } = subject.talk;
  const open = openWord(field);
  const now = heldIn(technology, field);
  const openLabel = words.t(`interview.technology.open.${open}`);
  const proposal = proposalOf(subject, technology, field);
  const proposed = proposal?.values[0] ?? null;
  const options = [
    ...yesFirst(Object.entries(texts.values)).map(([id, label]) => ({
      id,
      label,
      typed: typedAs(asked, id),
      ...digitFor(id),
    })),
    { id: open, ...digitFor('unknown'), label: openLabel, typed: typedWords(words, 'unknown') },
  ];
  const caution = field === 'stage' ? [words.t('interview.technology.caution.stage')] : [];
  for (;;) {
    const reply: ChooseReply = await face.choose({
      header: asked.header,
      heading: null,
      title: texts.question,
      body: [
        ...(proposal === null || proposed === null
          ? []
          : [proposalLine(subject, proposal, texts.values[proposed] ?? proposed)]),
        ...explained(asked),
        ...caution,
      ],
      options,
      selected: typeof now === 'string' && now !== open ? [now] : proposed === null ? [] : [proposed],
      commands: ['details', 'back', 'leave'],
      several: null,
    });
    if (reply.kind === 'details') {
      if ((await face.read(detailsOf(asked))) === 'leave') return 'leave';
      continue;
    }
    if (reply.kind !== 'chosen') return reply.kind === 'leave' ? 'leave' : 'back';
    const value = reply.ids[0] ?? open;
    if (isEvidence(technology, field, value)) {
      const go = await warnOfEvidence(asked);
      if (go === 'leave') return 'leave';
      if (go === 'back') continue;
    }
    if (!(await write(subject, field, value))) return 'unsaved';
    const label = value === open ? openLabel : (texts.values[value] ?? value);
    face.say(words.t('interview.log.words', { question: texts.label, text: label }));
    if (value !== open) return 'answered';
    sayWho(asked);
    return 'left';
  }
}

/** One order on every screen, whichever answer the catalogue names first. */
const yesFirst = <T>(values: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] => [
  ...values.filter(([id]) => id === 'yes'),
  ...values.filter(([id]) => id !== 'yes'),
];

const typedAs = ({ subject }: FieldAsked, id: string): readonly string[] =>
  id === 'yes' || id === 'no' ? [...typedWords(subject.talk.words, id), id] : [];

/** Technology that meets the definitions and has gone already: putting that on paper is putting it on record. */
const isEvidence = (now: Technology, field: VerdictField, value: string): boolean =>
  (field === 'stage' && value === 'provided' && now.definitionCheck === 'meets') ||
  (field === 'definitionCheck' && value === 'meets' && now.stage === 'provided');

async function warnOfEvidence({ subject, header }: FieldAsked): Promise<'write' | 'back' | 'leave'> {
  const { face, words } = subject.talk;
  const option = (id: KeyBelow<'interview.technology.evidence'>) => ({
    id,
    label: words.t(`interview.technology.evidence.${id}`),
    typed: [],
  });
  const reply = await face.choose({
    header,
    heading: null,
    title: words.t('interview.technology.evidence.title'),
    body: [words.t('interview.technology.evidence.body')],
    options: [option('back'), option('write')],
    selected: [],
    commands: ['back', 'leave'],
    several: null,
  });
  if (reply.kind === 'leave') return 'leave';
  return reply.kind === 'chosen' && reply.ids.includes('write') ? 'write' : 'back';
}

async function askLine(asked: FieldAsked): Promise<FieldMove> {
  const { subject, field, texts, technology } = asked;
  const { face, words, today } = subject.talk;
  const dated = DATE_FIELDS.some((name) => name === field);
  const now = heldIn(technology, field);
  const proposal = proposalOf(subject, technology, field);
  const proposed = proposal?.values[0] ?? null;
  const reply = await face.write({
    header: asked.header,
    title: texts.question,
    body: [
      ...earlierLine(asked, proposal, proposed),
      ...explained(asked),
      words.t(`interview.technology.${dated ? 'date' : 'line'}`),
    ],
    initial: typeof now === 'string' ? now : OF_NOTICE.includes(field) ? '' : (proposed ?? ''),
    blank: words.t(`interview.blank.${dated ? 'date' : 'none-yet'}`),
    wrong: (text) => {
      if (!dated || text.trim() === '') return null;
      const day = dayIn(text);
      if (day === null) return notADay(text, words);
      return field !== 'decisionDate' && day > today ? words.t('interview.technology.not-yet') : null;
    },
  });
  if (reply.kind !== 'written') return reply.kind;
  const value = reply.text === '' ? null : dated ? dayIn(reply.text) : reply.text;
  if (!(await write(subject, field, value))) return 'unsaved';
  if (value === null) {
    // An empty line is "not yet" more often than "I do not know".
    face.say(words.t('interview.technology.later', { label: texts.label, settle: texts.settle }));
    return 'left';
  }
  const text = dated ? showDate(value, words.lang) : value;
  face.say(words.t('interview.log.words', { question: texts.label, text }));
  const old = OF_NOTICE.includes(field) && value < subject.determination.amendedOn;
  if (old) face.say(words.t('interview.technology.old-notice'));
  return 'answered';
}

/** What was written the last time; a day of the notice is said, but has to be written anew. */
function earlierLine({ subject, field }: FieldAsked, proposal: Proposal | null, text: string | null) {
  if (proposal === null || text === null) return [];
  const { words } = subject.talk;
  const answer = DATE_FIELDS.some((name) => name === field) ? showDate(text, words.lang) : text;
  return OF_NOTICE.includes(field)
    ? [words.t('interview.technology.before-notice', { answer })]
    : [proposalLine(subject, proposal, answer)];
}

function detailsOf(asked: FieldAsked) {
  const { subject, texts } = asked;
  const { words } = subject.talk;
  return {
    title: texts.question,
    body: [
      ...explained(asked),
      words.t('interview.details.role', { text: roleTitle(asked) }),
      words.t('interview.technology.settle', { text: texts.settle }),
      words.t('interview.technology.own-words'),
    ],
  };
}

const roleTitle = ({ subject, texts }: FieldAsked): string =>
  subject.talk.texts.roles[texts.role]?.title ?? texts.role;

/** Not knowing is an answer: who may know, and how it is settled. */
function sayWho(asked: FieldAsked): void {
  const { face, words } = asked.subject.talk;
  face.say(words.t('interview.technology.unknown', { role: roleTitle(asked), settle: asked.texts.settle }));
}
