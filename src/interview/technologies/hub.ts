import type { Answers, Technology } from '../../model/answers.ts';
import type { Determination, VerdictField } from '../../model/determination.ts';
import type { KeyBelow } from '../../words/messages.ts';
import type { Option } from '../face.ts';
import { type Move, saved, type Talk } from '../talk.ts';
import { addTechnology, askTechnology, renameTechnology, type TechnologyEnd } from './ask-technology.ts';
import { notCarried, takeUp } from './earlier.ts';
import { aboutToAsk, known, type Subject, stillToAsk } from './subject.ts';
import { showVerdict } from './verdict.ts';

/**
 * The technologies that may go abroad: held, added, put right, taken out. `answered` = the person is through with them,
 * `passed` = there is none, or not now.
 */
export async function technologiesTalk(talk: Talk): Promise<Move> {
  const { determination } = talk.catalog;
  if (determination === undefined) return { kind: 'passed' };
  for (;;) {
    const picked = await pick(talk, determination);
    if (picked === 'leave' || picked === 'back') return { kind: picked };
    if (picked === 'none') return { kind: 'passed' };
    if (picked === 'done') return { kind: 'answered' };
    const end = await work(talk, determination, picked);
    if (end === 'leave' || end === 'unsaved') return { kind: end };
  }
}

async function pick(talk: Talk, determination: Determination): Promise<string> {
  const { words, face, file } = talk;
  const { technologies } = file.read();
  const none = technologies.length === 0;
  const option = (id: KeyBelow<'interview.technologies'>): Option => ({
    id,
    label: words.t(`interview.technologies.${id}`),
    typed: [],
  });
  const held = technologies.map((technology): Option => {
    const open = aboutToAsk(stillToAsk({ talk, determination, id: technology.id }, technology, new Set()));
    const verdict = talk.verdict(file.read(), technology.id)?.report ?? '';
    const name = technology.name ?? technology.id;
    const key = `interview.technologies.${open === 0 ? 'held' : 'held-open'}` as const;
    return { id: `=${technology.id}`, label: words.t(key, { name, verdict, count: open }), typed: [] };
  });
  const earlier = notCarried(talk);
  const taken = earlier.map((technology): Option => {
    const name = technology.name ?? technology.id;
    return {
      id: `+${technology.id}`,
      label: words.t('interview.technologies.take-up', { name }),
      typed: [],
    };
  });
  const reply = await face.choose({
    header: words.t('interview.technologies.header'),
    heading: null,
    title: words.t(`interview.technologies.${none ? 'ask' : 'title'}`),
    body: [
      ...(earlier.length === 0 ? [] : [words.t('interview.technologies.take-up-help')]),
      ...(none
        ? (['why', 'what', 'how'] as const).map((key) => words.t(`interview.technologies.${key}`))
        : [words.t('interview.technologies.held-help'), ...abroadCaution(talk, file.read())]),
    ],
    options: [...held, ...taken, option('add'), option(none ? 'none' : 'done')],
    selected: [],
    commands: ['back', 'leave'],
    several: null,
  });
  if (reply.kind === 'leave') return 'leave';
  return reply.kind === 'chosen' ? (reply.ids[0] ?? 'done') : 'back';
}

/** What is known of China stays in Japan: the paper in hand is the risk. */
function abroadCaution({ words }: Talk, answers: Answers): readonly string[] {
  const china =
    answers.profile.get('chinaInvolved')?.includes('yes') === true ||
    answers.technologies.some(({ countries }) => countries.includes('CN') || countries.includes('HK'));
  return china ? [words.t('interview.technology.caution.china')] : [];
}

async function work(talk: Talk, determination: Determination, picked: string): Promise<TechnologyEnd> {
  const earlier = notCarried(talk).find(({ id }) => picked === `+${id}`);
  if (earlier !== undefined) return takenUp(talk, determination, earlier);
  if (picked !== 'add') return held({ talk, determination, id: picked.slice(1) });
  const before = new Set(talk.file.read().technologies.map(({ id }) => id));
  const end = await addTechnology(talk, determination);
  const added = talk.file.read().technologies.find(({ id }) => !before.has(id));
  if (end !== 'done' || added === undefined) return end;
  return showVerdict({ talk, determination, id: added.id });
}

async function takenUp(
  talk: Talk,
  determination: Determination,
  earlier: Technology,
): Promise<TechnologyEnd> {
  const id = await takeUp(talk, earlier);
  if (id === null) return 'unsaved';
  const end = await askTechnology({ talk, determination, id }, 'edit');
  return end === 'done' ? showVerdict({ talk, determination, id }) : end;
}

/** One technology that stands in the file. */
async function held(subject: Subject): Promise<TechnologyEnd> {
  const { talk, id } = subject;
  for (;;) {
    const technology = talk.file.read().technologies.find((one) => one.id === id);
    if (technology === undefined) return 'done';
    const open = aboutToAsk(stillToAsk(subject, technology, new Set()));
    const picked = await pickWork(talk, technology, open);
    const end = await oneWork(subject, technology, picked);
    if (end !== null) return end;
  }
}

async function pickWork({ words, face }: Talk, technology: Technology, open: number): Promise<string> {
  const option = (id: KeyBelow<'interview.technologies.work'>): Option => ({
    id,
    label: words.t(`interview.technologies.work.${id}`, { count: open }),
    typed: [],
  });
  const going = open > 0 ? (['continue'] as const) : [];
  const ids = ['verdict', ...going, 'mend', 'rename', 'remove', 'back'] as const;
  const reply = await face.choose({
    header: words.t('interview.technologies.header'),
    heading: null,
    title: technology.name ?? technology.id,
    body: [],
    options: ids.map(option),
    selected: [],
    commands: ['back', 'leave'],
    several: null,
  });
  if (reply.kind === 'leave') return 'leave';
  return reply.kind === 'chosen' ? (reply.ids[0] ?? 'back') : 'back';
}

/** `null` = stay with this technology. */
async function oneWork(
  subject: Subject,
  technology: Technology,
  picked: string,
): Promise<TechnologyEnd | null> {
  switch (picked) {
    case 'verdict':
      return goOn(await showVerdict(subject));
    case 'continue':
      return asked(subject, await askTechnology(subject, 'edit'));
    case 'mend': {
      const field = await pickField(subject, technology);
      if (field === 'leave') return 'leave';
      return field === null ? null : asked(subject, await askTechnology(subject, 'edit', [field]));
    }
    case 'rename': {
      const end = await renameTechnology(subject);
      return end === 'leave' || end === 'unsaved' ? end : null;
    }
    case 'remove':
      return remove(subject, technology);
    case 'leave':
      return 'leave';
    default:
      return 'done';
  }
}

const goOn = (end: TechnologyEnd): TechnologyEnd | null =>
  end === 'leave' || end === 'unsaved' ? end : null;

async function asked(subject: Subject, end: TechnologyEnd): Promise<TechnologyEnd | null> {
  return goOn(end === 'done' ? await showVerdict(subject) : end);
}

async function pickField(
  { talk: { words, face, texts } }: Subject,
  technology: Technology,
): Promise<VerdictField | 'leave' | null> {
  const fields = known(technology);
  const reply = await face.choose({
    header: words.t('interview.technologies.header'),
    heading: null,
    title: words.t('interview.technologies.mend-which'),
    body: fields.length === 0 ? [words.t('interview.technologies.mend-nothing')] : [],
    options: [
      ...fields.map((id) => ({ id, label: texts.determination?.fields[id]?.label ?? id, typed: [] })),
      { id: 'back', label: words.t('interview.technologies.work.back'), typed: [] },
    ],
    selected: [],
    commands: ['back', 'leave'],
    several: null,
  });
  if (reply.kind === 'leave') return 'leave';
  return reply.kind === 'chosen' ? (fields.find((field) => reply.ids.includes(field)) ?? null) : null;
}

async function remove({ talk, id }: Subject, technology: Technology): Promise<TechnologyEnd | null> {
  const { words, face, file } = talk;
  const name = technology.name ?? id;
  const reply = await face.choose({
    header: words.t('interview.technologies.header'),
    heading: null,
    title: words.t('interview.technologies.remove.title', { name }),
    body: [words.t('interview.technologies.remove.body')],
    options: (['keep', 'go'] as const).map((way) => ({
      id: way,
      label: words.t(`interview.technologies.remove.${way}`),
      typed: [],
    })),
    selected: [],
    commands: ['back', 'leave'],
    several: null,
  });
  if (reply.kind === 'leave') return 'leave';
  if (reply.kind !== 'chosen' || !reply.ids.includes('go')) return null;
  const at = file.read().technologies.findIndex((one) => one.id === id);
  if (!(await saved(talk, { kind: 'value', path: ['technologies', at], value: null }))) return 'unsaved';
  face.say(words.t('interview.technologies.removed', { name }));
  return 'done';
}
